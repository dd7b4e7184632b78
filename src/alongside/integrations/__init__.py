"""Couriers to other systems."""
