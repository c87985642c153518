"""Who signs a post at its end: "... । — উপজেলা ভূমি অফিস"."""

from __future__ import annotations

import regex

from server.text.shapes import TIMEOUT

TAIL = 90  # code points of a draft's end in which a signature stands
ENDS = r"""।.!?"'”’»…\n"""  # what a sentence or a line ends with


def name_at_end(longest: int, ends: str = ENDS, gap: str = r"\s*") -> regex.Pattern[str]:
    """What finds a name (group 1, up to `longest` code points) behind a dash at the end of a text, after one of `ends`.

    `gap`: what may stand on both sides of the dash.
    """
    return regex.compile(rf"""[{ends}]{gap}[-–—―~]{{1,2}}{gap}([^\d\n।?!"”]{{3,{longest}}})\s*[.।)\]]*\s*\Z""")


_SIGNED = name_at_end(64, f"{ENDS})", r"\s{0,4}+")


def signature(normal: str) -> tuple[int, int] | None:
    """The span (code points of the normal form) of what stands behind a dash after the last sentence; it may be no name at all."""
    found = _SIGNED.search(normal, max(0, len(normal) - TAIL), timeout=TIMEOUT)
    return found.span(1) if found else None
