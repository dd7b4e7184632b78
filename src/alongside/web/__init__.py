"""Pages: a view gets, does and shows. Which rows is asked of queries, what happens is told to services."""
