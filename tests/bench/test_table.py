"""docs/performance.md keeps what people wrote when `make bench --write` fills its tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.table import DOCS, put


@pytest.mark.parametrize("section", ["http", "measured"])
def test_a_table_is_filled_and_all_else_stays(section: str, tmp_path: Path) -> None:
    was = DOCS.read_text(encoding="utf-8")
    docs = tmp_path / "performance.md"
    docs.write_text(was, encoding="utf-8")
    put(section, "| new |", docs)
    start, end = f"<!-- {section} -->", f"<!-- end {section} -->"
    before, _, rest = was.partition(start)
    assert rest.partition(end)[2] and docs.read_text(encoding="utf-8") == (
        f"{before}{start}\n\n| new |\n\n{end}{rest.partition(end)[2]}"
    )
