"""One look at one normal form: which hits count, why others do not, and what they make together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from server.severity import Bilingual, Severity
from server.text.links import links
from server.text.sentences import sentences
from server.text.words import starts
from server.wordlists.evidence import adds_up
from server.wordlists.match import Hit
from server.wordlists.near import Placed, windows
from server.wordlists.overlap import Cover, Span, Taken
from server.wordlists.schema import Term, WordList

if TYPE_CHECKING:
    from server.wordlists.ruleset import Ruleset


class Match(NamedTuple):
    """A raw hit of one list. Spans are code points of the normal form, ascending."""

    word_list: WordList
    term: Term
    severity: Severity
    spans: tuple[Span, ...]
    ending: str = ""
    how: str = "written"

    @property
    def message(self) -> Bilingual:
        """What the writer reads: the term's own, else the list's."""
        return self.term.message if self.term.message.bn else self.word_list.message


class Look:
    """The hits of one normal form, seen against a ruleset."""

    def __init__(self, ruleset: Ruleset, normal: str, hits: Sequence[Hit]) -> None:
        self._ruleset = ruleset
        self._normal = normal
        self._ends = [end for _, end in sentences(normal)]
        self._links = Cover(links(normal))
        exceptions: dict[int, list[Span]] = defaultdict(list)
        self._contexts: dict[int, set[int]] = defaultdict(set)
        for hit in hits:
            if hit.role.kind == "exception":
                exceptions[hit.role.number].append((hit.start, hit.end))
            elif hit.role.kind == "context":
                self._contexts[hit.role.number].add(self._sentence(hit))
        self._exceptions = {number: Cover(spans) for number, spans in exceptions.items()}
        self.hits = list(dict.fromkeys(hit for hit in hits if hit.role.kind == "term"))

    def _sentence(self, hit: Hit) -> int:
        return bisect_right(self._ends, hit.start)

    def forgiven(self, hit: Hit, number: int | None = None) -> str:
        """Why a hit of that term (its own, where none is named) does not count: link, exception, context; "" where it does."""
        number = hit.role.number if number is None else number
        if self._links.holds(hit.start, hit.end):
            return "link"
        exceptions = self._exceptions.get(self._ruleset.exceptions[number])
        if exceptions and exceptions.holds(hit.start, hit.end):
            return "exception"
        if self._sentence(hit) in self._contexts.get(self._ruleset.contexts[number], ()):
            return "context"
        return ""

    def matches(self) -> list[Match]:
        """Every match, the longest of a clause kept, in the order of the text."""
        counting = [hit for hit in self.hits if not self.forgiven(hit)]
        found = [*self._plain(counting), *self._together(counting)]
        return sorted(_longest(found), key=lambda match: (match.spans, -match.severity))

    def _plain(self, hits: Iterable[Hit]) -> Iterator[Match]:
        for hit in hits:
            word_list, term = self._ruleset.owners[hit.role.number]
            if not word_list.is_group and term.weight >= 1:
                yield Match(word_list, term, capped(term), ((hit.start, hit.end),), hit.ending, hit.how)

    def _together(self, hits: Iterable[Hit]) -> Iterator[Match]:
        """What the hits of one sentence make together: near-rules and evidence."""
        by_sentence: dict[int, list[Hit]] = defaultdict(list)
        for hit in hits:
            by_sentence[self._sentence(hit)].append(hit)
        for inside in by_sentence.values():
            inside.sort(key=lambda hit: (hit.start, -hit.end))
            yield from self._near(inside)
            yield from self._evidence(inside)

    def _near(self, inside: Iterable[Hit]) -> Iterator[Match]:
        groups: dict[str, list[Hit]] = defaultdict(list)
        for hit in inside:
            word_list, _ = self._ruleset.owners[hit.role.number]
            if word_list.is_group:
                groups[word_list.id].append(hit)
        for number in self._ruleset.near_rules(groups):
            word_list, term = self._ruleset.owners[number]
            placed = [[self._placed(hit) for hit in groups[name]] for name in term.near]
            for window in windows(placed, term.within):
                if not any(self.forgiven(hit, number) for hit in window):
                    yield Match(word_list, term, capped(term), tuple((hit.start, hit.end) for hit in window))

    @cached_property
    def _starts(self) -> list[int]:
        return starts(self._normal)

    def _placed(self, hit: Hit) -> Placed:
        return Placed(bisect_right(self._starts, hit.start) - 1, bisect_left(self._starts, hit.end) - 1, hit)

    def _evidence(self, inside: Iterable[Hit]) -> Iterator[Match]:
        by_clause: dict[str, dict[int, Hit]] = defaultdict(dict)
        for hit in inside:
            word_list, term = self._ruleset.owners[hit.role.number]
            if not word_list.is_group and term.weight < 1:
                by_clause[word_list.clause].setdefault(hit.role.number, hit)
        for found in by_clause.values():
            weights = {number: self._ruleset.owners[number][1].weight for number in found}
            if adds_up(weights.values()):
                word_list, term = self._ruleset.owners[max(weights, key=weights.__getitem__)]
                spans = tuple(sorted((hit.start, hit.end) for hit in found.values()))
                yield Match(word_list, term, min(capped(term), Severity.WARN), spans)


def capped(term: Term) -> Severity:
    """The term's severity, never more than a warning where its stage says so."""
    return min(term.severity, Severity.WARN) if term.stage == "warn" else term.severity


def _longest(matches: Iterable[Match]) -> Iterator[Match]:
    """Of overlapping matches for one clause the longest; of equal ones the worst."""
    taken: dict[str, Taken] = defaultdict(Taken)
    for match in sorted(matches, key=lambda match: (-_length(match), -match.severity, match.spans)):
        kept = taken[match.word_list.clause]
        if not kept.touches_all(match.spans):
            kept.take(match.spans)
            yield match


def _length(match: Match) -> int:
    return match.spans[-1][1] - match.spans[0][0]
