"""The rules: no Django, no clock, no chance, no I/O. Frozen facts in, frozen decisions out."""
