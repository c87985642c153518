"""The ruleset: all lists at one moment, compiled once, never changed, with its version and hash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from server.severity import Severity
from server.text.hashtags import parted
from server.text.offsets import Offsets
from server.text.quotes import quotes
from server.text.sentences import sentences
from server.wordlists.facts.frames import frames_in
from server.wordlists.facts.leanings import leanings_in
from server.wordlists.learned.doubted import doubted
from server.wordlists.learned.lookups import Forgives, Lookups
from server.wordlists.learned.sums import LEARNED, Learned
from server.wordlists.load import Lists
from server.wordlists.matching.compiled import Compiled
from server.wordlists.matching.look import Look, Match, Rulings, in_order
from server.wordlists.matching.overlap import Span, Taken
from server.wordlists.matching.pardons import Pardons
from server.wordlists.matching.reported import Quotations, reported
from server.wordlists.reading.schema import SHADOW, WordList

__all__ = ["Match", "Matched", "Ruleset", "Rulings"]

T = TypeVar("T")

RUMOURS = "9.chha"  # the clause of what may be denied; to deny a war's dead or a faith breaks another


def _muted_lists(lists: Sequence[WordList]) -> tuple[WordList, ...]:
    """The lists' terms of `stage: shadow` and those unlearned, and the groups that their near-rules name; () where no list has any."""
    muted = [
        replace(own, terms=(*(term for term in own.terms if term.stage == SHADOW), *own.unlearned))
        for own in lists
        if not own.is_group
    ]
    named = {group for own in muted for term in own.terms for group in term.near}
    found = [own for own in muted if own.terms]
    return (*(own for own in lists if own.is_group and own.id in named), *found) if found else ()


class Matched(NamedTuple):
    """What the lists match in a text as typed, what they match in its hashtags too."""

    offsets: Offsets  # from the normal form back to the text
    matches: list[Match]


