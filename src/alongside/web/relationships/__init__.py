"""Pages of the topic relationships."""
