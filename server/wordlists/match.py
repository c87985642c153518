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


class Role(NamedTuple):
    """What a phrase stands for. `kind`: term, exception or context; `number`: of the term, or of the set of them."""

    kind: str
    number: int
    forms: str = "noun"
    folds: bool = True  # Banglish spellings that nobody listed count too
    endings: bool = True


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


class Phrases:
    """All phrases of a ruleset. Built once by `add`, then only read."""

    def __init__(self) -> None:
        self._root = _Node()
        self.vocabulary = Vocabulary()
        self._openers: set[str] = set()  # words with which a phrase may begin, remembered
        self._silent: set[str] = set()  # words with which none does
        self._quiet: set[str] = set()  # stretches without white space that hold silent words alone

    def add(self, phrase: str, role: Role) -> bool:
        """Takes in a phrase as a list writes it; False where it has no word to match."""
        parts = [word.text for word in words(normalise(phrase))]
        if not parts:
            return False
        if role.forms == "verb":
            parts[-1] = root(parts[-1])
        if sum(map(len, parts)) <= EXACT_ONLY:
            role = role._replace(endings=False)
        if sum(map(sounds, parts)) < FEWEST_SOUNDS:
            role = role._replace(folds=False)
        node = self._root
        for part in parts:
            self.vocabulary.learn(part, role.forms == "verb", role.folds)
            node = node.children.setdefault(part, _Node())
        if role not in node.roles:
            node.roles.append(role)
        return True

    def find(self, normal: str) -> list[Hit]:
        """Every phrase in a normal form, in no order."""
        hits: list[Hit] = []
        tokens = set(normal.split()) - self._quiet
        if tokens:
            there = distinct(" ".join(tokens)) - self._silent
            if not there <= self._openers:
                self.vocabulary.meet(there)
            for text in there:
                if text in self._openers or self._begins_a_phrase(text):
                    for start in islice(places(normal, text), MOST_PLACES):
                        hits += self._walk(Word(text, start, start + len(text)), normal)
            self._remember_quiet(tokens - self._openers)
        for hidden in joined(normal):
            hits += self._single(hidden)
        return hits

    def _remember_quiet(self, tokens: set[str]) -> None:
        """Of these stretches without white space, those in which no phrase begins; most are words, some hold signs."""
        if len(self._quiet) >= MAX_KEPT:
            self._quiet.clear()
        words_alone = tokens & self._silent
        self._quiet |= words_alone
        self._quiet.update(token for token in tokens - words_alone if distinct(token) <= self._silent)

    def forget(self) -> None:
        """Drops what is remembered of words: the next text is met as the first one."""
        self._openers.clear()
        self._silent.clear()
        self._quiet.clear()
        self.vocabulary.forget()

    def _begins_a_phrase(self, text: str) -> bool:
        if any(reading.stem in self._root.children for reading in self.vocabulary.readings(text)):
            kept, opens = self._openers, True
        else:
            kept, opens = self._silent, False
        if len(kept) >= MAX_KEPT:
            kept.clear()
        kept.add(text)
        return opens

    def _walk(self, word: Word, normal: str) -> Iterator[Hit]:
        """The phrases that begin with this word."""
        start, here = word.start, word
        open_nodes = [(self._root, "written")]
        while True:
            going_on = []
            for reading in self.vocabulary.readings(here.text):
                for node, how in open_nodes:
                    child = node.children.get(reading.stem)
                    if child is None:
                        continue
                    so_far = how if how != "written" else reading.how
                    for role in child.roles:
                        if _takes(role, reading, so_far):
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
