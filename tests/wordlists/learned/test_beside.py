"""A stretch that breaks two letters: what learned evidence counts beside what is told already."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset
from tests.wordlists.lists import rows, ruleset

pytestmark = pytest.mark.thorough

LONG = "আজ বিকেলে অফিসে হাটের ইজারা নিয়ে সকলের সভা হবে, সময়মতো আসবেন। " * 4
LISTED = rows("- গর্দভ\n- term: বেকুব\n  severity: advise\n")


def write(base: Path, **tables: tuple[str, dict[str, float]]) -> None:
    """Tables by name: head lines, weights by entry; and the names that they know."""
    (base / "learned").mkdir(parents=True, exist_ok=True)
    (base / "learned" / "names.txt").write_text("[party]\n@parties\n[person]\nকরিম\n", encoding="utf-8")
    told = "# title.bn: শেখা\n# title.en: Learned\n# message.bn: দেখুন\n# message.en: See\n"
    for name, (head, weights) in tables.items():
        lines = "".join(f"{normalise(entry)}\t{weight}\n" for entry, weight in weights.items())
        (base / "learned" / f"{name.replace('_', '-')}.tsv").write_text(f"{head}{told}{lines}", encoding="utf-8")


def beside(base: Path, **tables: tuple[str, dict[str, float]]) -> Ruleset:
    """These tables beside a list that warns of গর্দভ and advises on বেকুব, and two parties."""
    write(base, **tables)
    return ruleset(base, LISTED, parties="আমজাম, লেবুদল")


def clauses(rules: Ruleset, text: str) -> list[str]:
    return sorted({match.word_list.clause for match in rules.look(normalise(text))})


GA = ("# clause: 9.ga\n# beside: 0.5\n", {"@party": 0.4, "@person": 0.4, "ক্ষমতা": 0.2, "ভোট": 0.7})


@pytest.mark.parametrize(
    "text, expected",
    [
        ("আমজাম ক্ষমতায়", []),  # .6 is not enough by itself
        ("আমজাম ক্ষমতায়, ভোট", ["9.ga"]),
        ("আমজাম ক্ষমতায়, গর্দভ", ["9.ga", "9.nga"]),  # enough beside an insult
        ("লেবুদল ক্ষমতায়, গর্দভ", ["9.ga", "9.nga"]),  # whichever party
        ("আমজাম ক্ষমতায়, বেকুব", ["9.nga"]),  # beside advice it is not
        ("আমজাম গর্দভ", ["9.nga"]),  # .4
        ("করিম ক্ষমতায়, গর্দভ", ["9.nga"]),  # nobody's name stands for a group
        ("ভোট, গর্দভ", ["9.nga"]),  # no name at all
        (f"গর্দভ এসেছে। {LONG} আমজাম ক্ষমতায় আছে। {LONG}", ["9.nga"]),  # far apart
    ],
)
def test_an_insult_of_a_party_is_party_politics_at_a_lower_sum(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert clauses(beside(tmp_path, ga=GA), text) == expected


CHA = ("# clause: 9.cha\n", {"মেয়ে": 0.6, "অকর্মা": 1.2})
SAID = ("# clause: 9.cha\n# check: learned/cha\n# rival: letter\n# beside: 0.5\n", {"রান্নাঘর": 1.1, "মেয়ে": 0.1})


@pytest.mark.parametrize(
    "text, expected",
    [
        ("রান্নাঘরে থাকুক", ["9.cha"]),
        ("রান্নাঘরে থাকুক গর্দভ", ["9.nga"]),  # comments' evidence does not lean to the second letter
        ("মেয়ে, রান্নাঘরে থাকুক গর্দভ", ["9.cha", "9.nga"]),  # .6
        ("রান্নাঘরে থাকুক বেকুব", ["9.cha", "9.nga"]),  # beside advice it is the first
    ],
)
def test_a_second_taught_letter_needs_what_comments_teach(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert clauses(beside(tmp_path, cha=CHA, said_cha=SAID), text) == expected


def test_a_letter_of_which_comments_teach_nothing_is_told_beside_any(tmp_path: Path) -> None:
    said = (SAID[0].replace("cha", "ka"), SAID[1] | {"থাকুক": 0.5})
    assert clauses(beside(tmp_path, said_ka=said), "রান্নাঘরে থাকুক গর্দভ") == ["9.ka", "9.nga"]


def test_a_table_that_found_nothing_to_tell_takes_no_letter_away(tmp_path: Path) -> None:
    named = ("# clause: 9.ga\n", {"@party": 1.5})  # a name alone is no finding
    rules = beside(tmp_path, ga=named, cha=CHA, said_cha=SAID)
    assert clauses(rules, "আমজাম রান্নাঘরে থাকুক") == ["9.cha"]


WEAK = ("# clause: 9.ka\n# check: learned/ka\n# rival: letter\n# beside: 0.5\n", {"দেশ": 1.1, "পতাকা": 0.5})
FAMILY = ("# clause: 6.ga\n# check: personal/family\n", {"জন্মদিন": 1.1, "কেক": 0.5})


@pytest.mark.parametrize(
    "text, expected",
    [
        ("দেশটা এমন", ["9.ka"]),
        ("দেশটা এমন, বেকুব", ["9.ka", "9.nga"]),  # beside advice as alone
        ("দেশটা এমন, গর্দভ", ["9.nga"]),
        ("দেশটা এমন, পতাকাও, গর্দভ", ["9.ka", "9.nga"]),  # 1.6
        ("মেয়ে এসেছে, গর্দভ", ["9.cha", "9.nga"]),  # what comments taught is told as before
        ("জন্মদিনে এলাম", ["6.ga"]),
        ("জন্মদিনে এলাম, গর্দভ", ["9.nga"]),  # 1.1 is not enough beside what a list warns of
        ("জন্মদিনে কেক কাটলাম, গর্দভ", ["6.ga", "9.nga"]),  # 1.6 is
        (f"গর্দভ এসেছে। {LONG} জন্মদিনে এলাম। {LONG}", ["6.ga", "9.nga"]),  # far apart
    ],
)
def test_beside_what_a_list_warns_of_more_is_asked(tmp_path: Path, text: str, expected: list[str]) -> None:
    cha = ("# clause: 9.cha\n", {"মেয়ে": 1.1})
    assert clauses(beside(tmp_path, cha=cha, said_ka=WEAK, family=FAMILY), text) == expected


@pytest.mark.parametrize(
    "weights, expected",
    [
        ({"গর্দভ": 1.6}, ["9.nga"]),  # the very word of which the list warns
        ({"গর্দভ": 0.9, "মেয়ে": 0.7}, ["9.ka", "9.nga"]),
        ({"মেয়ে": 1.2}, ["9.nga"]),
        ({"মেয়ে": 1.6}, ["9.ka", "9.nga"]),
    ],
)
def test_beside_a_list_another_letter_has_a_word_of_its_own(
    tmp_path: Path, weights: dict[str, float], expected: list[str]
) -> None:
    assert clauses(beside(tmp_path, said_ka=(WEAK[0], weights)), "মেয়ে গর্দভ") == expected


@pytest.mark.parametrize("line", ["# beside: half", "# beside: 2", "# beside: -0.5"])
def test_a_sum_that_cannot_be_is_a_fault(tmp_path: Path, line: str) -> None:
    write(tmp_path, ga=(f"{line}\n# clause: 9.ga\n", {"ভোট": 1}))
    _, faults = load([tmp_path])
    assert [fault.line for fault in faults if fault.said.en.startswith("beside: ") and fault.fatal] == [1]
