"""Forms of relationships: what both kinds share, and modules for each kind."""
