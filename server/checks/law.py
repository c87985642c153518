"""Clause ৮: what the law keeps secret, and a case that a court has not decided, by the lists in wordlists/law/.

Only the writer's own giving away or judging is found: reports of leaks and of courts are an office's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from server.checks import Check, Example
from server.finding import Finding
from server.posting import Posting


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for each list that matched."""
    matches = sorted(posting.matches_of("law"), key=lambda match: match.word_list.id)
    for _, found in groupby(matches, key=lambda match: match.word_list.id):
        yield Finding.of_matches(list(found))


CHECK = Check(
    id="law",
    clauses=("8",),
    look=look,
    folder="law",
    flags=(
        Example("[[গোপনীয় নথিটি]] সবার জানা উচিত, তাই [[এখানে দিলাম]]।"),
        Example("কালকের [[নিয়োগ পরীক্ষার প্রশ্ন]] [[তুলে দিলাম]]।"),
        Example("[[মামলাটি এখনো বিচারাধীন]], কিন্তু আসামি দোষী তাতে [[কোনো সন্দেহ নেই]]।"),
    ),
    passes=(
        Example("প্রশ্নপত্র ফাঁস চক্রের তিন সদস্যকে আটক করা হয়েছে।"),
        Example("গোপনীয় নথি প্রকাশ করা শাস্তিযোগ্য অপরাধ।"),
        Example("বিগত সালের প্রশ্নপত্র ওয়েবসাইটে দিলাম।"),
        Example("বিষয়টি বিচারাধীন হওয়ায় মন্তব্য করা যাচ্ছে না।"),
        Example("তথ্য অধিকার আইনে আবেদন করে যে প্রতিবেদন পেয়েছি তা শেয়ার করলাম।"),
    ),
)
