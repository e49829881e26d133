"""A case -> one report value -> a file a colleague can read and check without the program.

`report.py` says what is in a report, `html.py` and `text.py` how it looks, `machine.py` the copy that other programs read.
"""

from factcheck.reports.writing import write

__all__ = ["write"]
