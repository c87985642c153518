"""A table whose sum is not enough, and a phrase of a group beside it that makes it so: `cued` and `cues` in its head."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.load import load
from server.wordlists.tending.explain import explain
from server.wordlists.tending.lint import unknown_cue
from tests.wordlists.learned.test_beside import LISTED, LONG, clauses, write
from tests.wordlists.lists import ruleset

pytestmark = pytest.mark.thorough

PANIC = ("# clause: 9.chha\n# cued: 0.4\n# cues: hints\n", {"ব্যাংক": 0.5, "লুট": 0.6, "সভা": -0.2})
RIVAL = ("# clause: 9.ka\n# rival: letter\n", {"ব্যাংক": 0.7, "দেশ": 0.4})


@pytest.mark.parametrize(
    "text, expected",
    [
        ("ব্যাংক বন্ধ", []),  # .5 is not enough by itself
        ("ব্যাংক লুট", ["9.chha"]),
        ("কাল থেকে সব ব্যাংক বন্ধ, শোনা যায়", ["9.chha"]),  # enough with a cue
        ("ব্যাংক বন্ধ, শোনা যায়", []),  # but not in so few words
        ("কাল থেকে সব ব্যাংকের সভা, শোনা যায়", []),  # .3
        ("শোনা যায়", []),
        ("শোনা গেল কাল থেকে সব ব্যাংক বন্ধ", []),  # no such cue
        (f"শোনা যায়। {LONG * 3} ব্যাংক বন্ধ। {LONG * 3}", []),  # far apart
    ],
)
def test_a_cue_makes_a_lower_sum_enough(tmp_path: Path, text: str, expected: list[str]) -> None:
    write(tmp_path, chha=PANIC)
    assert clauses(ruleset(tmp_path, LISTED, hints="শোনা যায়"), text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("কাল থেকে সব ব্যাংক বন্ধ, শোনা যায়", ["9.chha"]),  # the rival's .7 is more, but nobody is told of it
        ("কাল থেকে দেশের ব্যাংক বন্ধ, শোনা যায়", ["9.ka"]),  # 1.1 needs no cue
    ],
)
def test_a_rival_that_is_told_comes_first(tmp_path: Path, text: str, expected: list[str]) -> None:
    write(tmp_path, chha=(PANIC[0] + "# rival: letter\n", PANIC[1]), ka=RIVAL)
    assert clauses(ruleset(tmp_path, LISTED, hints="শোনা যায়"), text) == expected


def test_it_underlines_what_was_learned(tmp_path: Path) -> None:
    write(tmp_path, chha=PANIC)
    (match,) = ruleset(tmp_path, LISTED, hints="শোনা যায়").look(normalise("ব্যাংক বন্ধ হবে কাল থেকে, শোনা যায়"))
    assert (match.spans, match.how, match.term.source) == (((0, 6),), "learned", "learned/chha.tsv#ব্যাংক")


@pytest.mark.parametrize(
    "head",
    ["# cued: 0.4\n", "# cues: hints\n", "# cued: much\n# cues: hints\n", "# cued: 2\n# cues: hints\n"],
)
def test_a_head_that_says_half_of_it_is_told(tmp_path: Path, head: str) -> None:
    write(tmp_path, chha=("# clause: 9.chha\n" + head, PANIC[1]))
    _, faults = load([tmp_path])
    assert [fault.line for fault in faults if "cue" in fault.said.en and fault.fatal] == [2]


def test_a_group_that_is_not_there_is_told_with_what_is_near(tmp_path: Path) -> None:
    write(tmp_path, chha=(PANIC[0].replace("hints", "hintz"), PANIC[1]))
    ruleset(tmp_path, LISTED, hints="শোনা যায়")
    (fault,) = unknown_cue(load([tmp_path])[0])
    assert fault.fatal and "hintz" in fault.said.bn and "hints" in fault.said.en


SILENCED = ("# clause: 9.ka\n# unless: hints\n", {"রাজাকার": 0.7, "জাতি": 0.5})


@pytest.mark.parametrize(
    "text, expected",
    [
        ("রাজাকার এই জাতির মাথা", ["9.ka"]),
        ("রাজাকাররা জাতির সন্তানদের হত্যা করে", []),  # a phrase that silences the table
        ("রাজাকাররা জাতির সন্তানদের সম্মান করে", ["9.ka"]),
        ("সন্তানদের হত্যা", []),
        (f"সন্তানদের হত্যা। {LONG * 3} রাজাকার এই জাতির মাথা। {LONG * 3}", ["9.ka"]),  # far apart
        ("রাজাকার এল", []),
        ("সন্তানদের হত্যা। রাজাকার এই জাতির মাথা", ["9.ka"]),  # in the sentence of what is told, not beside it
        ("রাজাকার এই জাতির মাথা। সন্তানদের হত্যা", ["9.ka"]),
        ("রাজাকার এল। সন্তানদের হত্যা। জাতির মাথা", []),  # what is told stands around it
    ],
)
def test_a_phrase_silences_a_table(tmp_path: Path, text: str, expected: list[str]) -> None:
    write(tmp_path, ka=SILENCED)
    assert clauses(ruleset(tmp_path, LISTED, hints="সন্তানদের হত্যা"), text) == expected


def test_another_table_speaks_where_one_is_silenced(tmp_path: Path) -> None:
    write(tmp_path, ka=SILENCED, nga=("# clause: 9.nga\n", {"রাজাকার": 0.6, "হত্যা": 0.5}))
    assert clauses(ruleset(tmp_path, LISTED, hints="সন্তানদের হত্যা"), "রাজাকাররা জাতির সন্তানদের হত্যা করে") == ["9.nga"]


def test_what_silences_a_table_is_a_group_and_is_explained(tmp_path: Path) -> None:
    write(tmp_path, ka=SILENCED)
    rules = ruleset(tmp_path, LISTED, hints="সন্তানদের হত্যা")
    told = list(explain("রাজাকাররা জাতির সন্তানদের হত্যা করে", rules))
    assert any("1.20" in line and "a phrase of unless" in line for line in told), told
    (tmp_path / "learned/ka.tsv").write_text("# clause: 9.ka\n# unless: hintss\nরাজাকার\t0.7\n", encoding="utf-8")
    (fault,) = unknown_cue(load([tmp_path])[0])
    assert "no group 'hintss'; write one of: hints" in fault.said.en
