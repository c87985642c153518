"""Words that a near-rule brings together, and what blocks, where learned evidence speaks against it: advised, warned of, and only there."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from server.checker import check_draft
from server.draft import Draft
from server.institution import Institution
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.ruleset import Match, Ruleset
from server.wordlists.tending.explain import explain
from server.wordlists.tending.lint import lint
from tests.wordlists.learned.test_beside import write
from tests.wordlists.lists import rows, ruleset

pytestmark = pytest.mark.thorough

RULES = """\
- near: [kin, thieves]
  within: 9
- near: [kin, devils]
  within: 9
  severity: block
  flags: ["[[ভাই]] [[পিশাচ]]"]
  passes: [ভাই এসেছেন]
- near: [kin, demons]
  within: 9
  severity: block
  stage: warn
  flags: ["[[ভাই]] [[রাক্ষস]]"]
  passes: [ভাই এসেছেন]
- term: গর্দভ ভাই
- চোর ধরা
- term: অলস
  weight: 0.5
- term: গোমড়া
  weight: 0.5
"""
# কথা speaks for a clause, প্রশিক্ষণ and the office's other words against it.
WEIGHTS = {"প্রশিক্ষণ": -0.6, "কর্মশালা": -0.6, "উপজেলা": -0.6, "পরিষদ": -0.6, "নোংরা": 1.2}
OFFICE = "উপজেলা প্রশিক্ষণ কর্মশালা"


def rules(base: Path, clause: str = "9.nga", weights: dict[str, float] = WEIGHTS) -> Ruleset:
    """Near-rules of 9(ঙ) that warn and block, a phrase, and a table of `clause`."""
    write(base, learned=(f"# clause: {clause}\n", weights))
    return ruleset(base, rows(RULES), kin="ভাই", thieves="চোর", devils="পিশাচ", demons="রাক্ষস")


def only(made: Ruleset, text: str) -> Match:
    (match,) = made.look(normalise(text))
    return match


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"{OFFICE} শেষে ভাই ধরলেন চোর", Severity.ADVISE),
        (f"ভাই ধরলেন চোর, {OFFICE} শেষে", Severity.ADVISE),  # what is behind a comma speaks too
        # its own sentence is no office's
        (f"{OFFICE} পরিষদ। সেই নোংরা এক দুই তিন চার পাঁচ ছয় সাত আট ভাই ধরলেন চোর", Severity.WARN),
        (f"{OFFICE} পরিষদ। সেই এক দুই তিন চার পাঁচ ছয় সাত আট ভাই ধরলেন চোর", Severity.ADVISE),
        ("ভাই ধরলেন চোর", Severity.WARN),
        ("উপজেলা শেষে ভাই ধরলেন চোর", Severity.WARN),  # -0.6 is not enough
        (f"{OFFICE} শেষে নোংরা ভাই আসল চোর", Severity.WARN),  # all together -0.6
        (f"{OFFICE} পরিষদ শেষে নোংরা ভাই আসল চোর", Severity.ADVISE),  # -1.2, and none of it further away
        # what stands beside it, up to the comma, speaks for it
        (f"{OFFICE} পরিষদ শেষে, নোংরা ভাই আসল চোর", Severity.WARN),
        (f"নোংরা ভাই আসল চোর, {OFFICE} পরিষদ শেষে", Severity.WARN),
        (f"{OFFICE} পরিষদ। নোংরা ভাই আসল চোর।", Severity.WARN),
        (f"{OFFICE} পরিষদ এক দুই তিন চার পাঁচ ছয় নোংরা ভাই আসল চোর", Severity.WARN),  # more than seven words off
        (f"{OFFICE} পরিষদ শেষে, ভাই আসল চোর", Severity.ADVISE),
        (f"{OFFICE} শেষে ভাই এক পিশাচ", Severity.BLOCK),  # few words say little against what blocks
        (f"{OFFICE} শেষে ভাই এক রাক্ষস", Severity.WARN),  # nor what will
        (f"{OFFICE} শেষে অলস, গোমড়া লোক", Severity.WARN),  # nor evidence that adds up
        (f"{OFFICE} শেষে ভাই এক চোর ধরা পড়ল", Severity.WARN),  # nor what hides a term that warns by itself
        (f"{OFFICE} শেষে গর্দভ ভাই", Severity.WARN),  # nor a phrase that somebody wrote into a list
    ],
)
def test_learned_evidence_doubts_what_stands_apart(tmp_path: Path, text: str, expected: Severity) -> None:
    assert only(rules(tmp_path), text).severity is expected


HELD = f"{OFFICE} শেষে সবাই শুনলেন ভাই এক পিশাচ"


@pytest.mark.parametrize(
    "text, expected",
    [
        (HELD, Severity.WARN),
        (HELD.replace("সবাই ", ""), Severity.WARN),  # eight words
        (HELD.replace("সবাই শুনলেন ", ""), Severity.BLOCK),  # seven
        ("সবাই শুনলেন আজ সকালে ভাই এক পিশাচ এল", Severity.WARN),  # nothing speaks for it
        ("সবাই শুনলেন আজ সকালে নোংরা ভাই এক পিশাচ এল", Severity.BLOCK),  # 1.2
        ("উপজেলা শেষে সবাই শুনলেন নোংরা ভাই এক পিশাচ", Severity.WARN),  # 0.6 in the stretch, and in its sentence
        (f"{OFFICE} পরিষদ। সবাই শুনলেন আজ সকালে নোংরা ভাই এক পিশাচ এল", Severity.BLOCK),  # its sentence is no office's
        (f"{OFFICE} পরিষদ। সবাই শুনলেন আজ সকালে ভাই এক পিশাচ এল", Severity.WARN),
    ],
)
def test_what_blocks_warns_where_learned_evidence_hears_an_office(
    tmp_path: Path, text: str, expected: Severity
) -> None:
    """A report, a lesson, a safety rule: held, it would be the gravest of false alarms."""
    match = only(rules(tmp_path), text)
    assert (match.severity, match.eased) == (expected, "")


def test_any_letter_of_clause_9_keeps_a_block(tmp_path: Path) -> None:
    """Other than with near-rules, whose own letter is asked: who abuses one people calls for blows at another."""
    assert only(rules(tmp_path, clause="9.kha"), f"{HELD} নোংরা নোংরা").severity is Severity.WARN
    other = rules(tmp_path, clause="9.kha", weights={**WEIGHTS, "নোংরা": 2.6})  # .8 in all, no finding by itself
    assert only(other, f"{HELD} নোংরা").severity is Severity.BLOCK


def test_a_block_of_which_a_report_speaks_asks_for_more(ruleset: Ruleset) -> None:
    """`around_quotes` of data/contexts/: few set marks around what they report."""
    for text, expected in (
        ("কাউকে মালাউন বলা দণ্ডনীয় অপরাধ।", Severity.WARN),  # five words
        ("হিন্দুদের পিটিয়ে মারো লেখা পোস্টদাতাকে আটক করেছে পুলিশ।", Severity.WARN),
        ("হিন্দুদের পিটিয়ে মারো।", Severity.BLOCK),
        ("কুত্তার বাচ্চা তুই এটাকে গুজব বলছিস কেন রে", Severity.BLOCK),  # its sum is 2 and more
    ):
        assert max(match.severity for match in ruleset.look(normalise(text))) is expected, text


@pytest.mark.parametrize("behind", ["https://nilkandi.gov.bd/notice/12/file", "#নীলকান্দি_উপজেলা_প্রশাসন #সেবা #আমরা_আছি"])
@pytest.mark.parametrize("text", ["fuck this office", "হরিজনদের হোটেলে আলাদা কাপ রাখুন"])
def test_no_address_or_hashtag_makes_a_report_of_a_block(ruleset: Ruleset, text: str, behind: str) -> None:
    assert max(match.severity for match in ruleset.look(normalise(f"{text} {behind}"))) is Severity.BLOCK


def test_a_late_look_takes_no_block_back(tmp_path: Path) -> None:
    found, _ = rules(tmp_path).look_further(normalise(HELD), None, time.monotonic() - 1)
    assert [match.severity for match in found] == [Severity.BLOCK]


@pytest.mark.parametrize("text", [HELD, HELD.replace("পিশাচ", "চোর")])
def test_where_an_office_asks_for_a_block_it_blocks(tmp_path: Path, text: str) -> None:
    """What a profile says of a list is the office's own rule, in its reports too."""
    office = Institution("o", severities={"prohibited/test": Severity.BLOCK})
    found = check_draft(Draft(text), rules(tmp_path), office).findings
    assert [own.severity for own in found if own.clause == "9.nga"] == [Severity.BLOCK]


