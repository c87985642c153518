"""What offices properly write with the words of block terms and orders of violence is neither held nor warned of; true threats are.

The rows stand in rows/: proper.txt a sentence a line, threats.txt `block|text` and `warn|text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Match, Ruleset

ROWS = Path(__file__).parent / "rows"


def lines(name: str) -> Iterator[str]:
    for line in (ROWS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def told(hand: Ruleset, text: str) -> list[Match]:
    """What the lists of clause 9 warn of, or worse."""
    found = [match for match in hand.look(normalise(text)) if match.word_list.folder == "prohibited"]
    return [match for match in found if match.severity >= Severity.WARN]


def worst(hand: Ruleset, text: str) -> Severity | None:
    return max((match.severity for match in told(hand, text)), default=None)


def test_proper_sentences_are_left_alone(hand: Ruleset) -> None:
    found = {text: [match.term.source for match in told(hand, text)] for text in lines("proper.txt")}
    assert {text: sources for text, sources in found.items() if sources} == {}


def test_there_are_many_in_three_language_forms() -> None:
    rows = list(lines("proper.txt"))
    assert len(set(rows)) == len(rows) >= 150
    assert sum(text.isascii() for text in rows) >= 50  # Banglish and English
    assert sum(not text.isascii() for text in rows) >= 90


@pytest.mark.parametrize("severity", [Severity.BLOCK, Severity.WARN])
def test_threats_are_told(hand: Ruleset, severity: Severity) -> None:
    rows = [
        text
        for name, _, text in (line.partition("|") for line in lines("threats.txt"))
        if name == severity.name.lower()
    ]
    assert len(rows) >= 20
    assert {text: got for text in rows if (got := worst(hand, text)) is not severity} == {}


# One kind of word, one severity: whose state, faith or land it is makes none.
@pytest.mark.parametrize(
    ("clause", "severity", "words"),
    [
        ("9.nga", Severity.BLOCK, ["রেন্ডিয়া", "ফাকিস্তান", "নাপাকিস্তান", "কাংলাদেশ"]),
        ("9.nga", Severity.WARN, ["কাংলাদেশি", "hangladesh", "মুতমোদি", "রাজাকারের পোলা", "রাজাকারের বাচ্চা"]),
        ("9.kha", Severity.BLOCK, ["মালাউন", "raghead", "towelhead"]),
        (
            "9.kha",
            Severity.WARN,
            [f"{name} বাচ্চা" for name in ("হিন্দুর", "মুসলমানের", "বৌদ্ধের", "খ্রিস্টানের", "ইহুদির", "কাদিয়ানীর", "নাস্তিকের")],
        ),
        ("9.ka", Severity.BLOCK, ["জুম্মল্যান্ড চাই", "কুকিল্যান্ড চাই", "স্বাধীন বঙ্গভূমি চাই", "স্বাধীন চট্টগ্রাম চাই"]),
    ],
)
def test_one_kind_of_word_has_one_severity(hand: Ruleset, clause: str, severity: Severity, words: list[str]) -> None:
    found = {word: {(m.word_list.clause, m.severity) for m in told(hand, f"ওরা {word}")} for word in words}
    assert {word: got for word, got in found.items() if (clause, severity) not in got} == {}


STATES = [
    "ভারত",
    "পাকিস্তান",
    "ওমান",
    "বাহরাইন",
    "জর্ডান",
    "মিশর",
    "লিবিয়া",
    "সিঙ্গাপুর",
    "ইন্দোনেশিয়া",
    "অস্ট্রেলিয়া",
    "ব্রাজিল",
    "নাইজেরিয়া",
    "ইরাক",
    "সিরিয়া",
    "স্পেন",
]
ABROAD = ["India", "Pakistan", "Kuwait", "Qatar", "Oman", "Canada", "Germany", "France", "Italy", "Egypt", "Singapore"]
PEOPLES = [
    "চাকমা",
    "কোল",
    "ডালু",
    "কন্দ",
    "কড়া",
    "গুর্খা",
    "তেলী",
    "তুরি",
    "বানাই",
    "বেদিয়া",
    "ভিল",
    "মালো",
    "মুসহর",
    "লোহার",
    "হুদি",
    "খাড়িয়া",
    "রাজবংশী",
    "বাঙালি",
    "বর্মণ",
]
ABOUT = ["Chakmas", "Mros", "Bawms", "Mundas", "Koches", "Rajbanshis", "Bengalis", "settlers"]


@pytest.mark.parametrize(
    ("clause", "sentence", "names"),
    [
        ("9.nga", "{}ের পণ্য বর্জন করুন", STATES),
        ("9.nga", "{} নিপাত যাক", STATES),
        ("9.nga", "Death to {}", ABROAD),
        ("9.gha", "{}দের চাকরি দেবেন না", PEOPLES),
        ("9.gha", "{}রা নোংরা", PEOPLES),
        ("9.gha", "Do not hire {}", ABOUT),
        ("9.kha", "{}দের এ দেশ থেকে তাড়িয়ে দিন", ["হিন্দু", "শিখ", "জৈন", "বাহাই", "বৈষ্ণব", "ইমাম"]),
        ("9.kha", "{}der ei desh theke tariye din", ["hindu", "shikh", "jain"]),
    ],
)
def test_every_name_is_protected_alike(hand: Ruleset, clause: str, sentence: str, names: list[str]) -> None:
    found = {name: {match.word_list.clause for match in told(hand, sentence.format(name))} for name in names}
    assert {name: got for name, got in found.items() if clause not in got} == {}
