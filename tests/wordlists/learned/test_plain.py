"""learned/plain.txt: words that are no finding by themselves, whatever they weigh; faults; what learning writes there."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.learned.plain import Plain, read_plain, written_plain
from server.wordlists.load import load
from server.wordlists.reading.faults import Fault
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import explain
from tests.wordlists.learned.test_sums import learned, with_words
from tests.wordlists.lists import found

ENTRIES = ("দুধ 1.6", "dudh 1.6", "অকর্মা 1.2", "লোভী 0.3", "কাপ -0.3", "আর 0.02", "দুধ চোর 0.4")


def with_plain(base: Path, text: str) -> Ruleset:
    return with_words(base, "plain.txt", text, *ENTRIES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("এক কাপ দুধ দিন", []),
        ("দুধ", []),
        ("ek cup dudh", []),  # as it sounds
        ("দুধ আর চিনি", []),  # what hardly adds
        ("লোভী, দুধ", ["লোভী…দুধ"]),
        ("লোভী, এক কাপ দুধ", ["লোভী…দুধ"]),  # what takes from it leaves more than enough
        ("দুধ চোর", ["দুধ…চোর"]),  # the pair adds
        ("অকর্মা", ["অকর্মা"]),  # not plain
    ],
)
def test_a_plain_word_needs_another_that_speaks_for_the_same(tmp_path: Path, text: str, expected: list[str]) -> None:
    rules = with_plain(tmp_path, "# আমাদের\nদুধ\n")
    assert [one.replace(",", "") for one in found(rules, text)] == expected
    assert found(learned(tmp_path / "without", *ENTRIES), "দুধ")


def test_it_is_explained(tmp_path: Path) -> None:
    rules = with_plain(tmp_path, "দুধ\n")
    [line] = [line for line in explain("এক কাপ দুধ দিন", rules) if "learned/nga.tsv" in line]
    assert "1.30" in line and "a plain word by itself" in line


def test_an_office_lets_a_word_count_again(tmp_path: Path) -> None:
    with_plain(tmp_path / "base", "দুধ\n")
    own = tmp_path / "own/learned"
    own.mkdir(parents=True)
    (own / "plain.txt").write_text("!দুধ\n", encoding="utf-8")
    lists = load([tmp_path / "base", tmp_path / "own"])[0]
    assert found(Ruleset(lists), "এক কাপ দুধ দিন") and lists.hash != load([tmp_path / "base"])[0].hash


def test_two_words_on_a_line_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "learned").mkdir()
    (tmp_path / "learned/plain.txt").write_text("# ক খ\nদুধ\n\nগরুর দুধ\n", encoding="utf-8")
    faults: list[Fault] = []
    assert read_plain([tmp_path], faults).words == {normalise("দুধ")}
    [fault] = faults
    assert (fault.line, fault.said.en) == (4, "write one word a line")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    plain = Plain(map(normalise, ("দুধ", "shoe", "হাঁড়ি")), map(normalise, ("ছাগল", "shoe")))
    (tmp_path / "learned").mkdir()
    (tmp_path / "learned/plain.txt").write_text("\n".join(written_plain(plain)), encoding="utf-8")
    faults: list[Fault] = []
    again = read_plain([tmp_path], faults)
    assert faults == [] and (again.words, again.let_go) == (plain.words, plain.let_go)
    assert "dudh" in again and "shoe" not in again
