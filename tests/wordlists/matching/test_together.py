"""What words make together in one sentence: near-rules and evidence."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from tests.wordlists.lists import found, rows, ruleset

pytestmark = pytest.mark.thorough

GROUPS = {"symbols": "নৌকা, ধানের শীষ, লাঙ্গল", "calls": "ভোট দিন, ভোট চাই, জয়", "people": "আমরা, তারা"}
NEAR = rows("""\
- near: [symbols, calls]
  within: 3
  except: [নৌকা বাইচ]
  context: [আচরণবিধি]
""")

CASES = [
    ("নৌকায় ভোট দিন", ["নৌকায়…ভোট দিন"]),
    ("ভোট দিন নৌকায়", ["ভোট দিন…নৌকায়"]),
    ("ধানের শীষে আপনার ভোট দিন", ["ধানের শীষে…ভোট দিন"]),
    ("নৌকা এক দুই ভোট দিন", ["নৌকা…ভোট দিন"]),
    ("নৌকা এক দুই তিন ভোট দিন", []),  # four words apart
    ("নৌকা ভিড়েছে। ভোট দিন", []),  # another sentence
    ("নৌকা\n\nভোট দিন", []),
    ("নৌকা", []),
    ("ভোট দিন", []),
    ("নৌকা নৌকা লাঙ্গল", []),
    ("নৌকা বাইচে জয় আমাদের", []),
    ("আচরণবিধি: নৌকায় ভোট দিন বলা যাবে না", []),
    ("আচরণবিধি। নৌকায় ভোট দিন", ["নৌকায়…ভোট দিন"]),
    ("নৌকায় ভোট দিন, লাঙ্গলে ভোট চাই", ["নৌকায়…ভোট দিন", "লাঙ্গলে…ভোট চাই"]),
]


@pytest.mark.parametrize("text, expected", CASES, ids=[text[:30] for text, _ in CASES])
def test_near(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert found(ruleset(tmp_path, NEAR, "9.ga", **GROUPS), text) == expected


RECEIPTS = rows("""\
- near: [sums, receipts]
  within: 9
  context: [হবে না, চাইলে, রসিদ নেই]
- term: কথা বলবেন না কাউকে
  context: [বলবেন না]
""")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("পাঁচশ টাকা দিন, রসিদ দেওয়া হবে না", ["টাকা…রসিদ দেওয়া হবে না"]),  # what forgives is only part of what is said
        ("রসিদ দেওয়া হবে না, টাকা দিন", ["রসিদ দেওয়া হবে না…টাকা"]),
        ("টাকা দিন, রসিদ দেওয়া হবে না, তর্ক হবে না", []),  # and stands beside it too
        ("কেউ চাইলে টাকা দিন, রসিদ দেওয়া হবে না", []),
        ("টাকা লাগবে, রসিদ নেই", []),  # the whole row: kept out of this rule
        ("টাকা লাগবে, রসিদ দেব না", ["টাকা…রসিদ দেব না"]),
        ("কথা বলবেন না কাউকে", ["কথা বলবেন না কাউকে"]),
        ("কথা বলবেন না কাউকে, মিথ্যা বলবেন না", []),
    ],
)
def test_no_part_of_what_is_said_forgives_it(tmp_path: Path, text: str, expected: list[str]) -> None:
    rules = ruleset(tmp_path, RECEIPTS, "8", sums="টাকা", receipts="রসিদ দেওয়া হবে না, রসিদ দেব না, রসিদ নেই")
    assert found(rules, text) == expected


def test_three_groups(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, rows("- near: [people, symbols, calls]\n  within: 6\n"), "9.ga", **GROUPS)
    assert found(rules, "আমরা সবাই নৌকায় ভোট দিন") == ["আমরা…নৌকায়…ভোট দিন"]
    assert found(rules, "নৌকায় ভোট চাই আমরা") == ["নৌকায়…ভোট চাই…আমরা"]
    assert found(rules, "নৌকায় ভোট চাই") == []


@pytest.mark.parametrize("order", [*permutations("abc")], ids="".join)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("এক দুই তিন", ["এক…দুই…তিন"]),  # দুই is of b and c, তিন of b alone
        ("এক তিন দুই", ["এক…তিন…দুই"]),
        ("এক দুই তিন তিন", ["এক…দুই…তিন"]),
        ("এক দুই", []),  # one word is not two
        ("এক দুই সভা সভা সভা সভা তিন", []),  # too far
        ("এক তিন", []),
    ],
)
def test_a_word_of_two_groups_is_left_to_the_one_that_has_no_other(
    tmp_path: Path, order: tuple[str, ...], text: str, expected: list[str]
) -> None:
    rules = ruleset(tmp_path, rows(f"- near: [{', '.join(order)}]\n  within: 4\n"), a="এক", b="দুই, তিন", c="দুই")
    assert found(rules, text) == expected


FAR = rows("""\
- near: [symbols, calls]
  within: 6
  except: [নৌকা বাইচ]
  context: [আচরণবিধি]
