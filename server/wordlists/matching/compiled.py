"""The terms of lists, compiled: what a look at a text asks them. Terms are known by number, never changed."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import reduce
from operator import or_
from sys import intern
from typing import Any, NamedTuple, Self, TypeVar

from server.text.words import spelled
from server.wordlists.facts.persons import Persons
from server.wordlists.matching.match import FIRST_GROUP, PLAIN, Hit, Phrases, Role
from server.wordlists.matching.near_rules import NearRules
from server.wordlists.reading.contexts import Agreeing, Answering, Around, Denying, Heading, PhraseSet, Undenying
from server.wordlists.reading.schema import SHADOW, Term, WordList

KIND_OF: dict[type, str] = {
    Answering: "answer",
    Denying: "denial",
    Heading: "heading",
    Undenying: "no denial",
    Around: "around",
    Agreeing: "agreeing",
}
T = TypeVar("T")
AS_WRITTEN = frozenset({"emergencies"})  # groups whose rows are looked for letter by letter (`cues.written`)
NAMING = ("parties", "party-leaders")  # the groups of parties' and leaders' names: one file a party


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

    def lighten(self, kept: Collection[str]) -> None:
        """Lets go of the rows of all groups but these, by id, and of what other rows are tried with and compiled from."""
        light = set()
        for place, own in enumerate(self._lists):
            if own.is_group and own.id not in kept:
                self._lists[place] = replace(own, terms=())
                light.add(place)
        row = Term("", "", 0)
        self._terms = [row if place in light else term for place, term in zip(self._list_of, self._terms, strict=True)]
        terms = set(self._terms)
        # thousands of rows share theirs, and go on to
        shed = {id(it.traits): replace(it.traits, exceptions=(), context=(), flags=(), passes=()) for it in terms}
        for term in terms:
            term.traits = shed[id(term.traits)]

    def list_of(self, number: int) -> WordList:
        """A term's list alone. To touch the term copies its page in every process that shares it."""
        return self._lists[self._list_of[number]]

    def __len__(self) -> int:
        return len(self._terms)

    def __getitem__(self, number: int) -> tuple[WordList, Term]:
        return self._lists[self._list_of[number]], self._terms[number]

    def __iter__(self) -> Iterator[tuple[WordList, Term]]:
        return map(self.__getitem__, range(len(self)))


def _kind(phrases: PhraseSet, kind: str) -> str:
    """What a set of phrases does: what its own class says, else this."""
    return KIND_OF.get(type(phrases), kind)


class Forgiving(NamedTuple):
    """What forgives a term, by the numbers of sets of phrases: inside which it does not count, in whose sentence it does not."""

    exceptions: tuple[int, ...]
    contexts: tuple[int, ...]


class Alike(NamedTuple):
    """What all terms with the same traits have: thousands of bare rows share theirs."""

    forgiving: int  # the place of what forgives them
    near: tuple[int, ...]  # the marks of a near-rule's groups
    role: Role  # but for its number


class Rule(NamedTuple):
    """A near-rule by the marks of its groups, its number, its list and its term."""

    marks: int
    number: int
    word_list: WordList
    term: Term


