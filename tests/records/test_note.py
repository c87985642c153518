"""A note may say why, and name one word; it may not tell the draft again."""

from __future__ import annotations

import pytest

from server.records.note import repeats

DRAFT = "রহিমা খাতুন, মোবাইল ০১৭১২-৩৪৫৬৭৮, নৌকায় ভোট দিন। The minister said so in 2026."

REPEATS = [
    DRAFT[:40],
    "রহিমা খাতুন",
    "রহিমা খাতুনের সম্মতি আছে, রহিমা খাতুন লিখেছেন",
    "নাম রহিমা  খাতুন",
    "নৌকায় ভোট",
    "নৌকায়",  # nothing but the draft's own word
    "০১৭১২৩৪৫৬৭৮ দপ্তরের",
    "01712345678 is ours",
    "01712 345678",
    "৩৪৫৬৭৮ নম্বরটি",
    "THE MINISTER",
    "the\u200b minister",
    "রহিমাখাতুনমোবাইলনৌকায়ভোটদিন",
    "“the minister”",
    "017.123.456.78",
    "0171/2345/678",
    "০১৭১,২৩৪৫,৬৭৮",
    "0171_2345_678 দেখুন",
    "0171 – 2345 – 678",
    "017(123)45678",
    "০১৭১। ২৩৪৫। ৬৭৮",
    "0·1·7·1·2",
    "0171\u200b2345\u200d678",
    "⓪①⑦①②③ নম্বর",
    "রহিমা\u200bখাতুন লিখেছেন",
    "রহিমা\u00adখাতুন লিখেছেন",
    "#রহিমা_খাতুন",
    "রহিমা\ufe0fখাতুন লিখেছেন",
    "রহিমা\u034fখাতুন লিখেছেন",
    "রহিমা\u2064খাতুন লিখেছেন",
    "রহিমা\u3164খাতুন লিখেছেন",
    "রহিমা\x01খাতুন লিখেছেন",
    "+8801712345678",
    "+৮৮ ০১৭১-২৩৪৫-৬৭৮",
    "১. ০১৭১২৩৪৫৬৭৮",
    "২. +৮৮ ০১৭১ ২৩৪৫ ৬৭৮",
    "০১৭১২৩৪৫৬৭৮৯ নয়",
    "০.....১.....৭.....১.....২",
]
FINE = [
    "",
    "   ",
    "।।।",
    "‘নৌকায়’ এখানে জলযান",
    "স্মারক নং ০৫.০০.০০০০.১১০.২২.০০১",
    "আইনের ধারা ২০২৬ সালের",
    "in 1971 it was so",
    "অনুমোদিত",
    "the approved text",
    "minister: the approved",
    "দপ্তরের নিজের মোবাইল",
    "১৭১২",
    "২৬/১১/২০২৫ তারিখের আদেশ",
    "১, ৭, ১২ ও ২০২৬ নং ধারা",
    "0171 ছাড়া 2345 নয়",
    "theminister",  # one word, as a compound may be written
    "রহিমা নামের অন্য কেউ, খাতুন নন",
    "ধারা ৩৪ ও ৫৬, ৭৮ নয়",
]


@pytest.mark.parametrize("note", REPEATS)
def test_a_note_that_repeats(note: str) -> None:
    assert repeats(note, DRAFT)


@pytest.mark.parametrize("note", FINE)
def test_a_note_that_says_why(note: str) -> None:
    assert not repeats(note, DRAFT)


@pytest.mark.parametrize(
    ("note", "text"),
    [("জন্ম নিবন্ধন কোনো ব্যক্তির নয়", "জন্মনিবন্ধন সেবা চালু"), ("The web site was approved", "Our website is open")],
)
def test_a_compound_may_be_written_either_way(note: str, text: str) -> None:
    assert not repeats(note, text)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("০৫/১১/২০২৫ তারিখের আদেশ", "১২/১১/২০২৫ তারিখে সভা"),
        ("৫০০০০০ টাকার অনুমোদন", "১০০০০০ টাকা বরাদ্দ"),
        ("স্মারক ০৫.০০.০০০০.১১০.২২.০০১", "বরাদ্দ ১০০০০০০ টাকা"),
    ],
)
def test_a_date_of_the_same_month_and_a_round_sum_are_no_number_of_the_draft(note: str, text: str) -> None:
    assert not repeats(note, text)


def test_a_heart_in_the_draft_parts_no_words() -> None:
    """It ends with a sign that nobody sees."""
    assert not repeats("জন্ম নিবন্ধন কোনো ব্যক্তির নয়", "❤\ufe0f জন্মনিবন্ধন সেবা চালু ❤\ufe0f")


def test_an_empty_draft_repeats_nothing() -> None:
    assert not repeats("জরুরি", "") and not repeats("", "")


def test_a_long_draft_costs_little() -> None:
    assert not repeats("ক" * 80, "খ" * 65_000)
    assert not repeats("1 " * 40, "2" * 65_000)
