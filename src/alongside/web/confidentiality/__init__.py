"""Pages of the topic confidentiality."""
