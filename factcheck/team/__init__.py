"""People among themselves: who judges what, who reads it again, and what they say about it.

`contents.py` is what stands in their acts, `wishes.py` makes the changes, `talk.py` reads what stands, `order.py` says
what is to be done next. How far they agree, which is asked seldom, is imported from `agreeing.py` itself.
"""

from factcheck.team.order import are_apart, queue, wants_a_reader
from factcheck.team.talk import Where, talk
from factcheck.team.wishes import assign, comment, edited, sign, taken_away, unsigned

__all__ = [
    "Where",
    "are_apart",
    "assign",
    "comment",
    "edited",
    "queue",
    "sign",
    "taken_away",
    "talk",
    "unsigned",
    "wants_a_reader",
]
