"""Finds phrases in a normal form. Only the words that can begin one are looked at; a draft without any is done at once.

All offsets are code points of the normal form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache, reduce
from operator import or_
from sys import intern
from typing import Any, NamedTuple, cast

from server.text.bounded import Bounded, ByText, Texts
from server.text.endings import root
from server.text.romanised import sound_count
from server.text.sentences import stop_ends
from server.text.shapes import Word
from server.text.split_letters import is_plain, joined
from server.text.words import distinct, untied
from server.wordlists.matching.opened import SILENT, Opened, Opener, Read, Standing
from server.wordlists.matching.tree import (
    Branch,
    Node,
    Rest,
    Tree,
    close,
    code_of,
    ends,
    goes_on,
    next_in,
    onward_in,
    share,
)
from server.wordlists.matching.vocabulary import LONGEST, MAX_KEPT, Reading, Vocabulary

EXACT_ONLY = 2  # stems of so many code points match without endings: half of their forms hit an innocent word
FEWEST_SOUNDS = 4  # letters of a Banglish key; a shorter one sounds like too many words, so its spellings are listed
SENTENCE_ENDS = "।?؟!\n"  # between two words of one phrase stands none of these, nor a full stop that ends a sentence


# What a phrase is for, as bits: a finding by itself, what forgives one, and above them a bit for each group.
PLAIN, FORGIVING, FIRST_GROUP = 1, 2, 4
ALL = -1
MAX_ROLES = 4096  # met in drafts and remembered

_new = tuple.__new__  # what Hit(...) does, in half the time


class Role(NamedTuple):
    """What a phrase stands for. `kind`: term, exception, context, answer, denial, heading, no denial, around (quotes) or agreeing (with them); `number`: of the term, or of the set of them."""

    kind: str
    number: int
    forms: str = "noun"
    folds: bool = True  # Banglish spellings that nobody listed count too
    endings: bool = True
    mark: int = FORGIVING


class Hit(NamedTuple):
    """A phrase found: its role, its span, the last word's ending, and how it was read."""

    role: Role
    start: int
    end: int
    ending: str
    how: str


_MANNER_BITS = 16
_MANNER = (1 << _MANNER_BITS) - 1