class Compiled:
    """The terms of lists and groups, what forgives them, the near-rules over them."""

    def __init__(self, lists: Sequence[WordList], persons: Persons, shadow: bool = False) -> None:
        """`shadow`: as if the terms that are not shown yet were."""
        self.persons = persons
        self._once: dict[Callable[[Any], Any], Any] = {}
        self.phrases = Phrases()
        self.owners = Owners()
        self._forgivings: dict[Forgiving, int] = {}  # what forgives some term → its place
        self._forgiving_of = array("I")  # term → the place of what forgives it
        self._sets: dict[tuple[str, PhraseSet], int] = {}
        self._around: set[int] = set()  # those of them that forgive what is quoted, or keep that from being forgiven
        self._denying: set[int] = set()  # those that deny what stands before them, or keep that from being denied
        self._around_for: dict[str, set[int]] = defaultdict(set)  # clause → those that its lists name
        self._sets_of: dict[tuple[str, int], tuple[int, ...]] = {}  # by what terms share, known by where it lies
        self._groups: dict[str, int] = {}  # group → its mark
        self._near = NearRules()
        for word_list in lists:
            phrases = list(dict.fromkeys(phrase for term in word_list.terms for phrase in term.spellings))
            words = dict(zip(phrases, spelled(phrases), strict=True))
            mark = self._mark_of(word_list.id) if word_list.is_group else PLAIN
            known: dict[int, Alike | None] = {}  # by the traits that terms share, known by where they lie
            for term in word_list.terms:
                place = id(term.traits)
                if place not in known:
                    known[place] = self._alike(word_list, term, mark) if shadow or term.stage != SHADOW else None
                if alike := known[place]:
                    self._compile(word_list, term, words, alike)
        self.phrases.built()
        self._near.built()
        self._in_order = list(self._forgivings)
        for building in (self._sets, self._sets_of, self._forgivings):  # of no use any more, and megabytes
            building.clear()

    def _alike(self, word_list: WordList, term: Term, mark: int) -> Alike:
        """What this term and all with the same traits have. `mark`: of their list's words."""
        forgiving = Forgiving(self._numbers("exception", term.exceptions), self._numbers("context", term.context))
        self._around_for[word_list.clause].update(self._around.intersection(forgiving.contexts))
        place = self._forgivings.setdefault(forgiving, len(self._forgivings))
        role = Role("term", 0, term.forms, term.romanised != (), term.forms != "exact", mark)
        return Alike(place, tuple(map(self._mark_of, term.near)), role)

    def _compile(self, word_list: WordList, term: Term, words: Mapping[str, Sequence[str]], alike: Alike) -> None:
        """`words`: of each of the list's phrases, in the normal form."""
        number = self.owners.add(word_list, term)
        self._forgiving_of.append(alike.forgiving)
        if alike.near:
            self._near.add(alike.near, number)
            return
        spellings = term.spellings
        self._near.count(alike.role.mark, len(spellings))
        role = alike.role._replace(number=number)
        for phrase in spellings:
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
            if kind in ("denial", "heading", "no denial"):
                self._denying.add(number)
        return number

    def lighten(self) -> None:
        """Lets go of what only a maintainer's tools ask for, so that a server need not hold it."""
        self.owners.lighten(AS_WRITTEN)

    def forgiving(self, number: int) -> Forgiving:
        """What forgives a term."""
        return self._in_order[self._forgiving_of[number]]

    def near_rules(self, marks: int) -> Iterator[Rule]:
        """The near-rules whose groups have all one of these marks."""
        for groups, numbers in self._near.rules(marks):
            for number in numbers:
                yield Rule(groups, number, *self.owners[number])

    def _mark_of(self, group: str) -> int:
        return self._groups.setdefault(group, FIRST_GROUP << len(self._groups))

    def once(self, make: Callable[[Self], T]) -> T:
        """What `make` gives for these lists, made at the first asking; whatever it remembers goes with them at a reload."""
        if make not in self._once:
            self._once[make] = make(self)
        made: T = self._once[make]
        return made

    def belongs(self, word: str) -> set[str]:
        """The ids of the lists and groups of which a word of the normal form is a term by itself."""
        return {self.owners.list_of(role.number).id for role in self.phrases.alone(word) if role.kind == "term"}

    def stands(self, normal: str, groups: tuple[str, ...]) -> bool:
        """Whether a phrase of one of these groups stands in a normal form, whatever may forgive it."""
        asked = self.marks(groups)
        opened = self.phrases.open(normal)
        return bool(opened.marks & asked and self.phrases.marks(opened) & asked)

    def marks(self, groups: Collection[str]) -> int:
        """The marks of these groups together; 0 where no list has one of them."""
        return reduce(or_, (self._groups.get(group, 0) for group in groups), 0)

    def may_match(self, marks: int) -> bool:
        """Whether phrases of these marks can make a match."""
        return bool(marks & PLAIN) or next(self._near.rules(marks), None) is not None

    def wanted(self, marks: int, rules: Sequence[Rule]) -> int:
        """Of the marks that a draft's phrases have, those that can make a match: plain terms, these near-rules.

        Beside them the names of parties and leaders: whatever is part of such a name must not be found as something else.
        """
        made = reduce(or_, (rule.marks for rule in rules), marks & PLAIN)
        return made | marks & self.marks(NAMING) if made else 0

    @property
    def denying(self) -> Set[int]:
        """The sets of phrases that deny what the sentence before says, or keep that from being denied."""
        return self._denying

    def around_for(self, clause: str) -> Set[int]:
        """The sets of phrases that forgive what is quoted, or keep that from being forgiven, in the lists of a clause."""
        return self._around_for.get(clause, set())

    def forgiving_any(self, hits: Sequence[Hit], rules: Sequence[Rule] = ()) -> set[int]:
        """The sets of phrases that may forgive one of these hits, or one of these near-rules over them."""
        numbers = {hit.role.number for hit in hits if hit.role.kind == "term"}
        numbers.update(rule.number for rule in rules)
        return {own for number in numbers for sets in self.forgiving(number) for own in sets}