""")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("নৌকা ভিড়েছে। ভোট দিন", ["নৌকা…ভোট দিন"]),
        ("নৌকা? আবার! ভোট দিন", []),  # a whole sentence between them
        ("ভোট দিন। নৌকা ভিড়েছে", []),  # what the rule is about comes behind
        ("নৌকা ভিড়েছে।\nভোট দিন", []),  # another line
        ("নৌকা এক দুই তিন। চার পাঁচ ছয় ভোট দিন", []),  # too far
        ("নৌকা বাইচ হলো। ভোট দিন", []),
        ("নৌকা আচরণবিধি। ভোট দিন", []),  # what forgives is looked for in both
        ("নৌকা ভিড়েছে। ভোট দিন, আচরণবিধি", []),
        ("ক" * 100 + " নৌকা ভিড়েছে। ভোট দিন", []),  # too long for one remark
        ("নৌকায় ভোট দিন। ভোট দিন", ["নৌকায়…ভোট দিন"]),
    ],
)
def test_a_wide_rule_sees_the_sentence_behind(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert found(ruleset(tmp_path, FAR, "9.ga", **GROUPS), text) == expected


@pytest.mark.parametrize(("clause", "sees"), [("9.ka", True), ("8", True), ("5.tta.aa", True), ("6.gha", False)])
def test_only_what_is_said_against_others_goes_on_in_it(tmp_path: Path, clause: str, sees: bool) -> None:
    rules = ruleset(tmp_path, FAR, clause, **GROUPS)
    assert found(rules, "নৌকায় ভোট দিন") == ["নৌকায়…ভোট দিন"]
    assert bool(found(rules, "নৌকা ভিড়েছে। ভোট দিন")) is sees


EVIDENCE = rows("""\
- term: দালাল
  weight: 0.5
  severity: block
- term: চামচা
  weight: 0.3
- term: তেলবাজ
  weight: 0.2
- term: অকর্মা
  weight: 0.7
- term: ধান্দাবাজ
  weight: 0.1
- term: শালা
""")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("দালাল", []),
        ("দালাল দালাল দালাল", []),  # the same word adds nothing
        ("দালাল চামচা", []),
        ("দালাল, চামচা, তেলবাজ", ["দালাল…চামচা…তেলবাজ"]),
        ("দালালেরা সব চামচার তেলবাজ", ["দালালেরা…চামচার…তেলবাজ"]),
        ("দালাল, চামচা। তেলবাজ", []),
        ("অকর্মা, তেলবাজ, ধান্দাবাজ", ["অকর্মা…তেলবাজ…ধান্দাবাজ"]),  # .7 + .2 + .1 is 1, whatever binary fractions say
        ("অকর্মা, তেলবাজ", []),
        ("শালা দালাল", ["শালা"]),
    ],
)
def test_evidence_adds_up_in_one_sentence(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert found(ruleset(tmp_path, EVIDENCE), text) == expected


SAME_WORD = rows("""\
- term: দালাল
  weight: 0.5
- term: দালালি
  weight: 0.6
- term: চামচা
  weight: 0.4
- term: পা চাটা দালাল
  weight: 0.5
