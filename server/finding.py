"""Findings and the answer that tells them. The only writer of what goes back to the composer."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from server.bilingual import Bilingual
from server.posting import Posting
from server.severity import Severity
from server.text.bounded import Bounded
from server.text.normalise import normalise
from server.text.spans import merged
from server.wordlists.learned.sums import LEANING, LEARNED
from server.wordlists.matching.cures import cure_of
from server.wordlists.reading.fields import NO_TEXT
from server.wordlists.ruleset import Match, Ruleset

Verdict = Literal["clear", "advise", "unchecked", "warn", "block"]
Why = Literal["error", "timeout"]
# Told in place of what to write instead, by what eased a match: it may well be right as it stands.
INSTEAD_IF_EASED = {
    "reported": Bilingual(
        "কথাটি উদ্ধৃতিচিহ্নের ভেতরে: অন্যের কথার জবাব দিতে উদ্ধৃত করলে রাখতে পারেন।",
        "It stands in quotation marks: if you quote another in order to answer, it may stay.",
    ),
    "doubted": Bilingual(
        "বাকি লেখা দাপ্তরিক পোস্টের মতোই: শব্দগুলো ঘটনাক্রমে পাশাপাশি এসে থাকলে রাখতে পারেন।",
        "All else reads as an office writes: if the words only happen to stand together, they may stay.",
    ),
}
MOST_KEPT = 256  # findings that quote nothing, remembered as the wire has them


@dataclass(frozen=True, slots=True)
class Insert:
    """A text that the writer may put in with one click."""

    text: str
    at: Literal["start", "end"] = "end"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the writer is told. `spans`: code points of the normal form, ascending; none: the whole draft."""

    check: str
    clause: str
    severity: Severity
    message: Bilingual
    source: str
    spans: tuple[tuple[int, int], ...] = ()
    replacements: tuple[str, ...] = ()
    insert: Insert | None = None
    cap: Severity = Severity.BLOCK  # no profile makes it worse than this
    may_be_own: bool = False  # a number or an address, and nobody can tell whether it is the office's own
    names_account: bool = False  # its message holds the account's name
    instead: Bilingual = NO_TEXT  # what to write instead; none: what the clause says

    @classmethod
    def of_match(cls, match: Match, normal: str, clause: str = "") -> Finding:
        """The finding for what a list matched in a normal form, over what its replacements stand for."""
        cure = cure_of(match, normal) if len(match.spans) == 1 else None
        return cls(
            check=f"{match.word_list.folder}/{match.word_list.id}",
            clause=clause or match.word_list.clause,
            severity=match.severity,
            message=match.message,
            source=match.term.source,
            spans=(cure.span,) if cure else match.spans,
            replacements=cure.texts if cure else (),
            cap=cap_of(match),
            instead=INSTEAD_IF_EASED.get(match.eased, match.word_list.instead),
        )

    def over(self, spans: Sequence[tuple[int, int]]) -> Finding:
        """The same finding over these spans too."""
        return replace(self, spans=tuple(merged({*self.spans, *spans})))

    @classmethod
    def of_matches(cls, matches: Sequence[Match], normal: str, clause: str = "") -> Finding:
        """One finding for several matches of one cause: the worst one's, over the spans of all."""
        worst = max(matches, key=lambda match: match.severity)
        spans = tuple(merged({span for match in matches for span in match.spans}))
        finding = cls.of_match(worst, normal, clause)
        return finding if spans == worst.spans else replace(finding, spans=spans, replacements=())

    @classmethod
    def first(
        cls, listed: Sequence[Match], rule: Callable[[], Finding | None], learned: Sequence[Match], normal: str
    ) -> Finding | None:
        """One cause, one finding: what lists matched, else what a rule finds, else what learned evidence did."""
        if listed:
            return cls.of_matches(listed, normal)
        return rule() or (cls.of_matches(learned, normal) if learned else None)


def cap_of(match: Match) -> Severity:
    """The worst that a profile may make of a match: what its term and its place allow; of learned evidence a warning.

    What is eased (quoted, or doubted by learned evidence), or only leaned to, stays advice.
    """
    if match.how == LEANING or match.eased:
        return Severity.ADVISE
    return Severity.WARN if match.how == LEARNED else min(match.term.most, match.at_most)


