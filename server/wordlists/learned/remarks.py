"""Single sentences of a text: among proper ones what is said in one weighs too little, so it is looked at by itself too.

A sentence by itself has to sum up to more than a whole text does: `sentence` in a table's head.
"""

from __future__ import annotations

from collections.abc import Sequence

from server.text.sentences import says_something, sentences
from server.wordlists.learned.speakers import CONTENT, SCALE
from server.wordlists.learned.stretches import STRETCH
from server.wordlists.matching.overlap import Span
from server.wordlists.reading.table import Table

LONG = 2 * STRETCH  # code points of a text in which a sentence is one of many
# A stretch whose highest sum is lower speaks so plainly for an office that none of its sentences is looked at.
PROPER_LONG, PROPER_SHORT = -4 * SCALE, -2 * SCALE
# For clause 9. Beside few sentences each weighs more in the whole; of many English ones, whose words have many senses, one comes
# near something or other.
MORE_IN_SHORT, MORE_IN_ENGLISH = round(0.3 * SCALE), round(0.7 * SCALE)


class Remarks:
    """The tables that look at single sentences, by their places; of rivals the one with the highest sum speaks."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._least = {place: round(own.sentence * SCALE) for place, own in enumerate(tables) if own.sentence}
        self._content = {place for place in self._least if tables[place].clause.startswith(CONTENT)}
        groups: dict[str, list[int]] = {}
        for place in self._least:
            groups.setdefault(tables[place].rival or tables[place].id, []).append(place)
        self._groups = list(groups.values())
        self.places = list(self._least)

    def of(self, normal: str) -> list[Span]:
        """The sentences of a text that has several; none where no table asks for them. An emoji behind a text is no second one."""
        found = [span for span in sentences(normal) if says_something(normal[slice(*span)])] if self._groups else []
        return found if len(found) > 1 else []

    def asked(self, sums: Sequence[int], is_long: bool) -> list[list[int]]:
        """The rivals that a stretch with these sums leaves open."""
        proper = PROPER_LONG if is_long else PROPER_SHORT
        return [group for group in self._groups if max(sums[place] for place in group) >= proper]

    def reached(
        self, asked: Sequence[Sequence[int]], sums: Sequence[int], is_long: bool, is_english: bool = False
    ) -> list[int]:
        """The tables to which a sentence with these sums says enough."""
        highest = (max(group, key=sums.__getitem__) for group in asked)
        return [place for place in highest if sums[place] >= self.least(place, is_long, is_english)]

    def least(self, place: int, is_long: bool, is_english: bool = False) -> int:
        """What a sentence must sum up to in a table that looks at single ones; `is_long`: of a long text."""
        if place not in self._content:
            return self._least[place]
        more = MORE_IN_ENGLISH * is_english if is_long else MORE_IN_SHORT
        return self._least[place] + more
