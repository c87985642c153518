"""Terms that what forgives them silences, since they stand in their own context or except too; cures that cure nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from server.bilingual import Bilingual
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.reading.faults import Fault
from server.wordlists.reading.schema import Term
from server.wordlists.ruleset import Ruleset

TRIED_TOGETHER = 400  # terms, a line each


def silenced(ruleset: Ruleset) -> Iterator[Fault]:
    """A term that is never found, for what forgives it is the same phrase, or after whose cure nothing else is."""
    asked = [
        (number, text) for number, (_, term) in enumerate(ruleset.owners) for text in (term.text, *term.replace) if text
    ]
    for first in range(0, len(asked), TRIED_TOGETHER):
        for number, text, field in _forgiving_themselves(ruleset, asked[first : first + TRIED_TOGETHER]):
            own, term = ruleset.owners[number]
            if text == term.text:
                yield _fault(
                    term,
                    f"‘{text}’ কখনো ধরা পড়বে না: কথাটি {field}-এও আছে; {field} থেকে বাদ দিন বা সারিটি মুছুন",
                    f"'{text}' is never found: it is in {field} too; take it out there, or delete this row",
                    fatal=not own.is_group,
                )
            elif field == "context":
                yield _fault(
                    term,
                    f"replace-এর ‘{text}’ বসালে ওই বাক্যের অন্য কথাও আর ধরা পড়বে না: এটি context-এও আছে; context থেকে বাদ দিন",
                    f"once '{text}' (replace) is put in, nothing else of its sentence is found: it is in context too; take it out there",
                )


def flagged_cures(ruleset: Ruleset) -> Iterator[Fault]:
    """A hint for a replacement of which the writer is warned once it is put in: an office's own row may make a shipped one such."""
    for _, term in ruleset.owners:
        for text in term.replace:
            found = next((match for match in ruleset.listed(normalise(text)) if match.severity >= Severity.WARN), None)
            if found:
                place = f"{found.term.file}:{found.term.line}"
                yield _fault(
                    term,
                    f"replace-এর ‘{text}’ বসালে সেটিই ধরা পড়ে: ‘{found.term.name}’ ({place}); অন্য কথা দিন বা বাদ দিন",
                    f"once '{text}' (replace) is put in, that is found, by '{found.term.name}' ({place}); write another, or none",
                    fatal=False,
                )


def _fault(term: Term, bn: str, en: str, fatal: bool = True) -> Fault:
    return Fault(term.file, term.line, Bilingual(bn, en), fatal)


def _forgiving_themselves(ruleset: Ruleset, asked: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    """Those of these texts, each a term's by number, that forgive the term, and the field that says so: a cure by a part of it."""
    texts = [normalise(text) for _, text in asked]
    ends = list(accumulate(len(text) + 1 for text in texts))  # one a line: what stands in one forgives in no other
    forgiving = [ruleset.forgiving(number) for number, _ in asked]
    opened = ruleset.phrases.open("\n".join(texts))
    within: dict[int, set[int]] = defaultdict(set)  # line → what forgives in it
    whole: dict[int, set[int]] = defaultdict(set)  # line → what forgives and is all of it
    for hit in ruleset.phrases.forgiving(opened, {own for sets in forgiving for found in sets for own in found}):
        line = bisect_right(ends, hit.start)
        if hit.role.kind == "context":
            within[line].add(hit.role.number)
        if hit.end - hit.start >= len(texts[line]):
            whole[line].add(hit.role.number)
    for line, (number, text) in enumerate(asked):
        is_cure = text != ruleset.owners[number][1].text
        if (within if is_cure else whole)[line].intersection(forgiving[line].contexts):
            yield number, text, "context"
        elif whole[line].intersection(forgiving[line].exceptions):
            yield number, text, "except"
