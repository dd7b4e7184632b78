"""Renders what people take with them: files and printed pages."""
