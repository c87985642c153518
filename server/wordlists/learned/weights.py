"""The weights of all tables, looked up for each distinct word and pair of a stretch and added up."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from math import inf

from server.text.bounded import Bounded
from server.text.shapes import Word
from server.text.words import words
from server.wordlists.learned.lookups import Lookups
from server.wordlists.learned.names import LEADER, PERSON
from server.wordlists.learned.packed import OF_A_NAME, Packed, refuse_late
from server.wordlists.learned.parts import FULL_WORDS, TIES, WITH, together
from server.wordlists.learned.speakers import CONTENT, SCALE
from server.wordlists.learned.stretches import Stretch
from server.wordlists.learned.weighed import Weighed, weighed_by
from server.wordlists.reading.table import Row, Table

_FILLED = re.compile(" *")
# code points of a remembered stretch, and how many are remembered, of a fifth of a kilobyte each
_LONGEST, _MOST = 1024, 4096


class Weights:
    """The tables' rows by entry, compiled once; a table is known by its place. What is remembered of words is bounded."""

    def __init__(self, all_tables: Sequence[Table], lookups: Lookups) -> None:
        self.tables = tuple(table for table in all_tables if not table.adds_to)
        self.shared = tuple(table for table in all_tables if table.adds_to)
        self.content = [table.clause.startswith(CONTENT) for table in self.tables]
        self._names = lookups.names
        self._is_named = lookups.is_named
        self._of_groups = self._names.kinds - {PERSON, LEADER}  # what a word is no longer within a person's name
        # by entry, the shared table's where its row is told
        self._files: list[dict[str, str]] = [{} for _ in self.tables]
        self._rows = [self._counted(place) for place in range(len(self.tables))]
        self._packed = Packed(self._rows, self._names, lookups.kinds_of)
        self._few = [round(table.few_words * SCALE) for table in self.tables]
        # what recent stretches sum up to, by their hash: as a writer types on, all but the last comes again with each check
        self._said: Bounded[int, Sequence[int]] = Bounded(_MOST)

    def _counted(self, place: int) -> dict[str, Row]:
        """The rows that count for a table by entry: its own, and those of a shared table; where both have one, their sum."""
        own = self.tables[place]
        rows = {row.entry: row for row in own.counting()}
        lent = ((row, table.file) for table in self.shared if table.adds_to == own.rival for row in table.counting())
        for row, file in lent:
            beside = rows.get(row.entry)
            heavier = beside if beside and beside.weight >= row.weight else row
            if heavier is row:
                self._files[place][row.entry] = file
            rows[row.entry] = heavier._replace(weight=row.weight + beside.weight) if beside else row
        return rows

    def file_of(self, place: int, entry: str) -> str:
        """The file in which stands the row of a table that is told for an entry."""
        return self._files[place].get(entry, self.tables[place].file)

    def sums_of(self, tokens: Sequence[str], until: float = inf) -> list[int]:
        """What each table sums up to over some words: ten-thousandths. TimeoutError after that moment (`time.monotonic`)."""
        return self._packed.sums(tokens, until)

    def said(self, stretch: Stretch, tokens: Sequence[str] = ()) -> Sequence[int]:
        """What each table sums up to over the words of a stretch, whoever is named in it: ten-thousandths. No text is kept.

        `tokens`: the stretch's own, where they are known.
        """
        text = stretch.text[stretch.start : stretch.end]
        known = self._said.get(hash(text))
        if known is not None:
            return known
        found = array("q", self._packed.sums(tokens or stretch.tokens(), stretch.until))
        return self._said.keep(hash(text), found) if len(text) <= _LONGEST else found

    def sums(self, stretch: Stretch) -> Sequence[int]:
        """What each table sums up to: ten-thousandths.

        For clause 9 a word that is part of a person's name is not read as a faith or a people. What so few words take off
        (`few_words`) is taken off.
        """
        tokens = stretch.tokens()
        sums = self.said(stretch, tokens)
        if self._names_a_person(stretch, tokens):
            read = [read for _, read in self._read(stretch, True)]
            of_people = self._packed.sums(read, stretch.until, marked=True)
            sums = [
                other if content else own for own, other, content in zip(sums, of_people, self.content, strict=True)
            ]
        few = self.few(tokens)
        return [own - less for own, less in zip(sums, few, strict=True)] if few else sums

    def _names_a_person(self, stretch: Stretch, tokens: Sequence[str]) -> bool:
        """Whether a name that stands for a group is part of a person's somewhere in a stretch of these words."""
        asked = {text for text in set(tokens) if self._packed.shape(text) in self._of_groups} - self._names.kinds
        inside = words(stretch.text[stretch.start : stretch.end]) if asked else ()
        start = stretch.start
        return any(
            text in asked and self._is_named(stretch.normal, start + first, start + last)
            for text, first, last in inside
        )

    def few(self, tokens: Sequence[str]) -> Sequence[int]:
        """What so few words take from the sum of each table: ten-thousandths; () where they are enough."""
        missing = FULL_WORDS - len(set(tokens))
        return [missing * each for each in self._few] if missing > 0 else ()

    def _read(self, stretch: Stretch, as_people: bool) -> Iterator[tuple[Word, str]]:
        """Each word of a stretch and how it is read; `as_people`: what is part of a person's name as that, not as a faith."""
        for text, at, _ in words(stretch.text[stretch.start : stretch.end]):
            start = stretch.start + at
            if text in self._names.kinds:
                yield _name_at(stretch, start, text), text
                continue
            word = Word(text, start, start + len(text))
            of_group = as_people and self._packed.shape(text) in self._of_groups
            named = of_group and self._is_named(stretch.normal, word.start, word.end)
            yield word, f"{OF_A_NAME}{text}" if named else text

    def alone(self, word: str) -> tuple[float, ...]:
        """What a text of one word of the normal form sums up to, by table."""
        return tuple(own / SCALE for own in self._packed.sums([word]))

    def weigh(self, place: int, stretch: Stretch) -> list[Weighed]:
        """What each distinct word and pair of a stretch that the table has adds to its sum; names are read as in `sums`."""
        rows = self._rows[place]
        shapes: dict[str, str] = {}  # word → how pairs write it
        about: dict[str, Word] = {}  # sense → the first word that has it
        found: dict[object, Weighed] = {}
        before, last = "", None
        for word, read in self._read(stretch, self.content[place]):
            if read not in shapes:
                refuse_late(stretch.until)
                entries, shapes[read] = self._packed.counting(read)
                name = entries[0] if entries[:1] and entries[0] in self._names.kinds else read
                if name not in found:
                    made = weighed_by((word,), entries, rows)
                    found[name] = made._replace(is_name=True) if read in TIES and made.weight > 0 else made
                for sense in entries:
                    if sense in self._packed.senses:
                        about.setdefault(sense, word)
            shape = shapes[read]
            pair = f"{before} {shape}" if before and shape else ""
            if last and pair in rows and (before, shape) not in found:
                found[before, shape] = weighed_by((last, word), (pair,), rows)
            before, last = shape, word
        for entry in filter(rows.__contains__, together(about)):
            one, _, other = entry.partition(WITH)
            found[entry] = weighed_by(tuple(dict.fromkeys((about[one], about[other]))), (entry,), rows)
        return [part for part in found.values() if part.row]

    def forget(self) -> None:
        """Drops what is remembered of words."""
        self._packed.forget()
        self._said.clear()


def _name_at(stretch: Stretch, start: int, kind: str) -> Word:
    """The word that stands for a name of several, over all of that name: behind it spaces fill it up."""
    end = _FILLED.match(stretch.text, start + len(kind), stretch.end).end()  # type: ignore[union-attr]  # it matches anywhere
    return Word(kind, start, start + len(stretch.normal[start:end].rstrip()))
