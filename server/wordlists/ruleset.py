"""The ruleset: all lists at one moment, compiled once, never changed, with its version and hash."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from server.wordlists.learned import Learned, beside
from server.wordlists.load import Lists
from server.wordlists.look import Look, Match
from server.wordlists.match import Phrases, Role
from server.wordlists.schema import Term, WordList

__all__ = ["Match", "Ruleset"]


class Ruleset:
    """Compiled lists. Terms are known by number; `look` is the way in."""

    def __init__(self, lists: Lists) -> None:
        self.guideline = lists.guideline
        self.version = lists.version
        self.hash = lists.hash
        self.lists = tuple(word_list for word_list in lists.lists if not word_list.is_group)
        self.phrases = Phrases()
        self.learned = Learned(lists.learned, lists.names)
        self.owners: list[tuple[WordList, Term]] = []
        self.exceptions: list[int] = []  # per term, its set of exceptions; -1 for none
        self.contexts: list[int] = []  # per term, its set of forgiving words; -1 for none
        self._sets: dict[tuple[str, tuple[str, ...]], int] = {}
        self._near: dict[str, list[int]] = {}  # group → numbers of the near-rules that name it first
        for word_list in lists.lists:
            for term in word_list.terms:
                if term.stage != "shadow":
                    self._compile(word_list, term)

    def _compile(self, word_list: WordList, term: Term) -> None:
        number = len(self.owners)
        self.owners.append((word_list, term))
        self.exceptions.append(self._set("exception", term.exceptions))
        self.contexts.append(self._set("context", term.context))
        if term.near:
            self._near.setdefault(term.near[0], []).append(number)
            return
        role = Role("term", number, term.forms, term.romanised != (), term.forms != "exact")
        for phrase in (term.text, *(term.romanised or ())):
            self.phrases.add(phrase, role)

    def _set(self, kind: str, phrases: tuple[str, ...]) -> int:
        """The number of this set of phrases; terms that share a head's exceptions share it."""
        if not phrases:
            return -1
        known = self._sets.get((kind, phrases))
        if known is not None:
            return known
        number = self._sets[kind, phrases] = len(self._sets)
        for phrase in phrases:
            self.phrases.add(phrase, Role(kind, number))
        return number

    def near_rules(self, groups: Collection[str]) -> Iterator[int]:
        """The numbers of the near-rules whose groups are all there."""
        for group in groups:
            for number in self._near.get(group, ()):
                if all(name in groups for name in self.owners[number][1].near):
                    yield number

    def look(self, normal: str) -> list[Match]:
        """Every match of every list in a normal form, exceptions dropped, the longest of a clause kept, in order."""
        hits = self.phrases.find(normal)
        matches = Look(self, normal, hits).matches() if hits else []
        learned = self.learned.look(normal)
        return beside(matches, learned, normal) if learned else matches
