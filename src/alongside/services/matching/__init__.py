"""Changing a programme's matching: its rules, its runs, what a manager keeps or rules out, and publishing."""
