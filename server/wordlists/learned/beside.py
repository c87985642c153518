"""What lists and learned evidence find in the same stretch of text: which is told, and what each lets count beside it."""

from __future__ import annotations

from collections.abc import Iterable

from server.severity import Severity
from server.wordlists.learned.speakers import CONTENT
from server.wordlists.matching.look import Match


def warned_in(listed: Iterable[Match], start: int, end: int) -> list[Match]:
    """What lists warn of in the stretch between two places."""
    return [match for match in listed if start <= match.spans[0][0] < end and match.severity >= Severity.WARN]


def says_more(match: Match, warned: Iterable[Match]) -> bool:
    """Whether a finding underlines at least one word that lists do not underline for another letter: one cause, one finding."""
    letters = (other for other in warned if other.word_list.clause.startswith(CONTENT))
    others = [span for other in letters if other.word_list.clause != match.word_list.clause for span in other.spans]
    return not others or any(not any(a < end and start < b for a, b in others) for start, end in match.spans)
