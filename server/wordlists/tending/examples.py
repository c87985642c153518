"""Whether the lists find what their own examples say: every `flags` at its marks, no `passes`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from server.bilingual import Bilingual
from server.severity import Severity
from server.text.normalise import normalise
from server.text.offsets import Offsets
from server.wordlists.load import Lists
from server.wordlists.matching.look import Look, Match, capped
from server.wordlists.matching.overlap import Cover, Span
from server.wordlists.reading.faults import Fault
from server.wordlists.reading.fields import ENOUGH, Example
from server.wordlists.reading.layers import layer_of
from server.wordlists.reading.schema import SHADOW, Term, WordList
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import LET_GO
from server.wordlists.tending.harmless import row_to_blame


class Change(NamedTuple):
    """A row that a later folder brings in, changes or retires, and where that is written."""

    name: str
    file: str
    line: int


def examples(lists: Lists, ruleset: Ruleset) -> Iterator[Fault]:
    """A fault for every `flags` that is not found at its marks, and for every `passes` that is."""
    trial = _trial(lists) or ruleset
    for word_list in lists.lists:
        for term in () if word_list.is_group else word_list.terms:
            tried = trial if term.stage == SHADOW else ruleset
            for example in term.flags:
                yield from _flags(lists, tried, word_list, term, example)
            for example in term.passes:
                yield from _passes(lists, tried, term, example)


def _trial(lists: Lists) -> Ruleset | None:
    """What the examples of terms that are not shown yet are tried with: as if they were. None where none has any."""
    clauses = {
        own.clause for own in lists.lists for term in own.terms if term.stage == SHADOW and (term.flags or term.passes)
    }
    beside = tuple(own for own in lists.lists if own.is_group or own.clause in clauses)  # they share its places
    return Ruleset(replace(lists, lists=beside), learned=False, shadow=True) if clauses - {""} else None


def _passes(lists: Lists, ruleset: Ruleset, term: Term, example: Example) -> Iterator[Fault]:
    offsets = Offsets(example.text)
    found = [one for one in ruleset.listed(offsets.normal) if one.term is term]
    row = row_to_blame(found[0], offsets.normal, ruleset, lists.folders) if found else term
    if row is not term:
        return  # a later folder's word: what it flags of harmless/ is told at its own line
    for start, end in _spans(offsets, iter(found))[:1]:
        shown = example.text[start:end]
        yield _fault(
            term.file,
            example.line,
            f"passes ‘{example.text}’: ‘{shown}’ ধরা পড়ছে; except-এ লিখুন বা শব্দ বদলান",
            f"passes '{example.text}': '{shown}' is found; write it in except, or change the term",
        )


def _flags(lists: Lists, ruleset: Ruleset, word_list: WordList, term: Term, example: Example) -> Iterator[Fault]:
    """A longer match of the same clause at the marks is as good: the writer is told of those words."""
    offsets = Offsets(example.text)
    matches = ruleset.listed(offsets.normal)
    found = _spans(offsets, (match for match in matches if match.term is term))
    if sorted(found) == sorted(example.marked):
        return
    beside = [match for match in matches if match.term is not term and match.word_list.clause == word_list.clause]
    left = [span for span in example.marked if span not in found]
    if set(found) <= set(example.marked) and _is_within(left, beside, ruleset, term, offsets):
        return
    other = next((match for match in beside if _touches(left, match, offsets)), None)
    change = _change(lists, ruleset, word_list, term, offsets.normal, other)
    if change:
        yield _since(change, term, example)
    else:
        yield _not_as_marked(term, example, found, other, "" if found else _let_go(ruleset, term, offsets))


def _let_go(ruleset: Ruleset, term: Term, offsets: Offsets) -> str:
    """Why the term is not found although its words stand there, as `explain` names it; "" where they do not."""
    look = Look(ruleset, offsets.normal, ruleset.phrases.find(offsets.normal))
    reasons = [look.forgiven(hit) for hit in look.hits if _is_of(ruleset, hit.role.number, term)]
    return next(filter(None, reasons), "light" if reasons and term.weight < ENOUGH else "")


def _not_as_marked(term: Term, example: Example, found: Sequence[Span], other: Match | None, let_go: str) -> Fault:
    """A fault: what the term is found at, which `other` term is found instead, or what `let_go` of it."""
    shown = ", ".join(example.text[start:end] for start, end in found)
    bn = f"মিলেছে: {shown}; [[ ]] ঠিক করুন" if found else "মেলেনি; শব্দ বা উদাহরণ ঠিক করুন"
    en = f"found: {shown}; correct the [[ ]]" if found else "not found; correct the term or the example"
    if let_go:
        bn = f"ধরা পড়েনি: {LET_GO[let_go].bn}; উদাহরণ বদলান, নইলে যা ছাড় দেয় তা"
        en = f"not found: {LET_GO[let_go].en}; change the example, or what lets it go"
    if other and not found:
        place = f"{other.term.file}:{other.term.line}"
        bn = f"এখানে ধরা পড়ছে ‘{other.term.name}’ ({place}); শব্দ বা উদাহরণ ঠিক করুন"
        en = f"'{other.term.name}' ({place}) is found here instead; correct the term or the example"
    return _fault(term.file, example.line, f"flags ‘{example.text}’: {bn}", f"flags '{example.text}': {en}")


def _fault(file: str, line: int, bn: str, en: str, fatal: bool = True) -> Fault:
    return Fault(file, line, Bilingual(bn, en), fatal)


def _since(change: Change, term: Term, example: Example) -> Fault:
    """A hint: an office may well change what a shipped example shows, and cannot mend that one."""
    place = f"{term.file}:{example.line}"
    return _fault(
        change.file,
        change.line,
        f"‘{change.name}’ বদলানোয় এই উদাহরণটি আর ধরা পড়ে না: ‘{example.text}’ ({place}); এটিই চাইলে কিছু করতে হবে না",
        f"with this change of '{change.name}' an example is no longer found: '{example.text}' ({place}); leave it if you meant that",
        fatal=False,
    )


def _spans(offsets: Offsets, matches: Iterator[Match]) -> list[Span]:
    """What these match, in code points of the example."""
    return [offsets.span(*span) for match in matches for span in match.spans]


def _is_within(marks: Sequence[Span], beside: Sequence[Match], ruleset: Ruleset, term: Term, offsets: Offsets) -> bool:
    """Whether the term would be found at these marks, and matches that are told no milder hold them all."""
    least = min(capped(term), Severity.WARN)
    cover = Cover(_spans(offsets, (match for match in beside if match.severity >= least)))
    if not all(cover.holds(*mark) for mark in marks):
        return False
    look = Look(ruleset, offsets.normal, ruleset.phrases.find(offsets.normal))
    own = {
        offsets.span(hit.start, hit.end)
        for hit in look.hits
        if not look.forgiven(hit) and _is_of(ruleset, hit.role.number, term)
    }
    return own.issuperset(marks)


def _is_of(ruleset: Ruleset, number: int, term: Term) -> bool:
    """Whether the term of that number is this one, or stands in a group of this near-rule."""
    word_list, other = ruleset.owners[number]
    return other is term or (word_list.is_group and word_list.id in term.near)


def _touches(marks: Sequence[Span], match: Match, offsets: Offsets) -> bool:
    spans = _spans(offsets, iter((match,)))
    return any(start < until and begin < end for start, end in spans for begin, until in marks)


def _change(
    lists: Lists, ruleset: Ruleset, word_list: WordList, term: Term, normal: str, other: Match | None
) -> Change | None:
    """What a folder behind the term's own has otherwise, so that its example is not found; None where that is not the cause."""
    layer = layer_of(term.file, lists.folders)
    is_later = cache(lambda file: layer_of(file, lists.folders) > layer)
    later: list[tuple[bool, Change]] = []
    for own in lists.lists:
        is_near = own.is_group and own.id in term.near
        if is_near or own.clause == word_list.clause:
            rows = ((row.name, row.file, row.line) for row in own.terms)
            later += ((is_near, Change(*row)) for row in (*own.retired, *rows) if is_later(row[1]))
    row = row_to_blame(other, normal, ruleset, lists.folders) if other else None
    if row and is_later(row.file):
        return Change(row.name, row.file, row.line)
    named = next((change for _, change in later if normalise(change.name) in normal), None)
    return named or next((change for is_near, change in later if is_near), None)
