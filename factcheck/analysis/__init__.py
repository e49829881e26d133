"""Articles -> claims -> groups -> conflicts. Pure functions: no storage, no files, no window.

Read `pipeline.py` first: it tells the one way through from top to bottom.
"""

RULES_VERSION = "2"
"""Changes whenever the same articles could give another analysis; results made by another version are made again."""
