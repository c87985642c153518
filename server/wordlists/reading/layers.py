"""Folders of lists over each other: what a later one adds, changes and retires."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from server.severity import Severity
from server.wordlists.reading.faults import Faults, closest
from server.wordlists.reading.fields import refuse_missing
from server.wordlists.reading.folders import base_of
from server.wordlists.reading.schema import FIELD_OF, OF_THE_OLDER, PHRASE_SETS, Term, Traits, WordList
from server.wordlists.reading.table import Table

_TOLD = ("severity", "forms", "weight", "stage", "kind", "except", "context", "replace", "romanised", "message")
KEPT = {name: FIELD_OF.get(name, name) for name in _TOLD}  # field → trait
NOTHING = Traits("")  # what nobody wrote
VALUED = (str, float, Severity)  # traits that are shown with their value
LETTERED = re.compile("^9-[a-z]+-")  # how a file of prohibited/ is named for its clause
MOST_TOLD = 3  # phrases of a field, of which some rows have a hundred; lists that are meant
JOINERS = dict.fromkeys(map(ord, "\u200c\u200d"))
Key = tuple[str, str]  # a list's folder and id


def is_copy(new: WordList, own: dict[Key, str], faults: Faults) -> bool:
    """Whether another file of the same folder has this list's id already. `own`: which file has which, added to."""
    first = own.setdefault((new.folder, new.id), new.file)
    if first == new.file:
        return False
    faults.add(
        new.id_line,
        f"id ‘{new.id}’ আগেই আছে ({first}); ফাইলটি অনুলিপি হলে মুছুন, একই তালিকার হলে সব সারি এক ফাইলে রাখুন, নতুন তালিকা হলে অন্য id লিখুন",
        f"the id '{new.id}' stands already in {first}; delete a mere copy, keep all rows of one list in one file, give a new list another id",
    )
    return True


def lay(merged: dict[Key, WordList], new: WordList, faults: Faults) -> None:
    """Adds a list, or lays it over the one of the same folder and id: its terms come in, change or retire the older."""
    old = merged.get((new.folder, new.id))
    if old is None:
        _add(merged, new, faults)
        return
    _refuse_unknown_names(old, new, merged, faults)
    if new.clause and old.clause and new.clause != old.clause:
        faults.add(
            new.clause_line,
            f"‘{new.folder}/{new.id}’ তালিকার অনুচ্ছেদ {old.clause}; নতুন তালিকা হলে অন্য id লিখুন, নইলে clause মেলান",
            f"the list '{new.folder}/{new.id}' is of clause {old.clause}; give a new list another id, or write its clause",
        )
        return
    head = new.head.over(old.head)
    own = new.read_again(head) if new.read_again else new.terms
    _tell_dropped(old, own, head.plain(new.file), faults)
    _tell_reordered(old, own, faults)
    merged[new.folder, new.id] = _laid(old, new, own)


def _add(merged: dict[Key, WordList], new: WordList, faults: Faults) -> None:
    """Adds a list that no earlier folder has: it needs a whole head, and has nothing to retire from."""
    is_partly_told = len(new.missing) < (1 if new.is_group else len(OF_THE_OLDER))
    for name in new.missing if is_partly_told else ():
        refuse_missing(name, faults)
    if new.retire or not is_partly_told:
        _refuse_as_own(new, merged, faults)
    merged[new.folder, new.id] = replace(new, read_again=None)


