"""Whatever is typed, every check looks, and what it finds lies in the draft: over the shipped lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.checker import check_draft
from server.draft import Draft
from server.wordlists.ruleset import Ruleset
from tests.conftest import NO_HURRY
from tests.text.hostile_texts import LONE, hostile

pytestmark = pytest.mark.thorough

SIGNS = "@$!*.,:;-_/\\|'\"()[]{}<>#%&+=~^?।॥ঃ৳…–—‘’“”•▪→\u200b\u200d\n\t 😀👏💰🇧🇩"
PIECES = (
    "০১৭১২৩৪৫৬৭৮", "+880 1712", "NID", "জন্ম তারিখ", "৫/৩/২০২৬", "৩১ জুন", "31 June", "www.nilkandi.gov.bd", "@nilkandi", "#নীলকান্দি",
    "আসন্ন নির্বাচনে নৌকায় ভোট দিন", "তোরা সব শুয়োর", "rajakar", "sh@la", "ধর্ষণের শিকার", "রোগী করিম মিয়া", "৫০% বেশি", "Q1", "“", "”",
)  # fmt: skip
words_of_signs = st.text(st.sampled_from("@$!*_.-0👏aশ"), min_size=1, max_size=4)
disguised = st.lists(words_of_signs, max_size=8).map(lambda words: " ".join([*words, "ok"]))
drafts = st.one_of(
    hostile.filter(lambda text: not set(text) & set(LONE)),  # a lone surrogate is refused before a check
    disguised,
    st.lists(
        st.one_of(st.sampled_from(SIGNS), st.sampled_from(PIECES), st.sampled_from("aZ9০ক্তো"), disguised), max_size=20
    ).map("".join),
)


@given(drafts)
def test_every_check_looks_at_it(ruleset: Ruleset, text: str) -> None:
    draft = Draft(text=text)
    answer = check_draft(draft, ruleset, None, time_limit=NO_HURRY)
    assert not answer.incomplete
    length = len(text.encode("utf-16-le")) // 2
    for finding in answer.as_json()["findings"]:
        assert all(0 <= start < end <= length for start, end in finding["spans"])
