"""Values <-> rows: cases, articles, analyses and what people did, in a SQLite file or a shared PostgreSQL database.

`stores.py` opens the store that an address names, `database.py` says what every store can, `sqlite.py` and
`postgresql.py` are the two there are. `tables.py` names the rows, `schema.py` knows the revisions. The other modules
read and write values; each of their functions takes a Session, so that one unit of work is one transaction. No row
ever leaves this package.
"""
