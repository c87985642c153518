"""Lines that only a width broke: what is copied from a PDF or an e-mail ends its lines in the middle of sentences."""

import re
from collections.abc import Iterator, Sequence

from server.text.shapes import BANGLA

FEWEST = 3  # lines of a paragraph whose width can be told
NARROWEST = 40  # code points of its longest line; names, verses and labels are shorter
FILLED = 0.9  # of that, which a line with the next one's first word goes beyond: the letters of a PDF differ in width
_LIST = re.compile(r"\s*(?:[-•*–—·▪►✓✔✅☑#@|]|[(\[]?(?:[0-9]{1,3}|[a-zক-ঢ])[.)।:\]]\s)")
_OPEN = re.compile(rf"[a-z0-9{BANGLA},;]\s*\Z")
_ENDED = re.compile(r"[।?!.](?:\s|\Z)")


def unwrapped(normal: str) -> str:
    """The same, place by place, with a space for each line's end that a width alone made.

    That is told of three lines or more that are filled as far as the words allow, go on in mid-sentence as a rule, and hold a
    sentence's end: a list of people holds none.
    """
    if normal.count("\n") < FEWEST - 1:
        return normal
    return "\n\n".join("".join(_joined(part.split("\n"))) for part in normal.split("\n\n"))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a paragraph with what stands between them."""
    width = max(map(len, lines))
    start = 0
    for index in range(len(lines)):
        if index + 1 < len(lines) and width >= NARROWEST and _is_full(lines[index], lines[index + 1], width):
            continue
        run = lines[start : index + 1]
        yield (" " if _is_wrapped(run) else "\n").join(run)
        if index + 1 < len(lines):
            yield "\n"
        start = index + 1


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word had no room in a line."""
    first = following.split(None, 1)
    return bool(first) and len(line) + 1 + len(first[0]) > FILLED * width and not _LIST.match(following)


def _is_wrapped(run: Sequence[str]) -> bool:
    """Whether full lines, with the one behind them, are one text."""
    if len(run) < FEWEST or _LIST.match(run[0]) or any("\t" in line for line in run):
        return False
    is_open = sum(bool(_OPEN.search(line)) for line in run[:-1])
    return 2 * is_open >= len(run) - 1 and any(map(_ENDED.search, run))
