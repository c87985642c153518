"""A word that blocks warns in quotation marks; contempt that a writer quotes and does not share is advised."""

from __future__ import annotations

import pytest

from server.checker import check_draft
from server.draft import Account, Draft
from server.severity import Severity
from server.text.normalise import normalise
from server.text.sentences import sentences
from server.wordlists.matching import reported
from server.wordlists.ruleset import Ruleset
from tests.wordlists.lists import rows, ruleset

pytestmark = pytest.mark.thorough

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
WARNED = TERM.replace("severity: block", "severity: warn")


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


@pytest.fixture(scope="module")
def warning(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset(tmp_path_factory.mktemp("remarks"), rows(WARNED))


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("আপনি লিখেছেন “অফিসটাই তো গাধাটাইপ”, আমরা জবাব দিচ্ছি", Severity.ADVISE),
        ('You wrote "they are বলদটাইপ লোক" and we look into it', Severity.ADVISE),
        ("আপনি লিখেছেন অফিসটা গাধাটাইপ, আমরা জবাব দিচ্ছি", Severity.WARN),  # no marks
        ("আমাদের “মহা গাধাটাইপ” সাহেব আজ অফিসে এলেন", Severity.WARN),  # two words: scorn, not a remark
        ("“সে একটা গাধাটাইপ”", Severity.WARN),  # nobody answers it
        ("“সভা আছে আজ” বলে সে গাধাটাইপ চলে গেল", Severity.WARN),  # the marks are elsewhere
    ],
)
def test_contempt_in_a_quoted_remark_is_advised(warning: Ruleset, text: str, severity: Severity) -> None:
    assert [match.severity for match in warning.look(normalise(text))] == [severity]


def test_what_blocks_still_warns_in_a_remark(lists: Ruleset) -> None:
    assert [match.severity for match in lists.look(normalise("আপনি লিখেছেন “অফিসটাই তো গাধাটাইপ”, জবাব দিচ্ছি"))] == [
        Severity.WARN
    ]


AGREED = [
    "লোকে বলে “মেয়েরা গাড়ি চালাতে পারে না”, একদম ঠিক কথা।",
    'My uncle said "women can\'t drive", and he is right about it.',
    "“পুলিশ মানেই চোর” কথাটা অনেকে বলেন। আমরা একমত।",
    "পুলিশ “চোর আর ঘুষখোরের দল”, সবাই দূরে থাকবেন।",  # an epithet: whom it is about stands outside
]
ANSWERED = [
    "নিচের ঘরে কেউ লিখলেন “মেয়েরা গাড়ি চালাতে পারে না”। আমাদের আঠারো জন নারী চালকের হিসাব দেখুন।",
    'Somebody told her "women can\'t drive"; today she took the wheel of our new bus.',
    "“পুলিশ মানেই চোর” লিখেছেন আপনি; কোন থানায় কী হয়েছে জানান, দেখা হবে।",
]


@pytest.mark.parametrize(
    ("text", "severity"), [*((it, Severity.WARN) for it in AGREED), *((it, Severity.ADVISE) for it in ANSWERED)]
)
def test_whoever_agrees_with_a_remark_is_warned(hand: Ruleset, text: str, severity: Severity) -> None:
    assert max(match.severity for match in hand.look(normalise(text))) is severity


@pytest.mark.parametrize(
    "text",
    [
        "মাঝি পাড়ায় শোনা গেল “ছেলেধরা নেমেছে, পাঁচটা বাচ্চা গায়েব”, রাতে কেউ বের হবেন না।",
        "মঞ্চ থেকে বলছি “নৌকায় ভোট দিন”, মাঠে দেখা হবে সবার।",
        "আমার দাদার কথা “পাকিস্তান আমলেই ভালো ছিলাম” মনে করি প্রতিদিন।",
    ],
)
def test_a_rumour_a_campaign_and_denial_are_no_less_in_quotation_marks(hand: Ruleset, text: str) -> None:
    assert max(match.severity for match in hand.look(normalise(text))) is Severity.WARN


def test_the_writer_of_a_remark_is_told_that_it_may_stay(hand: Ruleset) -> None:
    answer = check_draft(Draft(ANSWERED[0], Account("institution")), hand)
    told = next(it for it in answer.findings if it.clause == "9.cha").message
    shown = next(it for it in answer.as_json()["findings"] if it["clause"] == "9.cha")
    assert answer.verdict == "advise"
    assert shown["message"].startswith(told.bn.partition("{")[0]) and "রাখতে পারেন" in shown["message"]
    assert shown["replacements"] == []


def test_marks_and_sentences_are_looked_for_once_however_much_is_quoted(
    ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(reported, "sentences", lambda normal: asked.append(normal) or sentences(normal))
    drafts = [normalise("“এই জানোয়ারগুলো দেশের শত্রু, এদের ধরে পেটানো দরকার।” মামলা হয়েছে। " * times) for times in (8, 40)]
    few, many = [(ruleset.look(draft), asked.count(draft)) for draft in drafts]
    assert few[1] == many[1] > 0
