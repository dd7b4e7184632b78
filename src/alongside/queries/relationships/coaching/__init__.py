"""Reads about coaching engagements: what the core asks (`facts`), the room and its pages, lists, things to do."""
