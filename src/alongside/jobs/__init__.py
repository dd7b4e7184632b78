"""Background work: an id in, a service call out. `clock.py` says what runs when. Every job may run twice."""
