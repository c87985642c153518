"""Phrases of a group that are looked for letter by letter: the stretches in which one may begin must not change the answer."""

from __future__ import annotations

import random

import pytest

from server.text.normalise import normalise
from server.wordlists.matching.cues import written
from server.wordlists.ruleset import Ruleset
from tests.wordlists.lists import ruleset

GROUP = "বিপদ সংকেত, ঘূর্ণিঝড়, জরুরি রক্ত, help"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset(tmp_path_factory.mktemp("lists"), "  - সভা\n", emergencies=GROUP)


def stands(own: Ruleset, normal: str) -> bool:
    """As a check asks."""
    phrases = written(own, "emergencies")
    return any(map(phrases.may_begin, normal.split())) and phrases.stands_in(normal)


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("৭ নম্বর বিপদ সংকেত দেখানো হয়েছে", True),
        ("মহাবিপদ সংকেত", True),  # within a longer word: the list's own writing is enough
        ("বিপদ-সংকেত", False),
        ("বিপদ\nসংকেত", False),
        ("বিপদ  সংকেত", False),
        ("সংকেত বিপদ", False),
        ("ঘূর্ণিঝড়ে ক্ষতিগ্রস্তদের তালিকা", True),
        ("(ঘূর্ণিঝড়)", True),
        ("ঘূর্ণি ঝড়", False),
        ("জরুরি সভা, রক্ত দান", False),
        ("জরুরি রক্তদান", True),
        ("helpline", True),
        ("hel pline", False),
        ("", False),
    ],
)
def test_a_phrase_is_found_as_its_list_writes_it(own: Ruleset, text: str, is_there: bool) -> None:
    assert stands(own, normalise(text)) is is_there


def test_it_finds_what_a_plain_search_finds(own: Ruleset) -> None:
    pieces = [*["বিপদ", "সংকেত", "ঘূর্ণিঝড়", "জরুরি", "রক্ত", "help", "সভা", "মহা"], " ", "  ", "\n", "-", "।", "\t"]
    phrases = list(map(normalise, GROUP.split(", ")))
    chance = random.Random(7)
    for _ in range(3000):
        normal = normalise("".join(chance.choices(pieces, k=chance.randint(1, 9))))
        assert stands(own, normal) is any(phrase in normal for phrase in phrases), normal
