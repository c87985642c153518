"""Repeated answers: the same bytes, bounded, and no text to be found in what is kept."""

from __future__ import annotations

import gc
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from server.repeats import BESIDE, MOST_OF_ONE, Repeats

Made = Callable[[], tuple[bytes, str, str | None]]


def made(body: bytes, lasting: bool = True) -> Made:
    return lambda: (body, "new", "again" if lasting else None)


def never() -> tuple[bytes, str, str | None]:
    raise AssertionError("made twice")


@given(st.binary(max_size=200), st.binary(max_size=400))
def test_a_repeat_has_the_same_bytes(request: bytes, body: bytes) -> None:
    repeats: Repeats[str] = Repeats()
    assert repeats.answer(request, made(body)) == (body, "new")
    assert repeats.answer(request, never) == (body, "again")
    assert repeats.answer(request + b".", made(b"other")) == (b"other", "new")


def test_what_must_not_last_is_made_anew() -> None:
    repeats: Repeats[str] = Repeats()
    for body in (b"one", b"two"):
        assert repeats.answer(b"a", made(body, lasting=False))[0] == body
    repeats.answer(b"long", made(b"x" * (MOST_OF_ONE + 1)))
    assert len(repeats) == 0


def test_memory_is_bounded_and_what_is_asked_again_stays() -> None:
    repeats: Repeats[str] = Repeats(most=10 * (BESIDE + 100))
    for place in range(100):
        repeats.answer(b"%d" % place, made(b"x" * 100))
        repeats.answer(b"0", made(b"x" * 100))
    assert len(repeats) == 10
    assert repeats.answer(b"0", never)[1] == repeats.answer(b"99", never)[1] == "again"
    assert repeats.answer(b"50", made(b"x"))[1] == "new"


def test_no_text_is_kept() -> None:
    words = "গোপন-চিহ্ন-4711".encode()
    repeats: Repeats[str] = Repeats()
    repeats.answer(b"draft " + words, made(b"match " + words))
    gc.collect()
    kept = [part for sealed, _ in repeats._answers.values() for part in (sealed,)] + list(repeats._answers)
    assert kept and not any(words in part or b"match" in part or b"draft" in part for part in kept)
