"""Which near-rules are looked at: as many as a look at every one would find."""

from __future__ import annotations

from functools import reduce
from operator import or_

from hypothesis import given
from hypothesis import strategies as st

from server.wordlists.matching.near_rules import NearRules

GROUPS = [1 << number for number in range(2, 90)]  # more than a machine word
RULES = st.lists(st.lists(st.sampled_from(GROUPS), min_size=1, max_size=3), max_size=40)


def built(rules: list[list[int]], phrases: dict[int, int] | None = None) -> NearRules:
    made = NearRules()
    for number, groups in enumerate(rules):
        made.add(groups, number)
    for group, count in (phrases or {}).items():
        made.count(group, count)
    made.built()
    return made


def numbers(made: NearRules, marks: int) -> list[int]:
    return sorted(number for _, own in made.rules(marks) for number in own)


@given(RULES, st.dictionaries(st.sampled_from(GROUPS), st.integers(1, 9)), st.sets(st.sampled_from(GROUPS)))
def test_those_whose_groups_are_all_there(rules: list[list[int]], phrases: dict[int, int], there: set[int]) -> None:
    """Whichever group is looked at first."""
    made, marks = built(rules, phrases), reduce(or_, there, 0)
    expected = [number for number, groups in enumerate(rules) if there.issuperset(groups)]
    assert numbers(made, marks) == expected
    assert all(whole == reduce(or_, rules[number]) for whole, own in made.rules(marks) for number in own)


def test_a_group_by_itself_makes_none() -> None:
    """A community's name is no contempt."""
    made = built([[4, 8], [8, 16]])
    assert not list(made.rules(8 | 32))
    assert list(made.rules(4 | 8 | 32)) == [(4 | 8, [0])]


def test_rules_over_the_same_groups_are_all_told() -> None:
    """Two lists may say different things of them, at different distances."""
    made = built([[4, 8], [8, 4], [4, 8, 16]])
    assert numbers(made, 4 | 8) == [0, 1]
