"""What a post says of the people whom it tags. Each sentence is looked at once, however many are tagged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

import regex

from server.personal.around.gates import COLON
from server.personal.people.name_keys import TITLES, name_keys
from server.text.hashtags import HASHTAG
from server.text.shapes import BANGLA
from server.text.words import words
from server.wordlists.matching.overlap import Span

NAME = rf"[a-z0-9_{BANGLA}][a-z0-9_.{BANGLA}]{{1,49}}+"
HANDLE = regex.compile(rf"(?<![a-z0-9._%+\-@•*])@({NAME})", regex.IGNORECASE)
ABOUT = 2  # other words in a name's sentence that say something of it
_ANNOUNCES = (":", "–", "—", "-", COLON)  # what a line ends with that has rows below it
_ENDS = ("।", "!", "?")  # what no row ends with


def with_rows(normal: str, spans: Iterable[Span], saying: regex.Pattern[str] | None = None) -> list[Span]:
    """The spans of the sentences, each line that announces rows taken together with them: উপস্থিত ছিলেন:, and who, a line each.

    The rows go on to a blank line, a sentence or the next such line; a blank line may part the first from what announces it.
    `saying`: what such a line must hold; None: anything.
    """
    found: list[Span] = []
    announced, goes_on = False, False
    for start, end in spans:
        announces, is_row = normal.startswith(_ANNOUNCES, end - 1), not normal.startswith(_ENDS, end - 1)
        breaks = normal.count("\n", found[-1][1], start) if found else 0
        goes_on = is_row and not announces and (0 < breaks < 3 if announced else goes_on and breaks == 1)
        if goes_on:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
        announced = announces and not (saying and not saying.search(normal, start, end))
    return found


class Sayings:
    """The sentences of one normal form that say something: other words than the names of whom it tags."""

    def __init__(
        self, normal: str, spans: Iterable[Span], tagged: Iterable[str], ignored: regex.Pattern[str] | None = None
    ) -> None:
        """`spans`: of the sentences; `tagged`: the names, in the normal form. `ignored`: what makes a sentence say nothing."""
        # A line each, so that one pass over all of them takes a name out.
        self._lines = [normal[start:end].replace("\n", " ") for start, end in spans if start < len(normal)]
        self._tagged = sorted({name for name in tagged if name and "\n" not in name}, key=len, reverse=True)
        self._ignored = ignored
        self._long: dict[int, set[int]] = {}  # a number → the sentences of so many words

    def of(self, name: str) -> bool:
        """Whether one of the sentences that say something has the name."""
        return name in self._said

    @cached_property
    def _said(self) -> str:
        return "\n".join(self._saying)

    @cached_property
    def _saying(self) -> list[str]:
        if not self._lines:  # no line, which "\n".join cannot tell from an empty one
            return []
        bare = "\n".join(self._lines)
        for name in self._tagged:
            bare = bare.replace(name, " ")
        found = zip(self._lines, _without_tags(bare), strict=True)
        saying = (line for line, left in found if len(words(left)) >= ABOUT)
        return [line for line in saying if not (self._ignored and self._ignored.search(line))]

    def in_other_script(self, name: str) -> bool:
        """Whether one of them has the name in the other script, and other words beside it: Rakib Hasan tagged, রাকিব হাসান written."""
        parts = [word.text for word in words(name)]
        wanted = [name_keys(part) for part in dict.fromkeys(parts) if part not in TITLES]
        left = self._of_words(len(parts) + ABOUT) if wanted else set()
        for each in wanted:
            left = set().union(*(left & self._by_key.get(key, set()) for key in each))
            if not left:
                return False
        return bool(left)

    def _of_words(self, least: int) -> set[int]:
        if least not in self._long:
            self._long[least] = {place for place, found in enumerate(self._words) if len(found) >= least}
        return self._long[least]

    @cached_property
    def _words(self) -> Sequence[Sequence[str]]:
        """The words of each of them, hashtags and handles left out."""
        return [[word.text for word in words(line)] for line in _without_tags(self._said)]

    @cached_property
    def _by_key(self) -> dict[str, set[int]]:
        places: dict[str, set[int]] = defaultdict(set)
        for place, found in enumerate(self._words):
            for word in found:
                places[word].add(place)
        by_key: dict[str, set[int]] = defaultdict(set)
        for word, where in places.items():
            for key in name_keys(word):
                by_key[key] |= where
        return by_key


def _without_tags(lines: str) -> list[str]:
    return HANDLE.sub(" ", HASHTAG.sub(" ", lines)).split("\n")
