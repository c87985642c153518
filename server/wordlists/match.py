"""Finds phrases in a normal form. Only the words that can begin one are looked at; a draft without any is done at once.

All offsets are code points of the normal form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from server.text.apart import joined
from server.text.endings import root
from server.text.normalise import normalise
from server.text.romanised import sounds
from server.text.words import Word, distinct, following, places, words
from server.wordlists.vocabulary import MAX_KEPT, Reading, Vocabulary

EXACT_ONLY = 2  # stems of so many code points match without endings: half of their forms hit an innocent word
FEWEST_SOUNDS = 4  # letters of a Banglish key; a shorter one sounds like too many words, so its spellings are listed
MOST_PLACES = 256  # of one word in one draft; a writer is shown no more findings anyway
SENTENCE_ENDS = "।?!\n"  # between two words of one phrase stands none of these


# What a phrase is for, as bits: a finding by itself, what forgives one, and above them a bit for each group.
PLAIN, FORGIVING, FIRST_GROUP = 1, 2, 4
ALL = -1


class Role(NamedTuple):
    """What a phrase stands for. `kind`: term, exception or context; `number`: of the term, or of the set of them."""

    kind: str
    number: int
    forms: str = "noun"
    folds: bool = True  # Banglish spellings that nobody listed count too
    endings: bool = True
    mark: int = FORGIVING


class Opened(NamedTuple):
    """Words of a draft with which phrases may begin: as they stand, with their letters apart, and the phrases' marks."""

    texts: list[str]
    hidden: list[Word]
    marks: int


class Hit(NamedTuple):
    """A phrase found: its role, its span, the last word's ending, and how it was read."""

    role: Role
    start: int
    end: int
    ending: str
    how: str


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    marks: int = 0  # of the phrases that end here or further on


class Phrases:
    """All phrases of a ruleset. Built once by `add`, then only read."""

    def __init__(self) -> None:
        self._root = _Node()
        self.vocabulary = Vocabulary()
        self._openers: dict[str, int] = {}  # words with which phrases may begin, remembered with the phrases' marks
        self._silent: set[str] = set()  # words with which none does
        self._quiet: set[str] = set()  # stretches without white space that hold silent words alone
        self._loud: set[str] = set()  # stretches that hold others too

    def add(self, phrase: str, role: Role) -> bool:
        """Takes in a phrase as a list writes it; False where it has no word to match."""
        parts = [word.text for word in words(normalise(phrase))]
        if not parts:
            return False
        if sum(map(len, parts)) <= EXACT_ONLY:
            role = role._replace(endings=False)
        if sum(map(sounds, parts)) < FEWEST_SOUNDS:
            role = role._replace(folds=False)
        if role.forms == "verb":
            parts[-1] = root(parts[-1])
        node = self._root
        for part in parts:
            self.vocabulary.learn(part, role.forms == "verb", role.folds)
            node = node.children.setdefault(part, _Node())
            node.marks |= role.mark
        if role not in node.roles:
            node.roles.append(role)
        return True

    def find(self, normal: str) -> list[Hit]:
        """Every phrase in a normal form, in no order."""
        return self.walk(normal, self.open(normal), ALL)

    def open(self, normal: str) -> Opened:
        """The words of a normal form with which phrases may begin."""
        tokens = set(normal.split()) - self._quiet
        texts: list[str] = []
        marks = 0
        if tokens:
            there = distinct(" ".join(tokens)) - self._silent
            if not there <= self._openers.keys():
                self.vocabulary.meet(there)
                self._remember_openers(there)
            texts = [text for text in there if text in self._openers]
            self._remember_quiet(tokens - self._loud)
        hidden = joined(normal)
        for text in texts:
            marks |= self._openers[text]
        for word in hidden:
            marks |= self._marks_of(word.text)
        return Opened(texts, hidden, marks)

    def walk(self, normal: str, opened: Opened, wanted: int) -> list[Hit]:
        """The phrases that begin with these words and have one of the wanted marks, in no order."""
        hits: list[Hit] = []
        for text in opened.texts:
            if self._openers.get(text, ALL) & wanted:
                for start in islice(places(normal, text), MOST_PLACES):
                    hits += self._walk(Word(text, start, start + len(text)), normal, wanted)
        for hidden in opened.hidden:
            hits += self._single(hidden)
        return hits

    def alone(self, text: str) -> Iterator[Role]:
        """What one word is by itself, in whatever way it can be read."""
        for reading in self.vocabulary.readings(text):
            node = self._root.children.get(reading.stem)
            yield from (role for role in (node.roles if node else ()) if _takes(role, reading, reading.how))

    def _marks_of(self, text: str) -> int:
        """The marks of all phrases that may begin with a word; 0 where none does."""
        marks = 0
        for reading in self.vocabulary.readings(text):
            child = self._root.children.get(reading.stem)
            if child:
                marks |= child.marks
        return marks

    def _remember_openers(self, texts: set[str]) -> None:
        if len(self._openers) + len(self._silent) + len(texts) > 2 * MAX_KEPT:
            self._openers.clear()
            self._silent.clear()
        for text in texts:
            marks = self._marks_of(text)
            if marks:
                self._openers[text] = marks
            else:
                self._silent.add(text)

    def _remember_quiet(self, tokens: set[str]) -> None:
        """Which of these stretches without white space hold silent words alone; most are one word, some hold signs."""
        if len(self._quiet) + len(self._loud) + len(tokens) > 2 * MAX_KEPT:
            self._quiet.clear()
            self._loud.clear()
        words_alone = tokens & self._silent
        self._quiet |= words_alone
        for token in tokens - words_alone:
            (self._quiet if distinct(token) <= self._silent else self._loud).add(token)

    def forget(self) -> None:
        """Drops what is remembered of words: the next text is met as the first one."""
        self._openers.clear()
        self._silent.clear()
        self._quiet.clear()
        self._loud.clear()
        self.vocabulary.forget()

    def _walk(self, word: Word, normal: str, wanted: int) -> Iterator[Hit]:
        """The wanted phrases that begin with this word."""
        start, here = word.start, word
        open_nodes = [(self._root, "written")]
        while True:
            going_on = []
            for reading in self.vocabulary.readings(here.text):
                for node, how in open_nodes:
                    child = node.children.get(reading.stem)
                    if child is None or not child.marks & wanted:
                        continue
                    so_far = how if how != "written" else reading.how
                    for role in child.roles:
                        if role.mark & wanted and _takes(role, reading, so_far):
                            yield Hit(role, start, here.end, reading.ending, so_far)
                    if child.children and not reading.ending:
                        going_on.append((child, so_far))
            after = following(normal, here.end) if going_on else None
            if after is None or _sentence_ends(normal, here.end, after.start):
                return
            open_nodes, here = going_on, after

    def _single(self, hidden: Word) -> Iterator[Hit]:
        """What a word whose letters stand apart is by itself."""
        for reading in self.vocabulary.readings(hidden.text):
            node = self._root.children.get(reading.stem)
            for role in node.roles if node else ():
                if _takes(role, reading, reading.how):
                    yield Hit(role, hidden.start, hidden.end, reading.ending, "disguised")


def _takes(role: Role, reading: Reading, how: str) -> bool:
    if how == "folded" and not role.folds:
        return False
    return not reading.ending or (role.endings and role.forms == reading.forms)


def _sentence_ends(normal: str, start: int, end: int) -> bool:
    between = normal[start:end]
    return between != " " and any(mark in between for mark in SENTENCE_ENDS)
