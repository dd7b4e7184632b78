"""Pages of the topic needs."""
