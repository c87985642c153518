"""Figures that cannot be: rates over a hundred, parts that are more than the whole."""

from __future__ import annotations

import pytest

from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import stays_linear, told

IMPOSSIBLE = """
সাক্ষরতার হার এখন ১১২%
বিদ্যুৎ সংযোগ ১০৫% বাড়িতে দেওয়া শেষ
মোট ২০০ জনের মধ্যে নারী ১৩০ জন ও পুরুষ ১২০ জন প্রশিক্ষণ নিয়েছেন
মোট ৫০ জনের মধ্যে ছাত্র ৩০ জন ও ছাত্রী ২৫ জন
১২০ শতাংশ গ্রামে বিদ্যুৎ পৌঁছেছে
শিক্ষার হার ১৫০ শতাংশ, ভূমিহীনদের ঘর দেওয়া হবে
""".strip().splitlines()
POSSIBLE = """
লক্ষ্যমাত্রার ১১২% অর্জন
সঞ্চয়পত্র বিক্রি ১৫০% বেড়েছে
মোট ২০০ জনের মধ্যে নারী ১৩০ জন ও পুরুষ ৭০ জন প্রশিক্ষণ নিয়েছেন
১২০ শতাংশ গ্রামের খাস জমি উদ্ধার করা হয়েছে
শিক্ষার হার বাড়াতে ১৫০ শতাংশ জমি বিদ্যালয়কে দেওয়া হয়েছে
শিক্ষার হার বাড়াতে ১৫০ শতাংশ সরকারি খাস জমি বিদ্যালয়কে দেওয়া হয়েছে
মোট ৫০ জনের মধ্যে নারী ৩০ জন ও ছাত্রী ২৫ জন
মোট ৫০ জনের মধ্যে নারী ৩০ জন ও ছাত্র ২৫ জন
""".strip().splitlines()
ELSEWHERE = ({"account": {"kind": "employee"}}, {"action": "share"})


def impossible(ruleset: Ruleset, text: str, **fields: object) -> list[tuple[str, Severity]]:
    found = told(ruleset, "figures", text, **fields)
    return [(it.clause, it.severity) for it in found if it.check == "figures/impossible"]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_what_cannot_be(ruleset: Ruleset, text: str) -> None:
    assert impossible(ruleset, text) == [("6.kha", Severity.ADVISE)]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_no_source_makes_it_right(ruleset: Ruleset, text: str) -> None:
    assert impossible(ruleset, f"{text}\nসূত্র: বাংলাদেশ পরিসংখ্যান ব্যুরো https://bbs.gov.bd")


@pytest.mark.parametrize("text", POSSIBLE)
def test_what_can(ruleset: Ruleset, text: str) -> None:
    assert not impossible(ruleset, text)


@pytest.mark.parametrize("fields", ELSEWHERE, ids=str)
def test_an_own_account_and_what_others_wrote_are_left_alone(ruleset: Ruleset, fields: dict[str, object]) -> None:
    assert not any(impossible(ruleset, text, **fields) for text in IMPOSSIBLE)


@pytest.mark.timed
@pytest.mark.parametrize("piece", ["সাক্ষরতার হার ", "১২০ শতাংশ ক খ গ ", "মোট ৯০ জনের মধ্যে নারী ৬০ জন, "])
def test_sums_stay_linear(ruleset: Ruleset, piece: str) -> None:
    assert stays_linear(ruleset, "impossible", piece * 600)
