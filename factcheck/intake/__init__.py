"""A file -> articles. Text is cleaned once, here; every offset in the program counts from what comes out."""

from factcheck.intake.corrected import corrected
from factcheck.intake.door import Intake, read_file, read_files, read_lines, readable_suffixes
from factcheck.intake.json_articles import article_from_json

__all__ = ["Intake", "article_from_json", "corrected", "read_file", "read_files", "read_lines", "readable_suffixes"]
