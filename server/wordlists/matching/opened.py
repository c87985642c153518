"""Where in a normal form phrases may begin, and which stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from server.text.shapes import Word
from server.text.words import onward, places, words
from server.wordlists.matching.tree import Rest, Tree

MOST_PLACES = 256  # of one word in one draft; a writer is shown no more findings anyway
FEW_OPENERS = 12  # that are looked for one by one; of more the text is cut into words at once

Read = tuple[int, str, str]  # a phrase by its code, its last word's ending, how it was read


class Opener(NamedTuple):
    """The phrases that a word can begin. `marks`: of those in `alone` and `onward` together."""

    marks: int
    alone: tuple[Read, ...]  # phrases of this one word
    alone_marks: int
    onward: tuple[tuple[Tree | Rest, str], ...]  # where phrases go on: to what, how it was read


SILENT = Opener(0, (), 0, ())  # with most words nothing begins


class Standing(NamedTuple):
    """Phrases that stand in one place. `marks`: of all of them."""

    marks: int
    phrases: tuple[Read, ...]
    start: int
    end: int


class Opened:
    """Words of a normal form with which phrases may begin: as they stand, with their letters apart, and the phrases' marks."""

    def __init__(
        self, normal: str, openers: Mapping[str, Opener], hidden: list[Standing], other: Opened | None = None
    ) -> None:
        """`other`: the same of another reading of the text, place by place; its letters apart and its marks are in these."""
        self.readings: tuple[Opened, ...] = (self, other) if other else (self,)
        self.normal = normal
        self.openers = openers
        self.hidden: list[Standing] = hidden + other.hidden if other else hidden
        self.marks: int = other.marks if other else 0
        for opener in openers.values():
            self.marks |= opener.marks
        for word in hidden:
            self.marks |= word.marks
        self.standing: list[Standing] | None = None  # all that stands there, once it was looked for

    def places(self, longest: int) -> Iterator[tuple[Opener, Word, Iterable[Word]]]:
        """Where phrases may begin: what may, the word, and of those behind it as many as the `longest` phrase has.

        Few words are looked for, many come by in all words.
        """
        if len(self.openers) <= FEW_OPENERS:
            for text, opener in self.openers.items():
                for start in islice(places(self.normal, text), MOST_PLACES):
                    ahead = onward(self.normal, start)
                    yield opener, next(ahead), ahead
            return
        inside = words(self.normal)
        left = dict.fromkeys(self.openers, MOST_PLACES)
        for behind, word in enumerate(inside, 1):
            if left.get(word.text):
                left[word.text] -= 1
                opener = self.openers[word.text]
                yield opener, word, inside[behind : behind + longest] if opener.onward else ()
