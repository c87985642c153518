"""What lists and learned evidence find in the same stretch of text: which is told, and what each lets count beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from server.severity import Severity
from server.text.spans import Span
from server.wordlists.learned.speakers import CONTENT
from server.wordlists.matching.look import Match, in_order


def beside(listed: Sequence[Match], learned: Sequence[Match], cuts: Sequence[Span]) -> list[Match]:
    """Both, in the order of the text; a clause that a list found in a stretch is not told again there. `cuts`: the stretches."""
    said = {(match.word_list.clause, _stretch(match, cuts)) for match in listed if match.severity >= Severity.WARN}
    fresh = [match for match in learned if (match.word_list.clause, _stretch(match, cuts)) not in said]
    return in_order([*listed, *fresh])


def warned_in(listed: Iterable[Match], start: int, end: int) -> list[Match]:
    """What lists warn of in the stretch between two places."""
    return [match for match in listed if start <= match.spans[0][0] < end and match.severity >= Severity.WARN]


def says_more(match: Match, warned: Iterable[Match]) -> bool:
    """Whether a finding underlines at least one word that lists do not underline for another letter: one cause, one finding."""
    letters = (other for other in warned if other.word_list.clause.startswith(CONTENT))
    others = [span for other in letters if other.word_list.clause != match.word_list.clause for span in other.spans]
    return not others or any(not any(a < end and start < b for a, b in others) for start, end in match.spans)


def _stretch(match: Match, cuts: Sequence[Span]) -> int:
    """The number of the stretch in which a match begins."""
    return bisect_right(cuts, match.spans[0][0], key=lambda cut: cut[0])
