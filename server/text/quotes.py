"""Where quotation marks enclose words in normalised text."""

import re

from server.text.shapes import BANGLA

LONGEST = 200  # code points between two marks: more is a passage, and a mark that nothing closes hides no draft
_INSIDE = f"{{1,{LONGEST}}}"
_QUOTES = re.compile(
    f'“[^“”\n]{_INSIDE}”|‘[^‘’\n]{_INSIDE}’|«[^«»\n]{_INSIDE}»|"(?<![0-9]")[^"\n]{_INSIDE}"'
    f"|(?<![a-z0-9{BANGLA}])'[^'\n]{_INSIDE}'(?![a-z0-9{BANGLA}])"  # and no apostrophe
)


def quotes(normal: str) -> list[tuple[int, int]]:
    """Spans (half-open, code points of the normal form) of what stands in quotation marks on one line, marks included, ascending."""
    return [match.span() for match in _QUOTES.finditer(normal)]
