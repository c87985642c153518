"""The names of the country's places are no abuse: মগবাজার is a quarter, শাল্লা an upazila, however they are typed."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset

PLACES = [
    line
    for line in (Path(__file__).parents[1] / "cases/places.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
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

pytestmark = pytest.mark.thorough


def typed(place: str, chance: random.Random) -> str:
    """One way to write a place in Latin letters."""
    found = LETTER.findall(unicodedata.normalize("NFC", place.replace("ক্ষ", "ক্খ")))
    latin = ""
    for letter, behind in zip(found, [*found[1:], ""], strict=True):
        ways = WAYS.get(letter)
        latin += chance.choice(ways.split(",")) if ways else ""
        if f"{letter}:" in CONSONANTS and behind and behind not in NONE and letter not in "ংৎ":
            latin += chance.choice(["o", "o", "a", ""])
    return latin


def test_no_list_finds_a_place(ruleset: Ruleset) -> None:
    chance = random.Random(9)
    drafts = []
    for place in PLACES:
        drafts += [f"{place}{ending} আজ সভা" for ending in ("", "র", "ের", "তে", "বাসীর")]
        for _ in range(TRIES):
            latin = typed(place, chance)
            drafts += [f"{latin}{ending} ajke sobha" for ending in ("", "r", "er", "te", " er")]
    found = {text: [match.term.source for match in ruleset.listed(normalise(text))] for text in drafts}
    assert len(PLACES) > 600
    assert not {text: sources for text, sources in found.items() if sources}
