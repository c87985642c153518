"""A word that blocks warns in quotation marks: the title of a play, a spelling lesson, a word condemned."""

from __future__ import annotations

import pytest

from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset
from tests.wordlists.lists import rows, ruleset

TERM = """\
  - term: গাধাটাইপ
    severity: block
    flags: ["সে একটা [[গাধাটাইপ]]"]
    passes: ["গাধা একটি প্রাণী"]
  - term: বলদটাইপ লোক
    severity: block
    flags: ["সে একটা [[বলদটাইপ লোক]]"]
    passes: ["বলদ একটি প্রাণী"]
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset(tmp_path_factory.mktemp("quoted"), rows(TERM))


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("সে একটা গাধাটাইপ", Severity.BLOCK),
        ("আজ সন্ধ্যায় নাটক ‘গাধাটাইপের হাট’", Severity.WARN),
        ('The play is "গাধাটাইপ"', Severity.WARN),
        ("'গাধাটাইপ' শব্দটি কাউকে বলা যায় না", Severity.WARN),
        ("“সভা” শেষে সে একটা গাধাটাইপ", Severity.BLOCK),  # the marks are elsewhere
        ("সে একটা গাধাটাইপ, “সবাই জানে”", Severity.BLOCK),
        ("সে “একটা গাধাটাইপ", Severity.BLOCK),  # nothing closes them
        ("সে একটা বলদটাইপ “লোক”", Severity.BLOCK),  # half of the phrase stands in them
        ("সে একটা ‘বলদটাইপ লোক’", Severity.WARN),
        ("it isn't a গাধাটাইপ, don't", Severity.BLOCK),  # apostrophes
    ],
)
def test_what_stands_in_quotation_marks_warns(lists: Ruleset, text: str, severity: Severity) -> None:
    assert [match.severity for match in lists.look(normalise(text))] == [severity]