class Ruleset(Compiled):
    """All lists, compiled, with learned evidence and data. `look` is the way in."""

    def __init__(self, lists: Lists, learned: bool = True, shadow: bool = False) -> None:
        """`shadow`: as if the terms that are not shown yet were: what their examples are tried with, or they are counted by."""
        super().__init__(lists.lists, lists.persons, shadow)
        self.guideline = lists.guideline
        self.version = lists.version
        self.hash = lists.hash
        self._folders = lists.folders
        self._data: dict[Callable[[Sequence[Path]], Any], Any] = {}
        self.lists = tuple(word_list for word_list in lists.lists if not word_list.is_group)
        self.senses = lists.senses
        lookups = Lookups(
            names=lists.names,
            kinds_of=self.kinds_of,
            stands=self.stands,
            is_named=self.persons.is_named,
            forgives=self._forgives,
            frames=self.frames,
            plain=lists.plain,
            little=lists.little,
        )
        self.learned = Learned(lists.learned if learned else (), lookups)
        muted = () if shadow else _muted_lists(lists.lists)
        # the terms that are not shown yet and the unlearned ones, as if they were shown; None where there are none
        self.muted_alone = Ruleset(replace(lists, lists=muted), learned=False, shadow=True) if muted else None

    def shadowed(self, normal: str) -> list[Match]:
        """What the terms of `stage: shadow` match: counted, never shown."""
        return [match for match in self._matched_muted(normal) if match.term.stage == SHADOW]

    def _matched_muted(self, normal: str) -> list[Match]:
        """What terms match that are unlearned or not shown yet."""
        return self.muted_alone.listed(normal) if self.muted_alone else []

    def muted(self, normal: str, listed: Sequence[Match]) -> list[Span]:
        """Where terms stand that an office retired or only advises, or that are not shown yet, and none that warns.

        Learned evidence leaves these places out: else it would warn of what the lists do not on purpose.
        """
        spans = [span for match in self._matched_muted(normal) for span in match.spans]
        if not spans:
            return spans
        taken = Taken()
        taken.take(span for match in listed if match.severity >= Severity.WARN for span in match.spans)
        return [span for span in spans if not taken.touches_any([span])]

    def denied(self, normal: str) -> list[Span]:
        """The sentences that the next one denies ("... It is a rumour."): learned evidence of rumours leaves them out, since no writer says them."""
        hits = self.phrases.forgiving(self.phrases.open(normal), self.denying)
        return Pardons(self, normal, sentences(normal), hits).denied if hits else []

    def data(self, read: Callable[[Sequence[Path]], T]) -> T:
        """What `read` makes of the data in the lists' folders, read once. FaultyLists where it cannot be used."""
        if read not in self._data:
            self._data[read] = read(self._folders)
        found: T = self._data[read]
        return found

    def take_data(self, read: Callable[[Sequence[Path]], object], other: Ruleset) -> None:
        """From now on what `read` made of the other's folders is this one's too."""
        self._data[read] = other.data(read)

    def kinds_of(self, word: str) -> set[str]:
        """What stands for a word of the normal form in learned evidence: its lists and groups, and what it is about."""
        return self.belongs(word).union(self.senses.of(word))

    def frames(self, normal: str) -> list[Span]:
        """Where a post's frame (greeting, heading, signature, hashtags) stands in a normal form."""
        return self.data(frames_in).spans(normal)

    def _forgives(self, clause: str, normal: str) -> Forgives:
        """A function that says of spans in this normal form whether they are quoted and forgiven.

        They are where a phrase with which the lists of the clause forgive a quotation (`around_quotes`) stands outside of the marks.
        """
        marks = quotes(normal) if self.around_for(clause) else []
        return self._quotations(clause, normal, marks).forgive

    def _quotations(self, clause: str, normal: str, marks: Sequence[Span]) -> Quotations:
        """What stands between these marks, and what the lists of a clause know of it beside them."""
        return Quotations(
            normal, marks, lambda: self.phrases.forgiving(self.phrases.open(normal), self.around_for(clause))
        )

    def calm(self, stretches: Set[str]) -> Set[str]:
        """Of stretches that were looked at those with which no phrase begins, nor one whose letters stand apart."""
        return stretches & self.phrases.quiet & self.phrases.plain

    def read(self, text: str) -> Matched:
        """What a check is told of a text as typed, for whoever explains, compares or tries lists."""
        offsets = Offsets(text)
        matches = self.look(offsets.normal)
        return Matched(offsets, [*matches, *self.in_hashtags(offsets, matches)])

    def in_hashtags(
        self, offsets: Offsets, matches: Sequence[Match], rulings: Rulings | None = None
    ) -> Iterator[Match]:
        """What lists match in hashtags of several words, beside these matches: a capital alone is no ground to block (#PakShala)."""
        apart = parted(offsets.original, offsets.normal)
        if apart is None:
            return
        known = {(id(match.term), match.spans) for match in matches}
        for match in self.listed(apart.normal, rulings=rulings):
            spans = tuple((apart.back(start), apart.back(end)) for start, end in match.spans)
            if any(apart.holds(*span) for span in spans) and (id(match.term), spans) not in known:
                severity = min(match.severity, Severity.WARN)
                yield match._replace(severity=severity, spans=spans, at_most=Severity.WARN)

    def look(self, normal: str, stretches: Set[str] | None = None) -> list[Match]:
        """Every match of every list in a normal form, exceptions dropped, the longest of a clause kept, in order.

        `stretches`: of those between spaces the ones that are not calm; None: all.

        Most drafts hold words of groups that no near-rule brings together: what may forgive is looked up only where
        there is something to forgive.
        """
        return self._look(normal, stretches, None, inf, None)[0]

    def look_further(
        self, normal: str, stretches: Set[str] | None = None, until: float = inf, rulings: Rulings | None = None
    ) -> tuple[list[Match], list[Match]]:
        """(what `look` finds, what learned evidence only leans to: data/leanings.yaml), for checks that see what else is there.

        `until`: by when (`time.monotonic`) learned evidence must be added up; the rest of it is left out. `rulings`: of the office.
        """
        return self._look(normal, stretches, self.data(leanings_in), until, rulings)

    def _look(
        self,
        normal: str,
        stretches: Set[str] | None,
        leanings: Mapping[str, float] | None,
        until: float,
        rulings: Rulings | None,
    ) -> tuple[list[Match], list[Match]]:
        seen = self._seen(normal, stretches)
        listed = doubted(seen.matches(), normal, self.learned, until) if seen else []
        excepted = [*(seen.excepted() if seen else []), *self.muted(normal, listed)]
        learned, leaning = self.learned.look_further(normal, leanings, listed, until, excepted)
        rumours = [match for match in learned if match.word_list.clause == RUMOURS]
        denied = self.denied(normal) if rumours else []
        if denied:
            said, _ = self.learned.look_further(normal, None, listed, until, [*excepted, *denied])
            rumours = [match for match in said if match.word_list.clause == RUMOURS]
            learned = [*rumours, *(match for match in learned if match.word_list.clause != RUMOURS)]
        found = in_order([*listed, *learned]) if learned else listed
        if seen and rulings:
            # What an office rules of a list does not apply to learned matches: they stay as they are without it.
            ruled = doubted(seen.matches(rulings), normal, self.learned, until)
            found = in_order([*ruled, *(match for match in found if match.how == LEARNED)])
        return (reported(found, normal, self._quotations) if found else found), leaning

    def listed(self, normal: str, stretches: Set[str] | None = None, rulings: Rulings | None = None) -> list[Match]:
        """What the lists by hand match, learned evidence left out: what their examples are tried with."""
        seen = self._seen(normal, stretches)
        return seen.matches(rulings) if seen else []

    def _seen(self, normal: str, stretches: Set[str] | None) -> Look | None:
        """A look at what the lists by hand may match; None where that is nothing, as in most drafts."""
        if stretches is not None and not stretches:
            return None
        opened = self.phrases.open(normal, stretches)
        if not self.may_match(opened.marks):
            return None
        marks = self.phrases.marks(opened)
        rules = list(self.near_rules(marks))
        made = self.wanted(marks, rules)
        if not made:
            return None
        hits = self.phrases.walk(opened, made)
        forgiving = self.forgiving_any(hits, rules)
        hits += self.phrases.forgiving(opened, forgiving) if forgiving else []
        return Look(self, normal, hits, rules)
