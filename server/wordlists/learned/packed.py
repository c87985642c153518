"""What words weigh in all tables of learned evidence at once.

All tables' weights of an entry stand in one whole number, a field of 40 bits each, so that `sum` adds them at once.
What is remembered of words is bounded.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from math import inf
from operator import or_

from server.text.bounded import LONGEST, Bounded, ByText
from server.wordlists.learned.names import PERSON, Names
from server.wordlists.learned.parts import (
    BASE,
    BEYOND,
    ENGLISH,
    FREE_WORDS,
    LATIN,
    MOST_SENSES,
    TIES,
    WITH,
    entries_of,
    is_name,
    stem_of,
)
from server.wordlists.learned.speakers import SCALE
from server.wordlists.learned.stretches import beyond, script_of, tongue
from server.wordlists.learned.weighed import MOST_OF_NAMES
from server.wordlists.reading.table import Row

MAX_KEPT = 50_000  # distinct words whose weight is remembered; as many sets of names
MAX_READ = 4_096  # words of told drafts whose entries are remembered, of a third of a kilobyte each
OF_A_NAME = "\n"  # read before a word: it is part of a person's name. No word has one
_BITS = 40
_HALF = 1 << (_BITS - 1)
_FIELD = 2 * _HALF - 1


class Packed:
    """The rows of all tables, compiled once."""

    def __init__(
        self, rows: Sequence[Mapping[str, Row]], names: Names, kinds_of: Callable[[str], Iterable[str]]
    ) -> None:
        """`rows`: of each table, by entry; `kinds_of`: what stands for a word beside itself."""
        self.names = names
        self._kinds_of = kinds_of
        self._tables = len(rows)
        self._single: dict[str, int] = defaultdict(int)
        self._pairs: dict[tuple[str, str], int] = defaultdict(int)
        self._together: dict[tuple[str, str], int] = defaultdict(int)  # two senses
        for place, own in enumerate(rows):
            for row in own.values():
                self._add(row, place)
        # What a stretch adds whatever its words: by being one, by each word beyond the free ones, by its letters.
        self._base, self._of_length, self._of_latin, self._of_english = (
            self._single.pop(entry, 0) for entry in (BASE, BEYOND, LATIN, ENGLISH)
        )
        self._paired = {word for pair in self._pairs for word in pair}
        self._stem_known = self._paired | {entry for entry in self._single if not entry.isascii()}
        self._kinds = {kind: self._single[kind] for kind in names.kinds if kind in self._single}
        self._two_kinds = {pair: packed for pair, packed in self._pairs.items() if is_name(" ".join(pair))}
        self._weights: dict[str, int] = {}  # word → the sum of its entries
        self._shapes: dict[str, str] = {}  # word → how pairs write it; "" where it is in none
        # kinds of names that stand in a stretch, and pairs of them → what they weigh together
        self._of_names: Bounded[tuple[frozenset[str], frozenset[tuple[str, str]]], int] = Bounded(MAX_KEPT)
        self._read: ByText[tuple[tuple[str, ...], str]] = ByText(MAX_READ)
        self.senses = _marks(self._together)  # sense → its mark, where it weighs something beside another
        self._partners = self._partnered()  # a sense's mark → the marks that weigh something beside it, what each does
        self._firsts = reduce(or_, self._partners, 0)
        self._about: dict[str, int] = {}  # word → the marks of its senses
        # Two more fields count words in Latin letters against others, and English ones among those.
        self._script, self._english = (1 << (_BITS * (self._tables + more)) for more in (0, 1))
        self._zero = sum(_HALF << (_BITS * place) for place in range(self._tables + 2))

    def _add(self, row: Row, place: int) -> None:
        packed = round(row.weight * SCALE) << (_BITS * place)
        first, space, second = row.entry.partition(" ")
        if WITH in row.entry and row.entry != BEYOND:
            one, _, other = row.entry.partition(WITH)
            self._together[one, other] += packed
        elif space:
            self._pairs[first, second] += packed
        else:
            self._single[row.entry] += packed

    def _partnered(self) -> dict[int, tuple[int, dict[int, int]]]:
        """Each pair once, by the mark of the sense that stands in fewer: those are met less often."""
        partners: dict[int, dict[int, int]] = defaultdict(dict)
        for pair, packed in self._together.items():
            often, seldom = sorted(map(self.senses.__getitem__, pair))
            partners[seldom][often] = packed
        return {sense: (reduce(or_, weights), weights) for sense, weights in partners.items()}

    def sums(self, tokens: Sequence[str], until: float = inf, marked: bool = False) -> list[int]:
        """What the words of a stretch, in their order, sum up to in each table: ten-thousandths.

        `marked`: some are part of a person's name. TimeoutError later than that moment `until` (`time.monotonic`).
        """
        refuse_late(until)
        distinct = set(tokens)
        if not distinct <= self._weights.keys():
            if max(map(len, distinct)) > LONGEST:  # no word: no more of it is remembered than how it begins
                tokens = [token[:LONGEST] for token in tokens]
                distinct = set(tokens)
            self._learn_words(distinct, until)
        total = self._base + sum(map(self._weights.__getitem__, distinct))
        # a word that is part of a name here and none there is one word all the same
        twice = [word for word in distinct if f"{OF_A_NAME}{word}" in distinct] if marked else ()
        total -= sum(map(self._of_letters, twice))
        if len(distinct) - len(twice) > FREE_WORDS:
            total += self._of_length * beyond(len(distinct) - len(twice))
        total += self._of_senses(reduce(or_, map(self._about.__getitem__, distinct), 0))
        shapes = list(map(self._shapes.__getitem__, tokens))
        kinds = self._kinds.keys() & set(shapes)
        pairs = self._pairs.keys() & set(pairwise(shapes))
        two_kinds = pairs & self._two_kinds.keys()
        if kinds or two_kinds:
            total += self._named(frozenset(kinds | distinct & TIES), frozenset(two_kinds))
        for pair in pairs - two_kinds:
            total += self._pairs[pair]
        counted = (total + self._zero) >> (_BITS * self._tables)
        if counted & _FIELD > _HALF:
            total += self._of_latin
            if counted >> _BITS > _HALF:
                total += self._of_english
        return self._unpacked(total)

    def shape(self, word: str) -> str:
        """How pairs write a word: a name by its kind."""
        known = self._shapes.get(word)
        return self.read(word)[1] if known is None else known

    def _of_senses(self, about: int) -> int:
        """What these senses weigh beside each other, packed. `about`: their marks."""
        total = 0
        first = about & self._firsts if about.bit_count() <= MOST_SENSES else 0
        while first:
            one = first & -first
            first ^= one
            marks, weights = self._partners[one]
            beside = marks & about
            while beside:
                other = beside & -beside
                beside ^= other
                total += weights[other]
        return total

    def _learn_words(self, distinct: set[str], until: float) -> None:
        if len(self._weights) + len(distinct) > MAX_KEPT:
            self.forget()
        for token in distinct:
            if token not in self._weights:
                refuse_late(until)
                entries, self._shapes[token] = self.read(token)
                adds = self._adds(entries)
                self._about[token] = reduce(or_, (self.senses.get(entry, 0) for entry in entries), 0)
                self._weights[token] = adds + self._of_letters(token.removeprefix(OF_A_NAME))

    def _adds(self, entries: Iterable[str]) -> int:
        """What the entries of one word weigh, packed; a kind of name is added by itself."""
        return sum(self._single.get(entry, 0) for entry in entries if entry not in self._kinds)

    def _of_letters(self, word: str) -> int:
        """What a word adds to the count of words in Latin letters, and to that of English ones."""
        return self._script * script_of(word) + self._english * tongue(word)

    def _named(self, kinds: frozenset[str], pairs: frozenset[tuple[str, str]]) -> int:
        """What names weigh together, packed: in each table less than a finding needs, however many there are.

        The words that tie them (`TIES`) are in the sum already; names get what these leave of MOST_OF_NAMES.
        """
        key = kinds, pairs
        if key not in self._of_names:
            ties = [self._unpacked(self._adds(self.read(word)[0])) for word in kinds & TIES]
            tied = [sum(max(own, 0) for own in of_table) for of_table in zip(*ties, strict=True)] or [0] * self._tables
            names = sum(map(self._kinds.__getitem__, kinds - TIES)) + sum(map(self._two_kinds.__getitem__, pairs))
            most = round(MOST_OF_NAMES * SCALE)
            found = (min(own + tie, most) - tie for own, tie in zip(self._unpacked(names), tied, strict=True))
            self._of_names.keep(key, sum(own << (_BITS * place) for place, own in enumerate(found)))
        return self._of_names[key]

    def read(self, word: str) -> tuple[tuple[str, ...], str]:
        """(the entries by which a word is looked up, how pairs write it: "" where it is in none)."""
        kind = PERSON if word.startswith(OF_A_NAME) else self.names.kind(word)
        if kind:
            return (kind,), kind
        stem = stem_of(word, self._stem_known)
        return entries_of(word, stem, self._kinds_of(word)), stem if stem in self._paired else ""

    def counting(self, word: str) -> tuple[tuple[str, ...], str]:
        """The same, remembered, of the entries those alone of which something is made: a row's, a sense or a kind of name."""
        known = self._read.get(word)
        if known is None:
            entries, shape = self.read(word)
            made = (self._single, self.senses, self.names.kinds)
            known = self._read.keep(word, (tuple(it for it in entries if any(it in own for own in made)), shape))
        return known

    def forget(self) -> None:
        """Drops what is remembered of words."""
        for kept in (self._weights, self._shapes, self._about, self._of_names, self._read):
            kept.clear()

    def _unpacked(self, total: int) -> list[int]:
        total += self._zero
        return [((total >> (_BITS * place)) & _FIELD) - _HALF for place in range(self._tables)]


def refuse_late(until: float) -> None:
    """TimeoutError where that moment is past: a draft may be one stretch of thousands of new words."""
    if time.monotonic() > until:
        raise TimeoutError


def _marks(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """A bit for each sense, the lowest for the one that stands in most pairs."""
    often = Counter(sense for pair in pairs for sense in pair)
    return {sense: 1 << place for place, (sense, _) in enumerate(often.most_common())}
