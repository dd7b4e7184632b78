"""Reading tables that people bring: CSV and XLSX files into rows of text, or a kind refusal.

`read_table(name, content)` is the one way in; it looks at what a file is, not at what it is called.
"""

from alongside.imports.limits import MOST_BYTES
from alongside.imports.tables import read_table

__all__ = ["MOST_BYTES", "read_table"]
