"""Reads, viewer first. What somebody may not see does not exist for them."""
