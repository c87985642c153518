"""What is posted, so that it can be searched for: strings that occur nowhere by chance, in every dress they may take."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from urllib.parse import quote

BANGLA = "কখগঘচছজঝটঠ"
LATIN = "zqxcanaryword"
NUMBER = "01798765309"
DRAFT = (BANGLA, LATIN, NUMBER)  # must be found nowhere
EXCERPT = "zqxexcerptword"  # a report's own words: in the records, and nowhere else
NOTE = "zqxnoteword"  # what a writer says of the why: likewise


def dresses(mark: str) -> set[bytes]:
    """The bytes by which a mark would show: as it is, escaped for JSON and for addresses, in UTF-16, in base64, in hex."""
    plain = mark.encode()
    found = {
        plain,
        json.dumps(mark)[1:-1].encode(),
        quote(mark).encode(),
        mark.encode("utf-16-le"),
        mark.encode("utf-16-be"),
    }
    found |= {repr(plain)[2:-1].encode(), plain.hex().encode()}
    for shift in range(3):  # wherever in a longer text it stood
        encoded = base64.b64encode(b"x" * shift + plain)
        found.add(encoded[4 if shift else 0 : len(encoded) // 4 * 4 - 4])
    return {dress.lower() for dress in found}


def shows(data: bytes, *marks: str) -> list[str]:
    """The marks that stand in it, whatever their dress."""
    small = data.lower()
    return [mark for mark in marks if any(dress in small for dress in dresses(mark))]


def found_in(folder: Path, *marks: str) -> set[tuple[str, str]]:
    """(file, mark) for every file below a folder whose bytes or name show a mark."""
    found = set()
    for path in sorted(folder.rglob("*")):
        try:
            data = path.read_bytes() if path.is_file() else b""
        except FileNotFoundError:  # a database's journal, between the two looks
            data = b""
        for mark in shows(str(path.relative_to(folder)).encode() + b"\0" + data, *marks):
            found.add((str(path.relative_to(folder)), mark))
    return found
