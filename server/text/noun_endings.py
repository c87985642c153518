"""The endings a Bangla noun can take, and what each becomes after another last sound.

Written as they are printed; the tables hold them in normal form, as they stand in normalised text.
"""

from enum import IntFlag
from typing import NamedTuple

from server.text.normalise import normalise


class Follows(IntFlag):
    """After which last sound of a stem an ending may stand."""

    VOWEL = 1
    CONSONANT = 2
    ANY = 3


class Spelling(NamedTuple):
    """One case as it is printed after each kind of last sound; `letter` also serves words of one syllable."""

    consonant: str
    sign: str
    letter: str
    hyphen: str


_DETERMINERS = "টা টি টে টির টার টুকু টুকুর খানা খানি খান জন জনা টাই ডা ডার ডারে"
_DETERMINERS_BENT = "টাকে টিকে টাতে টিতে টায় টিরে টারে টুকুতে জনের জনকে খানার খানির"
_PLURALS = (
    "রা দের দেরকে দেরে দেরি গুলো গুলি গুলা গুলোর গুলির গুলার গুলোকে গুলিকে গুলাকে গুলোতে গুলিতে গুলারে গুলোরে"
    " দেরটা দেরটি দেরসহ দিগকে দিগের দিগে দিগেরে গুলাইন গুলাইনের গুলাইনরে"
    " গণ গণের গণকে বৃন্দ বৃন্দের বৃন্দকে সমূহ সমূহের সমূহে সমূহকে গো গোরে গুলান গুলানের গুলানরে"
)
_CASES_ANY = "কে সহ সহকারে রে এর এরা এদের এদেরকে"
_UNCHANGED = f"{_DETERMINERS} {_DETERMINERS_BENT} {_PLURALS} {_CASES_ANY}".split()
_CASES_AFTER_VOWEL = "র রটা রটি য়েরটা য়েরটি য় তে য়ের য়ে য়েরা য়েদের য়েদেরকে"
_CASES_AFTER_CONSONANT = "ের েরটা েরটি ে েরা েদের েদেরকে েরে েতে"
_EMPHASIS = ("", "ই", "ও", "তো", "টো", "ইতো", "ওতো")
_AFTER_HYPHEN = "এর এ এই এও র কে তে য় রা দের টা টি গুলো গুলি সহ ই ও এরা এদের"

# One case, spelled by what it follows.
_IN_OR_BY = "য় ে তে েতে য়ে এ"
_BY_SOUND = {
    "র ের য়ের এর": "ের র য়ের এর",
    "রটা েরটা য়েরটা এরটা": "েরটা রটা য়েরটা এরটা",
    "রটি েরটি য়েরটি এরটি": "েরটি রটি য়েরটি এরটি",
    "রা েরা য়েরা এরা": "েরা রা য়েরা এরা",
    "দের েদের য়েদের এদের": "দের দের দের দের",
    "দেরকে েদেরকে য়েদেরকে এদেরকে": "দেরকে দেরকে দেরকে দেরকে",
    "রে েরে": "রে রে রে রে",
    _IN_OR_BY: "ে তে য়ে এ",
}

# What speaks of a person as of a thing, and the case or the plural of a person that says the same. What a person has
# stays a thing: রটা, দেরটা.
_OF_PERSON = {
    "টা টি টে ডা টুকু খানা খানি খান": "",
    "টার টির ডার টুকুর খানার খানির": "র",
    "টাকে টিকে": "কে",
    "টারে টিরে ডারে": "রে",
    "টাতে টিতে টায় টুকুতে গুলোতে গুলিতে সমূহে": "তে",
    "গুলো গুলি গুলা গুলাইন গুলান সমূহ": "রা",
    "জন জনা": "রা",
    "জনের জনকে": "দের",
    "গুলোর গুলির গুলার গুলোকে গুলিকে গুলাকে গুলারে গুলোরে গুলাইনের গুলাইনরে গুলানের গুলানরে সমূহের সমূহকে": "দের",
}


def _shown(ending: str) -> str:
    """As it is printed: য় as the one code point that most writers type."""
    return ending.replace("\u09af\u09bc", "\u09df")


def _noun_endings() -> dict[str, Follows]:
    found: dict[str, Follows] = {}
    for follows, cases in (
        (Follows.ANY, ["", *_UNCHANGED]),
        (Follows.VOWEL, _CASES_AFTER_VOWEL.split()),
        (Follows.CONSONANT, _CASES_AFTER_CONSONANT.split()),
    ):
        for ending in (normalise(case + emphasis) for case in cases for emphasis in _EMPHASIS):
            found[ending] = found.get(ending, follows) | follows
    found.pop("")
    return found


def _by_sound() -> dict[str, tuple[Spelling, str]]:
    """Each ending that changes, with or without emphasis: its spellings, and the emphasis."""
    return {
        normalise(case + emphasis): (Spelling(*map(_shown, spellings.split())), emphasis)
        for emphasis in reversed(_EMPHASIS)
        for cases, spellings in _BY_SOUND.items()
        for case in cases.split()
    }


def _unchanged() -> dict[str, str]:
    """Normal form to printed form of the endings that are the same after any sound."""
    return {normalise(case + emphasis): _shown(case + emphasis) for case in ["", *_UNCHANGED] for emphasis in _EMPHASIS}


def _of_person() -> dict[str, str]:
    """Each ending that speaks of a thing, with or without emphasis: the one that speaks of a person."""
    return {
        normalise(case + emphasis): normalise(of_person + emphasis)
        for emphasis in _EMPHASIS
        for cases, of_person in _OF_PERSON.items()
        for case in cases.split()
    }


# Houses, not determiners: a মালখানা is no মাল.
HOUSES = frozenset(
    normalise(
        "মালখানা জেলখানা ডাক্তারখানা দাওয়াখানা কসাইখানা চিড়িয়াখানা এতিমখানা মুসাফিরখানা গোসলখানা পায়খানা ছাপাখানা কারখানা পাগলখানা"
        " পাগলাখানা বন্দিখানা তোষাখানা তোশাখানা বৈঠকখানা মুদিখানা শরাবখানা মদখানা পিলখানা হাজতখানা লঙ্গরখানা মেহমানখানা জবাইখানা কবরখানা"
        " আদালতখানা মোরগখানা গোয়ালখানা বেশ্যাখানা জুয়াখানা"
    ).split()
)
NOUN = _noun_endings()
AFTER_HYPHEN = frozenset(normalise(ending) for ending in _AFTER_HYPHEN.split())
BY_SOUND = _by_sound()
UNCHANGED = _unchanged()
OF_PERSON = _of_person()
LOCATIVE = frozenset(normalise(case + emphasis) for case in _IN_OR_BY.split() for emphasis in _EMPHASIS)
