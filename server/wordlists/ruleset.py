"""The ruleset: all lists at one moment, compiled once, never changed, with its version and hash."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import reduce
from math import inf
from operator import or_
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple, TypeVar

from server.severity import Severity
from server.text.hashtags import parted
from server.text.offsets import Offsets
from server.text.quotes import quotes
from server.text.words import spelled
from server.wordlists.facts.leanings import leanings_in
from server.wordlists.learned.beside import beside
from server.wordlists.learned.doubted import doubted
from server.wordlists.learned.sums import Forgives, Learned
from server.wordlists.load import Lists
from server.wordlists.matching.look import Look, Match
from server.wordlists.matching.match import FIRST_GROUP, FORGIVING, PLAIN, Hit, Phrases, Role
from server.wordlists.matching.near_rules import NearRules
from server.wordlists.matching.overlap import Span
from server.wordlists.matching.reported import Quotations, reported
from server.wordlists.matching.vocabulary import MAX_CALM
from server.wordlists.reading.contexts import Agreeing, Answering, Around, PhraseSet
from server.wordlists.reading.schema import SHADOW, Term, WordList

__all__ = ["Match", "Reading", "Ruleset"]

T = TypeVar("T")
KIND_OF: dict[type, str] = {Answering: "answer", Around: "around", Agreeing: "agreeing"}


class Owners:
    """Each compiled term and its list, by the term's number."""

    def __init__(self) -> None:
        self._lists: list[WordList] = []
        self._list_of = array("I")  # term → its list's place
        self._terms: list[Term] = []

    def add(self, word_list: WordList, term: Term) -> int:
        """One more; its number. The terms of a list come one after the other."""
        if not self._lists or self._lists[-1] is not word_list:
            self._lists.append(word_list)
        self._list_of.append(len(self._lists) - 1)
        self._terms.append(term)
        return len(self._terms) - 1

    def __len__(self) -> int:
        return len(self._terms)

    def __getitem__(self, number: int) -> tuple[WordList, Term]:
        return self._lists[self._list_of[number]], self._terms[number]

    def __iter__(self) -> Iterator[tuple[WordList, Term]]:
        return map(self.__getitem__, range(len(self)))


def _unshown(lists: Sequence[WordList]) -> tuple[WordList, ...]:
    """The lists' terms of `stage: shadow`, and the groups that their near-rules name; () where no list has any."""
    silent = [
        replace(own, terms=tuple(term for term in own.terms if term.stage == SHADOW))
        for own in lists
        if not own.is_group
    ]
    named = {group for own in silent for term in own.terms for group in term.near}
    found = [own for own in silent if own.terms]
    return (*(own for own in lists if own.is_group and own.id in named), *found) if found else ()


def _kind(phrases: PhraseSet, kind: str) -> str:
    """What a set of phrases does: what its own class says, else this."""
    return KIND_OF.get(type(phrases), kind)


class Reading(NamedTuple):
    """What the lists match in a text as typed, what they match in its hashtags too."""

    offsets: Offsets  # from the normal form back to the text
    matches: list[Match]


class Forgiving(NamedTuple):
    """What forgives a term, by the numbers of sets of phrases: inside which it does not count, in whose sentence it does not."""

    exceptions: tuple[int, ...]
    contexts: tuple[int, ...]


