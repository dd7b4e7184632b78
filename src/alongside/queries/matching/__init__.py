"""Reads for matching: the pool of facts, read in columns."""
