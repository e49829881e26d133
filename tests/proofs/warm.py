"""Imported by the fork server: a review done here has imported and set up all that the programs of a proof need."""

import tempfile
from pathlib import Path

from tests.proofs.rehearsal import rehearse

with tempfile.TemporaryDirectory() as folder:
    rehearse(Path(folder), rounds=1)