class Ruleset:
    """Compiled lists. Terms are known by number; `look` is the way in."""

    def __init__(self, lists: Lists, learned: bool = True, shadow: bool = False) -> None:
        """`shadow`: as if the terms that are not shown yet were: what their examples are tried with, or they are counted by."""
        self.guideline = lists.guideline
        self.version = lists.version
        self.hash = lists.hash
        self._folders = lists.folders
        self._data: dict[Callable[[Sequence[Path]], Any], Any] = {}
        self._once: dict[Callable[[Ruleset], Any], Any] = {}
        self.lists = tuple(word_list for word_list in lists.lists if not word_list.is_group)
        self.phrases = Phrases()
        self.calm: set[str] = set()  # stretches between spaces of no use to any list or finder, remembered
        self.senses = lists.senses
        self.persons = lists.persons
        tables = lists.learned if learned else ()
        self.learned = Learned(tables, lists.names, self.kinds_of, self.stands, self.persons.is_named, self._forgives)
        self.owners = Owners()
        self._forgivings: dict[Forgiving, int] = {}  # what forgives some term → its place
        self._forgiving_of = array("I")  # term → the place of what forgives it
        self._sets: dict[tuple[str, PhraseSet], int] = {}
        self._around: set[int] = set()  # those of them that forgive what is quoted, or keep that from being forgiven
        self._around_for: dict[str, set[int]] = defaultdict(set)  # clause → those that its lists name
        self._sets_of: dict[tuple[str, int], tuple[int, ...]] = {}  # by what terms share, known by where it lies
        self._groups: dict[str, int] = {}  # group → its mark
        self._near = NearRules()
        for word_list in lists.lists:
            phrases = list(dict.fromkeys(phrase for term in word_list.terms for phrase in term.spellings))
            words = dict(zip(phrases, spelled(phrases), strict=True))
            for term in word_list.terms:
                if shadow or term.stage != SHADOW:
                    self._compile(word_list, term, words)
        self.phrases.built()
        self._near.built()
        self._in_order = list(self._forgivings)
        for building in (self._sets, self._sets_of, self._forgivings):  # of no use any more, and megabytes
            building.clear()
        alone = () if shadow else _unshown(lists.lists)
        self._unshown = Ruleset(replace(lists, lists=alone), learned=False, shadow=True) if alone else None

    def unshown(self, normal: str) -> list[Match]:
        """What the terms of `stage: shadow` match: counted, never shown."""
        return self._unshown.listed(normal) if self._unshown else []

    def _compile(self, word_list: WordList, term: Term, words: Mapping[str, Sequence[str]]) -> None:
        """`words`: of each of the list's phrases, in the normal form."""
        number = self.owners.add(word_list, term)
        forgiving = Forgiving(self._numbers("exception", term.exceptions), self._numbers("context", term.context))
        self._forgiving_of.append(self._forgivings.setdefault(forgiving, len(self._forgivings)))
        self._around_for[word_list.clause].update(self._around.intersection(forgiving.contexts))
        if term.near:
            self._near.add([self._mark_of(name) for name in term.near], number)
            return
        mark = self._mark_of(word_list.id) if word_list.is_group else PLAIN
        self._near.count(mark, len(term.spellings))
        role = Role("term", number, term.forms, term.romanised != (), term.forms != "exact", mark)
        for phrase in term.spellings:
            self.phrases.add(words[phrase], role)
        if list(words[term.text]) == [term.text]:
            term.text = intern(term.text)  # as the tree has it: of tens of thousands of words each is kept once

    def _numbers(self, kind: str, sets: tuple[PhraseSet, ...]) -> tuple[int, ...]:
        """The numbers of these sets of phrases; the rows of a list share a head's, lists share a file's."""
        if not sets:
            return ()
        place = kind, id(sets)  # to compare hundreds of phrases for each of thousands of rows takes long
        if place not in self._sets_of:
            self._sets_of[place] = tuple(self._number(_kind(phrases, kind), phrases) for phrases in sets)
        return self._sets_of[place]

    def _number(self, kind: str, phrases: PhraseSet) -> int:
        number = self._sets.get((kind, phrases))
        if number is None:
            number = self._sets[kind, phrases] = len(self._sets)
            self.phrases.add_set(spelled(phrases), Role(kind, number))
            if kind in ("around", "agreeing"):
                self._around.add(number)
        return number

    def forgiving(self, number: int) -> Forgiving:
        """What forgives a term."""
        return self._in_order[self._forgiving_of[number]]

    def near_rules(self, marks: int) -> Iterator[int]:
        """The numbers of the near-rules whose groups have all one of these marks."""
        return self._near.numbers(marks)

    def _mark_of(self, group: str) -> int:
        return self._groups.setdefault(group, FIRST_GROUP << len(self._groups))

    def data(self, read: Callable[[Sequence[Path]], T]) -> T:
        """What `read` makes of the data in the lists' folders, read once. FaultyLists where it cannot be used."""
        if read not in self._data:
            self._data[read] = read(self._folders)
        found: T = self._data[read]
        return found

    def once(self, make: Callable[[Ruleset], T]) -> T:
        """What `make` gives for these lists, made at the first asking; whatever it remembers goes with them at a reload."""
        if make not in self._once:
            self._once[make] = make(self)
        made: T = self._once[make]
        return made

    def belongs(self, word: str) -> set[str]:
        """The ids of the lists and groups of which a word of the normal form is a term by itself."""
        return {self.owners[role.number][0].id for role in self.phrases.alone(word) if role.kind == "term"}

    def kinds_of(self, word: str) -> set[str]:
        """What stands for a word of the normal form in learned evidence: its lists and groups, and what it is about."""
        return self.belongs(word).union(self.senses.of(word))

    def stands(self, normal: str, groups: tuple[str, ...]) -> bool:
        """Whether a phrase of one of these groups stands in a normal form, whatever may forgive it."""
        asked = self.marks(groups)
        opened = self.phrases.open(normal)
        return bool(opened.marks & asked) and any(hit.role.mark & asked for hit in self.phrases.walk(opened, asked))

    def _forgives(self, clause: str, normal: str) -> Forgives:
        """Tells of spans in a normal form whether they are quoted, and what forgives it in the lists of the clause stands outside of the marks."""
        marks = quotes(normal) if self._around_for.get(clause) else []
        return self._quotations(clause, normal, marks).forgive

    def _quotations(self, clause: str, normal: str, marks: Sequence[Span]) -> Quotations:
        """What stands between these marks, and what the lists of a clause know of it beside them."""
        asked = self._around_for.get(clause, set())
        return Quotations(normal, marks, lambda: self.phrases.forgiving(self.phrases.open(normal), asked))

    def remember_calm(self, stretches: Set[str]) -> None:
        """Takes in those of these stretches with which no phrase begins either, nor one whose letters stand apart."""
        if len(self.calm) >= MAX_CALM:
            self.calm.clear()
        self.calm |= stretches & self.phrases.quiet & self.phrases.plain

    def marks(self, groups: Collection[str]) -> int:
        """The marks of these groups together; 0 where no list has one of them."""
        return reduce(or_, (self._groups.get(group, 0) for group in groups), 0)

    def wanted(self, marks: int) -> int:
        """Of the marks that a draft's phrases may have, those that can make a match: plain terms, whole near-rules."""
        return self._near.whole(marks) | marks & PLAIN

    def _forgiving(self, hits: Sequence[Hit]) -> set[int]:
        """The sets of phrases that may forgive one of these hits, or a near-rule over them."""
        numbers = {hit.role.number for hit in hits if hit.role.kind == "term"}
        numbers.update(self.near_rules(reduce(or_, (hit.role.mark for hit in hits))))
        return {own for number in numbers for sets in self.forgiving(number) for own in sets}

    def read(self, text: str) -> Reading:
        """What a check is told of a text as typed, for whoever explains, compares or tries lists."""
        offsets = Offsets(text)
        matches = self.look(offsets.normal)
        return Reading(offsets, [*matches, *self.in_hashtags(offsets, matches)])

    def in_hashtags(self, offsets: Offsets, matches: Sequence[Match]) -> Iterator[Match]:
        """What lists match in hashtags of several words, beside these matches: a capital alone is no ground to block (#PakShala)."""
        apart = parted(offsets.original, offsets.normal)
        if apart is None:
            return
        known = {(id(match.term), match.spans) for match in matches}
        for match in self.listed(apart.normal):
            spans = tuple((apart.back(start), apart.back(end)) for start, end in match.spans)
            if any(apart.holds(*span) for span in spans) and (id(match.term), spans) not in known:
                yield match._replace(severity=min(match.severity, Severity.WARN), spans=spans)

    def look(self, normal: str, stretches: Set[str] | None = None) -> list[Match]:
        """Every match of every list in a normal form, exceptions dropped, the longest of a clause kept, in order.

        `stretches`: of those between spaces the ones that are not calm; None: all.

        Most drafts hold words of groups that no near-rule brings together: what may forgive is looked up only where
        there is something to forgive.
        """
        return self._look(normal, stretches, None, inf)[0]

    def look_further(
        self, normal: str, stretches: Set[str] | None = None, until: float = inf
    ) -> tuple[list[Match], list[Match]]:
        """(what `look` finds, what learned evidence only leans to: data/leanings.yaml), for checks that see what else is there.

        `until`: by when (`time.monotonic`) learned evidence must be added up; the rest of it is left out.
        """
        return self._look(normal, stretches, self.data(leanings_in), until)

    def _look(
        self, normal: str, stretches: Set[str] | None, leanings: Mapping[str, float] | None, until: float
    ) -> tuple[list[Match], list[Match]]:
        seen = self._seen(normal, stretches)
        listed = doubted(seen.matches(), normal, self.learned, until) if seen else []
        excepted = seen.excepted() if seen else []
        learned, leaning = self.learned.look_further(normal, leanings, listed, until, excepted)
        return self._beside(listed, learned, normal), leaning

    def listed(self, normal: str, stretches: Set[str] | None = None) -> list[Match]:
        """What the lists by hand match, learned evidence left out: what their examples are tried with."""
        seen = self._seen(normal, stretches)
        return seen.matches() if seen else []

    def _seen(self, normal: str, stretches: Set[str] | None) -> Look | None:
        """A look at what the lists by hand may match; None where that is nothing, as in most drafts."""
        opened = self.phrases.open(normal, stretches)
        wanted = self.wanted(opened.marks)
        hits = self.phrases.walk(opened, wanted) if wanted or opened.hidden else []
        made = self.wanted(reduce(or_, (hit.role.mark for hit in hits), 0)) if hits else 0
        if not made:
            return None
        hits = [hit for hit in hits if hit.role.mark & (made | FORGIVING)]
        forgiving = self._forgiving(hits)
        hits += self.phrases.forgiving(opened, forgiving) if forgiving else []
        return Look(self, normal, hits)

    def _beside(self, listed: list[Match], learned: list[Match], normal: str) -> list[Match]:
        found = beside(listed, learned, normal) if learned else listed
        return reported(found, normal, self._quotations) if found else found
