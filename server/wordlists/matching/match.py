"""Finds phrases in a normal form. Only the words that can begin one are looked at; a draft without any is done at once.

All offsets are code points of the normal form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import NamedTuple

from server.text.endings import root
from server.text.romanised import sound_count
from server.text.sentences import stop_ends
from server.text.split_letters import is_plain, joined
from server.text.words import Word, distinct, onward, parted, places, words
from server.wordlists.matching.tree import Branch, Node, Rest, Tree, close, code_of, ends, goes_on, next_in, onward_in
from server.wordlists.matching.vocabulary import MAX_KEPT, Reading, Vocabulary

EXACT_ONLY = 2  # stems of so many code points match without endings: half of their forms hit an innocent word
FEWEST_SOUNDS = 4  # letters of a Banglish key; a shorter one sounds like too many words, so its spellings are listed
MOST_PLACES = 256  # of one word in one draft; a writer is shown no more findings anyway
FEW_OPENERS = 12  # that are looked for one by one; of more the text is cut into words at once
SENTENCE_ENDS = "।?!\n"  # between two words of one phrase stands none of these, nor a full stop that ends a sentence


# What a phrase is for, as bits: a finding by itself, what forgives one, and above them a bit for each group.
PLAIN, FORGIVING, FIRST_GROUP = 1, 2, 4
ALL = -1
MAX_ROLES = 4096  # met in drafts and remembered

_new = tuple.__new__  # what Hit(...) does, in half the time


class Role(NamedTuple):
    """What a phrase stands for. `kind`: term, exception, context, answer, around (quotes) or agreeing (with them); `number`: of the term, or of the set of them."""

    kind: str
    number: int
    forms: str = "noun"
    folds: bool = True  # Banglish spellings that nobody listed count too
    endings: bool = True
    mark: int = FORGIVING


class Opened:
    """Words of a normal form with which phrases may begin: as they stand, with their letters apart, and the phrases' marks."""

    def __init__(
        self, normal: str, texts: list[str], hidden: list[Word], marks: int, other: Opened | None = None
    ) -> None:
        """`other`: the same of another reading of the text, place by place; its letters apart and its marks are in these."""
        self.readings = (self, other) if other else (self,)
        self.normal = normal
        self.texts = texts
        self.hidden = hidden
        self.marks = marks
        self._words: list[Word] = []

    def onward_from(self, texts: Sequence[str]) -> Iterator[Iterator[Word]]:
        """From each place of these words on, the words that follow; few words are looked for, many come by in all words."""
        if not self._words and len(texts) > FEW_OPENERS:
            self._words = words(self.normal)
        if not self._words:
            for text in texts:
                for start in islice(places(self.normal, text), MOST_PLACES):
                    yield onward(self.normal, start)
            return
        left = dict.fromkeys(texts, MOST_PLACES)
        for place, word in enumerate(self._words):
            if left.get(word.text):
                left[word.text] -= 1
                yield map(self._words.__getitem__, range(place, len(self._words)))


class Hit(NamedTuple):
    """A phrase found: its role, its span, the last word's ending, and how it was read."""

    role: Role
    start: int
    end: int
    ending: str
    how: str


_MANNER_BITS = 16
_MANNER = (1 << _MANNER_BITS) - 1


class _Opener(NamedTuple):
    """What begins with a word, whatever comes behind it. `marks`: of all that is told of the two others."""

    marks: int
    alone: tuple[tuple[int, str, str], ...]  # phrases of this one word: code, its ending, how it was read
    onward: tuple[tuple[Tree | Rest, str, int], ...]  # where phrases go on: to what, how it was read, their marks


