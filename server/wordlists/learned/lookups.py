"""What learned evidence asks of all that is known beside its tables: of lists, names and data."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

from server.text.spans import Span
from server.wordlists.learned.names import Names

Forgives = Callable[[Sequence[Span]], bool]  # whether these spans are quoted to be condemned


def _never(*_: object) -> bool:
    return False


def _forgives_nothing(_clause: str, _normal: str) -> Forgives:
    return _never


def _no_frames(_normal: str) -> Sequence[Span]:
    return ()


@dataclass(frozen=True, slots=True)
class Lookups:
    """What a ruleset lends to its tables; without one nothing forgives, frames or silences anything."""

    names: Names
    # what stands for a word: the groups and lists of which it is a term by itself, its senses
    kinds_of: Callable[[str], Iterable[str]]
    # whether a phrase of one of these groups stands in a normal form
    stands: Callable[[str, tuple[str, ...]], bool] = _never
    # whether a place in a normal form is part of a name
    is_named: Callable[[str, int, int], bool] = _never
    # for a clause and a normal form: a function that says of spans whether they are quoted only to be condemned
    forgives: Callable[[str, str], Forgives] = _forgives_nothing
    # where a post's frame (greeting, heading, signature) stands in a normal form
    frames: Callable[[str], Sequence[Span]] = _no_frames
    # words that are no finding by themselves
    plain: Container[str] = ()
    # words that are underlined only where nothing else adds
    little: Container[str] = ()
