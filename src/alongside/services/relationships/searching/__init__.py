"""Writes about searches that found nobody: opened by the clock or by the person, owned and settled by a manager."""
