"""What must never happen to a person's work, tried a great many times.

Each module runs as a whole and prints a table; its status is 1 when a promise was broken. A small share of each runs
with the ordinary tests (`test_proofs.py`).

    python -m tests.proofs.kills            the program is killed at random moments of a review
    python -m tests.proofs.power_cuts       the power fails at random moments of a review
    python -m tests.proofs.migration_kills  the program is killed while it brings an older file up to date
    python -m tests.proofs.two_writers      two programs change one store at once
    python -m tests.proofs.two_people       two people work on one case at once

`docs/decisions/0005-durability.md` has the figures of the last run.
"""
