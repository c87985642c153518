"""What is remembered of texts that were met, so as not to be worked out again: so much and no more.

Of drafts only what is short is remembered as it stands: a draft without a space is one word, and would stay whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import TypeVar

LONGEST = 64  # code points of a text that is remembered; no word of any language is longer

K = TypeVar("K")
V = TypeVar("V")


class Bounded(dict[K, V]):
    """Holds at most so many; full, it begins anew: what is asked for often soon comes again, and reading costs what a dictionary's does."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def keep(self, key: K, value: V) -> V:
        """Remembers a value, and gives it back."""
        if len(self) >= self.most:
            self.clear()
        self[key] = value
        return value


class ByText(Bounded[str, V]):
    """The same by texts as they stand in drafts, none longer than so many code points."""

    def __init__(self, most: int, longest: int = LONGEST) -> None:
        super().__init__(most)
        self.longest = longest

    def keep(self, key: str, value: V) -> V:
        """Remembers the value of a text that is not too long, and gives it back."""
        return super().keep(key, value) if len(key) <= self.longest else value


class Texts(set[str]):
    """Texts of which one thing is known, for all at C speed; at most so many, none longer than so many code points."""

    def __init__(self, most: int, longest: int = LONGEST) -> None:
        super().__init__()
        self.most = most
        self.longest = longest

    def take(self, texts: Iterable[str]) -> None:
        """Remembers those that are not too long."""
        short = [text for text in texts if len(text) <= self.longest]
        if len(self) + len(short) > self.most:
            self.clear()
        self.update(short)


def remembered(most: int, longest: int = LONGEST) -> Callable[[Callable[[str], V]], Callable[[str], V]]:
    """Makes a function of a text remember what it said last of so many, none longer than so many code points."""

    def remembering(make: Callable[[str], V]) -> Callable[[str], V]:
        known = lru_cache(maxsize=most)(make)

        @wraps(make)
        def asked(text: str) -> V:
            return known(text) if len(text) <= longest else make(text)

        return asked

    return remembering
