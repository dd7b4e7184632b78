"""The demo organisation: a ferry company with a cast whose stories show every way help can go.

Everything is told through the services, at moments in the past, so that events, signatures, letters and states are
as real use would have left them. Begin with `telling.py`.
"""

from alongside.management.demo.telling import load_demo

__all__ = ["load_demo"]
