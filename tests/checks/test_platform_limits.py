"""Lengths as each platform counts them, one under, at and one over the limit; the file's faults told by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server.institution import Institution
from server.severity import Severity
from server.wordlists.facts.lengths import length
from server.wordlists.facts.platforms import platforms_in, read_platforms
from server.wordlists.reading.faults import Faults
from server.wordlists.ruleset import Ruleset
from tests.checks.told import stays_linear, told

X = platforms_in(())["x"]


@pytest.mark.parametrize(
    "text, weight",
    [
        ("", 0),
        ("a", 1),
        ("ক", 1),
        ("কী", 2),
        ("যাচাই", 5),
        ("é", 1),
        ("e\u0301", 1),  # NFC first
        ("漢字", 4),
        ("한", 2),
        ("“”", 2),
        ("–—", 2),
        ("😀", 2),
        ("👍🏽", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🇧🇩", 2),
        ("☀️", 2),
        ("1️⃣", 2),
        ("©", 1),
        ("https://nilkandi.gov.bd", 23),
        ("https://nilkandi.gov.bd/" + "x" * 300, 23),
        ("nilkandi.gov.bd", 23),
        ("দেখুন nilkandi.gov.bd।", 5 + 1 + 23 + 1),
        ("uno@nilkandi.gov.bd", 19),
    ],
)
def test_xs_weights(text: str, weight: int) -> None:
    assert length(text, X) == weight


LIMITS = [
    ("x", "post", 280),
    ("twitter", "post", 280),
    ("X", "reply", 280),
    ("facebook", "post", 63_206),
    ("facebook", "comment", 8_000),
    ("facebook", "reply", 8_000),
    ("instagram", "post", 2_200),
    ("threads", "post", 500),
    ("bluesky", "post", 300),
    ("mastodon", "post", 500),
    ("linkedin", "post", 3_000),
    ("linkedin", "comment", 1_250),
    ("youtube", "post", 5_000),
    ("telegram", "post", 4_096),
]


@pytest.mark.parametrize("platform, action, limit", LIMITS)
def test_at_the_limit_and_one_over(ruleset: Ruleset, platform: str, action: str, limit: int) -> None:
    fields: dict[str, Any] = {"platform": platform, "action": action}
    assert not told(ruleset, "platform", "ক" * limit, **fields)
    (finding,) = told(ruleset, "platform", "ক" * (limit + 1), **fields)
    assert (finding.check, finding.clause, finding.severity) == ("platform/length", "5.chha", Severity.WARN)
    assert str(limit) in finding.message.en and " 1 " in finding.message.en


def test_each_platform_counts_in_its_own_way(ruleset: Ruleset) -> None:
    family = "👨‍👩‍👧‍👦"
    assert not told(ruleset, "platform", family * 500, platform="threads")
    assert told(ruleset, "platform", family * 501, platform="threads")
    assert told(ruleset, "platform", family * 201, platform="instagram")  # eleven UTF-16 units each


def test_a_link_has_one_length_where_the_platform_says_so(ruleset: Ruleset) -> None:
    text = "ক" * 470 + " https://nilkandi.gov.bd/" + "x" * 300
    assert not told(ruleset, "platform", text, platform="mastodon")
    assert told(ruleset, "platform", text, platform="threads")


@pytest.mark.parametrize("platform, most", [("x", 11), ("mastodon", 20)])
def test_short_links_count_as_long_ones(ruleset: Ruleset, platform: str, most: int) -> None:
    assert not told(ruleset, "platform", "t.co\n" * most, platform=platform)
    assert told(ruleset, "platform", "t.co\n" * (most + 1), platform=platform)


def test_an_own_account_is_advised(ruleset: Ruleset) -> None:
    (finding,) = told(ruleset, "platform", "ক" * 281, platform="x", account={"kind": "employee"})
    assert (finding.clause, finding.severity) == ("5.tta.a", Severity.ADVISE)


def test_a_paid_account_says_so_in_its_profile(ruleset: Ruleset) -> None:
    office = Institution("a", name_bn="দপ্তর", severities={"platform/length": Severity.ADVISE})
    (finding,) = told(ruleset, "platform", "দপ্তর " * 60, office, platform="x")
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize("platform", ["", "myspace", "Facebook Lite"])
def test_an_unknown_platform_has_no_limit(ruleset: Ruleset, platform: str) -> None:
    assert not told(ruleset, "platform", "ক" * 60_000, platform=platform)


def test_hashtags_and_tags(ruleset: Ruleset) -> None:
    tags = [f"#ক{number}" for number in range(31)]
    assert not told(ruleset, "platform", " ".join(tags[:30]), platform="instagram")
    assert [one.check for one in told(ruleset, "platform", " ".join(tags), platform="instagram")] == [
        "platform/hashtags"
    ]
    mentions = [{"text": f"page {number}", "kind": "page"} for number in range(21)]
    assert not told(ruleset, "platform", "মেলা", platform="instagram", mentions=mentions[:20])
    found = told(ruleset, "platform", "মেলা", platform="instagram", mentions=mentions)
    assert [one.check for one in found] == ["platform/mentions"]


@pytest.mark.timed
@pytest.mark.parametrize("text", ["#" * 60_000, "a." * 30_000, "👨‍" * 20_000, "\u200d" * 60_000, "1\ufe0f" * 30_000])
@pytest.mark.parametrize("platform", ["x", "threads", "instagram"])
def test_linear_on_hostile_texts(ruleset: Ruleset, text: str, platform: str) -> None:
    assert stays_linear(ruleset, "platform", text, platform=platform)


@pytest.mark.parametrize(
    "text, line, what",
    [
        ("x:\n  count: words\n  post: '1'\n  seen: 2026-11-24\n", 2, "write one of: utf16, characters, weighted"),
        ("x:\n  count: utf16\n  post: many\n  seen: 2026-11-24\n", 3, "post: write a number"),
        ("x:\n  count: utf16\n  post: '0'\n  seen: 2026-11-24\n", 3, "post: write a number"),
        ("x:\n  count: utf16\n  seen: 2026-11-24\n", 1, "'post' is missing"),
        ("x:\n  count: utf16\n  post: '9'\n", 1, "'seen' is missing"),
        ("x:\n  count: utf16\n  post: '9'\n  seen: today\n", 4, "write the date"),
        ("x:\n  count: utf16\n  post: '9'\n  seen: 2026-11-24\n  lenght: '1'\n", 5, "unknown field 'lenght'"),
        ("x:\n  count: weighted\n  post: '9'\n  seen: 2026-11-24\n  light: [a-z]\n", 5, "light: not 'a-z'"),
        ("X:\n  count: utf16\n  post: '9'\n  seen: 2026-11-24\n", 1, "'X': write at most 32 small Latin letters"),
        ("x:\n  count: utf16\n  post: '9'\n  seen: 2026-11-24\n  aliases: [টুইটার]\n", 1, "as the extension sends it"),
        (f"{'x' * 33}:\n  count: utf16\n  post: '9'\n  seen: 2026-11-24\n", 1, "write at most 32"),
        (f"x:\n  count: utf16\n  post: '9'\n  seen: 2026-11-24\n  aliases: [{'y' * 33}]\n", 1, "write at most 32"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = tmp_path / "limits.yaml"
    path.write_text(text, encoding="utf-8")
    faults = Faults.of(path, tmp_path)
    read_platforms(path, faults)
    assert any(fault.line == line and what in fault.said.en for fault in faults.found), faults.found
