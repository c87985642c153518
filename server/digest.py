"""What tells one server's state from another's, short enough to compare by eye."""

from __future__ import annotations

import hashlib
from pathlib import Path

import orjson


def digest(value: object) -> str:
    """16 hexadecimal digits of what orjson can write, the same whatever the order of its keys."""
    return hashlib.sha256(orjson.dumps(value, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]


def of_code(folder: Path) -> str:
    """Of all modules below a folder, with their names."""
    files = sorted(folder.rglob("*.py"))
    return digest([(str(path.relative_to(folder)), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files])


# At the import: an upgrade replaces the files below a server that still runs the old ones.
CODE = of_code(Path(__file__).parent)
