"""Which near-rules a draft's groups make: asked of every draft, of the hundreds of rules few are looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_


class NearRules:
    """Near-rules by the marks of their groups, one bit a group; each is known by the number of its term."""

    def __init__(self) -> None:
        self._phrases: Counter[int] = Counter()  # group → how many it has
        self._numbers: dict[int, list[int]] = defaultdict(list)  # a rule's marks → the numbers of those that have them
        self._by_first: dict[int, dict[int, list[int]]] = {}  # group → of the rules that look at it first
        self._first = 0  # the marks of those groups

    def count(self, group: int, phrases: int) -> None:
        """So many more phrases of this group."""
        self._phrases[group] += phrases

    def add(self, groups: Sequence[int], number: int) -> None:
        """One more rule, over these groups."""
        self._numbers[reduce(or_, groups)].append(number)

    def built(self) -> None:
        """Once all rules and groups are in: a rule is looked at only where the group with the fewest phrases stands."""
        for rule, numbers in self._numbers.items():
            first = min(_single(rule), key=lambda group: (self._phrases[group], group))
            self._by_first.setdefault(first, {})[rule] = numbers
        self._first = reduce(or_, self._by_first, 0)
        self._phrases.clear()
        self._numbers.clear()

    def rules(self, marks: int) -> Iterator[tuple[int, Sequence[int]]]:
        """The rules whose groups all stand there: (the marks of the groups together, the numbers of the rules over them)."""
        for group in _single(marks & self._first):
            for rule, numbers in self._by_first[group].items():
                if rule & marks == rule:
                    yield rule, numbers


def _single(marks: int) -> Iterator[int]:
    """Each mark by itself, the lowest first."""
    while marks:
        lowest = marks & -marks
        yield lowest
        marks ^= lowest
