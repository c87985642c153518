"""The reasons are data: read with their faults, and the shipped ones fit their column and the note's rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.records.reasons import FILE, OTHER, read_reasons, shipped_reasons
from server.wordlists.faults import Faults


def test_the_shipped_reasons() -> None:
    assert OTHER in shipped_reasons() and len(shipped_reasons()) <= 12  # a choice that one reads at a glance
    for said in shipped_reasons().values():
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
    path = tmp_path / FILE.name
    path.write_text(rows, encoding="utf-8")
    faults = Faults.of(path, tmp_path)
    read_reasons(path, faults)
    assert any(fault.line == line and cure in str(fault) for fault in faults.found)
