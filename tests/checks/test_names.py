"""Whose names stand in a notice breaks no clause of 9: every given name that we know, with surnames, in what offices say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

import pytest

from server.checker import check_draft
from server.draft import Account, Draft
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.facts.persons import read_people
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.ruleset import Match, Ruleset
from tests.checks.told import by_language

PEOPLE = read_people([SHIPPED])
UNSEEN = by_language("people.txt")  # such as nothing is learned from
BANGLA = (
    "অভিনন্দন {}!",
    "{} ও {} বৃত্তি পেয়েছে।",
    "বক্তব্য দেন প্রধান শিক্ষক {} এবং সহকারী শিক্ষক {}।",
    "সভায় সভাপতিত্ব করেন উপজেলা নির্বাহী কর্মকর্তা {}।",
    "নির্বাচিত প্রার্থীরা হলেন {}, {} ও {}।",
    "{} আজ অবসরে গেলেন।",
    "স্বাগত জানাই নতুন সহকারী কমিশনার (ভূমি) {}-কে।",
    "{} স্যার আমাদের নতুন জেলা প্রশাসক।",
    "চুরির মামলায় {} ও {} গ্রেপ্তার।",
    "শ্রেষ্ঠ কৃষকের পুরস্কার পেলেন {}, দ্বিতীয় {}।",
    "{} এর মৃত্যুতে আমরা শোকাহত।",
)
LATIN = (
    "Congratulations {}!",
    "{} o {} britti peyeche.",
    "uposthit chilen {}, {} o {}.",
    "sobhay sobhapotitto koren UNO {}.",
    "Head teacher {} and {} spoke at the event.",
    "shagotom notun AC land {}.",
    "Selected candidates: {}, {}, {}.",
    "churir mamlay {} greptar.",
    "shok barta: {} ar nei.",
    "{} sir amader notun DC.",
)


def is_warning(match: Match) -> bool:
    return match.word_list.clause.startswith("9.") and match.severity >= Severity.WARN


def notices(templates: tuple[str, ...], ascii_only: bool) -> Iterator[str]:
    """Each template until all given names stood in it, with other surnames each time."""
    given = [name for name in PEOPLE["given"] if name.isascii() == ascii_only]
    surnames = [name for name in PEOPLE["surname"] if name.isascii() == ascii_only]
    for number, template in enumerate(templates):
        places = template.count("{}")
        named = zip(given, islice(cycle(surnames), number * 17, None), strict=False)
        whole = [" ".join(pair) for pair in named]
        for first in range(0, len(whole) - places + 1, places):
            yield template.format(*whole[first : first + places])


pytestmark = pytest.mark.every


@pytest.mark.parametrize("templates, ascii_only", [(BANGLA, False), (LATIN, True)])
def test_hardly_a_name_is_warned_of(ruleset: Ruleset, templates: tuple[str, ...], ascii_only: bool) -> None:
    asked = list(notices(templates, ascii_only))
    warned = {text: found for text in asked if (found := list(filter(is_warning, ruleset.look(normalise(text)))))}
    assert len(asked) > 2_000
    assert len(warned) <= 0.004 * len(asked), warned


@pytest.mark.parametrize("language, fewest", [("bangla", 230), ("banglish", 150), ("english", 80)])
def test_what_people_have_done_is_hardly_warned_of(ruleset: Ruleset, language: str, fewest: int) -> None:
    """Prizes, transfers, thanks and successes, with whose they are: posts that nothing was learned from."""
    posts = UNSEEN[language]
    warned = {post: found for post in posts if (found := _warned(ruleset, post))}
    assert len(posts) >= fewest
    assert len(warned) <= 0.07 * len(posts), warned


def _warned(ruleset: Ruleset, text: str) -> list[str]:
    findings = check_draft(Draft(text, Account("institution"), platform="facebook"), ruleset).findings
    return [one.source for one in findings if one.severity >= Severity.WARN and one.clause[:1] in "69"]
