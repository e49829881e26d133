"""A case -> one report value -> a file a colleague can read and check without the program.

`report.py` says what is in a report, `composing.py` makes it of a case, `html.py` and `text.py` lay it out, and
`machine.py` is the copy that other programs read.
"""

from factcheck.reports.writing import write, write_case

__all__ = ["write", "write_case"]
