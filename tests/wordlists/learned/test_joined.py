"""A table whose sum is not enough, and a rival that leans to the same stretch and makes it so: `joined` in its head."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.load import load
from server.wordlists.reading.table import written_head
from server.wordlists.tending.explain import explain
from tests.wordlists.learned.test_beside import LISTED, LONG, clauses, write
from tests.wordlists.lists import ruleset

pytestmark = pytest.mark.thorough

HEAD = "# clause: 9.{}\n# rival: letter\n# joined: 0.6\n"
KA = (HEAD.format("ka"), {"পেঁপে": 0.7, "লাউ": 0.5, "শসা": 0.6, "সভা": -3.0, "pumpkin": 0.7})
GHA = (HEAD.format("gha"), {"আদা": 0.5, "মুলা": 0.3, "কচু": 0.8, "ওল": 1.2, "ginger": 0.5})
NGA = ("# clause: 9.nga\n", {"আলু": 0.9, "কলা": 1.1})
OTHERS = "এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ"  # with two words more a stretch of twelve


IN_ENGLISH = "one two three four five six seven eight nine ten eleven twelve thirteen"


def told(base: Path, text: str) -> list[str]:
    write(base, ka=KA, gha=GHA, nga=NGA)
    return clauses(ruleset(base, LISTED), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"পেঁপে আদা {OTHERS}", ["9.ka"]),  # .7, and .5 beside it
        (f"পেঁপে তিন {OTHERS} এগারো", []),  # .7 alone
        (f"পেঁপে মুলা {OTHERS}", []),  # .3 is too little to join it
        (f"লাউ আদা {OTHERS}", []),  # .5 and .5
        (f"শসা আদা {OTHERS}", ["9.ka"]),  # .6
        (f"পেঁপে কচু {OTHERS}", ["9.gha"]),  # the higher of both
        (f"পেঁপে ওল {OTHERS}", ["9.gha"]),  # who is told anyhow needs nobody
        (f"পেঁপে আলু {OTHERS}", []),  # no rival of its own kind
        (f"পেঁপে আদা {OTHERS.removesuffix(' দশ')}", []),  # eleven words
        (f"পেঁপে আদা {OTHERS.removesuffix(' দশ')} নয় নয়", []),  # a word counts once
        (f"পেঁপে আদা কলা {OTHERS}", ["9.nga"]),  # it never comes second
        (f"পেঁপে আদা গর্দভ {OTHERS}", ["9.nga"]),
        (f"পেঁপে এল। {LONG * 2} আদা আছে। {LONG}", []),  # far apart
        (f"সভা শেষ পেঁপে আদা {OTHERS}", []),
        (f"pumpkin ginger {IN_ENGLISH}", ["9.ka"]),  # fifteen words
        (f"pumpkin ginger {IN_ENGLISH.removesuffix(' thirteen')}", []),
    ],
)
def test_a_rival_that_leans_that_way_makes_a_lower_sum_enough(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert told(tmp_path, text) == expected


def test_of_two_alike_one_is_told(tmp_path: Path) -> None:
    write(tmp_path, ka=KA, gha=(GHA[0], {"কচু": 0.7}))
    assert clauses(ruleset(tmp_path, LISTED), f"পেঁপে কচু {OTHERS}") == ["9.gha"]


def test_a_cue_helps_where_no_rival_does(tmp_path: Path) -> None:
    write(tmp_path, ka=(f"{KA[0]}# cued: 0.4\n# cues: hints\n", KA[1]), gha=GHA)
    rules = ruleset(tmp_path, LISTED, hints="শোনা যায়")
    assert clauses(rules, f"পেঁপে {OTHERS} শোনা যায়") == clauses(rules, f"পেঁপে আদা {OTHERS}") == ["9.ka"]
    assert clauses(rules, f"পেঁপে {OTHERS} শোনা গেল") == clauses(rules, "পেঁপে আদা এক দুই তিন") == []


def test_explain_says_which_sum_would_be_enough(tmp_path: Path) -> None:
    write(tmp_path, ka=KA, gha=GHA)
    rules = ruleset(tmp_path, LISTED)
    (line,) = [line for line in explain(f"পেঁপে আদা {OTHERS}", rules) if "9.ka: 0.70" in line]
    assert "0.6 in many words where another taught letter comes near" in line and "not told" not in line
    (line,) = [line for line in explain("পেঁপে আদা", rules) if "9.ka: 0.70" in line]
    assert "not told: too few words" in line


def test_the_head_keeps_it_and_what_is_no_sum_is_told(tmp_path: Path) -> None:
    write(tmp_path, ka=KA)
    ruleset(tmp_path, LISTED)
    (table,) = load([tmp_path])[0].learned
    assert written_head(table)["joined"] == "0.6"
    write(tmp_path, ka=(KA[0].replace("0.6", "1.2"), KA[1]))
    (fault,) = load([tmp_path])[1]
    assert fault.fatal and fault.said.en.startswith("joined: '1.2' cannot be; write a number from 0 to 1")
