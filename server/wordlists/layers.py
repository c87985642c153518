"""Folders of lists over each other: what a later one adds, changes and retires."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from server.severity import Severity
from server.wordlists.faults import Faults, closest
from server.wordlists.schema import WordList
from server.wordlists.table import Table

KEPT = {"except": "exceptions", "context": "context", "replace": "replace", "romanised": "romanised"}  # field → trait
Key = tuple[str, str]  # a list's folder and id


def is_copy(new: WordList, own: dict[Key, str], faults: Faults) -> bool:
    """Whether another file of the same folder has this list's id already. `own`: which file has which, added to."""
    first = own.setdefault((new.folder, new.id), new.file)
    if first == new.file:
        return False
    faults.add(
        new.id_line,
        f"id ‘{new.id}’ আগেই আছে ({first}); এই তালিকার জন্য অন্য id লিখুন",
        f"the id '{new.id}' stands already in {first}; give this list another id",
    )
    return True


def lay(merged: dict[Key, WordList], new: WordList, faults: Faults) -> None:
    """Adds a list, or lays it over the one of the same folder and id: its terms come in, change or retire the older."""
    old = merged.get((new.folder, new.id))
    if old is None:
        if new.retire:
            _refuse_retiring(new, merged, faults)
        merged[new.folder, new.id] = new
        return
    known = {_same(term.name): term.name for term in old.terms} if new.retire else {}
    for name, line in new.retire:
        if _same(name) not in known:
            close = _close(name, known.values())
            faults.add(
                line,
                f"retire: ‘{name}’ তালিকায় নেই; বানান মিলিয়ে লিখুন{close}",
                f"retire: no term '{name}' here; check the spelling{close}",
            )
    if new.clause and old.clause and new.clause != old.clause:
        faults.add(
            new.clause_line,
            f"‘{new.folder}/{new.id}’ তালিকার অনুচ্ছেদ {old.clause}; নতুন তালিকা হলে অন্য id লিখুন, নইলে clause মেলান",
            f"the list '{new.folder}/{new.id}' is of clause {old.clause}; give a new list another id, or write its clause",
        )
        return
    _tell_dropped(old, new, faults)
    gone = {_same(name) for name, _ in new.retire}.union(_same(term.name) for term in new.terms)
    terms = (*(term for term in old.terms if _same(term.name) not in gone), *new.terms)
    merged[new.folder, new.id] = replace(
        old if not new.clause else new, terms=terms, file=new.file, retire=(), says=new.says or old.says
    )


def _tell_dropped(old: WordList, new: WordList, faults: Faults) -> None:
    """A hint for each row that takes the place of an older one and leaves out what that one said: it is gone."""
    before = {_same(term.name): term for term in old.terms}
    for term in new.terms:
        older = before.get(_same(term.name))
        dropped = [name for name, key in KEPT.items() if older and getattr(older, key) and not getattr(term, key)]
        if (
            older and older.severity is Severity.BLOCK and term.severity is Severity.WARN
        ):  # as a row that says nothing has it
            dropped.insert(0, f"severity: {older.severity.word}")
        if dropped:
            shown = ", ".join(dropped)
            faults.add(
                term.line,
                f"‘{term.name}’ সারিটি আগেরটির জায়গা নেয়, আগের এগুলো আর থাকে না: {shown}; রাখতে চাইলে এখানেও লিখুন",
                f"the row '{term.name}' takes the older one's place, of which this is gone: {shown}; write it here too to keep it",
                fatal=False,
            )


def _refuse_retiring(new: WordList, merged: Iterable[Key], faults: Faults) -> None:
    """Nothing is there to retire from: the id or the folder is not that of the list that was meant."""
    close = _close(f"{new.folder}/{new.id}", ("/".join(key) for key in merged))
    faults.add(
        new.retire[0][1],
        f"retire: আগের কোনো ফোল্ডারে ‘{new.folder}/{new.id}’ তালিকা নেই; ফোল্ডার ও id মিলিয়ে লিখুন{close}",
        f"retire: no earlier folder has a list '{new.folder}/{new.id}'; check folder and id{close}",
    )


def _same(name: str) -> str:
    """A term's name in the one spelling that all ways to type it have: য় is one code point or two."""
    return unicodedata.normalize("NFC", name).casefold()


def is_misnamed(table: Table, known: Iterable[str], faults: Faults) -> bool:
    """Whether a table of a later folder fixes rows of one that is not there: it has no head, so it is not one of its own."""
    fixed = next((row for row in table.rows if row.state), None)
    if fixed is None or "clause" in table.head:
        return False
    close = _close(table.id, known)
    faults.add(
        fixed.line,
        f"{fixed.state}: আগের কোনো ফোল্ডারে ‘{table.id}.tsv’ নেই; ফাইলের নাম মিলিয়ে লিখুন{close}",
        f"{fixed.state}: no earlier folder has a {table.id}.tsv; name the file as the table that it changes{close}",
    )
    return True


def _close(name: str, known: Iterable[str]) -> str:
    """The names most like it, to be put behind a fault."""
    found = ", ".join(closest(name, known))
    return f" ({found})" if found else ""
