"""What tells one server's state from another's, short enough to compare by eye."""

from __future__ import annotations

import hashlib

import orjson


def digest(told: object) -> str:
    """16 hexadecimal digits of what orjson can write, the same whatever the order of its keys."""
    return hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]
