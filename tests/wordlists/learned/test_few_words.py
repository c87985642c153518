"""A table that asks more of few words: `few_words` in its head."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.learned.parts import FULL_WORDS
from server.wordlists.load import load
from server.wordlists.reading.table import written_head
from server.wordlists.tending.explain import explain
from tests.wordlists.learned.test_beside import LISTED, clauses, write
from tests.wordlists.lists import ruleset

pytestmark = pytest.mark.thorough

HEAD = "# clause: 9.cha\n# sentence: 1.4\n# few_words: 0.1\n"
ROWS = {"পেঁপে": 1.1, "লাউ": 0.5, "শসা": 0.9, "সভা": -3.0}
OTHERS = "এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"পেঁপে {OTHERS}", ["9.cha"]),  # twelve words: 1.1
        (f"পেঁপে {OTHERS.removesuffix(' এগারো')}", ["9.cha"]),  # eleven: 1.1 less .1
        ("পেঁপে এক দুই তিন চার পাঁচ ছয় সাত আট নয়", []),  # ten: less .2
        ("পেঁপে এক দুই তিন চার পাঁচ ছয় সাত আট নয় নয় নয় নয়", []),  # a word counts once
        ("পেঁপে, লাউ আর শসা এক দুই", ["9.cha"]),  # six: 2.5 less .6
        ("পেঁপে আর লাউ", []),  # three: 1.6 less .9
        ("পেঁপে, লাউ আর শসা", ["9.cha"]),  # four: 2.5 less .8
        ("সভা হয়েছে। পেঁপে, লাউ আর শসা এক দুই।", ["9.cha"]),  # a sentence by itself: 2.5 less .6, 1.7 asked
        ("সভা হয়েছে। পেঁপে, শসা।", []),  # 2.0 less 1.0
    ],
)
def test_few_words_have_to_say_more(tmp_path: Path, text: str, expected: list[str]) -> None:
    write(tmp_path, cha=(HEAD, ROWS))
    assert clauses(ruleset(tmp_path, LISTED), text) == expected


def test_without_the_line_a_word_is_enough(tmp_path: Path) -> None:
    write(tmp_path, cha=(HEAD.replace("# few_words: 0.1\n", ""), ROWS))
    assert clauses(ruleset(tmp_path, LISTED), "পেঁপে") == ["9.cha"]


def test_explain_tells_the_sum_that_counts(tmp_path: Path) -> None:
    write(tmp_path, cha=(HEAD, ROWS))
    (line,) = [
        line for line in explain("পেঁপে, লাউ আর শসা", ruleset(tmp_path, LISTED)) if "cha.tsv" in line and "1 is" in line
    ]
    assert f"9.cha: {2.5 - 0.1 * (FULL_WORDS - 4):.2f} (" in line and "few_words" in line


def test_the_head_keeps_it(tmp_path: Path) -> None:
    write(tmp_path, cha=(HEAD, ROWS))
    ruleset(tmp_path, LISTED)
    (table,) = load([tmp_path])[0].learned
    assert written_head(table)["few_words"] == "0.1"


def test_what_is_no_share_is_told(tmp_path: Path) -> None:
    ruleset(tmp_path, LISTED)
    write(tmp_path, cha=(HEAD.replace("few_words: 0.1", "few_words: many"), ROWS))
    (fault,) = load([tmp_path])[1]
    assert fault.fatal and fault.said.en.startswith("few_words: 'many' cannot be; write a number from 0 to 1")
