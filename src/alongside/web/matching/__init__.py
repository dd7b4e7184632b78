"""Pages of the topic matching."""
