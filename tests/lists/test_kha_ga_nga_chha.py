"""Hostile rows, most for 9.kha, 9.ga, 9.nga and 9.chha, by the hand-written lists alone, near misses outnumbering hits; and swaps:
the same sentence with another party, symbol, faith or state gives the same clause and severity."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Match, Ruleset

pytestmark = pytest.mark.thorough

ROWS = [Path(__file__).parent / "rows" / name for name in ("kha-ga-nga-chha.txt", "told-apart.txt")]


def lines(sign: str) -> list[tuple[str, str]]:
    """(clause, sentence) of the rows that begin with that sign."""
    clause, found = "", []
    for line in (line for path in ROWS for line in path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("["):
            clause = line.strip("[]")
        elif line.startswith(f"{sign} "):
            found.append((clause, line[2:]))
    return found


def warned(hand: Ruleset, text: str) -> list[Match]:
    """What the lists of clause 9 warn of."""
    return [
        match
        for match in hand.look(normalise(text))
        if match.word_list.folder == "prohibited" and match.severity >= Severity.WARN
    ]


def test_found(hand: Ruleset) -> None:
    hits = [(clause, text, {match.word_list.clause for match in warned(hand, text)}) for clause, text in lines("+")]
    assert hits and [hit for hit in hits if hit[0] not in hit[2]] == []


def test_left_alone(hand: Ruleset) -> None:
    misses = [(text, [match.term.source for match in warned(hand, text)]) for _, text in lines("-")]
    assert misses and [miss for miss in misses if miss[1]] == []


@pytest.mark.parametrize("clause", ["9.kha", "9.ga", "9.nga", "9.chha", "9.gha", "9.cha"])
def test_near_misses_outnumber_hits(clause: str) -> None:
    hits, misses = ([text for at, text in lines(sign) if at == clause] for sign in "+-")
    assert len(misses) > len(hits) and len(hits) + len(misses) >= 20
    assert len(set(hits + misses)) == len(hits + misses)


# Swaps. Names as a draft writes them; each sentence must say the same of every one.
GROUPS = {
    "parties": [
        "{} জেলায় মিছিল করেছে",
        "{} দুই দিনের কর্মসূচি দিয়েছে",
        "দেশের এই হাল {} এর কারণে ধ্বংস",
        "{} মানেই চাঁদাবাজ",
        "{} নেতারা বলেন সরকার ব্যর্থ",
        "{} ছাড়া দেশের বিকল্প নেই",
        "ভোট দিন {} প্রার্থীকে",
        "ওরা {} আর বেইমান",
    ],
    "party-symbols": ["{} মার্কায় ভোট দিন", "ভোট চাই {} প্রতীকে"],
    "faiths": ["{} সব বেইমান", "{} মানেই জঙ্গি", "{} দেশ থেকে তাড়াও", "{} বয়কট করুন"],
    "states": ["{} একটা বেইমান রাষ্ট্র", "{} আমাদের জাতির শত্রু", "{} নিপাত যাক"],
    "institutions": ["{} সব কসাই", "{} মানেই দালাল"],
}


def names(hand: Ruleset, group: str) -> list[str]:
    """The Bangla names of a group, each once."""
    found = [term.text for owner, term in hand.owners if owner.is_group and owner.id == group]
    return [name for name in dict.fromkeys(found) if not name.isascii()]


@pytest.mark.parametrize("group, sentence", [(group, text) for group, texts in GROUPS.items() for text in texts])
def test_all_are_treated_alike(hand: Ruleset, group: str, sentence: str) -> None:
    """The clause that most names get, with its severity, is what each gets."""
    said = {name: outcome(hand, sentence.format(name)) for name in names(hand, group)}
    expected = next(iter(said.values()))
    assert expected and len(said) > 20
    assert {name: got for name, got in said.items() if expected - got} == {}


def outcome(hand: Ruleset, text: str) -> set[tuple[str, Severity]]:
    return {(match.word_list.clause, match.severity) for match in warned(hand, text)}


@pytest.mark.parametrize("group", GROUPS)
def test_a_name_alone_is_never_flagged(hand: Ruleset, group: str) -> None:
    for name in names(hand, group):
        assert warned(hand, f"সভায় {name} বিষয়ে তথ্য উপস্থাপন করা হয়েছে") == [], name
