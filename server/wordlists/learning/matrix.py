"""Texts as counts of entries: the same parts and pairs that are looked up at run time. Development only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from server.text.heard import entry_key
from server.text.spans import Span
from server.wordlists.learned.names import Names
from server.wordlists.learned.parts import GROUP, NAME, WITH, entries_of, is_said, stem_of, together
from server.wordlists.learned.stretches import (
    mostly_english,
    mostly_latin,
    stretches,
    tokens_of,
    weighable,
    words_beyond,
)

FEWEST_TOGETHER = 12  # texts in which two senses must stand together
FEWEST_STEM = 3  # texts in which a stem must stand by itself to be cut to


class Reader:
    """Turns texts into counts of entries; what it knows of stems comes from the texts it was made with.

    `kinds_of`: what stands for a word: the groups and lists of which it is a term by itself, its senses; `frames`: where
    what frames a post stands in a normal form.
    """

    def __init__(
        self,
        texts: Iterable[str],
        names: Names,
        kinds_of: Callable[[str], Iterable[str]],
        senses: Iterable[str] = (),
        frames: Callable[[str], Sequence[Span]] = lambda normal: (),
    ) -> None:
        seen: Counter[str] = Counter()
        self._names, self._frames = names, frames
        for text in texts:
            seen.update(set(map(entry_key, tokens_of(self.weighable(text)))))
        self.known = {word for word, count in seen.items() if count >= FEWEST_STEM}
        self._kinds_of = kinds_of
        self._read = lru_cache(maxsize=None)(self._word)
        self.senses = {f"{GROUP}{name}" for name in senses}

    def _word(self, word: str) -> tuple[str, tuple[str, ...]]:
        kind = self._names.kind(word)
        if kind:
            return kind, ()
        stem = stem_of(word, self.known)
        return stem, entries_of(word, stem, self._kinds_of(word))

    def weighable(self, normal: str) -> str:
        """A normal form as it is added up, place by place: without addresses and frame, its names of several words folded."""
        return weighable(normal, self._names.fold, self._frames)

    def entries(self, text: str) -> Counter[str]:
        """How often each entry is found in such a text: once for each distinct word or pair."""
        inside = tokens_of(text)
        found: Counter[str] = Counter()
        for word in sorted(set(inside)):
            found.update(self._read(word)[1])
        shapes = [self._read(word)[0] for word in inside]
        found.update({shape for shape in shapes if shape.startswith(NAME)})
        found.update({f"{first} {second}" for first, second in pairwise(shapes)})
        found.update(together(self.senses & found.keys()))
        return found

    def allows(self, entry: str) -> bool:
        """Whether an entry may stand in a table: no number that may be someone's own, no name or part of one."""
        if entry.startswith(GROUP):
            return True
        if any(letter.isdigit() for letter in entry) or entry.startswith("#"):
            return False
        whole = (word for word in entry.split() if is_said(word))
        return not self._names.touches(entry) and not any(self._names.kind(word) for word in whole)


class Matrix:
    """Stretches of texts, and whole texts, × entries. Entries of fewer than `fewest` rows are left out.

    A text is asked stretch by stretch, as at run time, but taught whole: nobody said where in it it goes wrong.
    `owners`: the number of each row's text; `asked`, `taught`: the rows for either; a text of one stretch has one row.
    `beyond`: how many words of each row `*+` counts; `latin`, `english`: whether `*a-z`, `*en` count it.
    """

    def __init__(self, texts: Sequence[str], reader: Reader, fewest: int) -> None:
        counted: list[Counter[str]] = []
        kinds: list[tuple[int, bool, bool, int, bool, bool]] = []
        for number, normal in enumerate(texts):
            text = reader.weighable(normal)
            cuts = list(stretches(text))
            for start, end in cuts:
                counted.append(reader.entries(text[start:end]))
                kinds.append((number, True, len(cuts) == 1, *_kind(text, start, end)))
            if len(cuts) > 1:
                counted.append(reader.entries(text))
                kinds.append((number, False, True, *_kind(text, 0, len(text))))
        self._senses = reader.senses
        self.owners, self.asked, self.taught, self.beyond, self.latin, self.english = map(
            np.array, zip(*kinds, strict=True)
        )
        seen = Counter(entry for found in counted for entry in found)
        self.entries = sorted(
            entry
            for entry, count in seen.items()
            if count >= (FEWEST_TOGETHER if WITH in entry else fewest) and reader.allows(entry)
        )
        place = {entry: number for number, entry in enumerate(self.entries)}
        cells = [[(place[e], n) for e, n in found.items() if e in place] for found in counted]
        ends = np.cumsum([0, *map(len, cells)])
        columns = np.fromiter((column for row in cells for column, _ in row), dtype=np.int32, count=int(ends[-1]))
        values = np.fromiter((value for row in cells for _, value in row), dtype=np.float32, count=int(ends[-1]))
        self.counts = csr_matrix((values, columns, ends), shape=(len(counted), len(self.entries)))
        self._drop_twins()

    def offered(self, senses: int) -> Any:
        """The numbers of the columns that may be chosen: those that name at most so many things that words are about."""
        return np.array([n for n, entry in enumerate(self.entries) if self._about(entry) <= senses])

    def only(self, inside: Any) -> Matrix:
        """The rows of these texts alone. The columns stay: an entry may be left with no row."""
        rows = inside[self.owners]
        other = copy(self)
        other.counts = self.counts[rows]
        other.owners = np.cumsum(inside)[self.owners[rows]] - 1
        for name in ("asked", "taught", "beyond", "latin", "english"):
            setattr(other, name, getattr(self, name)[rows])
        return other

    def _about(self, entry: str) -> int:
        """How many senses an entry names."""
        return sum(part in self._senses for part in entry.split(WITH))

    def _drop_twins(self) -> None:
        """Of entries that stand in the very same rows only the word, else the pair, else the longest piece is kept."""
        by_entry = self.counts.tocsc()
        alike: dict[bytes, int] = {}
        for column, (start, end) in enumerate(pairwise(by_entry.indptr)):
            rows = by_entry.indices[start:end].tobytes()
            alike[rows] = max(alike.get(rows, column), column, key=self._telling)
        kept = sorted(alike.values())
        self.counts = self.counts[:, kept]
        self.counts.sort_indices()
        self.entries = [self.entries[column] for column in kept]
        self.place = {entry: number for number, entry in enumerate(self.entries)}

    def _telling(self, column: int) -> tuple[bool, bool, bool, int]:
        """A word tells most, in its own letters before its sound; a pair binds it to a neighbour that need not be there."""
        entry = self.entries[column]
        return is_said(entry), " " not in entry, not entry.isascii(), len(entry)


def _kind(text: str, start: int, end: int) -> tuple[int, bool, bool]:
    where = text, start, end
    return words_beyond(*where), mostly_latin(*where), mostly_english(*where)