def test_explain_tells_why_it_does_not_hold(tmp_path: Path) -> None:
    told = "\n".join(explain(HELD, rules(tmp_path)))
    assert "not held" in told
    assert "warn (" in told


def test_sentences_far_off_are_not_heard(tmp_path: Path) -> None:
    far = f"{OFFICE} হবে আজ বিকেলে সকলের জন্য। " * 8  # two stretches
    behind = "ভাই বড় চোর। " + "কাল সকালে সবাই সময়মতো আসবেন। " * 12
    assert only(rules(tmp_path), far + behind).severity is Severity.WARN


def test_another_clause_has_no_say(tmp_path: Path) -> None:
    assert only(rules(tmp_path, clause="9.kha"), f"{OFFICE} শেষে ভাই ধরলেন চোর").severity is Severity.WARN


def test_without_tables_nothing_is_doubted(tmp_path: Path) -> None:
    assert only(rules(tmp_path, weights={}), f"{OFFICE} শেষে ভাই ধরলেন চোর").severity is Severity.WARN


def test_what_is_not_added_up_in_time_is_not_doubted(tmp_path: Path) -> None:
    normal = normalise(f"{OFFICE} শেষে ভাই ধরলেন চোর")
    assert [match.severity for match in rules(tmp_path).look_further(normal, None, time.monotonic() - 1)[0]] == [
        Severity.WARN
    ]


