"""Reads about relationships: what both kinds share, and a module or a folder for each kind."""
