"""explain teaches a maintainer what a list does: what is found, and of what is not found, why."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import explain
from tests.wordlists.lists import rows, ruleset

pytestmark = pytest.mark.thorough

TERMS = rows("""\
- শালা
- term: নৌকা
  except: [নৌকা বাইচ]
- term: পাগল
  context: [হাসপাতাল]
- term: দালাল
  weight: 0.5
- ভোট চোর
- চোর
""")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("শালার", "found: «শালার» prohibited/test.yaml#শালা, 9.nga, warn (হুবহু | as written, ‘র’"),
        ("shalar", "in Banglish"),
        ("শ.া.লা", "in disguise"),
        ("শালাক", "nearly: «শালাক» = শালা + ‘ক’"),
        ("নৌকা বাইচ", "inside an exception"),
        ("হাসপাতালে পাগল", "a forgiving word (context) in the same sentence: ‘হাসপাতালে’"),
        ("দালাল", "does not add up"),
        ("ভোট চোর", "where a longer or stricter match stands"),
        ("http://shala.com/", "inside a web or mail address"),
        ("সভা", "no word of any list"),
        ("ভাই বোনেরা", "a group's word; no partner"),
    ],
)
def test_explain(tmp_path: Path, text: str, expected: str) -> None:
    rules = ruleset(tmp_path, TERMS, kin="ভাই", near="বন্ধু")
    assert any(expected in line for line in explain(text, rules)), list(explain(text, rules))


NEAR = rows("""\
- near: [kin, thieves]
  within: 4
  context: [নাটক]
  except: [চোর-পুলিশ]
