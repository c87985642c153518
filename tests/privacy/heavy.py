"""`make canary`: every write of the server and of nginx, seen by the kernel, while workers die and lists are read anew.

The test searches what is left in files; here strace sees also what was written and deleted at once. Needs strace.
`CANARY_LEAK=yes make canary` must find what it then writes on purpose.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from server import create_app
from server.settings import Settings
from tests.privacy.ground import Answered, Ground, addresses, told_in
from tests.privacy.marks import DRAFT, EXCERPT, NOTE, beginnings, begins_in, found_in, hashed_in, shows, unkeyed
from tests.privacy.requests import pieces

ROUNDS = 3
HASH = "a hash without a key"
WRITES = "write,writev,pwrite64,pwritev,pwritev2,sendfile,splice,copy_file_range"
CALL = re.compile(r"^\d+ +\w+\(\d+<((?:\\x[0-9a-f]{2})+)>(?:\(deleted\))?, (.*)$")
HEX = re.compile(r"\\x([0-9a-f]{2})")


def traced(folder: Path, command: list[str]) -> list[str]:
    """The command under strace, whose strings are whole and in hexadecimal."""
    return [
        "strace",
        "-f",
        "-qq",
        "-y",
        "-xx",
        "-s",
        "3000000",
        "-e",
        f"trace={WRITES}",
        "-o",
        f"{folder}.trace",
        *command,
    ]


def plain(told: str) -> bytes:
    """The bytes in strace's hexadecimal."""
    return bytes.fromhex("".join(HEX.findall(told)))


def told(trace: Path, hashes: set[bytes]) -> dict[str, set[str]]:
    """File → marks that were ever written to it, and HASH where one of these was."""
    found: dict[str, set[str]] = {}
    with trace.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            call = CALL.match(line)
            path = plain(call[1]).decode() if call else ""
            if call and path.startswith("/") and not path.startswith("/dev/null"):  # a socket or a pipe has no path
                written = plain(call[2])
                marks = found.setdefault(path, set())
                marks.update(shows(written, *DRAFT, EXCERPT, NOTE), [HASH] if begins_in(written, hashes) else [])
    return found


def disturb(ground: Ground) -> None:
    """A worker dies, and the lists are read anew."""
    master = ground.back.master()
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)
    os.kill(master, signal.SIGHUP)


def main() -> int:
    """0 where no word of a draft was ever written; else says where."""
    rules = [rule.rule for rule in create_app(Settings()).url_map.iter_rules()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ground = Ground(folder, leak=os.environ.get("CANARY_LEAK", ""))
        ground.back.wrap = lambda command: traced(folder / "server", command)
        ground.front.wrap = lambda command: traced(folder / "nginx", command)
        sent, started = list[Answered](), time.monotonic()
        with ground:
            for _ in range(ROUNDS):
                sent += ground.send(addresses(rules))
                disturb(ground)
            sent += ground.send(addresses(rules))
            sent += ground.report(sent)
        hashes = unkeyed(pieces()) | beginnings(told_in(sent))
        written = {**told(folder / "server.trace", hashes), **told(folder / "nginx.trace", hashes)}
        left = found_in(folder / "back", *DRAFT) | found_in(folder / "front", *DRAFT)
        left |= {(file, HASH) for side in ("back", "front") for file in hashed_in(folder / side, hashes)}
    print(f"{len(sent)} requests in {time.monotonic() - started:.0f} s; {len(written)} files were written to:")
    bad = 0
    for path, marks in sorted(written.items()):
        kept = marks and Path(path).name.startswith("records.sqlite") and marks <= {EXCERPT, NOTE}
        bad += bool(marks and not kept)
        print(
            f"  {path.removeprefix(name)}: {', '.join(sorted(marks)) or 'nothing of a draft'}{' (as the writer asked)' if kept else ''}"
        )
    print(f"  left in files: {left or 'nothing of a draft'}")
    return bool(bad or left or not written)


if __name__ == "__main__":
    sys.exit(subprocess.call(["strace", "-V"], stdout=subprocess.DEVNULL) or main())
