"""Writes about relationships: meetings, notes, messages, story, reasons for both kinds, and a folder for each."""
