"""A list of many people's particulars that goes with a post: told where it says where, whose and what, near each other."""

from __future__ import annotations

from typing import Any

import pytest

from server.finding import Finding
from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

SHOWN = """
ভিজিডি কার্ডের চূড়ান্ত তালিকা ছবিতে দেওয়া হলো, এনআইডি ও মায়ের নাম মিলিয়ে দেখুন।
উপবৃত্তির শিট সংযুক্ত। এতে প্রত্যেকের বিকাশ নম্বর আছে।
খেলাপি গ্রাহকদের নাম, বাসার ঠিকানা ও হিসাব নম্বরের তালিকা নোটিশ বোর্ডে; বোর্ডের ছবি এই পোস্টে।
হজযাত্রীদের পাসপোর্ট নম্বর ও রোগের বিবরণসহ তালিকা লিংক থেকে ডাউনলোড করুন।
অভিযোগ রেজিস্টারের পাতা স্ক্যান করে দেওয়া হলো। অভিযোগকারীর ঠিকানা ও মোবাইল সবই আছে।
Bhatar notun list e mobile number shoho shob ache. Niche deya link e dhuke dekhun.
Dengue rogi der talika chobite, nam, barir thikana ar phone number soho.
The sheet of stipend holders with their account numbers is attached.
All admit cards are in one PDF. Students may open the link and print their own.
"""
PROPER = """
ভিজিডি কার্ডের তালিকা ছবিতে দেওয়া হলো। কার্ড নিতে এনআইডি আনবেন।
উপকারভোগীদের তালিকা ছবিতে, গোপনীয়তার স্বার্থে এনআইডি নম্বর দেওয়া হয়নি।
উপজেলার কর্মকর্তাদের মোবাইল নম্বরের তালিকা ছবিতে দেওয়া হলো।
নির্বাচিতদের রোল নম্বরের তালিকা সংযুক্ত করা হলো।
ভাতার আবেদনে এনআইডি, জন্ম নিবন্ধন ও মোবাইল নম্বর লাগবে; আবেদনকারীদের জন্য ফরম লিংকে।
উপকারভোগীদের তালিকা ইউপি কার্যালয়ে সংরক্ষিত, ফেসবুকে কারও মোবাইল নম্বর দেওয়া হবে না।
শিক্ষার্থীরা নিজের রোল ও জন্ম তারিখ দিয়ে লিংকে ফল দেখবে।
মোবাইল কোর্টের জরিমানার তালিকা ছবিতে।
TCB dealer der phone number er list chobite deya holo.
Abedoner shathe NID copy r mobile number lagbe, kagojer list chobite.
The list with roll numbers only is attached; NID numbers are not published.
Selected applicants are listed below. Please bring your NID.
"""
FAR = "মাসিক সভা হয়েছে। কৃষি নিয়ে কথা হয়েছে। মৎস্য নিয়েও। "


def lists(ruleset: Ruleset, text: str, **fields: Any) -> list[Finding]:
    return [it for it in told(ruleset, "personal", text, **fields) if it.check == "personal/shown"]


@pytest.mark.parametrize("text", SHOWN.strip().split("\n"))
def test_a_list_that_shows_particulars_is_warned_of(ruleset: Ruleset, text: str) -> None:
    (found,) = lists(ruleset, text)
    assert found.severity is Severity.WARN
    assert found.clause == "6.ga"
    assert list(found.spans) == sorted(found.spans)
    assert all(end <= after for (_, end), (after, _) in zip(found.spans, found.spans[1:], strict=False))


@pytest.mark.parametrize("text", PROPER.strip().split("\n"))
def test_what_is_to_be_brought_or_was_left_out_or_is_everybodys_passes(ruleset: Ruleset, text: str) -> None:
    assert lists(ruleset, text) == []


def test_what_is_said_far_away_is_of_something_else(ruleset: Ruleset) -> None:
    assert lists(ruleset, f"উপবৃত্তির শিট সংযুক্ত। {FAR}প্রত্যেকের বিকাশ নম্বর আছে।") == []
    assert len(lists(ruleset, f"{FAR}উপবৃত্তির শিট সংযুক্ত। প্রত্যেকের বিকাশ নম্বর আছে। {FAR}")) == 1


def test_an_employees_own_account_is_not_asked(ruleset: Ruleset) -> None:
    assert lists(ruleset, "উপবৃত্তির শিট সংযুক্ত। এতে প্রত্যেকের বিকাশ নম্বর আছে।", account={"kind": "employee"}) == []


def test_one_finding_however_many_lists(ruleset: Ruleset) -> None:
    assert len(lists(ruleset, "উপবৃত্তির শিট সংযুক্ত, প্রত্যেকের বিকাশ নম্বর আছে।\n" * 300)) == 1
