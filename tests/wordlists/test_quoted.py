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


@pytest.mark.parametrize(
    "text",
    [
        "“হিন্দুদের ঘর জ্বালিয়ে দাও”, ছবি ঘুরছে, দেরি কোরো না।",
        "“ওদের পিটিয়ে মারো”, রায়ের পরদিন সবাই মাঠে।",
        "“ওদের পিটিয়ে মারো”, আসামি ওরাই।",
        "“ওদের পিটিয়ে মারো”, নাটকের সময় শেষ।",
        "“নৌকায় ভোট দিন”, প্রদর্শনীতে আসুন সবাই।",
        '"Burn the mosque down", they are not like us.',
        "“মালাউন” কথাটা আজ আবার প্রমাণিত, মুছে ফেলা যাবে না।",
    ],
)
def test_words_that_anyone_writes_beside_a_quotation_forgive_nothing(hand: Ruleset, text: str) -> None:
    assert hand.look(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "“মালাউন” লেখা পোস্টটি সরানো হয়েছে। এমন কিছু দেখলে হটলাইনে জানিয়ে দিন, চুপ করে থাকবেন না।",
        "“মালাউন” লেখা পোস্টটি সরানো হয়েছে। আমরা সবার সাথে আছি।",
        "“পাহাড়িরা সন্ত্রাসী” লেখা ব্যানার সরানো হয়েছে; দাবিটি ভুল বলে প্রমাণিত।",
        'The comment "malaun" was removed. Think twice before you write; our office stands with her.',
        "“ওদের পিটিয়ে মারো” লেখা যে ছবি ঘুরছে তা পুরোনো।",
    ],
)
def test_what_an_office_says_of_a_quotation_that_it_took_down_is_no_agreeing(hand: Ruleset, text: str) -> None:
    assert not [match for match in hand.look(normalise(text)) if match.severity > Severity.ADVISE]
