"""The service under load and faults: all parts or those named."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.table import Row, finish
from tests.conftest import ROOT
from tests.soak.parts import APART, PARTS, SCHEMATHESIS, anything
from tests.soak.setting import setting

ALL = (*PARTS, *APART)


def main(given: list[str]) -> int:
    """1 where a limit is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.soak",
        description=f"চাপ ও গোলযোগের মধ্যে সেবাটি কেমন চলে: সব অংশ, বা যেগুলোর নাম দেন। | {__doc__}",
    )
    names = [part.__name__ for part in ALL]
    parser.add_argument(
        "part", nargs="*", metavar="PART", help=f"এগুলোর কোনোটি; না দিলে সব | of these, else all: {', '.join(names)}"
    )
    parser.add_argument(
        "--write", action="store_true", help="সারণিটি docs/operations.md-এ লেখে | put the table into docs/operations.md"
    )
    wanted = parser.parse_args(given).part or names
    if unknown := set(wanted).difference(names):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    if anything.__name__ in wanted and not shutil.which(SCHEMATHESIS):
        parser.error(f"{SCHEMATHESIS} is not there, which `{anything.__name__}` needs: `make soak` sets it up")
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        for part in PARTS:
            if part.__name__ in wanted:
                with setting(Path(scratch) / part.__name__, watch="off") as here:
                    found += part(here)
        for apart in APART:
            if apart.__name__ in wanted:
                found += apart(Path(scratch))
    return finish("soak", found, "make soak", ROOT / "docs/operations.md")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
