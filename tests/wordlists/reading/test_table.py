"""Rows of learned tables as people and spreadsheets write them: read, or told with what keeps them from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.reading.faults import Faults
from server.wordlists.reading.table import read_table

TABS = "entry and weight are not in two cells; write the row with tabs between"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("শালা\t1.2\t3\t1\tstruck", ""),
        ("শালা\t১.২\t৩\t১\tstruck", ""),
        ("শালা\t1.2\t\t\tstruck\t\t", ""),
        ("\ufeffশালা\t-1.2\t3\t1\tpinned \r", ""),
        ("শালা 1.2 3 1 struck", TABS),
        ("শালা,1.2,3,1,struck", TABS),
        ("\t1.2\t3\t1\tstruck", TABS),
        ("শালা\tstruck", "'struck' is no weight"),
        ("শালা\t1,2\t3\t1\tstruck", "'1,2' is no weight"),
        ("শালা\tJan-02\t3\t1\tpinned", "'Jan-02' is no weight"),
        ("শালা\t−1.2\t3\t1\tpinned", "'−1.2' is no weight; write the row with tabs between as entry, weight (-10 to 10, such as -0.5)"),
        ("শালা\t10.1\t3\t1\tpinned", "'10.1' is no weight"),
        ("শালা\tnan\t3\t1\tpinned", "'nan' is no weight"),
        ("শালা\t1.2\tstruck", "'struck' is no count"),
        ("শালা\t1.2\t1,234\t1\tpinned", "'1,234' is no count"),
        ("শালা\t1.2\t3\t1.0\tpinned", "'1.0' is no count"),
        ("শালা\t1.2\t3\t1\tStruck", "no state 'Struck'; write struck"),
        ("শালা\t1.2\t3\t1\t\tpinned", "'pinned' stands behind the fifth column"),
        ('"শালা"\t1.2\t3\t1\tstruck', "take the quotation marks"),
    ],
)  # fmt: skip
def test_a_row_is_read_or_told(row: str, told: str, tmp_path: Path) -> None:
    path, faults = tmp_path / "nga.tsv", Faults("nga.tsv")
    path.write_text(f"{row}\n", encoding="utf-8", newline="")
    table = read_table(path, faults)
    assert [(fault.line, told in fault.said.en) for fault in faults.found] == ([(1, True)] if told else [])
    assert told or [(one.entry, abs(one.weight)) for one in table.rows] == [("শালা", 1.2)]


@pytest.mark.parametrize("name", ["nga (1)", "nga - Copy", "nga2"])
def test_a_copy_of_a_table_is_told_by_its_name(name: str, tmp_path: Path) -> None:
    path, faults = tmp_path / f"{name}.tsv", Faults("a.tsv")
    path.write_text("শালা\t1.2\t3\t1\tstruck\n", encoding="utf-8")
    read_table(path, faults)
    assert f"the file's name '{name}.tsv' cannot be" in faults.found[0].said.en
    path.write_text("# check: purpose/adverts2\n", encoding="utf-8")
    read_table(path, faults)
    assert "check: 'purpose/adverts2' cannot be" in faults.found[1].said.en


def test_a_table_says_what_to_write_instead(tmp_path: Path) -> None:
    path, faults = tmp_path / "nga.tsv", Faults("nga.tsv")
    path.write_text("# instead.bn: সূত্র দিন\n# instead.en: Give a source\n", encoding="utf-8")
    table = read_table(path, faults)
    assert table.as_list().instead == ("সূত্র দিন", "Give a source") and not faults.found
    path.write_text("শালা\t1.2\t3\t1\tstruck\n", encoding="utf-8")
    assert table.under(read_table(path, faults), Faults("nga.tsv")).instead.bn == "সূত্র দিন"
    path.write_text("# instead.bn: বাদ দিন\n", encoding="utf-8")
    assert table.under(read_table(path, faults), faults).instead == ("বাদ দিন", "") and not faults.found


@pytest.mark.parametrize(
    "line, cure", [("instead.en: Give a source", "write instead.bn:"), ("insted.bn: সূত্র দিন", "write 'instead.bn:'")]
)
def test_what_to_write_instead_has_its_bangla(line: str, cure: str, tmp_path: Path) -> None:
    path, faults = tmp_path / "nga.tsv", Faults("nga.tsv")
    path.write_text(f"# {line}\n", encoding="utf-8")
    read_table(path, faults)
    assert [cure in fault.said.en and fault.fatal for fault in faults.found] == [True]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("# instead.bnঃ সূত্র দিন", [(1, "'ঃ' is no colon; write 'instead.bn: সূত্র দিন'")]),
        ("#severity： advise", [(1, "'：' is no colon; write 'severity: advise'")]),
        ("# few_words 0.1", [(1, "put a colon behind 'few_words': 'few_words: 0.1'")]),
        ("# severity: warn\n# severity: advise", [(2, "'severity' stands twice; keep one")]),
        ("# severity : advise\n# message.bn :ভুল", []),
        ("# learned of comments, severity aside\n# title of it\n# note: a\n# note: b", []),
    ],
)
def test_a_line_of_the_head_says_something_or_is_told(head: str, told: list[tuple[int, str]], tmp_path: Path) -> None:
    path, faults = tmp_path / "nga.tsv", Faults("nga.tsv")
    path.write_text(f"{head}\nশালা\t1.2\n", encoding="utf-8")
    read_table(path, faults)
    assert [(fault.line, fault.said.en, fault.fatal) for fault in faults.found] == [(*one, True) for one in told]


@pytest.mark.parametrize(
    ("line", "is_vain"),
    [
        ("severity: advise", True),
        ("check: purpose/adverts", True),
        ("unless: brokers", True),
        ("severity: warn", False),  # as the shipped one has it
        ("message.bn: পড়ে দেখুন", False),
        ("learned: today", False),
        ("note: ours", False),
    ],
)
def test_what_an_offices_own_head_does_not_change_is_a_hint(line: str, is_vain: bool, tmp_path: Path) -> None:
    shipped, own, faults = tmp_path / "nga.tsv", tmp_path / "own.tsv", Faults("own.tsv")
    shipped.write_text("# clause: 9.nga\n# severity: warn\nশালা\t1.2\n", encoding="utf-8")
    own.write_text(f"# আমাদের\n# {line}\nশালা\t1.2\t\t\tstruck\n", encoding="utf-8")
    over = read_table(shipped, Faults("nga.tsv")).under(read_table(own, faults), faults)
    assert (over.severity.word, over.check, over.unless) == ("warn", "learned/nga", ())
    assert [(one.line, one.fatal) for one in faults.found] == [(2, False)] * is_vain
    assert all("changes nothing here" in one.said.en for one in faults.found)