""")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("dalali", []),  # দালাল and দালালি sound alike: one word
        ("dalali chamcha", ["dalali…chamcha"]),
        ("দালাল চামচা", []),
        ("দালাল দালালি", ["দালাল…দালালি"]),  # two words
        ("dalal, dalali", ["dalal…dalali"]),
        ("পা চাটা দালাল", []),  # a phrase and its last word
        ("পা চাটা দালাল চামচা", []),
        ("পা চাটা দালাল, দালাল", ["পা চাটা দালাল…দালাল"]),
        ("পা চাটা দালাল, দালালি", ["পা চাটা দালাল…দালালি"]),
        ("dalali। চামচা", []),
        ("চামচা", []),
    ],
)
def test_a_word_counts_once_however_many_terms_sit_on_it(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert found(ruleset(tmp_path, SAME_WORD), text) == expected


def test_evidence_never_blocks(tmp_path: Path) -> None:
    (match,) = ruleset(tmp_path, EVIDENCE).look("দালাল চামচা তেলবাজ")
    assert match.severity.word == "warn"


def test_many_hits_take_linear_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence of thousands of hits: no pair of them is looked at twice."""
    monkeypatch.setattr("server.wordlists.matching.opened.MOST_PLACES", 10_000)
    rules = ruleset(tmp_path, NEAR, "9.ga", **GROUPS)
    assert len(found(rules, "নৌকা ভোট দিন " * 3_000)) == 3_000


@pytest.mark.parametrize(
    "text, expected",
    [
        ("আলোক সংঘ চোর", []),  # part of the party's name
        ("আলোক সংঘের আলোকেরা চোর", ["আলোকেরা…চোর"]),  # said outside of it
        ("আলোকেরা চোর", ["আলোকেরা…চোর"]),
        ("আলোকেরা আর আলোক সংঘ চোর", ["আলোকেরা…চোর"]),
    ],
)
@pytest.mark.parametrize("group", ["parties", "party-leaders"])
def test_what_is_part_of_a_partys_or_leaders_name_is_no_people(
    tmp_path: Path, text: str, expected: list[str], group: str
) -> None:
    term = rows("- near: [peoples, ills]\n  within: 6\n")
    rules = ruleset(tmp_path, term, clause="9.gha", peoples="আলোক", ills="চোর", **{group: "আলোক সংঘ"})
    assert found(rules, text) == expected


def test_a_party_within_a_leaders_name_is_the_leader(tmp_path: Path) -> None:
    term = rows("- near: [parties, ills]\n  within: 6\n")
    rules = ruleset(tmp_path, term, clause="9.ga", ills="চোর", parties="আলোক", **{"party-leaders": "আলোক সভাপতি"})
    assert found(rules, "আলোক চোর") == ["আলোক…চোর"]
    assert found(rules, "আলোক সভাপতি চোর") == []


@pytest.mark.parametrize(
    ("clause", "text", "is_found"),
    [
        ("9.ga", "হাতপাখায়\nভোট দিন", True),
        ("9.ga", "🌾 হাতপাখায় 🌾 \n ভোট দিন", True),
        ("9.ga", "ভোট দিন,\nহাতপাখায়", True),
        ("9.nga", "হাতপাখায়\nভোট দিন", False),  # of party politics alone
        ("9.ga", "হাতপাখায়।\nভোট দিন", False),
        ("9.ga", "প্রতীক: হাতপাখা\nভোট দিন:\nকাল", True),
        ("9.ga", "হাতপাখা:\nভোট দিন", False),
        ("9.ga", "হাতপাখা\n\nভোট দিন", False),
        ("9.ga", "১. হাতপাখা\nভোট দিন", False),
        ("9.ga", "হাতপাখা\n- ভোট দিন", False),
        ("9.ga", "হাতপাখা\nসভা\nভোট দিন", False),
        ("9.ga", "হাতপাখা " + "মেলা " * 30 + "\nভোট দিন", False),
    ],
)
def test_a_slogan_may_stand_on_two_lines(tmp_path: Path, clause: str, text: str, is_found: bool) -> None:
    term = "- near: [symbols, calls]\n  within: 30\n"
    rules = ruleset(tmp_path, rows(term), clause=clause, symbols="হাতপাখা", calls="ভোট দিন")
    assert bool(found(rules, text)) == is_found
