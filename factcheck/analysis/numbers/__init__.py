"""English numbers in running text: digits, words, fractions, ordinals and vague counts, exact decimals."""

from factcheck.analysis.numbers.grammar import Form, Number, find, glued

__all__ = ["Form", "Number", "find", "glued"]