class Phrases:
    """All phrases of a ruleset. Built once by `add`, then only read."""

    def __init__(self) -> None:
        self._tree: Tree = {}
        self._manners: list[Role] = []  # the different roles, but for their numbers
        self._manner_numbers: dict[Role, int] = {}
        self._roles: dict[int, Role] = {}  # code → role, of those that were met
        self._last_code = -1
        self._longest = 0  # words of a phrase
        self.vocabulary = Vocabulary()
        self._openers: ByText[Opener] = ByText(MAX_KEPT, LONGEST)  # words with which phrases may begin
        self._silent = Texts(2 * MAX_KEPT, LONGEST)  # words with which none does
        self.plain = Texts(2 * MAX_KEPT, LONGEST)  # stretches without white space in which nothing sets letters apart
        self.quiet = Texts(2 * MAX_KEPT, LONGEST)  # stretches without white space that hold silent words alone
        self._loud = Texts(MAX_KEPT, LONGEST)  # stretches that hold others too
        self._met_marks: Bounded[int, int] = Bounded(MAX_KEPT)  # equal ones of words met, kept once: they are long

    def __setstate__(self, kept: dict[str, Any]) -> None:
        """As the compiled copy brings it back."""
        self.__dict__.update(kept)
        share(self._tree)

    def add(self, parts: Sequence[str], role: Role) -> bool:
        """Takes in a phrase by its words in the normal form; False where there is none."""
        if not parts:
            return False
        self._longest = max(self._longest, len(parts))
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

    def built(self) -> None:
        """Once all phrases are in: the tree takes no more memory than it needs."""
        close(self._tree)
        share(self._tree)

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
        branch.marks |= mark
        return cast(Tree, branch.children)  # only `close` leaves another

    def _end(self, tree: Tree, part: str, code: int) -> None:
        """One more phrase ends with this word."""
        there = tree.setdefault(part, code)
        if there == code:
            return
        branch = tree[part] = self._branch(there)
        if code not in branch.codes:
            branch.codes += (code,)
            branch.marks |= self._marks_at(code)

    def _branch(self, node: Node) -> Branch:
        """A node where more than one phrase ends or goes on."""
        if isinstance(node, Branch):
            return node
        branch = Branch((node,) if isinstance(node, int) else (), self._marks_at(node))
        if isinstance(node, tuple):
            branch.children = dict([onward_in(node)])
        return branch

    def _marks_at(self, node: Node) -> int:
        """The marks of the phrases that end there or go on."""
        return node.marks if isinstance(node, Branch) else self._manners[code_of(node) & _MANNER].mark

    def find(self, normal: str) -> list[Hit]:
        """Every phrase in a normal form, in no order."""
        return self.walk(self.open(normal), ALL)

    def open(self, normal: str, stretches: Set[str] | None = None) -> Opened:
        """The words of a normal form with which phrases may begin. `stretches`: of those between spaces the ones to look at."""
        tokens = (set(normal.split()) if stretches is None else stretches) - self.quiet
        openers: dict[str, Opener] = {}
        other: Opened | None = None
        if tokens:
            spaced = " ".join(tokens)
            tied: set[str] = set()
            if untied(spaced):
                tied = set(filter(untied, tokens))
                other = self.open(untied(normal))
            there = distinct(spaced) - self._silent
            known = there <= self._openers.keys()
            openers = {text: self._openers[text] for text in there} if known else self._meet(there)
            self._remember_quiet(tokens - self._loud - tied)
        hidden = joined(normal, self._odd(stretches) if stretches is not None else None)
        return Opened(normal, openers, [self._hidden(word) for word in hidden], other)

    def _hidden(self, word: Word) -> Standing:
        """What a word whose letters stand apart is by itself."""
        opener = self._opener(word.text)
        read = tuple((code, ending, "disguised") for code, ending, _ in opener.alone)
        return Standing(opener.alone_marks, read, word.start, word.end)

    def marks(self, opened: Opened) -> int:
        """The marks of all phrases that stand there."""
        return reduce(or_, (one.marks for one in self._standing(opened)), 0)

    def walk(self, opened: Opened, wanted: int, numbers: Set[int] | None = None) -> list[Hit]:
        """The phrases that stand there and have one of the wanted marks, in no order. `numbers`: of these terms or sets alone."""
        return [
            _new(Hit, (self._role(code), start, end, ending, how))
            for marks, phrases, start, end in self._standing(opened)
            if marks & wanted
            for code, ending, how in phrases
            if self._manners[code & _MANNER].mark & wanted and (numbers is None or code >> _MANNER_BITS in numbers)
        ]

    def forgiving(self, opened: Opened, numbers: Set[int]) -> list[Hit]:
        """The phrases of these sets that stand there, in no order."""
        return self.walk(opened, FORGIVING, numbers)

    def alone(self, text: str) -> Iterator[Role]:
        """What one word is by itself, in whatever way it can be read."""
        for code, _, _ in self._opener(text).alone:
            yield self._role(code)

    def _opener(self, text: str) -> Opener:
        """What begins with a word of the normal form."""
        found = self._openers.get(text)
        if found:
            return found
        alone: list[Read] = []
        onward: list[tuple[Tree | Rest, str]] = []
        marks = 0
        for reading in self.vocabulary.readings(text):
            node = self._tree.get(reading.stem)
            if node is None:
                continue
            alone += self._ending(node, reading, reading.how)
            behind = goes_on(node)
            if behind and not reading.ending:
                onward.append((behind, reading.how))
                marks |= self._marks_at(node)
        if not alone and not onward:
            return SILENT
        alone_marks = self._kept_once(self._marks_of(alone))
        return Opener(self._kept_once(marks | alone_marks), tuple(dict.fromkeys(alone)), alone_marks, tuple(onward))

    def _kept_once(self, marks: int) -> int:
        return self._met_marks.get(marks) or self._met_marks.keep(marks, marks)

    def _meet(self, texts: set[str]) -> dict[str, Opener]:
        """What begins with each of these words, those left out with which nothing does; remembered."""
        self.vocabulary.meet(texts)
        read = {text: self._opener(text) for text in texts}
        self._silent.take(text for text, opener in read.items() if not opener.marks)
        return {text: self._openers.keep(text, opener) for text, opener in read.items() if opener.marks}

    def _remember_quiet(self, tokens: Set[str]) -> None:
        """Which of these stretches without white space hold silent words alone; most are one word, some hold signs."""
        words_alone = tokens & self._silent
        others = tokens - words_alone
        silent = {token for token in others if distinct(token) <= self._silent}
        self.quiet.take(words_alone | silent)
        self._loud.take(others - silent)

    def _odd(self, stretches: Set[str]) -> Set[str]:
        """Those in which something may set letters apart."""
        odd = stretches - self.plain
        if odd:
            self.plain.take(filter(is_plain, odd))
        return odd

    def forget(self) -> None:
        """Drops what is remembered of words: the next text is met as the first one."""
        self._openers.clear()
        self._silent.clear()
        self.plain.clear()
        self.quiet.clear()
        self._loud.clear()
        self._roles.clear()
        self._met_marks.clear()
        self.vocabulary.forget()

    def _standing(self, opened: Opened) -> list[Standing]:
        """All phrases that stand there, looked for once, whatever is asked of them."""
        if opened.standing is None:
            opened.standing = []
            for own in opened.readings:
                for opener, word, ahead in own.places(self._longest):
                    if opener.alone:
                        alone = opener.alone_marks, opener.alone, word.start, word.end
                        opened.standing.append(_new(Standing, alone))
                    if opener.onward:
                        self._add_longer(opener, word, ahead, own.normal, opened.standing)
            opened.standing += opened.hidden
        return opened.standing

    def _add_longer(
        self, opener: Opener, first: Word, ahead: Iterable[Word], normal: str, found: list[Standing]
    ) -> None:
        """Adds the phrases of several words that begin with the first. `ahead`: the words behind it."""
        open_trees: Sequence[tuple[Tree | Rest, str]] = opener.onward
        end = first.end
        for here in ahead:
            met: list[tuple[Node, Reading, str]] = []
            for reading in self.vocabulary.readings(here.text):
                for tree, how in open_trees:
                    node = tree.get(reading.stem) if isinstance(tree, dict) else next_in(tree, reading.stem)
                    if node is not None:
                        met.append((node, reading, how if how != "written" else reading.how))
            if not met or _sentence_ends(normal, end, here.start):
                return
            ended: list[Read] = []
            going_on: list[tuple[Tree | Rest, str]] = []
            for node, reading, how in met:
                ended += self._ending(node, reading, how)
                behind = goes_on(node)
                if behind and not reading.ending:
                    going_on.append((behind, how))
            if ended:
                found.append(Standing(self._marks_of(ended), tuple(ended), first.start, here.end))
            open_trees, end = going_on, here.end

    def _ending(self, node: Node, reading: Reading, how: str) -> list[Read]:
        """The phrases that end at a node, where their last word may be read in this way."""
        return [
            (code, reading.ending, how) for code in ends(node) if _takes(self._manners[code & _MANNER], reading, how)
        ]

    def _marks_of(self, phrases: Iterable[Read]) -> int:
        return reduce(or_, (self._manners[code & _MANNER].mark for code, _, _ in phrases), 0)


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
    if any(mark in between for mark in SENTENCE_ENDS) or ("|" in between and between != "|"):  # না|পাক is a disguise
        return True
    return "." in between and stop_ends(normal, start, end)
