"""learned/senses.txt: what a word is about, in each script; faults; what learned evidence makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.learned.senses import Senses, unknown_senses
from server.wordlists.learned.totals import totals
from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset
from tests.conftest import shipped
from tests.wordlists.lists import found, rows, ruleset

OURS = """# senses
[woman]
মেয়ে নারী woman girl
[mocking]
হাসাহাসি ঠাট্টা laughed
[kitchen]
রান্নাঘর woman
"""


def senses(base: Path, text: str = OURS) -> Path:
    (base / "learned").mkdir(parents=True, exist_ok=True)
    (base / "learned/senses.txt").write_text(text, encoding="utf-8")
    return base


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("মেয়ে", {"woman"}),
        ("মেয়েদের", {"woman"}),  # without its ending
        ("meye", {"woman"}),  # by its sound
        ("meyeder", {"woman"}),
        ("girl", {"woman"}),
        ("girls", {"woman"}),
        ("woman", {"woman", "kitchen"}),
        ("hashahashi", {"mocking"}),
        ("laughed", {"mocking"}),
        ("মেয়াদ", set()),
        ("গার্ল", set()),  # an English word stands for itself
        ("laugh", set()),
        ("", set()),
    ],
)
def test_a_word_is_found_in_its_scripts_and_with_its_endings(tmp_path: Path, word: str, expected: set[str]) -> None:
    ours = load([senses(tmp_path)])[0].senses
    assert set(ours.of(normalise(word))) == expected


def test_remarks_indents_and_commas_change_no_sense(tmp_path: Path) -> None:
    text = "  [woman]\n  মেয়ে, girl  # যেমন বউ\n  # শাশুড়ি\n\t[mocking]\nঠাট্টা\n"
    ours = load([senses(tmp_path, text)])[0].senses
    known = {word: ours.of(normalise(word)) for word in ("মেয়ে", "girl", "যেমন", "বউ", "শাশুড়ি", "ঠাট্টা")}
    assert known == {
        "মেয়ে": ("woman",), "girl": ("woman",), "যেমন": (), "বউ": (), "শাশুড়ি": (), "ঠাট্টা": ("mocking",)
    }  # fmt: skip


def test_words_of_a_sense_share_its_weight_and_a_sense_alone_is_no_finding(tmp_path: Path) -> None:
    senses(tmp_path)
    head = "# clause: 9.cha\n# title.bn: শেখা\n# message.bn: মনে হচ্ছে\n"
    (tmp_path / "learned/cha.tsv").write_text(f"{head}&woman\t0.7\n{normalise('বোঝা')}\t0.4\nboja\t0.4\n", "utf-8")
    rules = ruleset(tmp_path, rows("- কুলাঙ্গার"))
    assert found(rules, "মেয়েরা বোঝা") == ["মেয়েরা…বোঝা"]
    assert found(rules, "নারী মানেই বোঝা") == ["নারী…বোঝা"]
    assert found(rules, "meyera bojha")
    assert not found(rules, "ছেলেরা বোঝা")
    assert not found(rules, "মেয়ে, নারী, girl")


def test_two_senses_weigh_together_wherever_they_stand_in_a_stretch(tmp_path: Path) -> None:
    senses(tmp_path)
    head = "# clause: 9.cha\n# title.bn: শেখা\n# message.bn: মনে হচ্ছে\n"
    (tmp_path / "learned/cha.tsv").write_text(
        f"{head}&mocking+&woman\t0.6\n&kitchen+&woman\t0.3\nofise\t0.5\n", "utf-8"
    )
    rules = ruleset(tmp_path, rows("- কুলাঙ্গার"))
    assert found(rules, "অফিসে নতুন মেয়েকে নিয়ে সবাই ঠাট্টা করে") == ["অফিসে…মেয়েকে…ঠাট্টা"]
    assert found(rules, "ofise thatta, pore meyeder cha")
    assert not found(rules, "অফিসে নতুন মেয়ে")
    assert not found(rules, "অফিসে ঠাট্টা")
    assert not found(rules, "মেয়েরা রান্নাঘর নিয়ে ঠাট্টা করে")  # .9
    # another stretch
    assert not found(rules, "অফিসে মেয়ে এল। " + "প্রশিক্ষণ কর্মসূচি যথাসময়ে হয়েছে। " * 12 + "সবাই ঠাট্টা করে।")
    assert rules.learned.weights.alone("woman") == (pytest.approx(0.3),)  # both senses of one word
    (one, other) = sorted(part.weight for part in next(totals(rules.learned, normalise("অফিসে মেয়েকে ঠাট্টা"))).weighed)
    assert (one, other) == (0.5, 0.6)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("মেয়ে\n", 1, r"write a \[sense\] above the words"),
        ("[woman]\nমেয়ে\n[Own Kin]\nমা\n", 3, r"\[Own Kin\]: write small Latin letters"),
        ("[woman]\nমেয়ে\n[words]\nমা\n", 3, r"\[words\]: a list or group has this id"),
    ],
)
def test_a_fault_names_the_line_and_the_cure(tmp_path: Path, text: str, line: int, said: str) -> None:
    rules = tmp_path / "lists"
    ruleset(rules, rows("- কুলাঙ্গার"), words="ক")
    (fault,) = load([senses(rules, text)])[1]
    assert (fault.file, fault.line) == ("lists/learned/senses.txt", line)
    assert fault.fatal
    assert re.search(said, fault.said.en)


def test_a_sense_of_an_office_that_nothing_was_learned_of_is_a_fault(tmp_path: Path) -> None:
    ours = senses(tmp_path / "office", "[woman]\nমহিলা\n[womann]\nমহিলা\n[own-table]\nচা\n[qqqq]\nক\n")
    told = [str(fault) for fault in unknown_senses([senses(tmp_path / "shipped"), ours], {"own-table"})]
    assert [fault.partition(": ")[0] for fault in told] == [f"office/learned/senses.txt:{line}" for line in (3, 7)]
    assert "nothing was learned of [womann]" in told[0] and told[0].endswith("write one of: [woman]")


def test_the_hash_knows_them(tmp_path: Path) -> None:
    first = load([senses(tmp_path)])[0].hash
    assert load([senses(tmp_path, OURS + "ভাত\n")])[0].hash != first


def test_shipped_senses_cover_all_scripts(ruleset: Ruleset) -> None:
    assert isinstance(shipped().senses, Senses)
    for word in ("নারী", "nari", "women", "অপমান", "opoman", "insult"):
        assert ruleset.kinds_of(normalise(word)) - ruleset.belongs(normalise(word)), word


def test_no_sense_is_about_one_party_faith_people_or_state(ruleset: Ruleset) -> None:
    """Weights carry their period's anger: what names may not have, a sense of theirs may not either."""
    names = ruleset.learned.names
    named = [sense for sense in ruleset.senses.names if any(names.kind(part) for part in sense.split("-"))]
    assert len(ruleset.senses.names) > 300 and not named