""")


@pytest.mark.parametrize(
    ("text", "expected", "denied"),
    [
        ("ভাই একটা চোর", "found: «ভাই … চোর»", "let go"),
        ("নাটক: ভাই একটা চোর", "let go: «ভাই … চোর» prohibited/test.yaml#kin + thieves: একই বাক্যে", "no partner"),
        ("ভাই একটা চোর-পুলিশ খেলা", "inside an exception: ‘চোর-পুলিশ’", "no partner"),
        ("ভাই এক দুই তিন চার পাঁচ ছয় চোর", "no partner of another group near it", "forgiving word"),
        ("নাটক: ভাই এক দুই তিন চার পাঁচ ছয় চোর", "no partner of another group near it", "forgiving word"),
        ("নাটক: ভাই", "no partner of another group near it", "forgiving word"),
    ],
)
def test_explain_tells_what_let_a_near_rule_go(tmp_path: Path, text: str, expected: str, denied: str) -> None:
    told = "\n".join(explain(text, ruleset(tmp_path, NEAR, kin="ভাই", thieves="চোর")))
    assert expected in told and denied not in told, told


def test_explain_tells_a_word_of_many_groups_once(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, NEAR, kin="ভাই", thieves="চোর", elders="ভাই")
    (told,) = (line for line in explain("ভাই", rules) if "no partner" in line)
    assert "alone: «ভাই» elders, kin: " in told


def test_explain_tells_all_lonely_words_of_groups_in_one_line(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, NEAR, kin="ভাই", thieves="চোর")
    (told,) = (line for line in explain("ভাই এক দুই তিন চার পাঁচ ছয় চোর", rules) if "no partner" in line)
    assert "alone: «ভাই» kin · «চোর» thieves: group-এর শব্দ" in told


@pytest.mark.parametrize(
    ("more", "text", "expected", "denied"),
    [
        ("  stage: shadow", "ভাই একটা চোর", "so counted and not shown", "let go"),
        ("  stage: shadow", "ভাই", "no partner of another group near it", "not shown"),
        (
            "- near: [kin, thieves, jails]\n  within: 6",
            "ভাই একটা চোর, জেল হোক",
            "let go: «ভাই … চোর» prohibited/test.yaml#kin + thieves: দীর্ঘতর",
            "no partner",
        ),
        (
            "- term: চোর\n  severity: block\n  flags: ['[[চোর]]']\n  passes: [সভা]",
            "ভাই একটা চোর",
            "let go: «ভাই … চোর» prohibited/test.yaml#kin + thieves: দীর্ঘতর",
            "no partner",
        ),
        (
            "  weight: 0.5\n  stage: shadow",
            "ভাই একটা চোর",
            "let go: «ভাই … চোর» prohibited/test.yaml#kin + thieves: ওজন (weight) মিলে ১ হয়নি | its weight does not add up to 1 (stage: shadow)",
            "so counted and not shown",
        ),
        ("- near: [thieves, kin]\n  within: 4", "ভাই একটা চোর", "found: «ভাই … চোর»", "no partner"),
        (
            "  weight: 0.5",
            "ভাই একটা চোর",
            "let go: «ভাই … চোর» prohibited/test.yaml#kin + thieves: ওজন (weight) মিলে ১ হয়নি",
            "no partner",
        ),
        ("  weight: 0.5\n- term: জেল\n  weight: 0.5", "ভাই একটা চোর, জেল হোক", "found: «ভাই … চোর … জেল»", "no partner"),
    ],
)
def test_explain_tells_of_a_near_rule_that_matches_and_is_not_told(
    tmp_path: Path, more: str, text: str, expected: str, denied: str
) -> None:
    terms = rows(f"- near: [kin, thieves]\n  within: 4\n{more}\n")
    told = "\n".join(explain(text, ruleset(tmp_path, terms, kin="ভাই", thieves="চোর", jails="জেল")))
    assert expected in told and denied not in told, told


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("শালা", "http://shala.com/", "«shala» groups/a.yaml#শালা, groups/b.yaml#শালা, prohibited/test.yaml#শালা: ঠিকানার"),
        ("পুতুল", "পুতুল রানী এলেন", "«পুতুল» groups/a.yaml#পুতুল, groups/b.yaml#পুতুল, prohibited/test.yaml#পুতুল: মানুষের"),
        ("ভোট চোর", "ভোট চোর", "«চোর» groups/a.yaml#চোর, groups/b.yaml#চোর: দীর্ঘতর"),
    ],
)
def test_explain_gathers_what_lets_a_word_go_for_one_reason(
    tmp_path: Path, term: str, text: str, expected: str
) -> None:
    word = term.split()[-1]
    rules = ruleset(tmp_path, rows(f"- {term}\n"), b=word, a=word)
    (told,) = (line for line in explain(text, rules) if "let go" in line)
    assert told.startswith(f"ছাড় | let go: {expected}"), told


@pytest.mark.parametrize(
    ("row", "text", "expected"),
    [
        ("weight: 0.5", "একটা গাধা", "«গাধা» prohibited/test.yaml#গাধা: ওজন (weight) মিলে ১ হয়নি"),
        ("except: [গাধা পালন]", "গাধা পালন", "«গাধা» prohibited/test.yaml#গাধা: ব্যতিক্রমের (except) ভেতরে"),
        ("context: [খামার]", "গাধার খামার", "«গাধার» prohibited/test.yaml#গাধা: একই বাক্যে"),
    ],
)
def test_explain_tells_what_let_a_row_on_trial_go(tmp_path: Path, row: str, text: str, expected: str) -> None:
    told = list(explain(text, ruleset(tmp_path, rows(f"- term: গাধা\n  stage: shadow\n  {row}\n"))))
    assert [line.endswith("(stage: shadow)") for line in told if f"let go: {expected}" in line] == [True], told
    assert not any("no word of any list" in line for line in told)


def test_explain_tells_nothing_of_a_retired_row(tmp_path: Path) -> None:
    ruleset(tmp_path / "base", rows("- term: গাধা\n  weight: 0.5\n- ছাগল\n"))
    own = tmp_path / "own" / "prohibited" / "test.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("id: test\nclause: 9.nga\nretire: [গাধা]\n", encoding="utf-8")
    lists, faults = load([tmp_path / "base", tmp_path / "own"])
    assert not [fault for fault in faults if fault.fatal]
    assert not [line for line in explain("একটা গাধা", Ruleset(lists)) if "গাধা: " in line]
