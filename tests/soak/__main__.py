"""`python -m tests.soak [PART ...]`: all parts or those named; --write puts the table into docs/operations.md."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.table import Row, finish
from tests.conftest import ROOT
from tests.soak.parts import APART, PARTS
from tests.soak.setting import setting


def main(wanted: list[str]) -> int:
    """1 where a limit is missed."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        for part in PARTS:
            if not wanted or part.__name__ in wanted:
                with setting(Path(scratch) / part.__name__, watch="off") as here:
                    found += part(here)
        for apart in APART:
            if not wanted or apart.__name__ in wanted:
                found += apart(Path(scratch))
    return finish("soak", found, "make soak", ROOT / "docs/operations.md")


if __name__ == "__main__":
    sys.exit(main([word for word in sys.argv[1:] if not word.startswith("-")]))
