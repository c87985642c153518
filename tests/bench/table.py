"""Figures as a table: printed, and with --write put into docs/performance.md between the marks of their section."""

from __future__ import annotations

import os
import platform
import sys
import time
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parents[2] / "docs/performance.md"


class Row(NamedTuple):
    """One figure: what, how much, and at most or at least how much (0: for information)."""

    what: str
    value: float
    unit: str
    at_most: float = 0.0
    at_least: float = 0.0

    @property
    def is_missed(self) -> bool:
        """Whether the figure is beyond its limit."""
        return bool(self.at_most and self.value > self.at_most) or self.value < self.at_least

    @property
    def limit(self) -> str:
        """The limit as the table shows it."""
        if self.at_least:
            return f"at least {self.at_least:g} {self.unit}"
        return f"at most {self.at_most:g} {self.unit}" if self.at_most else ""


def table(found: list[Row]) -> str:
    """The figures as Markdown."""
    lines = ["| figure | measured | limit |", "|---|---|---|"]
    for row in found:
        lines.append(
            f"| {row.what} | {row.value:.3g} {row.unit}{' **missed**' if row.is_missed else ''} | {row.limit} |"
        )
    return "\n".join(lines)


def finish(section: str, found: list[Row], by: str, docs: Path = DOCS) -> int:
    """Prints the table, writes it where asked; 1 where a limit is missed."""
    text = table(found)
    print(text)
    if "--write" in sys.argv:
        put(section, f"{machine()}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}, by `{by}`:\n\n{text}", docs)
    return int(any(row.is_missed for row in found))


def machine() -> str:
    """What it was measured on."""
    return f"Python {platform.python_version()}, {platform.machine()}"


def put(section: str, text: str, docs: Path = DOCS) -> None:
    """Writes the text between the marks of its section; all else stays."""
    start, end = f"<!-- {section} -->", f"<!-- end {section} -->"
    before, _, rest = docs.read_text(encoding="utf-8").partition(start)
    docs.write_text(f"{before}{start}\n\n{text}\n\n{end}{rest.partition(end)[2]}", encoding="utf-8")
