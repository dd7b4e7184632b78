"""Pages of the topic programmes."""
