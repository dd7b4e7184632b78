"""Couriers of mail: they take letters from the outbox and send them."""
