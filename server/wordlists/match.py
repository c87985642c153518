"""Finds terms in a normal form: a verdict for each distinct word, kept; then phrases over words that are no strangers.

All offsets are code points of the normal form.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from server.text.apart import joined
from server.text.disguises import variants
from server.text.endings import cut, latin_cut, root
from server.text.normalise import normalise
from server.text.romanised import frame, frames, is_english, key, keys, one_edit, skeleton
from server.text.words import Word, distinct, words

LONGEST = 64  # code points of a word; no term is longer
MAX_KEPT = 50_000  # distinct words whose verdict is remembered
EXACT_ONLY = 2  # stems of so many code points match without endings: half of their forms hit an innocent word
NEAR_KEY = 5  # a Banglish key of so many letters may differ by one edit


class Role(NamedTuple):
    """What a phrase stands for. `kind`: term, exception or context; `number`: of the term, or of the set of them."""

    kind: str
    number: int
    forms: str = "noun"
    folds: bool = True  # Banglish spellings that nobody listed count too
    endings: bool = True


class Reading(NamedTuple):
    """A way to read a word: a `stem` of the vocabulary and an `ending`. `how`: written, folded (Banglish), disguised."""

    stem: str
    ending: str
    forms: str
    how: str


class Hit(NamedTuple):
    """A phrase found: its role, its span, its first and last word's index, the last word's ending."""

    role: Role
    start: int
    end: int
    first: int
    last: int
    ending: str
    how: str


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)


class Phrases:
    """All phrases of a ruleset. Built once by `add`, then only read; the kept verdicts are bounded and go with it."""

    def __init__(self) -> None:
        self._root = _Node()
        self.vocabulary: dict[str, str] = {}  # word → forms whose endings it may take: "n", "v", "nv"
        self._beginnings: set[str] = set()  # what a word must begin with to be a Bangla noun of the vocabulary
        self._verb_letters: set[str] = set()  # a verb's root may change all but its first letter
        self._by_frame: dict[str, list[str]] = {}  # consonants of a Banglish key → Bangla words
        self._keys: dict[str, frozenset[str]] = {}  # Bangla word → its keys, built when a frame first matches
        self._strangers: set[str] = set()
        self._known: dict[str, tuple[Reading, ...]] = {}

    def add(self, phrase: str, role: Role) -> bool:
        """Takes in a phrase as a list writes it; False where it has no word to match."""
        parts = [word.text for word in words(normalise(phrase))]
        if not parts:
            return False
        if role.forms == "verb":
            parts[-1] = root(parts[-1])
        if sum(map(len, parts)) <= EXACT_ONLY:
            role = role._replace(endings=False)
        node = self._root
        for part in parts:
            self._learn(part, role)
            node = node.children.setdefault(part, _Node())
        if role not in node.roles:
            node.roles.append(role)
        return True

    def _learn(self, word: str, role: Role) -> None:
        mark = "v" if role.forms == "verb" else "n"
        known = self.vocabulary.get(word)
        if known is None or mark not in known:
            self.vocabulary[word] = (known or "") + mark
            self._beginnings.update(_beginnings(word))
            if mark == "v":
                self._verb_letters.add(word[0])
        if role.folds and not word.isascii():
            for shared in frames(word):
                bangla = self._by_frame.setdefault(shared, [])
                if word not in bangla:
                    bangla.append(word)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Every reading of a word of the normal form; () for a stranger."""
        found = self._known.get(word)
        if found is None:
            found = () if word in self._strangers else self._keep(word, self._read(word))
        return found

    @property
    def kept(self) -> set[str]:
        """The words whose verdict is remembered."""
        return self._strangers | self._known.keys()

    def _keep(self, word: str, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
        if len(self._strangers) + len(self._known) >= MAX_KEPT:
            self._strangers.clear()
            self._known.clear()
        if found:
            self._known[word] = found
        else:
            self._strangers.add(word)
        return found

    def _read(self, word: str) -> tuple[Reading, ...]:
        if len(word) > LONGEST:
            return ()
        found = dict.fromkeys(self._written(word, "written"))
        if word.isascii() and not is_english(word):
            found.update(dict.fromkeys(self._folded(word)))
        for variant in variants(word):
            found.update(dict.fromkeys(self._written(variant, "disguised")))
            if variant.isascii() and not is_english(variant):
                found.update(dict.fromkeys(self._folded(variant)))
        return tuple(found)

    def _written(self, word: str, how: str) -> Iterator[Reading]:
        vocabulary = self.vocabulary
        if word.isascii():
            for stem, ending in latin_cut(word):
                if stem in vocabulary:
                    yield Reading(stem, ending, "noun", how)
            return
        beginnings = self._beginnings
        if any(word[:length] in beginnings for length in range(1, len(word) + 1)):
            for stem, ending in cut(word, "noun"):
                if "n" in vocabulary.get(stem, ""):
                    yield Reading(stem, ending, "noun", how)
        if word[0] in self._verb_letters:
            for stem, ending in cut(word, "verb"):
                if "v" in vocabulary.get(stem, ""):
                    yield Reading(stem, ending, "verb", how)

    def _folded(self, word: str) -> Iterator[Reading]:
        whole = frame(key(word))
        if not any(whole[:length] in self._by_frame for length in range(1, len(whole) + 1)):
            return
        for stem, ending in latin_cut(word):
            banglish = key(stem)
            for bangla in self._by_frame.get(frame(banglish), ()):
                if self._sounds_like(banglish, bangla):
                    yield Reading(bangla, ending, "noun", "folded")

    def _sounds_like(self, banglish: str, bangla: str) -> bool:
        """Whether a key is one of the word's, or one edit away from one with the same consonants."""
        own = self._keys.get(bangla)
        if own is None:
            own = self._keys[bangla] = keys(bangla)
        if banglish in own:
            return True
        consonants = skeleton(banglish)
        return len(banglish) >= NEAR_KEY and any(
            len(other) >= NEAR_KEY and skeleton(other) == consonants and one_edit(banglish, other) for other in own
        )

    def find(self, normal: str) -> list[Hit]:
        """Every phrase in a normal form."""
        hidden = [word for word in joined(normal) if self.readings(word.text)]
        fresh = distinct(normal) - self._strangers
        if not hidden and not any(self.readings(word) for word in fresh):
            return []
        sequence = words(normal)
        hits = [hit for index in range(len(sequence)) for hit in self._from(sequence, index, normal)]
        hits += self._hidden(hidden, sequence)
        return hits

    def _from(self, sequence: list[Word], first: int, normal: str) -> Iterator[Hit]:
        start = sequence[first].start
        open_nodes = [(self._root, "written")]
        index = first
        while open_nodes and index < len(sequence):
            word = sequence[index]
            if index > first and not _one_phrase(normal, sequence[index - 1].end, word.start):
                return
            going_on = []
            for reading in self.readings(word.text):
                for node, how in open_nodes:
                    child = node.children.get(reading.stem)
                    if child is None:
                        continue
                    so_far = how if how != "written" else reading.how
                    for role in child.roles:
                        if _takes(role, reading, so_far):
                            yield Hit(role, start, word.end, first, index, reading.ending, so_far)
                    if child.children and not reading.ending:
                        going_on.append((child, so_far))
            open_nodes = going_on
            index += 1

    def _hidden(self, hidden: Iterable[Word], sequence: list[Word]) -> Iterator[Hit]:
        for word in hidden:
            first = bisect_right(sequence, word.start, key=lambda other: other.end)
            last = bisect_left(sequence, word.end, key=lambda other: other.start) - 1
            for reading in self.readings(word.text):
                node = self._root.children.get(reading.stem)
                for role in node.roles if node else ():
                    if _takes(role, reading, "disguised"):
                        yield Hit(role, word.start, word.end, first, last, reading.ending, "disguised")


def _beginnings(word: str) -> Iterator[str]:
    """The word, and what is left of it where its last sound changes before an ending: বিদ্যুৎ, বিদ্যুতের; রং, রঙের."""
    yield word
    if word.endswith("\u09cd"):
        yield word[:-1]
    elif word.endswith("\u0982"):
        yield word[:-1] + "ঙ"


def _takes(role: Role, reading: Reading, how: str) -> bool:
    if how == "folded" and not role.folds:
        return False
    if not reading.ending:
        return True
    return role.endings and role.forms == reading.forms


def _one_phrase(normal: str, start: int, end: int) -> bool:
    """Whether the words on both sides may belong to one phrase: no sentence ends between them."""
    between = normal[start:end]
    return between == " " or not any(mark in between for mark in "।?!\n")
