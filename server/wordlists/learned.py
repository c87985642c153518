"""Learned evidence at run time: entries and their weights, looked up and added up. No model.

Each distinct word of a stretch of text adds what its entries weigh, each distinct pair what it weighs; a clause whose
sum reaches 1 is a finding, told with the words that weighed most. It never blocks.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import reduce
from itertools import pairwise
from math import inf
from operator import or_
from typing import NamedTuple

from server.severity import Severity
from server.text.links import links
from server.text.sentences import sentences
from server.text.words import Word, words
from server.wordlists.beside import warned_in
from server.wordlists.evidence import ENOUGH
from server.wordlists.look import Match
from server.wordlists.names import LEADER, PERSON, Names
from server.wordlists.overlap import Cover
from server.wordlists.parts import (
    BASE,
    BEYOND,
    ENGLISH,
    FREE_WORDS,
    LATIN,
    MOST_SENSES,
    WITH,
    entries_of,
    stem_of,
    together,
)
from server.wordlists.schema import Term
from server.wordlists.speakers import CONTENT, SCALE, Reached, Speakers
from server.wordlists.stretches import (
    TOKEN,
    beyond,
    mostly_english,
    mostly_latin,
    script_of,
    stretches,
    tongue,
    words_beyond,
)
from server.wordlists.table import Row, Table
from server.wordlists.weighed import Weighed, heaviest, weighed_by

LEARNED, LEANING = "learned", "leaning"  # how a table matches: its sum is enough, or nearly
MAX_KEPT = 50_000  # distinct words whose weight is remembered

# All clauses' weights of an entry stand in one whole number, a field of 40 bits each, so that `sum` adds them at once.
_BITS = 40
_HALF = 1 << (_BITS - 1)
_KEPT = "", PERSON, LEADER  # kinds of words that are what they are in a person's name too
FEWEST = 9  # words of a stretch that may lean: a few words lean to many sides
FEWEST_CUED = 7  # and of one in which a cue may help


class Stretch(NamedTuple):
    """A part of a normal form that is added up by itself. `linked`: where addresses stand, whose words do not count.

    `until`: by when (`time.monotonic`); later it is a TimeoutError.
    """

    normal: str
    start: int
    end: int
    linked: Cover
    until: float = inf


class Learned:
    """The tables, compiled once. What is remembered of words is bounded and goes with the ruleset."""

    def __init__(
        self,
        all_tables: Sequence[Table],
        names: Names,
        belongs: Callable[[str], Iterable[str]],
        stands: Callable[[str, tuple[str, ...]], bool] = lambda normal, groups: False,
        is_named: Callable[[str, int, int], bool] = lambda normal, start, end: False,
    ) -> None:
        """`belongs`: what stands for a word: the groups and lists of which it is a term by itself, its senses; `stands`:
        whether a phrase of one of these groups stands in a normal form; `is_named`: whether a place is part of a name.
        """
        self.tables = tables = tuple(table for table in all_tables if not table.adds_to)
        self.shared = tuple(table for table in all_tables if table.adds_to)
        self.names = names
        self._belongs = belongs
        self._stands = stands
        self._is_named = is_named
        self._lists = [table.as_list() for table in tables]
        self._files: list[dict[str, str]] = [{} for _ in tables]  # by entry, the shared table's where its row is told
        self._rows = [self._counted(place) for place in range(len(tables))]
        self._single: dict[str, int] = defaultdict(int)
        self._pairs: dict[tuple[str, str], int] = defaultdict(int)
        self._together: dict[tuple[str, str], int] = defaultdict(int)  # two senses
        self._base = 0
        self._of_length = 0  # for each word beyond the free ones
        self._of_latin = 0  # where most words are in Latin letters
        self._of_english = 0  # where most of those are English
        for place, rows in enumerate(self._rows):
            for row in rows.values():
                self._add(row, place)
        self._paired = {word for pair in self._pairs for word in pair}
        self._stem_known = self._paired | {entry for entry in self._single if not entry.isascii()}
        self._kinds = {kind: self._single[kind] for kind in names.kinds if kind in self._single}
        self._weights: dict[str, int] = {}  # word → the sum of its entries
        self._stems: dict[str, str] = {}  # word → how pairs write it; "" where it is in none
        self._senses = _marks(self._together)  # sense → its mark, where it weighs something beside another
        self._partners = self._partnered()  # a sense's mark → the marks that weigh something beside it, what each does
        self._firsts = reduce(or_, self._partners, 0)
        self._about: dict[str, int] = {}  # word → the marks of its senses
        # Two more fields count words in Latin letters against others, and English ones among those.
        self._script, self._english = (1 << (_BITS * (len(tables) + more)) for more in (0, 1))
        self._zero = sum(_HALF << (_BITS * place) for place in range(len(tables) + 2))
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

    def _add(self, row: Row, place: int) -> None:
        packed = round(row.weight * SCALE) << (_BITS * place)
        first, space, second = row.entry.partition(" ")
        if row.entry == BASE:
            self._base += packed
        elif row.entry == BEYOND:
            self._of_length += packed
        elif row.entry == LATIN:
            self._of_latin += packed
        elif row.entry == ENGLISH:
            self._of_english += packed
        elif WITH in row.entry:
            one, _, other = row.entry.partition(WITH)
            self._together[one, other] += packed
        elif space:
            self._pairs[first, second] += packed
        else:
            self._single[row.entry] += packed

    def _partnered(self) -> dict[int, tuple[int, dict[int, int]]]:
        """Each pair once, by the mark of the sense that stands in fewer: those are met less often."""
        partners: dict[int, dict[int, int]] = defaultdict(dict)
        for pair, packed in self._together.items():
            often, seldom = sorted(map(self._senses.__getitem__, pair))
            partners[seldom][often] = packed
        return {sense: (reduce(or_, weights), weights) for sense, weights in partners.items()}

    def look(self, normal: str, listed: Sequence[Match] = ()) -> list[Match]:
        """What the tables find in a normal form, in the order of the text. `listed`: what the lists found there."""
        return self.look_further(normal, None, listed)[0]

    def look_further(
        self,
        normal: str,
        leanings: Mapping[str, float] | None,
        listed: Sequence[Match] = (),
        until: float = inf,
    ) -> tuple[list[Match], list[Match]]:
        """(what `look` finds, what tables lean to whose sum is not enough but reaches that of `leanings`, by the table's id).

        What is not added up by the moment `until` (`time.monotonic`) is left out.
        """
        found: list[Match] = []
        leaning: list[Match] = []
        if not self.tables:
            return found, leaning
        linked: Cover | None = None
        with suppress(TimeoutError):  # what was added up in time is told
            for start, end in stretches(normal):
                tokens = TOKEN.findall(normal, start, end)
                sums = self._sums(self._total(tokens, until))
                reached = list(self._speakers.reached(sums, leanings))
                if not reached and not listed:
                    continue
                told: set[tuple[str, str]] = set()  # two tables may speak for one check; once is enough
                clauses = warned_in(listed, start, end)
                for one in (*reached, *self._speakers.apart):
                    check = self._lists[one.place].folder, self._lists[one.place].id
                    if (
                        check in told
                        or (one.leans and len(tokens) < FEWEST)
                        or not self._speakers.counts(one, sums, clauses)
                    ):
                        continue
                    if one.is_cued and not self._is_cued(one.place, normal[start:end], len(tokens)):
                        continue
                    linked = linked or Cover(links(normal))
                    made = list(self._match(one, Stretch(normal, start, end, linked, until)))
                    (leaning if one.leans else found).extend(made)
                    if made:
                        told.add(check)
                        clauses.update([] if one.leans else [self.tables[one.place].clause])
        return found, leaning

    def leaning(self, table: str, normal: str, least: float, until: float = inf) -> list[Match]:
        """What one table, by its id, finds in a normal form where so low a sum is enough: for a check that looks for more.

        TimeoutError where it takes longer than until that moment (`time.monotonic`).
        """
        linked = Cover(links(normal))
        stretched = [Stretch(normal, start, end, linked, until) for start, end in stretches(normal)]
        places = [place for place, own in enumerate(self.tables) if own.id == table]
        reached = [Reached(place, least, least < ENOUGH) for place in places]
        return [match for stretch in stretched for one in reached for match in self._match(one, stretch)]

    def _total(self, tokens: list[str], until: float = inf) -> int:
        """The weights of all clauses for these words, packed."""
        _refuse_late(until)
        distinct = set(tokens)
        weights, stems = self._weights, self._stems
        if not distinct <= weights.keys():
            self._learn_words(distinct, until)
        total = self._base + sum(map(weights.__getitem__, distinct))
        if len(distinct) > FREE_WORDS:
            total += self._of_length * beyond(len(distinct))
        total += self._of_senses(reduce(or_, map(self._about.__getitem__, distinct), 0))
        shapes = list(map(stems.__getitem__, tokens))
        for kind in self._kinds.keys() & set(shapes):
            total += self._kinds[kind]
        for pair in self._pairs.keys() & set(pairwise(shapes)):
            total += self._pairs[pair]
        counted = (total + self._zero) >> (_BITS * len(self.tables))
        if counted & (2 * _HALF - 1) > _HALF:
            total += self._of_latin
            if counted >> _BITS > _HALF:
                total += self._of_english
        return total

    def _of_senses(self, about: int) -> int:
        """What these senses weigh beside each other, packed. `about`: their marks."""
        total = 0
        first = about & self._firsts if about.bit_count() <= MOST_SENSES else 0
        while first:
            one = first & -first
            first ^= one
            marks, weights = self._partners[one]
            beside = marks & about
            while beside:
                other = beside & -beside
                beside ^= other
                total += weights[other]
        return total

    def _learn_words(self, distinct: set[str], until: float) -> None:
        if len(self._weights) + len(distinct) > MAX_KEPT:
            self.forget()
        for token in distinct:
            if token not in self._weights:
                _refuse_late(until)
                trimmed = words(token)  # without the ঃ, ! @ $ that only end it
                entries, self._stems[token] = self._read(trimmed[0].text) if trimmed else ((), "")
                adds = sum(self._single.get(entry, 0) for entry in entries if entry not in self._kinds)
                self._about[token] = reduce(or_, (self._senses.get(entry, 0) for entry in entries), 0)
                self._weights[token] = adds + self._script * script_of(token) + self._english * tongue(token)

    def alone(self, word: str) -> tuple[float, ...]:
        """What a text of one word of the normal form sums up to, by table."""
        entries, _ = self._read(word)
        begun = [BASE, *([LATIN] if script_of(word) > 0 else []), *([ENGLISH] if tongue(word) > 0 else [])]
        adding = (*begun, *entries, *together(entry for entry in entries if entry in self._senses))
        return tuple(sum(rows[entry].weight for entry in adding if entry in rows) for rows in self._rows)

    def _read(self, word: str) -> tuple[tuple[str, ...], str]:
        """(the entries by which a word is looked up, how pairs write it: "" where it is in none)."""
        kind = self.names.kind(word)
        if kind:
            return (kind,), kind
        stem = stem_of(word, self._stem_known)
        return entries_of(word, stem, self._belongs(word)), stem if stem in self._paired else ""

    def forget(self) -> None:
        """Drops what is remembered of words."""
        self._weights.clear()
        self._stems.clear()
        self._about.clear()

    def _sums(self, total: int) -> list[int]:
        """What each table sums up to, unpacked: ten-thousandths."""
        total += self._zero
        return [((total >> (_BITS * place)) & (2 * _HALF - 1)) - _HALF for place in range(len(self.tables))]

    def _is_silenced(self, place: int, stretch: Stretch, told: Iterable[Weighed]) -> bool:
        """Whether a phrase with which the table has nothing to tell stands in the sentences of the words that it would tell."""
        unless, starts = self.tables[place].unless, [word.start for part in told for word in part.words]
        if not unless or not starts:
            return False
        normal = stretch.normal[stretch.start : stretch.end]
        first, last = min(starts) - stretch.start, max(starts) - stretch.start
        inside = [span for span in sentences(normal) if span[1] > first and span[0] <= last]
        return self._stands(normal[inside[0][0] : inside[-1][1]], unless)

    def _is_cued(self, place: int, stretch: str, words: int) -> bool:
        """Whether a phrase of the table's cues stands in a stretch of so many words, which are not too few."""
        return words >= FEWEST_CUED and self._stands(stretch, self.tables[place].cues)

    def sums(self, normal: str) -> Iterator[tuple[Table, float, list[Weighed], bool]]:
        """For each stretch and table: its sum, what adds to it or takes from it, the heaviest first, and whether it is silenced."""
        linked = Cover(links(normal))
        for start, end in stretches(normal):
            for place, table in enumerate(self.tables):
                stretch = Stretch(normal, start, end, linked)
                weighed = [part for part in self.weigh(place, stretch) if part.row]
                total = sum(part.weight for part in weighed) + self._unsaid(place, stretch)
                silenced = self._is_silenced(place, stretch, heaviest(weighed))
                yield table, total, sorted(weighed, key=lambda part: -abs(part.weight)), silenced

    def _match(self, reached: Reached, stretch: Stretch) -> Iterator[Match]:
        """The finding of one table in one stretch; none where it is silenced, or words inside addresses, or kinds and groups alone, made the sum."""
        place, least, leans, is_beside, _ = reached
        weighed = self.weigh(place, stretch)
        if sum(part.weight for part in weighed) + self._unsaid(place, stretch) < least - 1 / SCALE:
            return
        if not any(part.is_said for part in weighed) or (is_beside and not any(part.is_named for part in weighed)):
            return
        told = heaviest(weighed)
        if self._is_silenced(place, stretch, told):
            return
        row = (told[0].row if told else None) or Row(BASE, 0.0)
        word_list = self._lists[place]
        file = self._files[place].get(row.entry, word_list.file)
        term = Term(row.entry, file, row.line, weight=min(ENOUGH, row.weight))
        spans = tuple(sorted({(word.start, word.end) for part in told for word in part.words}))
        how, most = (LEANING, Severity.ADVISE) if leans else (LEARNED, Severity.WARN)
        yield Match(word_list, term, min(self.tables[place].severity, most), spans, how=how)

    def _unsaid(self, place: int, stretch: Stretch) -> float:
        """What a stretch adds to a table's sum whatever its words: by being one, by its letters and its length."""
        known = self._rows[place]
        base, of_latin, of_english, of_length = map(known.get, (BASE, LATIN, ENGLISH, BEYOND))
        where = stretch.normal, stretch.start, stretch.end
        found = base.weight if base else 0.0
        found += of_latin.weight if of_latin and mostly_latin(*where) else 0.0
        found += of_english.weight if of_english and mostly_english(*where) else 0.0
        return found + (of_length.weight * words_beyond(*where) if of_length else 0.0)

    def weigh(self, place: int, stretch: Stretch) -> list[Weighed]:
        """What each distinct word and pair of a stretch adds to a table's sum; for clause 9 a surname in its place is no faith."""
        normal, start, end, linked, until = stretch
        rows, of_groups = self._rows[place], self.tables[place].clause.startswith(CONTENT)
        shapes: dict[str, str] = {}  # word → how pairs write it
        about: dict[str, Word] = {}  # sense → the first word that has it
        found: dict[object, Weighed] = {}
        before, last = "", None
        for text, at, _ in words(normal[start:end]):
            word = Word(text, start + at, start + at + len(text))
            if linked.holds(word.start, word.end):
                continue
            named = of_groups and self._is_named(normal, word.start, word.end) and self.names.kind(text) not in _KEPT
            read = PERSON if named else text
            if read not in shapes:
                _refuse_late(until)
                entries, shapes[read] = ((PERSON,), PERSON) if named else self._read(text)
                name = entries[0] if entries[:1] and entries[0] in self._kinds else read
                if name not in found:
                    found[name] = weighed_by((word,), entries, rows)
                for sense in entries:
                    if sense in self._senses:
                        about.setdefault(sense, word)
            shape = shapes[read]
            if last and before and shape and (before, shape) not in found:
                found[before, shape] = weighed_by((last, word), (f"{before} {shape}",), rows)
            before, last = shape, word
        for entry in filter(rows.__contains__, together(about)):
            one, _, other = entry.partition(WITH)
            found[entry] = weighed_by(tuple(dict.fromkeys((about[one], about[other]))), (entry,), rows)
        return list(found.values())


def _refuse_late(until: float) -> None:
    """TimeoutError where that moment is past: a draft may be one stretch of thousands of new words."""
    if time.monotonic() > until:
        raise TimeoutError


def _marks(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """A bit for each sense, the lowest for the one that stands in most pairs."""
    often = Counter(sense for pair in pairs for sense in pair)
    return {sense: 1 << place for place, (sense, _) in enumerate(often.most_common())}
