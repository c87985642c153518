"""What is remembered of texts that were met, so as not to be worked out again: so much and no more."""

from __future__ import annotations

from typing import TypeVar

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