def test_the_writer_reads_that_it_may_stay(tmp_path: Path) -> None:
    answer = check_draft(Draft(f"{OFFICE} শেষে ভাই ধরলেন চোর"), rules(tmp_path))
    (told,) = answer.as_json()["findings"]
    assert told["severity"] == "advise"
    assert "ঘটনাক্রমে পাশাপাশি" in told["message"]
    assert told["match"] == "ভাই … চোর"


def test_explain_tells_why_it_only_advises(tmp_path: Path) -> None:
    told = "\n".join(explain(f"{OFFICE} শেষে ভাই ধরলেন চোর", rules(tmp_path)))
    assert "advise" in told
    assert "learned weights speak against it" in told


PROPER = [  # each with words of two groups that meet by chance
    "শকুন রক্ষায় এগিয়ে এসেছেন পরিচ্ছন্নতাকর্মীরা। মরা গরু খেয়ে রোগ ছড়ানো ঠেকায় বলে গ্রামে শকুনের নিরাপদ খাবারের স্থান করা হয়েছে।",
    "বিশ্ববিদ্যালয়ের পুকুরপাড়ে আগাছা পরিষ্কার করেছে বিএনসিসির ক্যাডেটরা। শনিবার সকালে গাছের চারা রোপণ করা হবে।",
]
MEANT = [
    "মেথরদের জন্য আলাদা গ্লাস রাখুন, ওদের হাতে পানি খাওয়া যায় না।",
    "উপজেলা পরিষদের সভা শেষে একটা কথা: চাকমারা সাপখোর, এদের বিশ্বাস নেই।",
]


@pytest.mark.parametrize("text", PROPER)
def test_what_meets_by_chance_is_only_advised(hand: Ruleset, ruleset: Ruleset, text: str) -> None:
    assert any(match.severity is Severity.WARN for match in hand.look(normalise(text)))
    assert all(match.severity is Severity.ADVISE for match in ruleset.look(normalise(text)))


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant_is_warned_of_in_an_office_s_post_too(ruleset: Ruleset, text: str) -> None:
    worst = max(match.severity for match in ruleset.look(normalise(text)))
    assert worst >= Severity.WARN


def test_a_harmless_sentence_is_a_fault_of_its_rule_though_it_is_doubted(tmp_path: Path) -> None:
    rules(tmp_path)
    (tmp_path / "harmless").mkdir()
    (tmp_path / "harmless/office.txt").write_text(f"{OFFICE} শেষে ভাই ধরলেন চোর\n", encoding="utf-8")
    with pytest.raises(FaultyLists, match=r"kin \+ thieves' flags harmless sentences"):
        lint([tmp_path], True)
