"""History and symbols (9.ka), peoples (9.gha), genders (9.cha): rows that must be found, and more that must not.

The rows stand in rows/: `9.ka|text` must be found for that clause, `-|text` must carry no warning of any hand-written list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Match, Ruleset

pytestmark = pytest.mark.thorough

ROWS = Path(__file__).parent / "rows"
LETTERS = ("ka", "gha", "cha")
NEVER_OFFERED = ("আদিবাসী", "উপজাতি", "নৃ-গোষ্ঠী", "নৃগোষ্ঠী")
PEOPLES = [
    "চাকমা",
    "মারমা",
    "ত্রিপুরা",
    "সাঁওতাল",
    "গারো",
    "মণিপুরী",
    "রাখাইন",
    "খাসিয়া",
    "ম্রো",
    "বম",
    "তঞ্চঙ্গ্যা",
    "হাজং",
    "মুন্ডা",
    "ওরাঁও",
    "পাহাড়ি",
    "বিহারি",
    "দলিত",
    "হরিজন",
    "বেদে",
    "রোহিঙ্গা",
    "আদিবাসী",
    "উপজাতি",
]
GENDERS = ["নারী", "মহিলা", "মেয়ে", "হিজড়া"]
HONOURED = ("মুক্তিযোদ্ধা", "জুলাই যোদ্ধা", "ভাষা শহিদ", "বীর মুক্তিযোদ্ধা", "জুলাই শহিদ")


def rows(letter: str) -> Iterator[tuple[str, str]]:
    """Clause, or "-", and text of each row."""
    for line in (ROWS / f"{letter}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            clause, _, text = line.partition("|")
            yield clause, text


def warnings(ruleset: Ruleset, text: str) -> list[Match]:
    """What the hand-written lists find in a text, advice left out; learned evidence has tests of its own."""
    found = [match for match in ruleset.look(normalise(text)) if match.severity >= Severity.WARN]
    return [match for match in found if not match.term.source.startswith("learned/")]


def sources(matches: list[Match]) -> list[str]:
    """The lines of the lists that made them."""
    return [match.term.source for match in matches]


def clauses(ruleset: Ruleset, text: str) -> dict[str, Severity]:
    """The worst severity of each clause found in a text."""
    worst: dict[str, Severity] = {}
    for match in warnings(ruleset, text):
        clause = match.word_list.clause
        worst[clause] = max(match.severity, worst.get(clause, match.severity))
    return worst


@pytest.mark.parametrize("letter", LETTERS)
def test_are_found(ruleset: Ruleset, letter: str) -> None:
    assert [row for row in rows(letter) if row[0] != "-" and row[0] not in clauses(ruleset, row[1])] == []


@pytest.mark.parametrize("letter", LETTERS)
def test_near_misses_stay_clear(ruleset: Ruleset, letter: str) -> None:
    clear = [text for clause, text in rows(letter) if clause == "-"]
    assert {text: found for text in clear if (found := sources(warnings(ruleset, text)))} == {}


@pytest.mark.parametrize("letter", LETTERS)
def test_near_misses_outnumber_hits_in_three_language_forms(letter: str) -> None:
    found = [text for clause, text in rows(letter) if clause != "-"]
    clear = [text for clause, text in rows(letter) if clause == "-"]
    assert len(found) >= 40
    assert len(clear) > len(found)
    for texts in (found, clear):
        assert sum(text.isascii() for text in texts) >= 10  # Banglish and English
        assert sum(not text.isascii() for text in texts) >= 20


# Rohingya camps have lawful limits on homes and work, so refusals of those are no part of the swap.
@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("{}দের গ্রাম থেকে তাড়িয়ে দেওয়া উচিত", Severity.WARN),
        ("{}রা সব চোর", Severity.WARN),
        ("{}দের এ দেশে থাকার অধিকার নেই", Severity.WARN),
        ("{}রা কোনোদিন সভ্য হবে না", Severity.WARN),
        ("{} মানেই সন্ত্রাসী", Severity.WARN),
        ("{}দের জন্য হোটেলে আলাদা কাপ রাখুন", Severity.BLOCK),
    ],
)
def test_every_people_is_protected_alike(ruleset: Ruleset, sentence: str, severity: Severity) -> None:
    assert {people: clauses(ruleset, sentence.format(people)).get("9.gha") for people in PEOPLES} == dict.fromkeys(
        PEOPLES, severity
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "{} শিক্ষার্থীদের বৃত্তির আবেদন চলছে",
        "{}দের উৎসবে সকলকে শুভেচ্ছা",
        "{} পাড়ায় সন্ত্রাসী হামলার ঘটনায় মামলা",
        "{}দের উচ্ছেদ করা যাবে না মর্মে আদেশ",
        "‘{}রা সব চোর’ এমন মন্তব্য শাস্তিযোগ্য",
        "{} ভাষার বই বিতরণ করা হয়েছে",
    ],
)
def test_the_name_of_a_people_is_never_the_fault(ruleset: Ruleset, sentence: str) -> None:
    assert {people: clauses(ruleset, sentence.format(people)) for people in PEOPLES} == {
        people: {} for people in PEOPLES
    }


@pytest.mark.parametrize("sentence", ["{}দের দিয়ে কিছু হবে না", "{}দের বুদ্ধি হাঁটুর নিচে", "{}দের চাকরি করা উচিত না"])
def test_every_gender_is_protected_alike(ruleset: Ruleset, sentence: str) -> None:
    assert {name: clauses(ruleset, sentence.format(name)).get("9.cha") for name in GENDERS} == dict.fromkeys(
        GENDERS, Severity.WARN
    )


@pytest.mark.parametrize("sentence", ["{}রা সব টোকাই", "{}দের নিয়ে যত তামাশা", "{}রা ছিল সন্ত্রাসী", "তথাকথিত {}দের কথা বাদ দিন"])
def test_the_dead_of_1952_1971_and_2024_are_honoured_alike(ruleset: Ruleset, sentence: str) -> None:
    found = {name: clauses(ruleset, sentence.format(name)).get("9.ka") for name in HONOURED}
    assert found == dict.fromkeys(HONOURED, Severity.WARN)


@pytest.mark.parametrize("word", NEVER_OFFERED)
def test_words_for_peoples_are_neither_flagged_nor_offered(ruleset: Ruleset, word: str) -> None:
    assert clauses(ruleset, f"{word} পরিবারের মাঝে চারা বিতরণ") == {}
    offered = {offer for _, term in ruleset.owners for offer in term.replace}
    assert not {offer for offer in offered if normalise(word) in normalise(offer)}


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("9.ka", "পতাকা দিয়ে জুতা মুছি"),
        ("9.ka", "আমরা জুম্মল্যান্ড চাই"),
        ("9.gha", "মুচিদের জন্য আলাদা গ্লাস রাখবেন"),
        ("9.cha", "ওই মাগিদের কথা শুনবেন না"),
        ("9.cha", "হিজড়াদের বাসে বসতে দেবেন না"),
    ],
)
def test_what_no_office_would_say_is_blocked(ruleset: Ruleset, clause: str, text: str) -> None:
    assert clauses(ruleset, text)[clause] is Severity.BLOCK


@pytest.mark.parametrize(
    "text", ["মুক্তিযুদ্ধের ইতিহাস নিয়ে মতভেদ আছে", "জুলাই অভ্যুত্থানের কারণ নিয়ে সেমিনার", "একাত্তরের ঘোষক কে, সে বিতর্ক"]
)
def test_no_account_of_history_is_flagged(ruleset: Ruleset, text: str) -> None:
    assert clauses(ruleset, text) == {}
