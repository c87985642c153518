"""The country's places and common things are no abuse, however they are typed: মগবাজার is a quarter, ভেটকি a fish."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset

CASES = Path(__file__).parents[1] / "cases"
TRIES = 12  # spellings of each, drawn by chance with a fixed seed
LETTER = re.compile("[ডঢয]\u09bc|.")
# how each letter is typed
CONSONANTS = """
ক:k খ:kh গ:g ঘ:gh,g ঙ:ng চ:ch ছ:ch,chh,s জ:j ঝ:jh ঞ:n ট:t ঠ:th,t ড:d ঢ:dh,d ণ:n ত:t থ:th দ:d ধ:dh,d ন:n
প:p ফ:f,ph ব:b ভ:bh,v ম:m য:j,z র:r ল:l শ:sh,s ষ:sh,s স:s,sh হ:h ড়:r ঢ়:r,rh য়:y ং:ng ৎ:t
"""
VOWELS = "া:a ি:i ী:i,ee ু:u ূ:u,oo ৃ:ri ে:e ৈ:oi ো:o ৌ:ou,au অ:o,a আ:a ই:i ঈ:i উ:u ঊ:u এ:e ঐ:oi ও:o"
WAYS = dict(row.split(":") for row in f"{CONSONANTS} {VOWELS}".split())
NONE = {*"ািীুূৃেৈোৌ\u09cd"}  # before which a consonant has no vowel of its own

pytestmark = pytest.mark.every


def typed(name: str, chance: random.Random) -> str:
    """One way to write a name in Latin letters."""
    found = LETTER.findall(unicodedata.normalize("NFC", name.replace("ক্ষ", "ক্খ")))
    latin = ""
    for letter, behind in zip(found, [*found[1:], ""], strict=True):
        ways = WAYS.get(letter)
        latin += chance.choice(ways.split(",")) if ways else ""
        if f"{letter}:" in CONSONANTS and behind and behind not in NONE and letter not in "ংৎ":
            latin += chance.choice(["o", "o", "a", ""])
    return latin


@pytest.mark.parametrize(
    "kind, at_least, endings", [("places", 600, ("", "r", "er", "te", " er")), ("things", 450, ("", "r", " er"))]
)
def test_no_list_finds_it(ruleset: Ruleset, kind: str, at_least: int, endings: tuple[str, ...]) -> None:
    named = [
        line for line in (CASES / f"{kind}.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]
    chance, drafts = random.Random(9), []
    for name in named:
        drafts += [f"{name}{ending} আজ সভা" for ending in ("", "র", "ের", "তে")]
        for _ in range(TRIES):
            latin = typed(name, chance)
            drafts += [f"{latin}{ending} ajke sobha" for ending in endings]
    found = {text: [match.term.source for match in ruleset.listed(normalise(text))] for text in drafts}
    assert len(named) > at_least
    assert not {text: sources for text, sources in found.items() if sources}
