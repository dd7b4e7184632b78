"""Pages of the topic people."""
