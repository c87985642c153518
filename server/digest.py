"""What tells one server's state from another's, short enough to compare by eye."""

from __future__ import annotations

import hashlib
from pathlib import Path

import orjson


def digest(value: object) -> str:
    """16 hexadecimal digits of what orjson can write, the same whatever the order of its keys."""
    return hashlib.sha256(orjson.dumps(value, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]


PARTS = (".py", ".txt")  # modules, and the words beside them that they read


def of_code(folder: Path) -> str:
    """Of all that answers depend on below a folder, with its names."""
    files = sorted(path for path in folder.rglob("*.*") if path.suffix in PARTS)
    return digest([(str(path.relative_to(folder)), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files])


# At the import: an upgrade replaces the files below a server that still runs the old ones.
CODE = of_code(Path(__file__).parent)
