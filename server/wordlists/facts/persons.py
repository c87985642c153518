"""People's own names, which are terms too: গোলাম রহমান is nobody's servant, সুব্রত কুমার সাহা no potter.

They stand with the other cues of persons in `data/personal/people.yaml`, and in an office's own files beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

from server.text.endings import noun_cuts
from server.text.normalise import normalise
from server.text.shapes import BANGLA, LETTERS
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.folders import files, is_shipped
from server.wordlists.reading.source import mapping, read, texts

FOLDER = "data/personal"
PATTERN, FILE = f"{FOLDER}/*.yaml", f"{FOLDER}/people.yaml"
GIVEN, FIRST, SURNAME, MAYBE = KINDS = ("given", "first", "surname", "maybe-surname")  # `first`, MAYBE: words too
LONGEST = 24  # code points of a name, and the space behind it
_CASES = ("", "কে", "রে", "র", "ের", "য়ের", "এর", "সহ")
_OF_ONE = {*(normalise(case + emphasis) for case in _CASES for emphasis in ("", "ই", "ও")), "ke", "er", "r"}
_AFTER = re.compile(f" ({LETTERS})")
_BEFORE = re.compile(rf"(?:\A|[^a-z{BANGLA}])({LETTERS}) \Z")


def read_people(folders: Sequence[Path]) -> dict[str, list[str]]:
    """The names of each of `KINDS`, as written, an office's own files among them. What is wrong in one is told by `cues_in`, which reads all of it."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for path, base in files(folders, PATTERN):
        if is_shipped(path, FOLDER) and path != base / FILE:
            continue  # the shipped names stand in one file
        faults = Faults.of(path, base)
        cues = mapping(read(path, faults), faults).get("cues")
        kinds = mapping(cues.node, faults) if cues else {}
        for kind, names in found.items():
            names += (name.removeprefix("=") for name, _ in texts(kinds.get(kind), faults, kind) or ())
    return found


class Persons:
    """Given names and surnames of one word."""

    def __init__(self, people: Mapping[str, Iterable[str]] | None = None) -> None:
        known = {kind: set(map(normalise, names)) for kind, names in (people or {}).items()}
        self._given = known.get(GIVEN, set()) | known.get(FIRST, set())
        self._surnames = known.get(SURNAME, set())
        self._names = self._given | self._surnames
        self._middle = known.get(MAYBE, set())

    def is_named(self, normal: str, start: int, end: int) -> bool:
        """Whether what stands between two places is part of a person's name.

        A given name before a surname or another one, a surname behind a name, what may be one between both.
        """
        word = normal[start:end]
        if word in self._given:
            return self._follows(normal, end, self._names)
        if not self._precedes(normal, start):
            return False
        return self._is_surname(word) or (word in self._middle and self._follows(normal, end, self._surnames))

    def _is_surname(self, word: str) -> bool:
        """With the endings that one person's takes: রফিকুল ইসলামকে, but not কৃষ্ণ চাকমারা."""
        return any(stem in self._surnames for stem, ending in noun_cuts(word) if ending in _OF_ONE)

    def _follows(self, normal: str, end: int, known: Set[str]) -> bool:
        after = _AFTER.match(normal, end)
        return after is not None and not known.isdisjoint(_stems(after[1]))

    def _precedes(self, normal: str, start: int) -> bool:
        before = _BEFORE.search(normal, max(0, start - LONGEST), start)
        return before is not None and before[1] in self._names


def _stems(word: str) -> Iterable[str]:
    return (stem for stem, _ in noun_cuts(word))
