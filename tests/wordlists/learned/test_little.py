"""learned/little.txt: words that count, and are underlined only where nothing else adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.learned.little import read_little
from server.wordlists.learned.plain import read_plain
from server.wordlists.load import load
from server.wordlists.reading.faults import Fault
from server.wordlists.ruleset import Ruleset
from tests.wordlists.learned.test_sums import learned, with_words
from tests.wordlists.lists import found

ENTRIES = ("তো 0.9", "লোভী 0.3", "গান 0.2", "মানে 1.2", "অকর্মা 1.2", "তো শেষ 1.3")


def with_little(base: Path, text: str) -> Ruleset:
    return with_words(base, "little.txt", text, *ENTRIES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("এ তো লোভী", ["লোভী"]),  # .9 and .3 are enough together; লোভী says why
        ("মানে গান", ["গান"]),  # enough by itself, but not what breaks a clause
        ("মানে কী", ["মানে"]),  # nothing else adds
        ("অকর্মা তো", ["অকর্মা"]),
        ("এ তো শেষ", ["শেষ"]),  # the other half of a pair
        ("লোভী গান", []),  # what is little counts
    ],
)
def test_a_little_word_counts_and_is_not_underlined(tmp_path: Path, text: str, expected: list[str]) -> None:
    rules = with_little(tmp_path, "# আমাদের\nতো\nমানে\n")
    assert [one.replace(",", "") for one in found(rules, text)] == expected


def test_without_the_file_it_is(tmp_path: Path) -> None:
    assert found(learned(tmp_path, *ENTRIES), "এ তো লোভী") == ["তো…লোভী"]


def test_an_office_takes_one_out(tmp_path: Path) -> None:
    with_little(tmp_path / "base", "তো\n")
    own = tmp_path / "own/learned"
    own.mkdir(parents=True)
    (own / "little.txt").write_text("!তো\nগান\n", encoding="utf-8")
    both = load([tmp_path / "base", tmp_path / "own"])[0]
    assert both.little == {normalise("গান")} and both.hash != load([tmp_path / "base"])[0].hash


def test_two_words_on_a_line_are_told(tmp_path: Path) -> None:
    (tmp_path / "learned").mkdir()
    (tmp_path / "learned/little.txt").write_text("এ তো\n", encoding="utf-8")
    faults: list[Fault] = []
    assert read_little([tmp_path], faults) == frozenset()
    assert [(fault.line, "one word a line" in fault.said.en) for fault in faults] == [(1, True)]


@pytest.mark.parametrize(
    ("file", "word", "is_vain"),
    [
        ("little.txt", "তো", False),
        ("little.txt", "to", True),  # as written, not by its sound
        ("little.txt", "গান", True),
        ("plain.txt", "তো", False),
        ("plain.txt", "to", False),  # all that sound alike are let go with it
        ("plain.txt", "গান", True),
    ],
)
def test_a_word_let_go_in_vain_is_a_hint(file: str, word: str, is_vain: bool, tmp_path: Path) -> None:
    for name, text in (("base", "তো\n!শেষ\n"), ("own", f"# আমাদের\n!{word}\n")):
        (tmp_path / name / "learned").mkdir(parents=True)
        (tmp_path / name / "learned" / file).write_text(text, encoding="utf-8")
    faults: list[Fault] = []
    read = {"little.txt": read_little, "plain.txt": read_plain}[file]
    read([tmp_path / "base", tmp_path / "own"], faults)
    assert [(fault.file, fault.line, fault.fatal) for fault in faults] == [(f"own/learned/{file}", 2, False)] * is_vain
