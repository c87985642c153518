"""Who signs a post at its end: "... । — উপজেলা ভূমি অফিস"."""

from __future__ import annotations

import regex

from server.text.shapes import TIMEOUT

TAIL = 90  # code points of a draft's end in which a signature stands
_SIGNED = regex.compile(r"""[।.!?"'”’»…\n)]\s{0,4}+[-–—―~]{1,2}\s{0,4}+([^\d\n।?!"”]{3,64})\s*[.।)\]]*\s*\Z""")


def signature(normal: str) -> tuple[int, int] | None:
    """The span (code points of the normal form) of what stands behind a dash after the last sentence; it may be no name at all."""
    found = _SIGNED.search(normal, max(0, len(normal) - TAIL), timeout=TIMEOUT)
    return found.span(1) if found else None
