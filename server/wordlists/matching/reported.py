"""What a writer quotes: somebody else's words, of which a warning would mostly be a false alarm."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain

from server.severity import Severity
from server.text.quotes import beside_marks, marks_around, remarks
from server.text.sentences import sentences
from server.wordlists.matching.look import Match, capped
from server.wordlists.matching.match import Hit
from server.wordlists.matching.overlap import Cover, Span

# Contempt is quoted in order to answer it. Who campaigns, denies the war or spreads a rumour quotes too.
CONTEMPT = ("9.kha", "9.gha", "9.nga", "9.cha")


class Quotations:
    """What stands between some quotation marks of a normal form, and what is said of it beside them."""

    def __init__(self, normal: str, marks: Sequence[Span], hits: Callable[[], Iterable[Hit]]) -> None:
        """`hits`: of the phrases that forgive what is quoted (`around`), and of those with which a writer agrees with it.

        They are looked up only where something is quoted: mostly the marks are elsewhere.
        """
        self._normal, self._marks, self._hits = normal, marks, hits
        self._cover = Cover(marks)

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in sentences(self._normal)]

    @cached_property
    def _said(self) -> dict[str, set[int]]:
        """The sentences in which such phrases stand outside of the marks."""
        found: dict[str, set[int]] = {"around": set(), "agreeing": set()}
        for hit in self._hits():
            if not self._cover.holds(hit.start, hit.end):
                found[hit.role.kind].add(bisect_right(self._ends, hit.start))
        return found

    def hold(self, spans: Sequence[Span]) -> bool:
        """Whether all of these spans are quoted: with whom it is about outside, the marks hold an epithet, no remark."""
        return all(self._cover.holds(*span) for span in spans)

    def forgive(self, spans: Sequence[Span]) -> bool:
        """Whether at least half of these spans are quoted, and beside the marks around them stands what forgives them, and no agreeing."""
        inside = sum(self._cover.holds(*span) for span in spans)
        if not inside or 2 * inside < len(spans):
            return False
        return not self._said["around"].isdisjoint(self._beside(spans, 0)) and not self.are_shared(spans)

    def are_shared(self, spans: Sequence[Span]) -> bool:
        """Whether the writer agrees with what the marks around these spans hold."""
        return not self._said["agreeing"].isdisjoint(self._beside(spans, 1))

    def _beside(self, spans: Sequence[Span], which: int) -> set[int]:
        """The sentences beside the marks around these spans: 0, those that tell whose they are; 1, those that may agree."""
        marked = {(at, marks[1]) for at, _ in spans if (marks := marks_around(self._marks, at))}
        return set(chain.from_iterable(beside_marks(self._normal, self._ends, *one)[which] for one in marked))


def reported(
    matches: list[Match], normal: str, quotations: Callable[[str, str, Sequence[Span]], Quotations]
) -> list[Match]:
    """The matches, where contempt in a remark that the writer quotes and does not share is only advised.

    `quotations`: of a clause, in a normal form, between these marks. What blocks elsewhere warns in a remark: no office prints it.
    """
    contempt = {match.word_list.clause for match in matches}.intersection(CONTEMPT)
    marks = remarks(normal) if contempt else []
    if not marks:
        return matches
    quoted = {clause: quotations(clause, normal, marks) for clause in contempt}
    return [_as_reported(match, quoted.get(match.word_list.clause)) for match in matches]


def _as_reported(match: Match, quoted: Quotations | None) -> Match:
    if quoted is None or capped(match.term) is Severity.BLOCK or not quoted.hold(match.spans):
        return match
    if quoted.are_shared(match.spans):
        return match
    return match._replace(severity=Severity.ADVISE, eased="reported")
