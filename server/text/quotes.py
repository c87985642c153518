"""Where quotation marks enclose words in normalised text."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from math import inf

from server.text.shapes import BANGLA
from server.text.words import starts

STOPS = " ।|?!.,"  # between a quotation's last mark and its sentence's end
FEWEST = 3  # words of a remark: fewer in marks are mentioned, or scorn (our "war heroes")
OUTSIDE = 3  # words that its writer says: without them the quotation is the post
LONGEST = 200  # code points between two marks: more is a passage, and a mark that nothing closes hides no draft
_INSIDE = f"{{1,{LONGEST}}}"
_QUOTES = re.compile(
    f'[“„][^“”„"\n]{_INSIDE}[”“"]|[‘‚][^‘’‚\n]{_INSIDE}’|«[^«»\n]{_INSIDE}»'  # a keyboard closes with what it has
    f'|"(?<![0-9]")[^"“”\n]{_INSIDE}["”]'
    f"|(?<![a-z0-9{BANGLA}])'[^'\n]{_INSIDE}'(?![a-z0-9{BANGLA}])"  # and no apostrophe
)


def quotes(normal: str) -> list[tuple[int, int]]:
    """Spans (half-open, code points of the normal form) of what stands in quotation marks on one line, marks included, ascending."""
    return [match.span() for match in _QUOTES.finditer(normal)]


def remarks(normal: str) -> list[tuple[int, int]]:
    """Of `quotes` those of several words, where the writer says something outside of all marks; ascending."""
    marked = quotes(normal)
    begun = starts(normal) if marked else []
    inside = [bisect_right(begun, end) - bisect_right(begun, start) for start, end in marked]
    if len(begun) - sum(inside) < OUTSIDE:
        return []
    return [span for span, count in zip(marked, inside, strict=True) if count >= FEWEST]


def marks_around(marked: Sequence[tuple[int, int]], place: int) -> tuple[int, int] | None:
    """Of the spans that `quotes` gave the one in which a place lies; None: it is in none."""
    before = bisect_right(marked, (place, inf)) - 1
    return marked[before] if before >= 0 and place < marked[before][1] else None


def beside_marks(normal: str, ends: Sequence[int], start: int, behind: int) -> tuple[set[int], set[int]]:
    """(numbers of the sentences that may tell whose a quotation is, of those in which its writer may agree with it).

    `ends`: of all sentences; `start`: of the words in question; `behind`: the end of the quotation marks around them.
    Where a sentence ends with the quotation, the next one may tell whose it is: ‘...’. The police look for him. A writer
    may agree one sentence later still.
    """
    telling = {bisect_right(ends, start), bisect_right(ends, behind)}
    last = max(telling)
    if last < len(ends) and not normal[behind : ends[last]].strip(STOPS):
        telling.add(last + 1)
    return telling, telling | {max(telling) + 1}
