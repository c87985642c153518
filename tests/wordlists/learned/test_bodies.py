"""A remark between the few words that stand around a post: they weigh for an office, and hide it no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.learned.bodies import bodies
from server.wordlists.learned.stretches import Stretch
from server.wordlists.tending.explain import explain
from tests.wordlists.learned.test_beside import LISTED, clauses, write
from tests.wordlists.lists import ruleset

pytestmark = pytest.mark.thorough

SAID = "এক দুই তিন চার পাঁচ ছয় সাত"
FURTHER = "আট নয় দশ এগারো বারো তেরো চৌদ্দ"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"আজকের কথা\n{SAID}", [SAID]),
        (f"{SAID}\nসবাই ভালো থাকুক", [SAID]),
        (f"আজকের কথা\nনতুন কথা\n{SAID}\n{FURTHER}\nসবাই ভালো থাকুক", [f"{SAID}\n{FURTHER}"]),
        (f"করিম সাহেব: {SAID}", [SAID]),
        (f"{SAID}। সবাই ভালো থাকুক।", [f"{SAID}।"]),
        (f"শুনুন! {SAID}", [SAID]),
        (f"আজকের কথা\nশুনুন! {SAID}", [f"শুনুন! {SAID}", SAID]),
        (f"আজকের কথা 🌺 — 🌺 🌺 🌺\n{SAID}", [SAID]),  # signs are no words
        (f"{SAID}। সবাই ভালো থাকুক ।", [f"{SAID}।"]),
        # nothing around it, or nothing left
        (SAID, []),
        (f"🌺\n{SAID} 🌺\n🌺🌺 ...", []),
        (f"{SAID}\n{FURTHER}", []),
        (f"{SAID}: {FURTHER}", []),  # more than a few words before the colon
        (f"{SAID} আট: নয় দশ", []),
        ("আজকের কথা\nএক দুই তিন চার পাঁচ ছয়", []),  # six words
        ("এক দুই\nতিন চার\nপাঁচ ছয়\nসাত আট", []),  # lines of a verse
        ("", []),
    ],
)
def test_what_is_left_without_the_few_words_around(text: str, left: list[str]) -> None:
    normal = normalise(text)
    found = bodies(Stretch(normal, normal, 0, len(normal), float("inf"), {}))
    assert [normal[body.start : body.end] for body in found] == list(map(normalise, left))


def test_of_a_long_text_only_its_own_beginning_and_end() -> None:
    normal = normalise(f"আজকের কথা\n{SAID}\nনতুন কথা\n{FURTHER}\nভালো থাকুক")
    cut = normal.index(normalise("নতুন"))
    first, second = (Stretch(normal, normal, *span, float("inf"), {}) for span in ((0, cut), (cut, len(normal))))
    assert [normal[body.start : body.end].strip() for body in bodies(first)] == [normalise(SAID)]
    assert [normal[body.start : body.end] for body in bodies(second)] == [normalise(f"নতুন কথা\n{FURTHER}")]


KA = ("# clause: 9.ka\n# severity: warn\n", {"পেঁপে": 0.7, "লাউ": 0.5, "সভা": -0.6, "নিষ্কর": -3.0})
NGA = ("# clause: 9.nga\n# severity: warn\n", {"আলু": 1.2, "সভা": -0.6})
ADVISED = ("# clause: 6.gha\n# severity: advise\n", {"পটোল": 1.2, "সভা": -0.6})
REST = "তিন চার পাঁচ ছয় সাত"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"পেঁপে লাউ {REST}", ["9.ka"]),
        (f"আজকের সভা\nপেঁপে লাউ {REST}", ["9.ka"]),
        (f"পেঁপে লাউ {REST}\nআজকের সভা", ["9.ka"]),
        (f"সভা: পেঁপে লাউ {REST}", ["9.ka"]),
        (f"পেঁপে লাউ {REST} সভা", []),  # its own words
        (f"আজকের এই সভা হবে সকাল দশটায়\nপেঁপে লাউ {REST}", []),  # a line that says something
        (f"নিষ্কর সভা\nপেঁপে লাউ {REST}", []),  # so plainly an office's that nothing is looked at
        (f"আজকের সভা\nপেঁপে তিন {REST}", []),  # too little without it too
        (f"আজকের সভা\nপেঁপে লাউ আলু {REST}", ["9.ka"]),  # of clause 9 one letter
        (f"আজকের সভা\nগর্দভ পেঁপে লাউ {REST}", ["9.nga"]),  # a list tells of it already
        (f"পটোল {REST} আট", ["6.gha"]),
        (f"আজকের সভা\nপটোল {REST} আট", []),  # advice judges the whole
    ],
)
def test_a_title_or_a_closing_hides_no_remark(tmp_path: Path, text: str, expected: list[str]) -> None:
    write(tmp_path, ka=KA, nga=NGA, advised=ADVISED)
    assert clauses(ruleset(tmp_path, LISTED), text) == expected


def test_explain_tells_what_the_body_sums_up_to(tmp_path: Path) -> None:
    write(tmp_path, ka=KA)
    rules = ruleset(tmp_path, LISTED)
    lines = [line for line in explain(f"আজকের সভা\nপেঁপে লাউ {REST}", rules) if line.startswith("শেখা ওজন")]
    assert "9.ka: 0.60 (১ হলে ধরা" in lines[0]
    assert "9.ka: 1.20 (শুরু ও শেষের অল্প কথা বাদে; ১ হলে ধরা | without the few words around it; 1 is a finding)" in lines[1]
    told = [line for line in explain(f"পেঁপে লাউ {REST}\nতিন", rules) if line.startswith("শেখা ওজন")]
    assert len(told) == 1