def _refuse_unknown_names(old: WordList, new: WordList, merged: Mapping[Key, WordList], faults: Faults) -> None:
    """A fault for each name to retire that the older list does not have; where another list has it, that one is named."""
    known = {_same(term.name): term.name for term in old.terms} if new.retire else {}
    for name, line in new.retire:
        if _same(name) in known:
            continue
        places = [(one, term) for one in merged.values() for term in one.terms if _same(term.name) == _same(name)]
        if places:
            one, term = places[0]
            faults.add(
                line,
                f"retire: ‘{name}’ এই তালিকায় নয়, ‘{one.folder}/{one.id}’-এ আছে ({term.file}:{term.line}); id: {one.id} দিয়ে {one.folder}/ ফোল্ডারে একটি ফাইল করে সেখানে লিখুন",
                f"retire: '{name}' is not in this list but in '{one.folder}/{one.id}' ({term.file}:{term.line}); write it in a file of {one.folder}/ with id: {one.id}",
            )
        elif spelled := next((one for one in old.terms if _same(name) in map(_same, one.romanised or ())), None):
            place = f"{spelled.file}:{spelled.line}"
            faults.add(
                line,
                f"retire: ‘{name}’ কোনো সারি নয়, ‘{spelled.name}’ সারির একটি বানান ({place}); পুরো সারিটি বাদ দিতে ‘{spelled.name}’ লিখুন, শুধু বানানটি বাদ দিতে সারিটি এই বানান ছাড়া নিজের ফাইলে লিখুন",
                f"retire: '{name}' is no row but a spelling of '{spelled.name}' ({place}); write '{spelled.name}' to retire the row, or the row without this spelling into your own file",
            )
        else:
            close = _close(name, known.values())
            faults.add(
                line,
                f"retire: ‘{name}’ তালিকায় নেই; বানান মিলিয়ে লিখুন{close}",
                f"retire: no term '{name}' here; check the spelling{close}",
            )


def _laid(old: WordList, new: WordList, own: Sequence[Term]) -> WordList:
    """The older list with these terms of the new one in the place of those of the same name, and without those retired."""
    retired = {_same(name) for name, _ in new.retire}
    gone = retired.union(_same(term.name) for term in own)
    warning = {_same(term.name) for term in old.terms if term.severity >= Severity.WARN}
    out = [term for term in old.terms if _same(term.name) in retired]
    eased = [term for term in own if term.severity < Severity.WARN and _same(term.name) in warning]
    return replace(
        old,
        terms=(*(term for term in old.terms if _same(term.name) not in gone), *own),
        instead=new.instead if new.instead.bn else old.instead,
        says=new.says or old.says,
        unlearned=(*old.unlearned, *out, *eased),
        retired=(*old.retired, *((name, new.file, line) for name, line in new.retire)),
    )


def _tell_dropped(old: WordList, own: Iterable[Term], plain: Traits, faults: Faults) -> None:
    """A hint for each row that takes the place of an older one and leaves out what that one said: it is gone.

    `plain`: what a row has that says nothing.
    """
    before = {_same(term.name): term for term in old.terms}
    for term in own:
        older = before.get(_same(term.name))
        dropped = [*filter(None, (_gone(name, older, term, plain) for name in KEPT))] if older else []
        if dropped:
            shown = ", ".join(dropped)
            faults.add(
                term.line,
                f"‘{term.name}’ সারিটি আগেরটির জায়গা নেয়, আগের এগুলো আর থাকে না: {shown}; রাখতে চাইলে এখানেও লিখুন",
                f"the row '{term.name}' takes the older one's place, of which this is gone: {shown}; write it here too to keep it",
                fatal=False,
            )


def _tell_reordered(old: WordList, own: Iterable[Term], faults: Faults) -> None:
    """A hint for each near-rule over the groups of older ones in another order: it takes none's place, and they hold on."""
    names = {term.name for term in old.terms}
    rules = {frozenset(term.near): term for term in old.terms if term.near}
    for term in own:
        older = rules.get(frozenset(term.near)) if term.name not in names else None
        if older:
            where, order = f"{older.file}:{older.line}", ", ".join(older.near)
            faults.add(
                term.line,
                f"‘{term.name}’: আগের নিয়মটিও থাকে, কারণ সেখানে group-গুলোর ক্রম অন্য ({where}); সেটি বদলাতে চাইলে লিখুন near: [{order}]",
                f"'{term.name}': the older rule stays too, since its groups stand in another order ({where}); to change that one write near: [{order}]",
                fatal=False,
            )


