"""Background work: an id in, a service call out."""
