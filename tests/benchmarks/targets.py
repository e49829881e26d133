"""Every speed the window promises, measured in one run against bare Qt, and whether it is inside its bounds.

    python -m tests.benchmarks.targets

Takes four minutes. The other benchmarks of the window print their own part of it.
"""

from __future__ import annotations

import sys
from itertools import chain

from tests.benchmarks import deciding, interface, lists, reading, starting, views
from tests.benchmarks.measuring import tell

if __name__ == "__main__":
    parts = (part.figures() for part in (starting, reading, lists, interface, views, deciding))
    sys.exit(tell(chain.from_iterable(parts)))
