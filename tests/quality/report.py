"""The table that is printed, and docs/quality.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from server.wordlists.learn_rows import Example
from server.wordlists.load import Lists
from tests.quality.scores import Score

Figures = Mapping[str, Mapping[str, Score]]


def table(figures: Figures) -> Iterator[str]:
    """Lines of a Markdown table: a row for each figure, a column for each way to check."""
    yield f"| | {' | '.join(figures)} |"
    yield f"|---|{'---|' * len(figures)}"
    for name in next(iter(figures.values())):
        cells = [_shown(name, column[name]) for column in figures.values()]
        yield f"| {name} | {' | '.join(cells)} |"


def _shown(name: str, score: Score) -> str:
    return f"{score.value:.4f}" if name.startswith(("G1", "G2", "office")) else f"{score.value:.3f}"


def page(figures: Figures, examples: Sequence[Example], lists: Lists) -> str:
    """docs/quality.md."""
    return ""
