"""Writes about needs: keep, claim, decide, talk it over, forget."""
