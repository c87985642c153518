"""Finds phrases in a normal form. Only the words that can begin one are looked at; a draft without any is done at once.

All offsets are code points of the normal form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import NamedTuple

from server.text.apart import joined
from server.text.endings import root
from server.text.romanised import sounds
from server.text.words import Word, distinct, following, places, spelled
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


class _Branch:
    """Where phrases part, or where several end. `codes`: of those that end here; `marks`: also of those that go on."""

    __slots__ = ("children", "codes", "marks")

    def __init__(self, codes: tuple[int, ...], marks: int) -> None:
        self.children: _Tree = {}
        self.codes = codes
        self.marks = marks


# A phrase's last word leads to its role, packed as a code: tens of thousands of them are kept.
_Tree = dict[str, int | _Branch]
_MANNER_BITS = 16
_MANNER = (1 << _MANNER_BITS) - 1


class Phrases:
    """All phrases of a ruleset. Built once by `add`, then only read."""

    def __init__(self) -> None:
        self._tree: _Tree = {}
        self._manners: list[Role] = []  # the different roles, but for their numbers
        self._manner_numbers: dict[Role, int] = {}
        self._roles: dict[int, Role] = {}  # code → role, of those that were met
        self._marks: dict[int, int] = {}  # equal ones are kept once
        self.vocabulary = Vocabulary()
        self._openers: dict[str, int] = {}  # words with which phrases may begin, remembered with the phrases' marks
        self._silent: set[str] = set()  # words with which none does
        self._quiet: set[str] = set()  # stretches without white space that hold silent words alone
        self._loud: set[str] = set()  # stretches that hold others too

    def add(self, phrase: str, role: Role) -> bool:
        """Takes in a phrase as a list writes it; False where it has no word to match."""
        return self.add_words(spelled([phrase])[0], role)

    def add_words(self, parts: Sequence[str], role: Role) -> bool:
        """Takes in a phrase by its words in the normal form; False where there is none."""
        if not parts:
            return False
        verb = role.forms == "verb"
        endings = role.endings and sum(map(len, parts)) > EXACT_ONLY
        folds = role.folds and _is_heard(parts)
        *first, last = map(intern, parts)
        if verb:
            last = intern(root(last))
        tree = self._tree
        for part in first:
            self.vocabulary.learn(part, verb, folds)
            tree = self._going_on(tree, part, role.mark)
        self.vocabulary.learn(last, verb, folds)
        manner = Role(role.kind, 0, role.forms, folds, endings, role.mark)
        self._end(tree, last, self._code(role.number, manner))
        return True

    def _code(self, number: int, manner: Role) -> int:
        place = self._manner_numbers.setdefault(manner, len(self._manners))
        if place == len(self._manners):
            self._manners.append(manner)
        return number << _MANNER_BITS | place

    def _role(self, code: int) -> Role:
        found = self._roles.get(code)
        if found is None:
            if len(self._roles) >= MAX_KEPT:
                self._roles.clear()
            found = self._roles[code] = self._manners[code & _MANNER]._replace(number=code >> _MANNER_BITS)
        return found

    def _going_on(self, tree: _Tree, part: str, mark: int) -> _Tree:
        """The tree behind a word, for one more phrase that goes on there."""
        branch = tree.get(part)
        if not isinstance(branch, _Branch):
            branch = tree[part] = _Branch(*((), 0) if branch is None else ((branch,), self._marks_at(branch)))
        self._mark(branch, mark)
        return branch.children

    def _end(self, tree: _Tree, part: str, code: int) -> None:
        """One more phrase ends with this word."""
        there = tree.setdefault(part, code)
        if there == code:
            return
        branch = there if isinstance(there, _Branch) else _Branch((there,), self._marks_at(there))
        tree[part] = branch
        if code not in branch.codes:
            branch.codes += (code,)
            self._mark(branch, self._marks_at(code))

    def _mark(self, branch: _Branch, mark: int) -> None:
        marks = branch.marks | mark
        branch.marks = self._marks.setdefault(marks, marks)

    def _marks_at(self, node: int | _Branch) -> int:
        """The marks of the phrases that end there or go on."""
        return node.marks if isinstance(node, _Branch) else self._manners[node & _MANNER].mark

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
            for hit in self._ending(self._codes_at(reading.stem), ALL, reading, reading.how, 0, len(text)):
                yield hit.role

    def _marks_of(self, text: str) -> int:
        """The marks of all phrases that may begin with a word; 0 where none does."""
        marks = 0
        for reading in self.vocabulary.readings(text):
            node = self._tree.get(reading.stem)
            if node is not None:
                marks |= self._marks_at(node)
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
        self._roles.clear()
        self.vocabulary.forget()

    def _walk(self, word: Word, normal: str, wanted: int) -> Iterator[Hit]:
        """The wanted phrases that begin with this word."""
        start, here = word.start, word
        open_trees = [(self._tree, "written")]
        while True:
            going_on = []
            for reading in self.vocabulary.readings(here.text):
                for tree, how in open_trees:
                    node = tree.get(reading.stem)
                    if node is None or not self._marks_at(node) & wanted:
                        continue
                    so_far = how if how != "written" else reading.how
                    for role in self._ending(node, reading, so_far):
                        if role.mark & wanted:
                            yield Hit(role, start, here.end, reading.ending, so_far)
                    if isinstance(node, _Branch) and node.children and not reading.ending:
                        going_on.append((node.children, so_far))
            after = following(normal, here.end) if going_on else None
            if after is None or _sentence_ends(normal, here.end, after.start):
                return
            open_trees, here = going_on, after

    def _ending(self, node: int | _Branch, reading: Reading, how: str) -> Iterator[Role]:
        """The roles of the phrases that end there with a word read in this way."""
        for code in node.codes if isinstance(node, _Branch) else (node,):
            if _takes(self._manners[code & _MANNER], reading, how):
                yield self._role(code)

    def _single(self, hidden: Word) -> Iterator[Hit]:
        """What a word whose letters stand apart is by itself."""
        for reading in self.vocabulary.readings(hidden.text):
            codes = self._codes_at(reading.stem)
            for hit in self._ending(codes, ALL, reading, reading.how, hidden.start, hidden.end):
                yield hit._replace(how="disguised")

    def _codes_at(self, stem: str) -> tuple[int, ...]:
        """Of the phrases of that one word."""
        node = self._tree.get(stem)
        if node is None:
            return ()
        return (node,) if isinstance(node, int) else node.codes


def _takes(role: Role, reading: Reading, how: str) -> bool:
    if how == "folded" and not role.folds:
        return False
    return not reading.ending or (role.endings and role.forms == reading.forms)


def _is_heard(parts: Sequence[str]) -> bool:
    """Whether a phrase has letters enough to be known by its sound."""
    heard = 0
    for part in parts:
        heard += _sounds(part)
        if heard >= FEWEST_SOUNDS:
            return True
    return False


@lru_cache(maxsize=4096)
def _sounds(word: str) -> int:
    return sounds(word)


def _sentence_ends(normal: str, start: int, end: int) -> bool:
    between = normal[start:end]
    return between != " " and any(mark in between for mark in SENTENCE_ENDS)
