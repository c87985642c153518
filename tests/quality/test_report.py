"""docs/quality.md is what `make quality` writes: its figures are of its day, its words those of the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="tests/quality/requirements.txt")

from tests.quality.report import FLOORS, PAGE, floors
from tests.quality.scores import Score

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_what_is_said_stands_in_the_page_and_in_what_writes_it() -> None:
    written = (DOCS / "quality.md").read_text(encoding="utf-8")
    said = [line for line in PAGE.splitlines() if not re.search(r"{\w+}", line)]
    assert [line for line in said if line not in written] == []


def test_a_floor_is_kept_where_its_figure_reaches_it_as_it_is_shown() -> None:
    measured = {name: Score(0.77, 1) for name in FLOORS} | {
        name: Score(0.00502, 1) for name in ("G1 alarms", "G2 alarms", "office alarms")
    }
    lines = list(floors(measured))
    assert "| F1 hate + comments | at least 0.77 | 0.770 | kept | 0.784 |" in lines
    assert "| F1 9.ga | at least 0.904 | 0.770 | **missed** | 0.845 |" in lines
    assert "| G1 alarms | at most 0.003 | 0.0050 | **missed** | |" in lines
    assert "| office alarms | at most 0.005 | 0.0050 | kept | |" in lines


def test_the_black_box_is_told_alike_on_both_pages() -> None:
    experiments = (DOCS / "experiments.md").read_text(encoding="utf-8")
    assert [box for _, box in FLOORS.values() if f"| {box:.3f}".replace("0.", ".") not in experiments] == []
