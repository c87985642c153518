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


class Repeats(Generic[Kept]):
    """Bounded; the one longest unasked goes first. `Kept`: what is remembered openly beside the sealed body."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._secret = secrets.token_bytes(32)
        self._answers: dict[bytes, tuple[bytes, Kept]] = {}

    def __len__(self) -> int:
        return len(self._answers)

    def answer(self, request: bytes, make: Callable[[], tuple[bytes, Kept, bool]]) -> tuple[bytes, Kept, bool]:
        """(body, what was kept, whether it was remembered). `make` gives (body, what to keep, whether it may be kept)."""
        name = hashlib.blake2b(request, key=self._secret, digest_size=16, person=b"name").digest()
        found = self._answers.pop(name, None)
        if found:
            self._answers[name] = found
            return self._sealed(found[0], request), found[1], True
        body, kept, lasting = make()
        if lasting and len(body) <= MOST_OF_ONE:
            self._keep(name, self._sealed(body, request), kept)
        return body, kept, False

    def _keep(self, name: bytes, sealed: bytes, kept: Kept) -> None:
        self._answers[name] = sealed, kept
        self._size += len(sealed) + BESIDE
        while self._size > self._most:
            oldest, _ = self._answers.pop(next(iter(self._answers)))
            self._size -= len(oldest) + BESIDE

    def _sealed(self, body: bytes, request: bytes) -> bytes:
        """Sealed if open, open if sealed."""
        key = hashlib.blake2b(request, key=self._secret, digest_size=32, person=b"seal").digest()
        stream = hashlib.shake_128(key).digest(len(body))
        return (int.from_bytes(body, "little") ^ int.from_bytes(stream, "little")).to_bytes(len(body), "little")
