"""Whose family life it is: the writer's own, an employee's, or nobody's that an office may not speak of."""

from __future__ import annotations

import pytest

from server.personal.around.surroundings import Surroundings
from server.personal.family.kin import own_kin
from server.personal.family.sorrows import sorrows
from server.personal.family.wishes import is_colleagues_wish
from server.text.normalise import normalise


def around(text: str) -> Surroundings:
    return Surroundings(normalise(text))


@pytest.mark.parametrize(
    "text, own",
    [
        ("ছোট বোনের আকদ", True),
        ("আমার একমাত্র ছোট বোনের আকদ", True),
        ("আমার দুষ্টু মিষ্টি লক্ষ্মী ছোট বোনের আকদ হয়ে গেল আজ", True),
        ("করিমের ছোট বোনের আকদ", False),
        ("করিমের একমাত্র ছোট বোনের আকদ", False),
        ("তার ছোট বোনের আকদ", False),
    ],
)
def test_a_relative_is_the_writers_where_nobody_else_owns_her(text: str, own: bool) -> None:
    seen = around(text)
    assert bool(list(own_kin(seen, seen.sentences))) == own


@pytest.mark.parametrize("text, told", [("সহকর্মী মতিউর রহমান ঋণে জর্জরিত", True), ("কৃষক মতিউর রহমান ঋণে জর্জরিত", False)])
def test_a_sorrow_is_an_employees(text: str, told: bool) -> None:
    assert bool(list(sorrows(around(text)))) == told


@pytest.mark.parametrize(
    "text, offices",
    [("সহকর্মীর মৃত্যুতে আমরা শোকাহত", True), ("আমার ছোট বোনের মৃত্যুতে সহকর্মীরা শোকাহত", False)],
)
def test_a_condolence_is_an_offices_where_no_relative_is_named(text: str, offices: bool) -> None:
    assert is_colleagues_wish(around(text)) == offices
