"""Factcheck: find where several accounts of one event cannot all be true. The core, without a window."""

__version__ = "0.1.0"