@dataclass(frozen=True, slots=True)
class Note:
    """Told to the writer, changes no verdict."""

    code: str
    said: Bilingual


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A check that failed or ran out of time."""

    check: str
    why: Why


@dataclass(frozen=True)
class Answer:
    """All that is told of one draft."""

    posting: Posting
    findings: tuple[Finding, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    notes: tuple[Note, ...] = ()
    language: dict[str, float] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """The highest that applies. A check that did not look makes it at least unchecked: never clear."""
        worst = max((finding.severity for finding in self.findings), default=None)
        if worst is Severity.BLOCK:
            return "block"
        if worst is Severity.WARN:
            return "warn"
        if self.incomplete:
            return "unchecked"
        return "advise" if worst else "clear"

    @property
    def quotes(self) -> bool:
        """Whether it holds words of the draft or the account's name: most answers hold neither."""
        return any(finding.spans or finding.names_account for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The answer as the wire has it; spans in UTF-16 units of the draft as typed."""
        posting = self.posting
        return {
            "verdict": self.verdict,
            "findings": [_finding_as_json(finding, posting) for finding in self.findings],
            "incomplete": [{"check": item.check, "why": item.why} for item in self.incomplete],
            "notes": [
                {"code": note.code, "message": note.said.in_language(posting.draft.ui_language)} for note in self.notes
            ],
            "account": {"kind": posting.kind, "assumed": posting.assumed},
            "language": self.language,
            "ruleset": {"version": posting.ruleset.version, "hash": posting.ruleset.hash},
        }


def _kept(_: Ruleset) -> Bounded[object, dict[str, Any]]:
    """Findings that quote nothing, as the wire has them."""
    return Bounded(MOST_KEPT)


def _finding_as_json(finding: Finding, posting: Posting) -> dict[str, Any]:
    edition = posting.institution.edition if posting.institution else ""
    if finding.spans or finding.names_account:
        return _written(finding, posting, edition)
    known = posting.ruleset.once(_kept)  # what quotes nothing is the same in post after post
    asked = finding, posting.draft.ui_language, edition
    found = known.get(asked)
    return known.keep(asked, _written(finding, posting, edition)) if found is None else found


def _written(finding: Finding, posting: Posting, edition: str) -> dict[str, Any]:
    guideline, language = posting.ruleset.guideline, posting.draft.ui_language
    clause = guideline.clauses[finding.clause]
    text, offsets = posting.draft.text, posting.offsets
    # Widened to what the writer sees as one letter, two spans may have become one.
    words = " … ".join(text[slice(*place)] for place in merged([offsets.span(*span) for span in finding.spans]))
    message = finding.message.with_words(words).in_language(language)
    instead = finding.instead if finding.instead.bn else clause.instead
    spans = [list(span) for span in merged([offsets.utf16(*span) for span in finding.spans])]
    return {
        "check": finding.check,
        "clause": finding.clause,
        "clause_label": guideline.label(finding.clause, edition),
        "clause_text": clause.text.in_language(language),
        "severity": finding.severity.word,
        "spans": spans,
        "start": spans[0][0] if spans else None,
        "end": spans[-1][1] if spans else None,
        "match": words,
        "message": f"{message} {instead.in_language(language)}".strip(),
        "replacements": list(finding.replacements) if len(spans) == 1 else [],
        "insert": {"text": finding.insert.text, "at": finding.insert.at} if finding.insert else None,
        "source": finding.source,
        "fingerprint": _fingerprint(finding, posting),
        **({"may_be_own": True} if finding.may_be_own else {}),
        **({"of_account": True} if finding.names_account else {}),
    }


def _fingerprint(finding: Finding, posting: Posting) -> str:
    """By which the extension remembers what the writer ignored: the same words of the same sentence, no text kept."""
    normal = posting.normal
    words = "\0".join(normal[start:end] for start, end in finding.spans)
    if finding.names_account:  # hidden for one account, it is told of another
        words = " ".join(normalise(posting.draft.account.name).split())
    sentence = _sentences_of(finding.spans, posting)
    return hashlib.sha256(f"{finding.check}\0{finding.source}\0{words}\0{sentence}".encode()).hexdigest()[:16]


def _sentences_of(spans: Sequence[tuple[int, int]], posting: Posting) -> str:
    """The sentences in which the spans lie; the whole draft's finding has none."""
    if not spans:  # the draft need not be cut into sentences for it
        return ""
    starts = [start for start, _ in posting.sentences]
    found = sorted({max(0, bisect_right(starts, start) - 1) for start, _ in spans})
    return "\0".join(posting.normal[slice(*posting.sentences[index])] for index in found if posting.sentences)