def _gone(name: str, older: Term, term: Term, plain: Traits) -> str:
    """What of the older one's field the new one does not say; "" where it is kept, or another value was chosen."""
    key = KEPT[name]
    if _is_gone(key, older, term, plain):
        return _named(name, getattr(older, key))
    lost = _lost(key, older, term) if key in PHRASE_SETS else []
    more = ", …" if len(lost) > MOST_TOLD else ""
    return f"{name} ({', '.join(lost[:MOST_TOLD])}{more})" if lost else ""


def _lost(key: str, older: Term, term: Term) -> list[str]:
    """The phrases that forgave the older one and do not forgive the new one."""
    now = {_same(phrase) for phrases in getattr(term, key) for phrase in phrases}
    return [phrase for phrases in getattr(older, key) for phrase in phrases if _same(phrase) not in now]


def _is_gone(key: str, older: Term, term: Term, plain: Traits) -> bool:
    was, now = getattr(older, key), getattr(term, key)
    return bool(getattr(NOTHING, key) != was != now == getattr(plain, key))


def _named(name: str, was: object) -> str:
    value = was.word if isinstance(was, Severity) else was
    return f"{name}: {value}" if isinstance(was, VALUED) else name


def _refuse_as_own(new: WordList, merged: Mapping[Key, WordList], faults: Faults) -> None:
    """It has no head of its own, or retires what no earlier list has: folder or id is not that of the list that was meant."""
    base = faults.file.removesuffix(f"{new.folder}/{Path(new.file).name}")
    known = [one for one in merged.values() if not one.file.startswith(base)]
    earlier = [f"{one.folder}/{one.id}" for one in known]
    likest = sorted((one for one in known if _is_named(one, new)), key=lambda one: one.clause != new.clause)
    named = [f"{one.folder}/{one.id}" for one in likest[:MOST_TOLD]]
    close = f" ({', '.join(named)})" if named else _close(f"{new.folder}/{new.id}", earlier)
    under_bn, under_en = (
        (f"ফোল্ডার ও id মিলিয়ে লিখুন{close}", f"check folder and id{close}")
        if earlier
        else (
            "মূল তালিকার ফোল্ডারটি আগে দিন, যেমন JACHAI_WORDLISTS=wordlists:নিজের",
            "name the folder of the shipped lists first, as in JACHAI_WORDLISTS=wordlists:own",
        )
    )
    if not new.retire:
        names = ", ".join(new.missing)
        faults.add(
            1,
            f"ফাইলের শুরুতে এগুলো নেই: {names}; নতুন তালিকা হলে লিখুন, আগের ফোল্ডারের তালিকায় যোগ করতে চাইলে {under_bn}",
            f"the head lacks {names}; write them for a new list; to add to one of an earlier folder {under_en}",
        )
    else:
        faults.add(
            new.retire[0][1],
            f"retire: আগের কোনো ফোল্ডারে ‘{new.folder}/{new.id}’ তালিকা নেই; {under_bn}",
            f"retire: no earlier folder has a list '{new.folder}/{new.id}'; {under_en}",
        )


def _is_named(known: WordList, new: WordList) -> bool:
    """Whether the new list has the file's name of one that is known, or its id is what that file is called."""
    name = Path(known.file).stem
    meant = (Path(new.file).stem, new.id)
    return known.folder == new.folder and (name in meant or LETTERED.sub("", name) in meant)


def layer_of(file: str, folders: Sequence[Path]) -> int:
    """Which of these folders, from 0, has the file that faults name so; -1 for the data that only the shipped one has."""
    names = [f"{Faults.of(base, base, folders).file}/" for base in folders]
    return next((number for number, name in enumerate(names) if file.startswith(name)), -1)


def is_own(file: str, folders: Sequence[Path]) -> bool:
    """Whether the file that faults name so is in a folder of an office, and not the shipped one or what else the others lie over."""
    layer = layer_of(file, folders)
    return layer >= 0 and folders[layer] != base_of(folders)


def _same(name: str) -> str:
    """A term's name in the one spelling that all ways to type it have: য় is one code point or two, joiners are not seen."""
    return unicodedata.normalize("NFC", name).casefold().translate(JOINERS)


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
