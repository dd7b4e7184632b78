"""Measurements by name: `./dev bench` lists them, `./dev bench NAME` runs one and prints a table."""
