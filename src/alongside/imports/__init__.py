"""Reads tables people bring, and says line and column of every problem."""
