"""Reads about needs, viewer first."""
