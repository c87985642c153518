"""The reasons are data: read with their faults, and the shipped ones fit their column and the note's rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.desk import Desk
from server.records.reasons import FILE, MOST, OTHER, read_reasons, reasons_in
from server.settings import Settings
from server.wordlists.reading.faults import Faults, FaultyLists
from tests.conftest import ROOT
from tests.service.offices import write_list


def test_the_shipped_reasons() -> None:
    known = reasons_in(())
    assert OTHER in known and len(known) <= 12  # a choice that one reads at a glance
    for said in known.values():
        assert said.bn and said.en and len(said.bn) <= 60


@pytest.mark.parametrize(
    "rows, line, cure",
    [
        ("Court Order:\n  bn: আদেশ\n", 1, "court-order"),
        ("court-order:\n  en: An order\n", 1, "bn:"),
        ("court-order: আদেশ\n", 1, "bn:"),
        ("a:\n  bn: আদেশ\na:\n  bn: আদেশ\n", 3, "twice"),
        ("a:\n  bn: আদেশ\n  por: x\n", 3, "unknown field"),
    ],
)
def test_a_faulty_row_is_told_with_its_line(tmp_path: Path, rows: str, line: int, cure: str) -> None:
    path = tmp_path / "reasons.yaml"
    path.write_text(rows, encoding="utf-8")
    faults = Faults.of(path, tmp_path)
    read_reasons(path, faults)
    assert any(fault.line == line and cure in str(fault) for fault in faults.found)


def test_more_reasons_than_the_extension_shows_are_a_fault(tmp_path: Path) -> None:
    shown = re.search(r"MOST_REASONS = ([0-9]+);", (ROOT / "extension/background/office.js").read_text("utf-8"))
    assert shown and int(shown[1]) == MOST
    path = tmp_path / "reasons.yaml"
    for count, lines in ((MOST, []), (MOST + 3, [2 * MOST + 1])):
        path.write_text("".join(f"reason-{number}:\n  bn: আদেশ\n" for number in range(count)), encoding="utf-8")
        faults = Faults.of(path, tmp_path)
        read_reasons(path, faults)
        assert [fault.line for fault in faults.found if "at most 30" in str(fault)] == lines


def test_an_office_s_own_reasons_are_read_and_their_faults_told_at_the_start(tmp_path: Path) -> None:
    lists = write_list(tmp_path / "wordlists", "কুলাঙ্গার")
    own = lists / FILE
    own.parent.mkdir()
    own.write_text("audit:\n  bn: নিরীক্ষার প্রয়োজনে\n", encoding="utf-8")
    settings = Settings(wordlists=(lists,), learned="off")
    assert list(Desk.open(settings).ruleset.data(reasons_in)) == ["audit"]
    own.write_text("Audit:\n  bn: নিরীক্ষার প্রয়োজনে\n", encoding="utf-8")
    with pytest.raises(FaultyLists, match=r"wordlists/data/reasons.yaml:1: "):
        Desk.open(settings)
