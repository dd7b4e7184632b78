"""Writes: load, ask the core, save, record the event; one transaction; who and when are arguments."""
