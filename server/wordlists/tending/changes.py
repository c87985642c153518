"""Which rows and files two sides of lists have otherwise: told before what they find, for a new word stands in no harmless sentence."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path

from server.wordlists.reading.folders import seen
from server.wordlists.reading.schema import Head, Term, WordList

SHOWN = 8  # rows shown of a list
BESIDE = ("data/**/*.yaml", "learned/*", "guideline.yaml")  # what is no list and changes what is found, or told
SIGNS = {"+": ("নতুন", "new"), "~": ("বদলানো", "changed"), "-": ("বাদ", "gone")}
_traits = attrgetter("severity", "stage", "weight", "forms", "within", "romanised", "replace", "kind", "message")
HEAD = {  # what is told of a head: its rows do not have it themselves
    **{name: attrgetter(name) for name in ("clause", "message", "instead", "says")},
    **{"except": attrgetter("head.exceptions"), "context": attrgetter("head.context")},
    "context_files": attrgetter("head.context_files"),
}


def changed_rows(old: Iterable[WordList], new: Iterable[WordList]) -> Iterator[str]:
    """A line for each list with rows that are new, changed or gone: how many, and the first of each; and one for a changed head."""
    before, after = _by_name(old), _by_name(new)
    for name in sorted(before.keys() | after.keys()):
        was, now = _rows(before.get(name)), _rows(after.get(name))
        by_sign = {
            "+": [row for row in now if row not in was],
            "~": [row for row in now if row in was and now[row] != was[row]],
            "-": [row for row in was if row not in now],
        }
        if any(by_sign.values()):
            yield f"{name}: {'; '.join(_shown(sign, rows) for sign, rows in by_sign.items() if rows)}"
        if name in before and name in after:
            changed = [field for field, read in HEAD.items() if read(before[name]) != read(after[name])]
            if changed:
                yield f"{name}: ~ তালিকার শুরু বদলানো | head changed: {', '.join(changed)}"


def _by_name(lists: Iterable[WordList]) -> dict[str, WordList]:
    return {f"{own.folder}/{own.id}": own for own in lists}


def _rows(own: WordList | None) -> dict[str, Counter[tuple[object, ...]]]:
    """What the rows of a list say, by what a finding calls them: near-rules over the same groups share a name."""
    rows: dict[str, Counter[tuple[object, ...]]] = defaultdict(Counter)
    if own:
        for term in own.terms:
            rows[term.name][_said(term, own.head)] += 1
    return rows


def _said(term: Term, head: Head) -> tuple[object, ...]:
    """Without what forgives all rows, which is told once, of the head."""
    exceptions = tuple(phrases for phrases in term.exceptions if phrases not in head.exceptions)
    shared = (*head.context, *head.shared)
    return (*_traits(term), exceptions, tuple(phrases for phrases in term.context if phrases not in shared))


def _shown(sign: str, rows: Sequence[str]) -> str:
    bn, en = SIGNS[sign]
    more = f", … ({len(rows)})" if len(rows) > SHOWN else ""
    return f"{sign} {bn} | {en}: {', '.join(rows[:SHOWN])}{more}"


def changed_files(old: Iterable[Path], new: Iterable[Path]) -> Iterator[str]:
    """A line for each file beside the lists that one side has and the other has not, or has otherwise."""
    before, after = _hashes(old), _hashes(new)
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            bn, en = SIGNS["+" if name not in before else "-" if name not in after else "~"]
            yield f"{name}: {bn} | {en}"


def _hashes(folders: Iterable[Path]) -> dict[str, list[bytes]]:
    """What each of these files holds, in the folders' order."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for base in folders:
        for pattern in BESIDE:
            for path in filter(Path.is_file, seen(base, pattern)):
                found[path.relative_to(base).as_posix()].append(hashlib.sha256(path.read_bytes()).digest())
    return found
