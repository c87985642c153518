"""A political party as data: data/parties/NAME.yaml, one file a party, all in the same form.

Its names, wings, symbols and leaders become terms of the groups that near-rules use. Its legal status is kept
with dates and sources for the maintainer and never changes what is found.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from server.bilingual import Bilingual
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import ID, NO_TEXT, bilingual, date, refuse_unknown
from server.wordlists.reading.schema import GROUP_FOLDER, GROUP_TERM_FIELDS, Head, Term, WordList, read_head, read_terms
from server.wordlists.reading.source import Fields, items, line_of, mapping, read, text

FOLDER = "data/parties"
GROUP_OF = {"names": "parties", "wings": "parties", "symbols": "party-symbols", "leaders": "party-leaders"}
STATUS_FIELDS = ("state", "since", "seen", "source")
NEEDED = ("id", "title", "names", "status", "review")
MOST_TOLD = 3  # names that two parties share: of a copy all are
FIELDS = ("id", "title", "names", "wings", "symbols", "leaders", "status", "review", "note")


def read_party(path: Path, faults: Faults) -> list[WordList]:
    """The groups to which the party in that file adds terms. Every fault is told, none stops the reading."""
    node = read(path, faults, NEEDED)
    if node is None:
        return []
    fields = mapping(node, faults)
    refuse_unknown(fields, FIELDS, faults)
    for name in NEEDED:
        if name not in fields:
            faults.add(1, f"‘{name}’ ঘরটি নেই; লিখুন", f"'{name}' is missing; write it")
    if not ID.match(path.stem):
        faults.add(
            1,
            f"ফাইলের নাম ‘{path.name}’ চলে না; ছোট হাতের ইংরেজি অক্ষর, অঙ্ক ও হাইফেন দিয়ে নতুন নাম দিন, যেমন notun-dal.yaml",
            f"the file's name '{path.name}' cannot be; rename it with lower-case letters, digits and hyphens, as in notun-dal.yaml",
        )
    elif text(fields.get("id"), faults, "id") != path.stem:
        faults.add(1, f"id লিখুন ফাইলের নামে: {path.stem}", f"write the file's name as its id: {path.stem}")
    title = bilingual(fields.get("title"), faults, "title")
    _check_status(fields, faults)
    # short names fold into everyday words: the spellings that matter stand in the file
    head = replace(read_head(fields, faults, {}), romanised=())
    return list(_groups(fields, title, head, faults))


def _groups(fields: Fields, title: Bilingual, head: Head, faults: Faults) -> Iterator[WordList]:
    for section, group in GROUP_OF.items():
        terms = tuple(read_terms(items(fields.get(section), faults, section), head, faults, GROUP_TERM_FIELDS))
        if terms:
            yield WordList(GROUP_FOLDER, group, faults.file, "", title, NO_TEXT, terms)


def refuse_shared(groups: Iterable[WordList], taken: dict[tuple[str, str], Term], faults: Faults) -> None:
    """A fault for a party with names of another, told once: its file is a copy. `taken`: what stands in the others, added to.

    Of a party that an earlier folder has, which the office may not change, it is a hint.
    """
    named = {(group.id, term.text.casefold()): term for group in groups for term in group.terms}
    both = [(term, taken[key]) for key, term in named.items() if key in taken]
    shared = [(own, first) for own, first in both if Path(own.file).stem != Path(first.file).stem]
    if shared:
        term, first = shared[0]
        names = ", ".join(own.text for own, _ in shared[:MOST_TOLD]) + ("" if len(shared) <= MOST_TOLD else ", …")
        faults.add(
            term.line,
            f"এই নামগুলো আগেই আছে ({first.file}:{first.line}): {names}; প্রতিটি নাম একটি দলের ফাইলেই রাখুন, ফাইলটি অনুলিপি হলে নিজের দলের নাম লিখুন বা মুছুন",
            f"these stand already at {first.file}:{first.line}: {names}; keep each name in the file of one party; in a copy write the new party's names, or delete it",
            fatal=Path(term.file).parent == Path(first.file).parent,
        )
    taken.update({key: term for key, term in named.items() if key not in taken})


def _check_status(fields: Fields, faults: Faults) -> None:
    """Each row of `status` says what, who said so, and since when it holds or when its source was read."""
    for node in items(fields.get("status"), faults, "status"):
        row = mapping(node, faults)
        refuse_unknown(row, STATUS_FIELDS, faults)
        dates = [name for name in ("since", "seen") if name in row]
        if not dates or not all(text(row.get(name), faults, name) for name in ("state", "source")):
            faults.add(
                line_of(node),
                "status-এর সারিতে state, source এবং since বা seen লিখুন",
                "write state, source, and since or seen in this row of status",
            )
        for name in dates:
            day = date(row[name], faults, name)
            if day and day > datetime.date.today().isoformat():
                # a hint: a server whose clock is behind starts all the same
                faults.add(row[name].line, f"{name}: {day} এখনো আসেনি", f"{name}: {day} is yet to come", fatal=False)