class Phrases:
    """All phrases of a ruleset. Built once by `add`, then only read."""

    def __init__(self) -> None:
        self._tree: Tree = {}
        self._manners: list[Role] = []  # the different roles, but for their numbers
        self._manner_numbers: dict[Role, int] = {}
        self._roles: dict[int, Role] = {}  # code → role, of those that were met
        self._begin: dict[str, tuple[int, ...]] = {}  # a word → the sets that forgive whose phrases begin so
        self._marks: dict[int, int] = {}  # while building: equal ones are kept once
        self._last_code = -1
        self.vocabulary = Vocabulary()
        self._openers: dict[str, _Opener] = {}  # words with which phrases may begin, remembered
        self._silent: set[str] = set()  # words with which none does
        self.plain: set[str] = set()  # stretches without white space in which nothing sets letters apart
        self.quiet: set[str] = set()  # stretches without white space that hold silent words alone
        self._loud: set[str] = set()  # stretches that hold others too

    def add(self, parts: Sequence[str], role: Role) -> bool:
        """Takes in a phrase by its words in the normal form; False where there is none."""
        if not parts:
            return False
        verb = role.forms == "verb"
        endings = role.endings and sum(map(len, parts)) > EXACT_ONLY
        folds = role.folds and _is_heard(parts)
        *first, last = map(intern, parts)
        if verb:
            last = intern(root(last))
        for part in (*first, last):
            self.vocabulary.learn(part, verb, folds)
        manner = Role(role.kind, 0, role.forms, folds, endings, role.mark)
        code = self._code(role.number, manner)
        tree = self._tree
        for place, part in enumerate(first):
            if part not in tree:
                tree[part] = (*first[place + 1 :], last, code)
                return True
            tree = self._going_on(tree, part, role.mark)
        self._end(tree, last, code)
        return True

    def add_set(self, phrases: Sequence[Sequence[str]], role: Role) -> None:
        """Takes in a set of phrases that forgive, each by its words in the normal form."""
        for parts in phrases:
            self.add(parts, role)
        for first in dict.fromkeys(intern(parts[0]) for parts in phrases if parts):
            self._begin[first] = (*self._begin.get(first, ()), role.number)

    def built(self) -> None:
        """Once all phrases are in: drops what only building needs, marks of fewer phrases above all."""
        self._marks.clear()
        close(self._tree)

    def _code(self, number: int, manner: Role) -> int:
        place = self._manner_numbers.setdefault(manner, len(self._manners))
        if place == len(self._manners):
            self._manners.append(manner)
        code = number << _MANNER_BITS | place
        if code != self._last_code:  # the phrases of one term come one after the other: one number for all
            self._last_code = code
        return self._last_code

    def _role(self, code: int) -> Role:
        found = self._roles.get(code)
        if found is None:
            if len(self._roles) >= MAX_ROLES:
                self._roles.clear()
            found = self._roles[code] = self._manners[code & _MANNER]._replace(number=code >> _MANNER_BITS)
        return found

    def _going_on(self, tree: Tree, part: str, mark: int) -> Tree:
        """The tree behind a word, for one more phrase that goes on there."""
        branch = tree[part] = self._branch(tree[part])
        self._mark(branch, mark)
        return branch.children

    def _end(self, tree: Tree, part: str, code: int) -> None:
        """One more phrase ends with this word."""
        there = tree.setdefault(part, code)
        if there == code:
            return
        branch = tree[part] = self._branch(there)
        if code not in branch.codes:
            branch.codes += (code,)
            self._mark(branch, self._marks_at(code))

    def _branch(self, node: Node) -> Branch:
        """A node where more than one phrase ends or goes on."""
        if isinstance(node, Branch):
            return node
        branch = Branch((node,) if isinstance(node, int) else (), self._marks_at(node))
        if isinstance(node, tuple):
            branch.children.update([onward_in(node)])
        return branch

    def _mark(self, branch: Branch, mark: int) -> None:
        marks = branch.marks | mark
        branch.marks = self._marks.setdefault(marks, marks)

    def _marks_at(self, node: Node) -> int:
        """The marks of the phrases that end there or go on."""
        return node.marks if isinstance(node, Branch) else self._manners[code_of(node) & _MANNER].mark

    def find(self, normal: str) -> list[Hit]:
        """Every phrase in a normal form, in no order."""
        return self.walk(self.open(normal), ALL)

    def open(self, normal: str, stretches: Set[str] | None = None) -> Opened:
        """The words of a normal form with which phrases may begin. `stretches`: of those between spaces the ones to look at."""
        tokens = (set(normal.split()) if stretches is None else stretches) - self.quiet
        texts: list[str] = []
        marks = 0
        other: Opened | None = None
        if tokens:
            spaced = " ".join(tokens)
            tied: set[str] = set()
            if parted(spaced):
                tied = set(filter(parted, tokens))
                other = self.open(parted(normal))
                marks = other.marks
            there = distinct(spaced) - self._silent
            if not there <= self._openers.keys():
                self.vocabulary.meet(there)
                self._remember_openers(there)
            texts = [text for text in there if text in self._openers]
            self._remember_quiet(tokens - self._loud - tied)
        hidden = joined(normal, self._odd(stretches) if stretches is not None else None)
        for text in texts:
            marks |= self._openers[text].marks
        for word in hidden:
            marks |= self._opener(word.text).marks
        return Opened(normal, texts, hidden + (other.hidden if other else []), marks, other)

    def walk(self, opened: Opened, wanted: int) -> list[Hit]:
        """The phrases that begin with these words and have one of the wanted marks, in no order."""
        hits: list[Hit] = []
        for own in opened.readings:
            for ahead in own.onward_from([text for text in own.texts if self._opener(text).marks & wanted]):
                self._walk(ahead, own.normal, wanted, hits)
        for hidden in opened.hidden:
            hits += self._single(hidden)
        return hits

    def forgiving(self, opened: Opened, numbers: Set[int]) -> list[Hit]:
        """The phrases of these sets that stand there, in no order."""
        hits: list[Hit] = []
        for own in opened.readings:
            texts = [text for text in own.texts if self._opener(text).marks & FORGIVING]
            for ahead in own.onward_from([text for text in texts if self._begins(text, numbers)]):
                self._walk(ahead, own.normal, FORGIVING, hits)
        return [hit for hit in hits if hit.role.number in numbers]

    def _begins(self, text: str, numbers: Set[int]) -> bool:
        """Whether a phrase of one of these sets may begin with a word."""
        return any(not numbers.isdisjoint(self._begin.get(one.stem, ())) for one in self.vocabulary.readings(text))

    def alone(self, text: str) -> Iterator[Role]:
        """What one word is by itself, in whatever way it can be read."""
        for reading in self.vocabulary.readings(text):
            for hit in self._ending(ends(self._tree.get(reading.stem)), ALL, reading, reading.how, 0, len(text)):
                yield hit.role

    def _opener(self, text: str) -> _Opener:
        """What begins with a word of the normal form; with most words nothing does."""
        found = self._openers.get(text)
        if found:
            return found
        alone: dict[tuple[int, str, str], None] = {}
        onward: list[tuple[Tree | Rest, str, int]] = []
        marks = 0
        for reading in self.vocabulary.readings(text):
            node = self._tree.get(reading.stem)
            if node is None:
                continue
            for code in ends(node):
                manner = self._manners[code & _MANNER]
                if _takes(manner, reading, reading.how):
                    alone[code, reading.ending, reading.how] = None
                    marks |= manner.mark
            behind = goes_on(node)
            if behind and not reading.ending:
                onward.append((behind, reading.how, self._marks_at(node)))
                marks |= onward[-1][2]
        return _Opener(marks, tuple(alone), tuple(onward))

    def _remember_openers(self, texts: set[str]) -> None:
        if len(self._openers) + len(self._silent) + len(texts) > 2 * MAX_KEPT:
            self._openers.clear()
            self._silent.clear()
        for text in texts:
            opener = self._opener(text)
            if opener.marks:
                self._openers[text] = opener
            else:
                self._silent.add(text)

    def _remember_quiet(self, tokens: Set[str]) -> None:
        """Which of these stretches without white space hold silent words alone; most are one word, some hold signs."""
        if len(self.quiet) + len(self._loud) + len(tokens) > 2 * MAX_KEPT:
            self.quiet.clear()
            self._loud.clear()
        words_alone = tokens & self._silent
        self.quiet |= words_alone
        for token in tokens - words_alone:
            (self.quiet if distinct(token) <= self._silent else self._loud).add(token)

    def _odd(self, stretches: Set[str]) -> Set[str]:
        """Those in which something may set letters apart."""
        odd = stretches - self.plain
        if odd:
            if len(self.plain) + len(odd) > 2 * MAX_KEPT:
                self.plain.clear()
            self.plain.update(filter(is_plain, odd))
        return odd

    def forget(self) -> None:
        """Drops what is remembered of words: the next text is met as the first one."""
        self._openers.clear()
        self._silent.clear()
        self.plain.clear()
        self.quiet.clear()
        self._loud.clear()
        self._roles.clear()
        self.vocabulary.forget()

    def _walk(self, ahead: Iterator[Word], normal: str, wanted: int, hits: list[Hit]) -> None:
        """Adds the wanted phrases that begin with the first of these words to the hits."""
        first = next(ahead)
        opener = self._opener(first.text)
        start, end = first.start, first.end
        for code, ending, how in opener.alone:
            if self._manners[code & _MANNER].mark & wanted:
                hits.append(_new(Hit, (self._role(code), start, end, ending, how)))
        open_trees = [(behind, how) for behind, how, marks in opener.onward if marks & wanted]
        for here in ahead if open_trees else ():
            if _sentence_ends(normal, end, here.start):
                return
            going_on: list[tuple[Tree | Rest, str]] = []
            for reading in self.vocabulary.readings(here.text):
                for tree, how in open_trees:
                    node = tree.get(reading.stem) if isinstance(tree, dict) else next_in(tree, reading.stem)
                    if node is None or not self._marks_at(node) & wanted:
                        continue
                    so_far = how if how != "written" else reading.how
                    hits += self._ending(ends(node), wanted, reading, so_far, start, here.end)
                    behind = goes_on(node)
                    if behind and not reading.ending:
                        going_on.append((behind, so_far))
            if not going_on:
                return
            open_trees, end = going_on, here.end

    def _ending(
        self, codes: tuple[int, ...], wanted: int, reading: Reading, how: str, start: int, end: int
    ) -> list[Hit]:
        """The wanted phrases among these whose last word may be read in this way."""
        found = []
        for code in codes:
            manner = self._manners[code & _MANNER]
            if manner.mark & wanted and _takes(manner, reading, how):
                found.append(_new(Hit, (self._role(code), start, end, reading.ending, how)))
        return found

    def _single(self, hidden: Word) -> Iterator[Hit]:
        """What a word whose letters stand apart is by itself."""
        for reading in self.vocabulary.readings(hidden.text):
            codes = ends(self._tree.get(reading.stem))
            for hit in self._ending(codes, ALL, reading, reading.how, hidden.start, hidden.end):
                yield hit._replace(how="disguised")


def _takes(role: Role, reading: Reading, how: str) -> bool:
    if how == "folded" and not role.folds:
        return False
    return not reading.ending or (role.endings and role.forms == reading.forms)


def _is_heard(parts: Sequence[str]) -> bool:
    """Whether a phrase has letters enough to be known by its sound."""
    letters = 0
    for part in parts:
        letters += _sound_count(part)
        if letters >= FEWEST_SOUNDS:
            return True
    return False


@lru_cache(maxsize=4096)
def _sound_count(word: str) -> int:
    return sound_count(word)


def _sentence_ends(normal: str, start: int, end: int) -> bool:
    between = normal[start:end]
    if between == " ":
        return False
    return any(mark in between for mark in SENTENCE_ENDS) or ("." in between and stop_ends(normal, start, end))
