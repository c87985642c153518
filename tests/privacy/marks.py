"""What is posted, so that it can be searched for: strings that occur nowhere by chance, in every dress they may take."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

BANGLA = "কখগঘচছজঝটঠ"
LATIN = "zqxcanaryword"
NUMBER = "01798765309"
DRAFT = (BANGLA, LATIN, NUMBER)  # must be found nowhere
EXCERPT = "zqxexcerptword"  # a report's own words: in the records, and nowhere else
NOTE = "zqxnoteword"  # what a writer says of the why: likewise
HASHES = ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "blake2s")


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


def unkeyed(texts: Iterable[str]) -> set[bytes]:
    """How a hash of one of them begins that anybody can make: in hexadecimal, as it is, in base64."""
    digests = [hashlib.new(name, text.encode()).digest() for text in texts for name in HASHES]
    return beginnings(digest.hex() for digest in digests) | {base64.b64encode(digest)[:16] for digest in digests}


def beginnings(digits: Iterable[str]) -> set[bytes]:
    """16 hexadecimal digits, and the 8 bytes that they are."""
    return {found for it in digits for found in (it[:16].encode(), bytes.fromhex(it[:16]))}


def hashed_in(folder: Path, hashes: Iterable[bytes]) -> set[str]:
    """Every file below a folder in which one of these hashes begins."""
    found = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name for name, data in found.items() if begins_in(data, hashes)}


def begins_in(data: bytes, hashes: Iterable[bytes]) -> bool:
    """Whether one of them does, in whatever letters its digits are."""
    small = data.lower()
    return any(it in data or it in small for it in hashes)
