"""Answers already given, remembered for the same request. No text is kept: neither a draft's nor its words in an answer.

An answer lies sealed under a key that only the request itself yields; what is found by the request's hash cannot be read without the request.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")

MOST = 4 * 1024 * 1024  # bytes of answers
MOST_OF_ONE = 32 * 1024  # bytes: a longer answer is made anew
BESIDE = 500  # bytes that an answer costs beside its own, about
NAME = 16  # bytes of the request's hash by which its answer is found; the rest is the key


class Repeats(Generic[Kept]):
    """Bounded; the one longest unasked goes first. `Kept`: what is remembered openly beside the sealed body."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._secret = secrets.token_bytes(32)
        self._answers: dict[bytes, tuple[bytes, Kept]] = {}

    def __len__(self) -> int:
        return len(self._answers)

    def answer(self, request: bytes, make: Callable[[], tuple[bytes, Kept, Kept | None]]) -> tuple[bytes, Kept]:
        """(body, what goes with it). `make` gives (body, what goes with it, what goes with its repeats or None for none)."""
        hashed = hashlib.sha256(self._secret + request).digest()  # in hardware, unlike hashlib's blake2
        name, key = hashed[:NAME], hashed[NAME:]
        found = self._answers.pop(name, None)
        if found:
            self._answers[name] = found
            return _sealed(found[0], key), found[1]
        body, beside, repeated = make()
        if repeated is not None and len(body) <= MOST_OF_ONE:
            self._keep(name, _sealed(body, key), repeated)
        return body, beside

    def _keep(self, name: bytes, sealed: bytes, repeated: Kept) -> None:
        self._answers[name] = sealed, repeated
        self._size += len(sealed) + BESIDE
        while self._size > self._most:
            oldest, _ = self._answers.pop(next(iter(self._answers)))
            self._size -= len(oldest) + BESIDE


def _sealed(body: bytes, key: bytes) -> bytes:
    """Sealed if open, open if sealed."""
    size = len(body)
    stream = hashlib.shake_128(key).digest(size)
    return (int.from_bytes(body, "little") ^ int.from_bytes(stream, "little")).to_bytes(size, "little")
