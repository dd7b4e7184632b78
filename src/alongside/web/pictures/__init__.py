"""Geometry of the pictures people see: where marks, lines and labels stand.

Each module turns rows into a frozen picture whose coordinates are ready-made strings (so a language
with decimal commas cannot break an SVG). The markup is in templates/parts/pictures/.
"""
