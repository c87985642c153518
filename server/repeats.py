"""Answers already given, remembered for the same request. No text is kept: neither a draft's nor its words in an answer.

An answer that quotes the draft or the account lies sealed under a key that only the request itself yields: what is found by the request's hash cannot be
read without the request. One that quotes nothing, as most do, lies open.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

Kept = TypeVar("Kept")

MOST = 1024 * 1024  # bytes of answers; the process grows by about three times that, in what lies between them
MOST_OF_ONE = 32 * 1024  # bytes: a longer answer is made anew
BESIDE = 500  # bytes that an answer costs beside its own, about
NAME = 16  # bytes of the request's hash by which its answer is found; the rest is the key


class Made(NamedTuple, Generic[Kept]):
    """An answer made anew. `beside`: what goes with it; `repeated`: what goes with its repeats, None where it must not last."""

    body: bytes
    beside: Kept
    repeated: Kept | None
    quotes: bool  # whether the body holds words of the request


class Repeats(Generic[Kept]):
    """Bounded; the one longest unasked goes first. `Kept`: what is remembered openly beside the body."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._secret = secrets.token_bytes(32)
        self._answers: dict[bytes, tuple[bytes, bool, Kept]] = {}  # body, whether it is sealed, what goes with it

    def __len__(self) -> int:
        return len(self._answers)

    def answer(self, request: bytes, make: Callable[[], Made[Kept]]) -> tuple[bytes, Kept]:
        """(body, what goes with it)."""
        hashed = hashlib.sha256(self._secret + request).digest()  # in hardware, unlike hashlib's blake2
        name, key = hashed[:NAME], hashed[NAME:]
        found = self._answers.pop(name, None)
        if found:
            self._answers[name] = found
            body, sealed, beside = found
            return (_sealed(body, key) if sealed else body), beside
        made = make()
        if made.repeated is not None and len(made.body) <= MOST_OF_ONE:
            self._keep(name, _sealed(made.body, key) if made.quotes else made.body, made.quotes, made.repeated)
        return made.body, made.beside

    def _keep(self, name: bytes, body: bytes, sealed: bool, repeated: Kept) -> None:
        self._answers[name] = body, sealed, repeated
        self._size += len(body) + BESIDE
        while self._size > self._most:
            oldest, *_ = self._answers.pop(next(iter(self._answers)))
            self._size -= len(oldest) + BESIDE


def _sealed(body: bytes, key: bytes) -> bytes:
    """Sealed if open, open if sealed."""
    size = len(body)
    stream = hashlib.shake_128(key).digest(size)
    return (int.from_bytes(body, "little") ^ int.from_bytes(stream, "little")).to_bytes(size, "little")
