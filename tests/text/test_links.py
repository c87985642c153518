"""Addresses are links; dotted words, initials and disguises are not."""

from itertools import pairwise

import pytest
from hostile_texts import hostile
from hypothesis import given

from server.text.links import links
from server.text.normalise import normalise

LINKS = [
    ("দেখুন https://cabinet.gov.bd/site?x=1।", ["https://cabinet.gov.bd/site?x=1"]),
    ("www.bangladesh.gov.bd.", ["www.bangladesh.gov.bd"]),
    ("লিখুন dc.dhaka@mopa.gov.bd, ধন্যবাদ", ["dc.dhaka@mopa.gov.bd"]),
    ("facebook.com/dcdhaka দেখুন", ["facebook.com/dcdhaka"]),
    ("(http://a.bd/x)", ["http://a.bd/x"]),
    ("bit.ly/abc, t.me/x", ["bit.ly/abc", "t.me/x"]),
    ("a@b.com c@d.org", ["a@b.com", "c@d.org"]),
    ("HTTPS://A.GOV.BD/X", ["https://a.gov.bd/x"]),
    (
        "office.news/2026, dc.palashdanga.live, www.palashdanga.in",
        ["office.news/2026", "dc.palashdanga.live", "www.palashdanga.in"],
    ),
]
NONE = [
    "শ.ু.য়.ো.র", "s.h.u.o.r", "U.S.A.", "e.g. x", "৩.৫", "মো. করিম", "sh@la", "@name", "a.m.", "hello.there", "end.Next", "v1.2",
    "গেল.আমি", "3.5kg", "...", "a@b", "মেইল@ঠিকানা", "www", "http:", "file.txt",
    "malaun.In Dhaka it rained", "you bastard.me too", "তুই khanki.in", "the show.Live now", "left.Us too",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "expected"), LINKS)
def test_links(typed: str, expected: list[str]) -> None:
    normal = normalise(typed)
    assert [normal[start:end] for start, end in links(normal)] == expected


@pytest.mark.parametrize("typed", NONE)
def test_no_link(typed: str) -> None:
    assert links(normalise(typed)) == []


@given(hostile)
def test_spans_ascend(text: str) -> None:
    spans = links(normalise(text))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
