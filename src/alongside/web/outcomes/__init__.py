"""Pages of the topic outcomes."""
