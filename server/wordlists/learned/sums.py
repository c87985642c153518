"""Learned evidence at run time: entries and their weights, looked up and added up. No model.

Each distinct word of a stretch of text adds what its entries weigh, each distinct pair what it weighs; a clause whose
sum reaches 1 is a finding, told with the words that weighed most. It never blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from math import inf

from server.severity import Severity
from server.wordlists.learned.beside import says_more, warned_in
from server.wordlists.learned.bodies import PROPER, bodies
from server.wordlists.learned.lookups import Forgives, Lookups
from server.wordlists.learned.parts import BASE
from server.wordlists.learned.remarks import LONG, Remarks
from server.wordlists.learned.silences import KINDS_ALONE, OTHER_LETTER, SHORT, TOLD, Silences
from server.wordlists.learned.speakers import CONTENT, SCALE, SECOND, Reached, Speakers
from server.wordlists.learned.stretches import Stretch, stretches, weighable
from server.wordlists.learned.weights import Weights
from server.wordlists.matching.look import Match
from server.wordlists.matching.overlap import Span
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.schema import Term
from server.wordlists.reading.table import Row, Table

LEARNED, LEANING = "learned", "leaning"  # how a table matches: its sum is enough, or nearly


class Learned:
    """The tables, compiled once. What is remembered of words is bounded and goes with the ruleset."""

    def __init__(self, all_tables: Sequence[Table], lookups: Lookups) -> None:
        self.weights = Weights(all_tables, lookups)
        self.tables, self.shared = self.weights.tables, self.weights.shared
        self.names = lookups.names
        self.silences = Silences(self.weights, lookups)
        self.remarks = Remarks(self.tables)
        self.frames = lookups.frames
        self._lists = [table.as_list() for table in self.tables]
        self._checks = [(own.folder, own.id) for own in self._lists]
        self._speakers = Speakers(self.tables)
        self.content = [place for place, own in enumerate(self.weights.content) if own]  # the places of clause 9's
        self._of_clause: dict[str, list[int]] = {}
        for place in self.content:
            self._of_clause.setdefault(self.tables[place].clause, []).append(place)

    def stretched(self, normal: str, until: float = inf, without: Sequence[Span] = ()) -> Iterator[Stretch]:
        """The stretches of a normal form. `without`: places whose words do not count."""
        text, forgives = weighable(normal, self.names.fold, self.frames, without), dict[str, Forgives]()
        return (Stretch(normal, text, start, end, until, forgives) for start, end in stretches(text))

    def cuts(self, normal: str, without: Sequence[Span] = ()) -> list[Span]:
        """The spans of the stretches."""
        return [(stretch.start, stretch.end) for stretch in self.stretched(normal, without=without)]

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

        `listed`: what lists match; a clause of which one warns in a stretch is not told again there.
        `excepted`: places of words that a list's exception lets go; they do not count here either.

        What is not added up by the moment `until` (`time.monotonic`) is left out.
        """
        found: list[Match] = []
        fresh: list[Match] = []  # of these what no list tells
        leaning: list[Match] = []
        if not self.tables:
            return fresh, leaning
        remarks = self.remarks.of(normal)
        with suppress(TimeoutError):  # what was added up in time is told
            for stretch in self.stretched(normal, until, excepted):
                sums = self.weights.sums(stretch)
                warned = warned_in(listed, stretch.start, stretch.end)
                here: list[Match] = []
                for one, match, _ in self.spoken(stretch, sums, leanings, warned):
                    if match:
                        (leaning if one.leans else here).append(match)
                here += [match for _, _, match in self.in_bodies(stretch, sums, [*warned, *here])]
                here += self._slipped_in(stretch, sums, remarks, [*warned, *found, *here])
                found += here
                clauses = {match.word_list.clause for match in warned}
                fresh += (match for match in here if match.word_list.clause not in clauses)
        return fresh, leaning

    def spoken(
        self, stretch: Stretch, sums: Sequence[int], leanings: Mapping[str, float] | None, warned: Sequence[Match]
    ) -> Iterator[tuple[Reached, Match | None, str]]:
        """Each table that speaks of a stretch as a whole, beside what lists warn of there, and what it finds: one finding a check.

        Where that is none, why: one of `silences`.
        """
        # what a rival joins comes last: it never comes second to another letter
        reached = sorted(self._speakers.reached(sums, leanings), key=lambda one: one.is_joined)
        clauses = {match.word_list.clause for match in warned}
        if not reached and not clauses:
            return
        spoke: set[tuple[str, str]] = set()  # two tables may speak for one check; once is enough
        for one in (*reached, *self._speakers.apart):
            check, match, why = self._checks[one.place], None, ""
            more = self._speakers.needs_more(one.place, warned)
            if check in spoke:
                why = TOLD
            elif not self._speakers.counts(one, sums, clauses) or (more and sums[one.place] < SECOND):
                why = OTHER_LETTER
            elif self.silences.is_short(one, stretch):
                why = SHORT
            else:
                match = self._match(one, stretch)
                why = "" if match else KINDS_ALONE
                if match and more and not says_more(match, warned):
                    match, why = None, OTHER_LETTER
            if match:
                spoke.add(check)
                clauses.update([] if one.leans else [self.tables[one.place].clause])
            yield one, match, why

    def in_bodies(
        self, stretch: Stretch, sums: Sequence[int], told: Sequence[Match]
    ) -> Iterator[tuple[Stretch, int, Match]]:
        """What a stretch says without the few words around it and not as a whole: (the body, a table's place, what it finds).

        Tables that only advise judge the whole alone: a short notice beside a greeting makes a notice of it.
        """
        if max(sums, default=PROPER) < PROPER:
            return
        spoke = {_subject(match) for match in told}
        for body in bodies(stretch):
            for one, match, _ in self.spoken(body, self.weights.sums(body), None, ()):
                warns = match and match.severity >= Severity.WARN and sums[one.place] >= PROPER
                if match and warns and _subject(match) not in spoke:
                    spoke.add(_subject(match))
                    yield body, one.place, match

    def _slipped_in(
        self, stretch: Stretch, sums: Sequence[int], remarks: Sequence[Span], matches: Sequence[Match]
    ) -> Iterator[Match]:
        """What single sentences of a text say by themselves, where no match stands in them yet: each table once, but those of clause 9."""
        is_long = len(stretch.normal) > LONG
        asked = self.remarks.asked(sums, is_long) if remarks else ()
        if not asked:
            return
        spoke = {(match.word_list.folder, match.word_list.id) for match in matches}
        for piece in stretch.pieces(remarks):
            if any(piece.start <= span[0] < piece.end for match in matches for span in match.spans):
                continue
            # Most say little whoever is named in them: only the others are read once more, with surnames as no faiths.
            if not self.remarks.reached(asked, self.weights.said(piece), is_long):
                continue
            for place in self.remarks.reached(asked, self.weights.sums(piece), is_long, piece.is_english()):
                if self.weights.content[place] or self._checks[place] not in spoke:
                    spoke.add(self._checks[place])
                    match = self._match(Reached(place), piece)
                    if match:
                        yield match._replace(of_sentence=True)

    def leaning(self, table: str, normal: str, least: float, until: float = inf) -> list[Match]:
        """What one table, by its id, finds in a normal form where so low a sum is enough: for a check that looks for more.

        TimeoutError where it takes longer than until that moment (`time.monotonic`).
        """
        found: list[Match] = []
        places = [place for place, own in enumerate(self.tables) if own.id == table]
        for stretch in self.stretched(normal, until) if places else ():
            sums = self.weights.sums(stretch)
            speaking = [Reached(place, least < ENOUGH) for place in places if sums[place] >= round(least * SCALE)]
            found += filter(None, (self._match(one, stretch) for one in speaking))
        return found

    def places_of(self, clause: str) -> Sequence[int]:
        """The places of a clause's tables of content; () where nothing was learned of it."""
        return self._of_clause.get(clause, ())

    def said(self, stretch: Stretch) -> list[float]:
        """What each table sums up to over the words of a stretch, whoever is named in it, by its place."""
        return [own / SCALE for own in self.weights.said(stretch)]

    def sums_of(self, tokens: list[str], until: float = inf) -> list[float]:
        """What each table sums up to over some words, by its place. TimeoutError after that moment (`time.monotonic`)."""
        return [own / SCALE for own in self.weights.sums_of(tokens, until)]

    def forget(self) -> None:
        """Drops what is remembered of words."""
        self.weights.forget()

    def _match(self, reached: Reached, stretch: Stretch) -> Match | None:
        """The finding of one table in one stretch; none where it is silenced, or no words made the sum."""
        place = reached.place
        weighed = self.weights.weigh(place, stretch)
        if reached.is_beside and not any(part.is_named for part in weighed):
            return None
        underlined = self.silences.underlined(place, weighed)
        if underlined is None or not self.silences.say_something(place, weighed):
            return None
        if self.silences.silenced(place, stretch, underlined):
            return None
        row = (underlined[0].row if underlined else None) or Row(BASE, 0.0)
        term = Term(row.entry, self.weights.file_of(place, row.entry), row.line, weight=min(ENOUGH, row.weight))
        spans = tuple(sorted({(word.start, word.end) for part in underlined for word in part.words}))
        how, most = (LEANING, Severity.ADVISE) if reached.leans else (LEARNED, Severity.WARN)
        return Match(self._lists[place], term, min(self.tables[place].severity, most), spans, how=how)


def _subject(match: Match) -> str:
    """What a finding is about: of clause 9 one letter is enough, else its list."""
    return CONTENT if match.word_list.clause.startswith(CONTENT) else match.word_list.id
