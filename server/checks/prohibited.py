"""Clause ৯: prohibited content, by the lists in wordlists/prohibited/ and the evidence in wordlists/learned/."""

from __future__ import annotations

from server.checks import Check, Example
from server.finding import Finding
from server.posting import Posting

FOLDERS = frozenset({"prohibited", "learned"})


def look(posting: Posting) -> list[Finding]:
    """One finding for each match."""
    return [Finding.of_match(match, posting.normal) for match in posting.matches if match.word_list.folder in FOLDERS]


CHECK = Check(
    id="prohibited",
    clauses=("9.ka", "9.kha", "9.ga", "9.gha", "9.nga", "9.cha", "9.chha"),
    look=look,
    flags=(
        Example("আসন্ন নির্বাচনে [[নৌকায়]] [[ভোট দিন]]"),
        Example("সে একটা [[কুলাঙ্গার]]"),
    ),
    passes=(
        Example("নৌকা বাইচ দেখতে আসুন"),
        Example("ভোটার তালিকা হালনাগাদের কাজ চলছে"),
        Example("শারদীয় দুর্গাপূজা উপলক্ষে সকলকে শুভেচ্ছা"),
        Example("কর্মশালা অনুষ্ঠিত হয়েছে"),
    ),
)
