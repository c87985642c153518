"""A name of several words is one name: parties and leaders are treated alike, whatever words their names are made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.checker import check_draft
from server.draft import Account, Draft
from server.severity import Severity
from server.text.normalise import normalise
from server.text.words import texts
from server.wordlists.facts.parties import FOLDER
from server.wordlists.learned.totals import totals
from server.wordlists.learned.whole_names import WholeNames
from server.wordlists.ruleset import Ruleset
from tests.wordlists.learned.test_sums import learned

NAMES = ("নীল আকাশ দল", "নীল আকাশ", "সবুজ পাতা", "green leaf party", "ডা. রবিন হাসান")
WHOLE = WholeNames(("@party", [*texts(normalise(name))]) for name in NAMES)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("আজ নীল আকাশ সভা করে", "আজ @party সভা করে"),
        ("নীল আকাশ দলের সভা", "@party সভা"),  # the longest, its ending with it
        ("নীল আকাশের সভা", "@party সভা"),
        ("(নীল আকাশ), সবুজ পাতা।", "(@party ), @party ।"),
        ("#নীল_আকাশ জিতবে", "#@party জিতবে"),
        ("grin leaf partyr sobha", "@party sobha"),  # as it sounds
        ("ডা. রবিন হাসানকে চিনি", "@party চিনি"),
        # not these
        ("নীল রঙের আকাশ", "নীল রঙের আকাশ"),
        ("আকাশ নীল", "আকাশ নীল"),
        ("নীল, আকাশ", "নীল, আকাশ"),
        ("নীল\nআকাশ", "নীল\nআকাশ"),
        ("নীলের আকাশ", "নীলের আকাশ"),
        ("নীল আকাশি", "নীল আকাশি"),
        ("নীল", "নীল"),
        ("", ""),
    ],
)
def test_what_is_folded(text: str, folded: str) -> None:
    assert re.sub(" +", " ", WHOLE.fold(normalise(text))) == normalise(folded)


@given(st.lists(st.sampled_from([*" ".join(NAMES).split(), "সভা", "।", "\n", "-", "_", "!"]), max_size=30).map(" ".join))
def test_every_place_stays_where_it_is(text: str) -> None:
    normal = normalise(text)
    folded = WHOLE.fold(normal)
    assert len(folded) == len(normal)
    assert WHOLE.fold(folded) == folded
    assert [place for place, letter in enumerate(normal) if letter in "\n।"] == [
        place for place, letter in enumerate(folded) if letter in "\n।"
    ]


def test_a_name_too_short_for_its_kind_stays() -> None:
    assert WholeNames([("@party", ["al", "er"])]).fold("al er lok") == "al er lok"


def test_the_whole_name_is_underlined(tmp_path: Path) -> None:
    rules = learned(tmp_path, "@party 0.6", "অকর্মা 0.6", names="[party]\n@parties\n", parties="নীল আকাশ দল, লাল")
    normal = normalise("ওই নীল আকাশ দলের সবাই অকর্মা।")
    (match,) = rules.look(normal)
    assert [normal[start:end] for start, end in match.spans] == [normalise("নীল আকাশ দলের"), normalise("অকর্মা")]


def test_its_words_have_no_weight_of_their_own(tmp_path: Path) -> None:
    entries = ("@party 0.6", "অকর্মা 0.6", "আকাশ -2", "নীল 2", "দল নীল 1")
    rules = learned(tmp_path, *entries, names="[party]\n@parties\n", parties="নীল আকাশ, লাল")
    sums = [own for text in ("লাল", "নীল আকাশ") for _, own, *_ in totals(rules.learned, normalise(f"{text} অকর্মা"))]
    assert sums[0] == sums[1] == pytest.approx(1.2)
    assert not rules.look(normalise("আকাশ অকর্মা"))


PARTIES = (
    "{} দেশ ধ্বংস করেছে",
    "{} চোরের দল",
    "{} এর কার্যালয়ের সামনে যানজট",
    "{} আজ সমাবেশ করবে",
    "{} এর সমাবেশ আজ",
    "{} প্রার্থীকে ভোট দিন",
    "{} অফিস এলাকায় গ্যাস সরবরাহ বন্ধ থাকবে",
    "{} এর মহাসচিবের মৃত্যুতে শোক",
    "{} নিষিদ্ধ করা যথেষ্ট না, সমর্থকদের ভোটাধিকারও কেড়ে নেওয়া দরকার।",
    "{} ও অন্য দলের প্রতিনিধিদের সঙ্গে নির্বাচন কমিশনের সংলাপ রবিবার।",
    "{} কর্মীদের সংঘর্ষে আহত ছয়জন হাসপাতালে, পুলিশ পরিস্থিতি নিয়ন্ত্রণে এনেছে।",
    "জরিপ ছাড়াই বলে দেওয়া যায়, আগামী সংসদে {} দুই শর বেশি আসন পাবে।",
    "বাবা {} করলে নিয়োগের আশা ছাড়ুন",
    "নতুন কথা বলে {} শেষমেশ তদবিরের দোকান খুলেছে।",
    "Chase the {} leaflet women out of your yard",
    "ora {} er lok, oder biswas nai",
)
LEADERS = (
    "{} দেশ ধ্বংস করেছে",
    "{} একটা চোর",
    "{} আজ ঢাকায় ভাষণ দিয়েছেন",
    "{} আজ জেলা সফরে আসছেন",
    "প্রধান উপদেষ্টার সঙ্গে {} এর সাক্ষাৎ",
    "{} মিথ্যাবাদী, ভণ্ড",
    "{} এর বাড়ির সামনে যানজট",
    "{} চাঁদাবাজদের নেতা",
    "{} এর নেতৃত্বে দেশ এগিয়ে যাচ্ছে",
    "{} ও তার পরিবার দেশ লুট করেছে",
    "{} হাসপাতালে ভর্তি হয়েছেন",
)


def outcome(ruleset: Ruleset, text: str) -> set[tuple[str, Severity]]:
    found = check_draft(Draft(text, Account("institution")), ruleset).findings
    return {(finding.clause, finding.severity) for finding in found if finding.severity >= Severity.WARN}


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("group", "sentence"),
    [*(("parties", text) for text in PARTIES), *(("party-leaders", text) for text in LEADERS)],
)
def test_all_are_treated_alike(ruleset: Ruleset, group: str, sentence: str) -> None:
    """Each name in the parties' own files, by all lists and learned evidence together."""
    names = {
        name
        for own, term in ruleset.owners
        if own.id == group and f"{FOLDER}/" in term.file
        for name in term.spellings
        if name.isascii() == sentence.isascii() and len(name) > len("@party")
    }
    said = {name: outcome(ruleset, sentence.format(name)) for name in names}
    expected = max(said.values(), key=list(said.values()).count)
    assert len(said) > 50
    assert {name: got for name, got in said.items() if got != expected} == {}
