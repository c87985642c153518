"""What is made in a process of its own, which then ends: what the making took of memory goes with it."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")

MOST = 4  # processes that share what is to be made: each writes into memory that all had in common until then


def made_in_own_process(make: Callable[[], T]) -> T:
    """What `make` gives, pickled on its way here. Where that process cannot start, or breaks off, it is made in this one.

    The process is a fork: a lock that another thread holds at that moment is never let go in it, so `make` must need none such.
    """
    return made_beside(make, lambda: None)[0]


def made_beside(make: Callable[[], T], meanwhile: Callable[[], U]) -> tuple[T, U]:
    """What `make` gives, made in a process of its own, and what this process makes meanwhile."""
    try:
        ended, out = os.pipe()
        pid = os.fork()
    except (OSError, AttributeError):  # no process or descriptor is left, or a system that knows no fork
        return make(), meanwhile()
    if not pid:
        try:
            os.close(ended)
            with os.fdopen(out, "wb") as pipe:
                pipe.write(pickle.dumps(make()))
        finally:
            os._exit(0)
    os.close(out)
    with os.fdopen(ended, "rb") as pipe:
        beside = meanwhile()
        pickled = pipe.read()
    with suppress(ChildProcessError):  # gunicorn may have seen its end already
        os.waitpid(pid, 0)
    try:
        made: T = pickle.loads(pickled)  # noqa: S301  # what the copy of this process wrote
    except (EOFError, pickle.UnpicklingError):
        return make(), beside
    return made, beside


def made_in_parts(make: Callable[[int, int], list[T]]) -> list[T]:
    """What `make(part, parts)` gives for each part, in order, as many processes at a time as may run here."""
    parts = min(MOST, processors())

    def from_part(part: int) -> list[T]:
        own = partial(make, part, parts)
        if part == parts - 1:
            return own()
        there, here = made_beside(own, partial(from_part, part + 1))
        return there + here

    return from_part(0)


def processors() -> int:
    """How many this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # a system without it
        return os.cpu_count() or 1
