"""Pages of the topic skills."""
