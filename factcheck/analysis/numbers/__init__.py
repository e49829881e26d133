"""English numbers in running text: digits, words, fractions, ordinals and vague counts, as exact decimals with spans."""

from factcheck.analysis.numbers.grammar import Form, Number, find, glued

__all__ = ["Form", "Number", "find", "glued"]
