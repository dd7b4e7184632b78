"""Alongside: the right kind of help for each person, run well, in confidence, with honest measures."""

import os

# Work is spread over processes, not threads: in small matrices threads would mostly wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
