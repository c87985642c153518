"""The ruleset: all lists at one moment, compiled once, never changed, with its version and hash."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from server.severity import Bilingual, Severity
from server.text.links import links
from server.text.sentences import sentences
from server.wordlists.evidence import adds_up
from server.wordlists.load import Lists
from server.wordlists.match import Hit, Phrases, Role
from server.wordlists.near import windows
from server.wordlists.schema import Term, WordList


class Match(NamedTuple):
    """A raw hit of one list. Spans are code points of the normal form, ascending."""

    word_list: WordList
    term: Term
    severity: Severity
    spans: tuple[tuple[int, int], ...]
    ending: str = ""
    how: str = "written"

    @property
    def message(self) -> Bilingual:
        """What the writer reads: the term's own, else the list's."""
        return self.term.message if self.term.message.bn else self.word_list.message


class Ruleset:
    """Compiled lists. `look` is the only way in."""

    def __init__(self, lists: Lists) -> None:
        self.guideline = lists.guideline
        self.version = lists.version
        self.hash = lists.hash
        self.lists = tuple(word_list for word_list in lists.lists if not word_list.is_group)
        self._phrases = Phrases()
        self._owners: list[tuple[WordList, Term]] = []
        self._exceptions: list[int] = []  # per term, its set of exceptions; -1 for none
        self._contexts: list[int] = []
        self._sets: dict[tuple[str, tuple[str, ...]], int] = {}
        self._groups: dict[int, str] = {}  # term number → group id
        self._near: list[int] = []
        for word_list in lists.lists:
            for term in word_list.terms:
                self._compile(word_list, term)

    def _compile(self, word_list: WordList, term: Term) -> None:
        if term.stage == "shadow":
            return
        number = len(self._owners)
        self._owners.append((word_list, term))
        self._exceptions.append(self._set("exception", term.exceptions))
        self._contexts.append(self._set("context", term.context))
        if term.near:
            self._near.append(number)
            return
        if word_list.is_group:
            self._groups[number] = word_list.id
        role = Role("term", number, term.forms, term.romanised != (), term.forms != "exact")
        for phrase in (term.text, *(term.romanised or ())):
            self._phrases.add(phrase, role)

    def _set(self, kind: str, phrases: tuple[str, ...]) -> int:
        """The number of this set of phrases; terms that share a head's exceptions share it."""
        if not phrases:
            return -1
        number = self._sets.setdefault((kind, phrases), len(self._sets))
        if number == len(self._sets) - 1:
            for phrase in phrases:
                self._phrases.add(phrase, Role(kind, number))
        return number

    def look(self, normal: str) -> list[Match]:
        """Every match of every list in a normal form, exceptions dropped, the longest of a clause kept, in order."""
        hits, _ = self._phrases.find(normal)
        if not hits:
            return []
        bounds = [end for _, end in sentences(normal)]
        terms = list(self._forgiven(hits, bounds, links(normal)))
        found = list(self._plain(terms))
        found += self._by_sentence(terms, hits, bounds)
        return sorted(_longest(found), key=lambda match: (match.spans, -match.severity))

    def _forgiven(self, hits: Sequence[Hit], bounds: Sequence[int], linked: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits of terms that no exception covers, no context forgives and no link holds."""
        exceptions = defaultdict(list)
        contexts = defaultdict(set)
        for hit in hits:
            if hit.role.kind == "exception":
                exceptions[hit.role.number].append((hit.start, hit.end))
            elif hit.role.kind == "context":
                contexts[hit.role.number].add(bisect_right(bounds, hit.start))
        for hit in hits:
            if hit.role.kind != "term" or _inside(hit, linked):
                continue
            if _inside(hit, exceptions.get(self._exceptions[hit.role.number], ())):
                continue
            if bisect_right(bounds, hit.start) not in contexts.get(self._contexts[hit.role.number], ()):
                yield hit

    def _plain(self, terms: Iterable[Hit]) -> Iterator[Match]:
        for hit in terms:
            word_list, term = self._owners[hit.role.number]
            if not word_list.is_group and term.weight >= 1:
                yield Match(word_list, term, _capped(term), ((hit.start, hit.end),), hit.ending, hit.how)

    def _by_sentence(self, terms: Iterable[Hit], hits: Sequence[Hit], bounds: Sequence[int]) -> Iterator[Match]:
        by_sentence: dict[int, list[Hit]] = defaultdict(list)
        for hit in terms:
            by_sentence[bisect_right(bounds, hit.start)].append(hit)
        for sentence, inside in sorted(by_sentence.items()):
            inside.sort(key=lambda hit: (hit.start, -hit.end))
            yield from self._near_rules(inside, hits, sentence, bounds)
            yield from self._evidence(inside)

    def _near_rules(
        self, inside: Sequence[Hit], hits: Sequence[Hit], sentence: int, bounds: Sequence[int]
    ) -> Iterator[Match]:
        groups: dict[str, list[Hit]] = defaultdict(list)
        for hit in inside:
            name = self._groups.get(hit.role.number)
            if name:
                groups[name].append(hit)
        if not groups:
            return
        for number in self._near:
            word_list, term = self._owners[number]
            if not all(name in groups for name in term.near) or self._rule_forgiven(number, hits, sentence, bounds):
                continue
            covered = [
                (hit.start, hit.end)
                for hit in hits
                if hit.role.kind == "exception" and hit.role.number == self._exceptions[number]
            ]
            for window in windows([groups[name] for name in term.near], term.within):
                if not any(_inside(hit, covered) for hit in window):
                    yield Match(word_list, term, _capped(term), tuple((hit.start, hit.end) for hit in window))

    def _rule_forgiven(self, number: int, hits: Iterable[Hit], sentence: int, bounds: Sequence[int]) -> bool:
        context = self._contexts[number]
        return any(
            hit.role.kind == "context" and hit.role.number == context and bisect_right(bounds, hit.start) == sentence
            for hit in hits
        )

    def _evidence(self, inside: Iterable[Hit]) -> Iterator[Match]:
        by_clause: dict[str, dict[int, Hit]] = defaultdict(dict)
        for hit in inside:
            word_list, term = self._owners[hit.role.number]
            if not word_list.is_group and term.weight < 1:
                by_clause[word_list.clause].setdefault(hit.role.number, hit)
        for found in by_clause.values():
            if adds_up(self._owners[number][1].weight for number in found):
                heaviest = max(found, key=lambda number: self._owners[number][1].weight)
                word_list, term = self._owners[heaviest]
                severity = min(_capped(term), Severity.WARN)
                yield Match(word_list, term, severity, tuple(sorted((hit.start, hit.end) for hit in found.values())))


def _capped(term: Term) -> Severity:
    return min(term.severity, Severity.WARN) if term.stage == "warn" else term.severity


def _inside(hit: Hit, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)


def _longest(matches: Iterable[Match]) -> Iterator[Match]:
    """Of overlapping matches for one clause the longest; of equal ones the worst."""
    kept: dict[str, list[Match]] = defaultdict(list)
    for match in sorted(matches, key=lambda match: (-_length(match), -match.severity, match.spans)):
        others = kept[match.word_list.clause]
        if not any(_covers(other, match) for other in others):
            others.append(match)
            yield match


def _length(match: Match) -> int:
    return match.spans[-1][1] - match.spans[0][0]


def _covers(longer: Match, match: Match) -> bool:
    """Whether every span of `match` touches one of `longer`: one cause, one finding."""
    return all(any(start < b and a < end for a, b in longer.spans) for start, end in match.spans)
