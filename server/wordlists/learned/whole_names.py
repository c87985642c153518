"""Names of several words, read as one: বাংলাদেশ খেলাফত মজলিস is a party as বিএনপি is one, whatever its words mean elsewhere.

Without it a party whose name says democratic, national or citizens' would be weighed by these words, and its rival would not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from server.text.bounded import remembered
from server.text.endings import noun_cuts
from server.text.heard import entry_key
from server.text.romanised import key
from server.text.shapes import Word
from server.text.words import words

# What may stand between two words of a name: মো. রহিম, #আওয়ামী_লীগ
_BETWEEN = frozenset((" ", "-", "_", "–", ".", ". "))
_REMEMBERED = 4_096  # words in Latin letters whose sound is remembered

_key = remembered(_REMEMBERED)(key)


def _heard(word: str) -> str:
    """As `entry_key` has it; a Bangla word is its own."""
    return _key(word) if word.isascii() else word


class WholeNames:
    """Names of several words by their first one, as it sounds."""

    def __init__(self, names: Iterable[tuple[str, Sequence[str]]] = ()) -> None:
        """`names`: (what stands for the name, its words in the normal form)."""
        self._onward: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind, (first, *rest) in names:
            self._onward.setdefault(entry_key(first), []).append((tuple(map(entry_key, rest)), kind))
        for known in self._onward.values():
            known.sort(key=lambda name: -len(name[0]))

    def fold(self, text: str) -> str:
        """The same text, place by place, where each of these names is what stands for it, filled up with spaces."""
        parts, last = [], 0
        for start, end, kind in self._standing(text):
            parts += [text[last:start], kind.ljust(end - start)]
            last = end
        return "".join((*parts, text[last:])) if parts else text

    def _standing(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where these names stand, with the last word's ending: (start, end, what stands for it); the longest first, none in another."""
        inside = words(text) if self._onward else []
        begin = [place for place, word in enumerate(inside) if _heard(word.text) in self._onward]
        free = 0
        for place in begin:
            found = next(self._at(text, inside, place), None) if place >= free else None
            if found:
                length, kind = found
                free = place + length + 1
                yield inside[place].start, inside[place + length].end, kind

    def _at(self, text: str, inside: Sequence[Word], place: int) -> Iterator[tuple[int, str]]:
        """(how many more words it has, what stands for it), of each name that begins with that word."""
        for rest, kind in self._onward.get(_heard(inside[place].text), ()):
            behind = inside[place : place + 1 + len(rest)]
            tied = all(text[one.end : other.start] in _BETWEEN for one, other in pairwise(behind))
            if len(behind) > len(rest) and tied and len(kind) <= behind[-1].end - behind[0].start:
                *middle, end = (word.text for word in behind[1:])
                if list(map(_heard, middle)) == list(rest[:-1]) and _is_last(end, rest[-1]):
                    yield len(rest), kind


def _is_last(word: str, own: str) -> bool:
    return any(_heard(stem) == own for stem, _ in noun_cuts(word))
