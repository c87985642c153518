"""Learned evidence at run time: entries and their weights, looked up and added up. No model.

Each distinct word of a stretch of text adds what its entries weigh, each distinct pair what it weighs; a clause whose
sum reaches 1 is a finding, told with the words that weighed most. It never blocks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from math import inf
from typing import NamedTuple

from server.severity import Severity
from server.text.sentences import sentences
from server.text.words import Word, words
from server.wordlists.learned.beside import says_more, warned_in
from server.wordlists.learned.names import LEADER, PERSON, Names
from server.wordlists.learned.packed import OF_A_NAME, Packed, refuse_late
from server.wordlists.learned.parts import BASE, TIES, WITH, together
from server.wordlists.learned.remarks import LONG, Remarks
from server.wordlists.learned.speakers import CONTENT, SCALE, SECOND, Reached, Speakers
from server.wordlists.learned.stretches import stretches, tokens_of, weighable
from server.wordlists.learned.weighed import Weighed, heaviest, weighed_by
from server.wordlists.matching.look import Match
from server.wordlists.matching.overlap import Span
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.schema import Term
from server.wordlists.reading.table import Row, Table

LEARNED, LEANING = "learned", "leaning"  # how a table matches: its sum is enough, or nearly
FEWEST = 9  # words of a stretch that may lean: a few words lean to many sides
FEWEST_CUED = 7  # and of one in which a cue may help
UNLESS, PLAIN_ALONE = "unless", "plain"  # what silences a table: a phrase beside, that a plain word is all there is
BESIDE_PLAIN = 0.05  # what others have to add beside a plain word
_FILLED = re.compile(" *")


Forgives = Callable[[Sequence[Span]], bool]  # whether these spans are quoted to be condemned


class Stretch(NamedTuple):
    """A part of a normal form that is added up by itself. `text`: the same without addresses and what frames a post, whose words
    do not count, and with its names of several words folded.

    `until`: by when (`time.monotonic`); later it is a TimeoutError. `forgives`: by clause, made once for all stretches of a text.
    """

    normal: str
    text: str
    start: int
    end: int
    until: float
    forgives: dict[str, Forgives]

    def tokens(self) -> list[str]:
        """Its words, in order."""
        return tokens_of(self.text, self.start, self.end)


def _name_at(stretch: Stretch, start: int, kind: str) -> Word:
    """The word that stands for a name of several, over all of that name: behind it spaces fill it up."""
    end = _FILLED.match(stretch.text, start + len(kind), stretch.end).end()  # type: ignore[union-attr]  # it matches anywhere
    return Word(kind, start, start + len(stretch.normal[start:end].rstrip()))


def _pieces(stretch: Stretch, remarks: Sequence[Span]) -> Iterator[Stretch]:
    """The sentences of a stretch, each by itself."""
    first = bisect_left(remarks, (stretch.start, 0))
    for start, end in remarks[first : bisect_left(remarks, (stretch.end, 0))]:
        yield stretch._replace(start=start, end=end)


class Learned:
    """The tables, compiled once. What is remembered of words is bounded and goes with the ruleset."""

    def __init__(
        self,
        all_tables: Sequence[Table],
        names: Names,
        belongs: Callable[[str], Iterable[str]],
        stands: Callable[[str, tuple[str, ...]], bool] = lambda normal, groups: False,
        is_named: Callable[[str, int, int], bool] = lambda normal, start, end: False,
        forgives: Callable[[str, str], Forgives] = lambda clause, normal: lambda spans: False,
        frames: Callable[[str], Sequence[Span]] = lambda normal: (),
        plain: Container[str] = (),
    ) -> None:
        """`belongs`: what stands for a word: the groups and lists of which it is a term by itself, its senses; `stands`:
        whether a phrase of one of these groups stands in a normal form; `is_named`: whether a place is part of a name;
        `forgives`: for a clause and a normal form, what tells of spans whether they are quoted and beside the marks stands what was done about it;
        `frames`: where in a normal form stands what frames a post and is not what it says; `plain`: words that are no finding by themselves.
        """
        self.tables = tables = tuple(table for table in all_tables if not table.adds_to)
        self.shared = tuple(table for table in all_tables if table.adds_to)
        self.names = names
        self._of_groups = names.kinds - {PERSON, LEADER}  # what a word is no longer within a person's name
        self._content = [table.clause.startswith(CONTENT) for table in tables]
        self._of_clause: dict[str, list[int]] = {}
        for place, table in enumerate(tables):
            if self._content[place]:
                self._of_clause.setdefault(table.clause, []).append(place)
        self._stands = stands
        self._is_named = is_named
        self._forgives = forgives
        self._frames = frames
        self._plain = plain
        self._lists = [table.as_list() for table in tables]
        self._remarks = Remarks(tables)
        self._files: list[dict[str, str]] = [{} for _ in tables]  # by entry, the shared table's where its row is told
        self._rows = [self._counted(place) for place in range(len(tables))]
        self._packed = Packed(self._rows, names, belongs)
        self._speakers = Speakers(tables)

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

    def stretched(self, normal: str, until: float = inf, without: Sequence[Span] = ()) -> Iterator[Stretch]:
        """The stretches of a normal form. `without`: places whose words do not count."""
        text, forgives = weighable(normal, self.names.fold, self._frames, without), dict[str, Forgives]()
        return (Stretch(normal, text, start, end, until, forgives) for start, end in stretches(normal))

    def look(self, normal: str) -> list[Match]:
        """What the tables find in a normal form by themselves, in the order of the text."""
        return self.look_further(normal, None)[0]

    def look_further(
        self,
        normal: str,
        leanings: Mapping[str, float] | None,
        listed: Sequence[Match] = (),
        until: float = inf,
        excepted: Sequence[Span] = (),
    ) -> tuple[list[Match], list[Match]]:
        """(what `look` finds, what tables lean to whose sum is not enough but reaches that of `leanings`, by the table's id).

        `excepted`: places of words that a list's exception lets go; they do not count here either.

        What is not added up by the moment `until` (`time.monotonic`) is left out.
        """
        found: list[Match] = []
        leaning: list[Match] = []
        if not self.tables:
            return found, leaning
        remarks = self._remarks.of(normal)
        with suppress(TimeoutError):  # what was added up in time is told
            for stretch in self.stretched(normal, until, excepted):
                sums = self._sums(stretch)
                reached = list(self._speakers.reached(sums, leanings))
                if not reached and not listed:
                    found += self._slipped_in(stretch, sums, remarks, found)
                    continue
                told: set[tuple[str, str]] = set()  # two tables may speak for one check; once is enough
                warned = warned_in(listed, stretch.start, stretch.end)
                clauses = {match.word_list.clause for match in warned}
                for one in (*reached, *self._speakers.apart):
                    check = self._lists[one.place].folder, self._lists[one.place].id
                    if check in told or not self._speakers.counts(one, sums, clauses) or self._is_short(one, stretch):
                        continue
                    more = self._speakers.needs_more(one.place, warned)
                    if more and sums[one.place] < SECOND:
                        continue
                    made = [match for match in self._match(one, stretch) if not more or says_more(match, warned)]
                    (leaning if one.leans else found).extend(made)
                    if made:
                        told.add(check)
                        clauses.update([] if one.leans else [self.tables[one.place].clause])
                found += self._slipped_in(stretch, sums, remarks, [*warned, *found])
        return found, leaning

    def _slipped_in(
        self, stretch: Stretch, sums: Sequence[int], remarks: Sequence[Span], told: Sequence[Match]
    ) -> Iterator[Match]:
        """What single sentences of a text say by themselves, where nothing is told in them yet: each table once, but those of clause 9."""
        is_long = len(stretch.normal) > LONG
        asked = self._remarks.asked(sums, is_long) if remarks else ()
        if not asked:
            return
        spoke = {(match.word_list.folder, match.word_list.id) for match in told}
        for piece in _pieces(stretch, remarks):
            if any(piece.start <= span[0] < piece.end for match in told for span in match.spans):
                continue
            # Most say little whoever is named in them: only the others are read once more, with surnames as no faiths.
            if not self._remarks.reached(asked, self._packed.sums(piece.tokens(), piece.until), is_long):
                continue
            for place in self._remarks.reached(asked, self._sums(piece), is_long):
                check = self._lists[place].folder, self._lists[place].id
                if self._content[place] or check not in spoke:
                    spoke.add(check)
                    yield from (match._replace(of_sentence=True) for match in self._match(Reached(place), piece))

    def leaning(self, table: str, normal: str, least: float, until: float = inf) -> list[Match]:
        """What one table, by its id, finds in a normal form where so low a sum is enough: for a check that looks for more.

        TimeoutError where it takes longer than until that moment (`time.monotonic`).
        """
        found: list[Match] = []
        places = [place for place, own in enumerate(self.tables) if own.id == table]
        for stretch in self.stretched(normal, until) if places else ():
            sums = self._sums(stretch)
            speaking = [Reached(place, least < ENOUGH) for place in places if sums[place] >= round(least * SCALE)]
            found += (match for one in speaking for match in self._match(one, stretch))
        return found

    def places_of(self, clause: str) -> Sequence[int]:
        """The places of a clause's tables of content; () where nothing was learned of it."""
        return self._of_clause.get(clause, ())

    def sums_of(self, tokens: list[str], until: float = inf) -> list[float]:
        """What each table sums up to over some words, by its place. TimeoutError after that moment (`time.monotonic`)."""
        return [own / SCALE for own in self._packed.sums(tokens, until)]

    def _sums(self, stretch: Stretch) -> list[int]:
        """What each table sums up to: ten-thousandths. For clause 9 a surname in its place is no faith."""
        tokens = stretch.tokens()
        sums = self._packed.sums(tokens, stretch.until)
        if self._of_groups.isdisjoint(self._packed.shapes(tokens)):
            return sums
        of_people = self._packed.sums([read for _, read in self._read(stretch, True)], stretch.until, marked=True)
        return [other if content else own for own, other, content in zip(sums, of_people, self._content, strict=True)]

    def _read(self, stretch: Stretch, as_people: bool) -> Iterator[tuple[Word, str]]:
        """Each word of a stretch and how it is read; `as_people`: what is part of a person's name as that, not as a faith."""
        for text, at, _ in words(stretch.text[stretch.start : stretch.end]):
            start = stretch.start + at
            if text in self.names.kinds:
                yield _name_at(stretch, start, text), text
                continue
            word = Word(text, start, start + len(text))
            named = as_people and self._is_named(stretch.normal, word.start, word.end)
            yield word, f"{OF_A_NAME}{text}" if named and self.names.kind(text) in self._of_groups else text

    def alone(self, word: str) -> tuple[float, ...]:
        """What a text of one word of the normal form sums up to, by table."""
        return tuple(own / SCALE for own in self._packed.sums([word]))

    def forget(self) -> None:
        """Drops what is remembered of words."""
        self._packed.forget()

    def _told(self, place: int, weighed: Sequence[Weighed]) -> list[Weighed] | None:
        """What is told of a stretch, the heaviest first. A plain word never by itself; None where it is all there is."""
        told = heaviest(weighed)
        if len(told) != 1 or len(told[0].words) > 1 or not self._is_plain_enough(place, told[0].words[0].text):
            return told
        others = sorted(
            (part for part in weighed if part.weight > 0 and part is not told[0]), key=lambda part: -part.weight
        )
        return [*told, others[0]] if sum(part.weight for part in others) >= BESIDE_PLAIN else None

    def _is_plain_enough(self, place: int, word: str) -> bool:
        """Whether a plain word would be a finding of the table by itself."""
        return word in self._plain and self.alone(word)[place] >= ENOUGH

    def _is_silenced(self, place: int, stretch: Stretch, told: Iterable[Weighed]) -> bool:
        """Whether a phrase with which the table has nothing to tell stands in the sentences of the words that it would tell.

        For clause 9 it has nothing to tell of what is quoted to be condemned.
        """
        said = [
            (word.start, word.end) for part in told for word in part.words if self._content[place] and not part.is_name
        ]
        if said and self._forgiving(self.tables[place].clause, stretch)(said):
            return True
        unless, starts = self.tables[place].unless, [word.start for part in told for word in part.words]
        if not unless or not starts:
            return False
        normal = stretch.normal[stretch.start : stretch.end]
        first, last = min(starts) - stretch.start, max(starts) - stretch.start
        inside = [span for span in sentences(normal) if span[1] > first and span[0] <= last]
        return self._stands(normal[inside[0][0] : inside[-1][1]], unless)

    def _forgiving(self, clause: str, stretch: Stretch) -> Forgives:
        """What forgives a clause in the text of a stretch: its marks and sentences are looked for once."""
        if clause not in stretch.forgives:
            stretch.forgives[clause] = self._forgives(clause, stretch.normal)
        return stretch.forgives[clause]

    def _is_short(self, one: Reached, stretch: Stretch) -> bool:
        """Whether a table that is short of enough speaks of too few words, or where none of its cues stands."""
        if one.leans:
            return len(stretch.tokens()) < FEWEST
        if one.is_cued:
            normal = stretch.normal[stretch.start : stretch.end]
            return len(stretch.tokens()) < FEWEST_CUED or not self._stands(normal, self.tables[one.place].cues)
        return False

    def sums(self, normal: str, excepted: Sequence[Span] = ()) -> Iterator[tuple[Table, float, list[Weighed], str]]:
        """For each stretch and table: its sum, what adds to it or takes from it, the heaviest first, and what silences it, if anything.

        `excepted`: as in `look_further`.
        """
        for stretch in self.stretched(normal, without=excepted):
            for place, own in enumerate(self._sums(stretch)):
                yield self.tables[place], own / SCALE, *self._said(place, stretch)

    def sums_of_sentences(
        self, normal: str, excepted: Sequence[Span] = ()
    ) -> Iterator[tuple[Table, float, list[Weighed], str, float]]:
        """As `sums`, of each sentence of several and the tables that look at them; the last is what is enough there."""
        remarks, is_long = self._remarks.of(normal), len(normal) > LONG
        for stretch in self.stretched(normal, without=excepted):
            for piece in _pieces(stretch, remarks):
                own = self._sums(piece)
                for place in self._remarks.places:
                    least = self._remarks.least(place, is_long) / SCALE
                    yield self.tables[place], own[place] / SCALE, *self._said(place, piece), least

    def _said(self, place: int, stretch: Stretch) -> tuple[list[Weighed], str]:
        """What adds to a table's sum or takes from it, the heaviest first, and what silences the table: `UNLESS`, `PLAIN_ALONE` or ""."""
        weighed = [part for part in self.weigh(place, stretch) if part.row]
        told = self._told(place, weighed)
        silenced = PLAIN_ALONE if told is None else UNLESS if self._is_silenced(place, stretch, told) else ""
        return sorted(weighed, key=lambda part: -abs(part.weight)), silenced

    def _match(self, reached: Reached, stretch: Stretch) -> Iterator[Match]:
        """The finding of one table in one stretch; none where it is silenced, or kinds and groups alone made the sum."""
        place = reached.place
        weighed = self.weigh(place, stretch)
        named = not reached.is_beside or any(part.is_named for part in weighed)
        told = self._told(place, weighed)
        if not named or told is None or not any(part.is_said for part in weighed):
            return
        if self._is_silenced(place, stretch, told):
            return
        row = (told[0].row if told else None) or Row(BASE, 0.0)
        word_list = self._lists[place]
        file = self._files[place].get(row.entry, word_list.file)
        term = Term(row.entry, file, row.line, weight=min(ENOUGH, row.weight))
        spans = tuple(sorted({(word.start, word.end) for part in told for word in part.words}))
        how, most = (LEANING, Severity.ADVISE) if reached.leans else (LEARNED, Severity.WARN)
        yield Match(word_list, term, min(self.tables[place].severity, most), spans, how=how)

    def weigh(self, place: int, stretch: Stretch) -> list[Weighed]:
        """What each distinct word and pair of a stretch adds to a table's sum; for clause 9 a surname in its place is no faith."""
        rows = self._rows[place]
        shapes: dict[str, str] = {}  # word → how pairs write it
        about: dict[str, Word] = {}  # sense → the first word that has it
        found: dict[object, Weighed] = {}
        before, last = "", None
        for word, read in self._read(stretch, self._content[place]):
            if read not in shapes:
                refuse_late(stretch.until)
                entries, shapes[read] = self._packed.read(read)
                name = entries[0] if entries[:1] and entries[0] in self.names.kinds else read
                if name not in found:
                    made = weighed_by((word,), entries, rows)
                    found[name] = made._replace(is_name=True) if read in TIES and made.weight > 0 else made
                for sense in entries:
                    if sense in self._packed.senses:
                        about.setdefault(sense, word)
            shape = shapes[read]
            if last and before and shape and (before, shape) not in found:
                found[before, shape] = weighed_by((last, word), (f"{before} {shape}",), rows)
            before, last = shape, word
        for entry in filter(rows.__contains__, together(about)):
            one, _, other = entry.partition(WITH)
            found[entry] = weighed_by(tuple(dict.fromkeys((about[one], about[other]))), (entry,), rows)
        return list(found.values())
