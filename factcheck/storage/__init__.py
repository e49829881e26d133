"""Values <-> rows: cases, articles, analyses and verdicts in one SQLite file.

`database.py` opens the file and gives sessions, `tables.py` names the rows, `schema.py` brings an older file up to
date. The other modules read and write values; each of their functions takes a Session, so that one unit of work is
one transaction. No row ever leaves this package.
"""
