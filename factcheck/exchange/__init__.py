"""A case as one file that another store takes in (docs/case-file.md, docs/decisions/0020-case-file.md).

`content.py` says what is in it, `document.py` turns that into JSON and back, `container.py` packs it with its files,
`checks.py` refuses what cannot be true. `factcheck.storage.exchange` reads it out of a store and merges it into one.
"""

from factcheck.exchange.checks import Untrue
from factcheck.exchange.container import read, write
from factcheck.exchange.content import CaseFile, KeptArticle, Revision

__all__ = ["CaseFile", "KeptArticle", "Revision", "Untrue", "read", "write"]
