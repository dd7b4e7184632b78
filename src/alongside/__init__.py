"""Alongside: the right kind of help for each person, run well, in confidence, with honest measures."""

__version__ = "0.1.0"
