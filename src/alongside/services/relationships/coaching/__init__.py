"""Writes about a coaching engagement. Every change of state goes through `moving.move`."""
