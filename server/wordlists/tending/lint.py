"""What is wrong with the lists, all at once: for `flask wordlists lint` and for a server that refuses to start.

A rule is a function here, with a list that breaks it in tests/wordlists/faulty/. A fault stops the lists, a hint
does not.
"""

from __future__ import annotations

import datetime
import gc
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from operator import attrgetter, itemgetter
from pathlib import Path

from server.bilingual import Bilingual
from server.severity import Severity
from server.text.ansi import is_ansi, is_ansi_word, may_be_ansi
from server.text.words import spelled
from server.wordlists.facts.parties import FOLDER as PARTIES
from server.wordlists.facts.persons import KINDS as PEOPLE
from server.wordlists.learned.names import unknown_names
from server.wordlists.learned.senses import unknown_senses
from server.wordlists.load import Lists, load
from server.wordlists.reading.faults import Fault, Faults, closest, faults_of, refuse_fatal
from server.wordlists.reading.fields import DIGITS, ENOUGH, no_letter
from server.wordlists.reading.layers import layer_of
from server.wordlists.reading.pieces import of_ansi
from server.wordlists.reading.schema import CLAUSES_OF, GROUP_FOLDER, Term, WordList
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.examples import examples
from server.wordlists.tending.harmless import flagged_harmless
from server.wordlists.tending.hints import overdue, review_past_of_data, without_use
from server.wordlists.tending.own_process import made_in_own_process
from server.wordlists.tending.silenced import flagged_cures, silenced
from server.wordlists.tending.unread import unnamed, unread

LETTERED = "prohibited"  # the folder whose files begin with their clause
LETTER = re.compile(r"([9৯][-_. ]*)?([a-z]+|[ক-ছ])[-_. ]+(.+)", re.IGNORECASE)  # however it is typed
ANY_LETTER = ("9.",)  # of what stands in no folder of lists: a table of learned evidence
NUMBER = re.compile(r"\d[\d\s.,/%-]*")
HARDLY_LIKE = 0.3  # ids of groups and clauses are short: two letters off may be meant all the same


Rule = Callable[[Lists], Iterable[Fault]]
# Every term with a text, and its words in the normal form: spelled once for all rules.
Forms = Sequence[tuple[WordList, Term, str]]
Read = Callable[[Sequence[Path]], object]  # of data/: FaultyLists where it cannot be used


def lint(
    folders: Sequence[Path],
    learned: bool = False,
    thoroughly: bool = False,
    in_own_process: bool = False,
    data: Iterable[Read] = (),
) -> tuple[Ruleset, list[Fault]]:
    """The ruleset of these folders and the hints about it. FaultyLists, with every fault, where it cannot be used.

    `thoroughly`: also tries the sentences of harmless/near/, posts/ and everyday/, which takes ten times as long as all the
    rest, and tells as faults what no server need stop for; `wordlists lint` asks for it. `in_own_process`: sentences are tried
    in a process of its own, so that the words met in them, and the holes that they would leave, take no memory of this one.
    `data`: what else is to be read before any sentence is tried: without the names of people, thousands of words would seem to flag them.
    """
    with no_collection():
        return _linted(folders, learned, thoroughly, in_own_process, data)


@contextmanager
def no_collection() -> Iterator[None]:
    """Millions of objects are made and kept: to look through them for garbage meanwhile doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _linted(
    folders: Sequence[Path], learned: bool, thoroughly: bool, in_own_process: bool, data: Iterable[Read]
) -> tuple[Ruleset, list[Fault]]:
    lists, faults = load(folders)
    hides_groups = any(fault.fatal and f"/{GROUP_FOLDER}/" in f"/{fault.file}" for fault in faults)
    # where a group could not be read, all that names it would be told
    faults += broken_rules(lists, without=OF_GROUPS if hides_groups else ())
    faults += faults_of(partial(read, folders) for read in data)
    if thoroughly:
        faults += (*unread(folders), *unnamed(folders), *review_past_of_data(folders))
        faults += unknown_names(folders, [*_groups(lists), *PEOPLE])
        entries = (row.entry for table in lists.learned for row in table.rows)
        faults += unknown_senses(folders, {part.lstrip("&") for entry in entries for part in entry.split("+")})
    refuse_fatal(faults)
    ruleset = Ruleset(lists, learned)

    def tried() -> list[Fault]:
        return [*examples(lists, ruleset), *flagged_harmless(folders, ruleset, thoroughly)]

    faults += made_in_own_process(tried) if in_own_process else tried()
    if thoroughly:
        faults += (*silenced(ruleset), *flagged_cures(ruleset))
    refuse_fatal(faults)
    return ruleset, sorted(set(faults))


def broken_rules(lists: Lists, without: Collection[Rule] = ()) -> Iterator[Fault]:
    """What all rules tell of the lists but these."""
    for rule in RULES:
        if rule not in without:
            yield from rule(lists)
    forms = list(_with_forms(lists))
    for rule_of_forms in RULES_OF_FORMS:
        yield from rule_of_forms(lists, forms)


def _of(term: Term, bn: str, en: str, fatal: bool = True, line: int | None = None) -> Fault:
    return Fault(term.file, line or term.line, Bilingual(bn, en), fatal)


def _terms(lists: Lists) -> Iterator[tuple[WordList, Term]]:
    for word_list in lists.lists:
        for term in word_list.terms:
            yield word_list, term


def _groups(lists: Lists) -> list[str]:
    return sorted(word_list.id for word_list in lists.lists if word_list.is_group)


def _close(name: str, known: Sequence[str]) -> str:
    """The names most like it; of hundreds all would fill the screen."""
    return ", ".join(closest(name, known, HARDLY_LIKE)) or "groups/*.yaml"


def _in_file(name: str, lists: Lists) -> str:
    """The id of the group whose file is named so; "" where none is."""
    return next((one.id for one in lists.lists if one.is_group and Path(one.file).stem == name), "")


def unknown_clause(lists: Lists) -> Iterator[Fault]:
    """A list or a table of learned evidence whose clause the guideline does not have."""
    cited = [(one.clause, one.file, one.clause_line) for one in lists.lists if one.clause and not one.is_group]
    cited += ((table.clause, table.file, 1) for table in lists.learned if not table.adds_to)
    for clause, file, line in cited:
        if clause not in lists.guideline.clauses:
            number = CLAUSES_OF.get(Path(file).parent.name, ANY_LETTER)[0].partition(".")[0]  # of a letter alone: ঙ
            labelled = [
                one
                for one in lists.guideline.clauses
                if any(_bare({one, lists.guideline.label(one)}, said) for said in (clause, f"{number}{clause}"))
            ]
            close = labelled or closest(clause.lower(), lists.guideline.clauses, HARDLY_LIKE)
            known = ", ".join([*close, "… (guideline.yaml)"])
            said = Bilingual(
                f"‘{clause}’ নামে অনুচ্ছেদ নেই; clause:-এ এগুলোর একটি লিখুন: {known}",
                f"no clause '{clause}'; write one of these as clause: {known}",
            )
            yield Fault(file, line, said)


def _bare(names: Iterable[str], written: str) -> bool:
    """Whether one of these is meant, whatever signs stand between: ৯.ঙ, 9 (ঙ) and ৯ঙ are ৯(ঙ)."""
    bare = ["".join(filter(str.isalnum, name.translate(DIGITS))) for name in (written, *names)]
    return bare[0] in bare[1:]


def _fits(clause: str, allowed: Iterable[str]) -> bool:
    return any(clause == own or (own.endswith(".") and clause.startswith(own)) for own in allowed)


def foreign_clause(lists: Lists) -> Iterator[Fault]:
    """A list in a folder whose check looks for another clause: it would never be told, or told as something else."""
    for one in lists.lists:
        allowed = CLAUSES_OF.get(one.folder, ())
        if one.is_group or one.clause not in lists.guideline.clauses or _fits(one.clause, allowed):
            continue  # of a group's clause it is told that a group has no such field
        known = ", ".join(f"{own}…" if own.endswith(".") else own for own in allowed)
        where = ", ".join(f"{folder}/" for folder, own in CLAUSES_OF.items() if _fits(one.clause, own))
        bn, en = (
            (f"{one.clause} হলে ফাইলটি এখানে রাখুন: {where}", f"a list for {one.clause} belongs in: {where}")
            if where
            else (
                f"{one.clause}-এর তালিকা কোনো ফোল্ডারে রাখা যায় না; clause:-এ {known} লিখুন, নইলে একটি পরীক্ষা লিখুন (CONTRIBUTING.md)",
                f"no folder takes lists for {one.clause}; choose a clause of {known}, or write a check (CONTRIBUTING.md)",
            )
        )
        said = Bilingual(f"{one.folder}/ ফোল্ডারের অনুচ্ছেদ {known}; {bn}", f"{one.folder}/ is for clause {known}; {en}")
        yield Fault(one.file, one.clause_line, said)


def other_letter(lists: Lists) -> Iterator[Fault]:
    """A list whose file is named for a letter (9-cha-...) and whose clause is another: it would be told as what it is not.

    Without the 9 it may be a word (cha, tea): a hint.
    """
    for one in lists.lists:
        named = LETTER.fullmatch(Path(one.file).stem) if one.folder == LETTERED else None
        letter = _letter(named[2].lower(), lists) if named else ""
        if named and letter and letter != one.clause and one.clause in lists.guideline.clauses:
            name = f"{one.clause.replace('.', '-')}-{named[3]}.yaml"
            said = Bilingual(
                f"ফাইলের নামে {letter}, clause: {one.clause}; লিখুন clause: {letter}, নইলে ফাইলটির নাম দিন {name}",
                f"the file is named for {letter}, its clause is {one.clause}; write clause: {letter}, or rename the file to {name}",
            )
            yield Fault(one.file, one.clause_line, said, fatal=bool(named[1]))


def _letter(name: str, lists: Lists) -> str:
    """The clause of that letter, chha or ছ; "" where there is none."""
    known = lists.guideline.clauses
    spelled = {one: {one, lists.guideline.label(one)} for one in known}
    return next((one for one, names in spelled.items() if _bare(names, f"9{name}")), "")


def unknown_group(lists: Lists) -> Iterator[Fault]:
    """A near-rule over a group that is not there."""
    groups = _groups(lists)
    for _, term in _terms(lists):
        for name in term.near:
            if name not in groups:
                close = _in_file(name, lists) or _close(name, groups)
                yield _of(
                    term,
                    f"‘{name}’ নামে group নেই; এগুলোর একটি id লিখুন (শব্দ বা ফাইলের নাম নয়): {close}",
                    f"no group '{name}'; write the id of one (no word, no file's name): {close}",
                )


def unknown_cue(lists: Lists) -> Iterator[Fault]:
    """A group that a table of learned evidence names in its head and that is not there."""
    groups = _groups(lists)
    for table in lists.learned:
        named = [("cues", name) for name in table.cues] + [("unless", name) for name in table.unless]
        for field, name in named:
            if name not in groups:
                close = _close(name, groups)
                said = Bilingual(
                    f"{field}: ‘{name}’ নামে group নেই; এগুলোর একটি লিখুন: {close}",
                    f"{field}: no group '{name}'; write one of: {close}",
                )
                yield Fault(table.file, 1, said)


def no_letters(_: Lists, forms: Forms) -> Iterator[Fault]:
    """A term in which there is no word to match. What forgives it is asked where it is read: `fields.phrases`."""
    for _own, term, form in forms:
        if not form:
            collected = Faults(term.file)
            no_letter(term.text, term.line, collected)
            yield from collected.found


def _with_forms(lists: Lists) -> Iterator[tuple[WordList, Term, str]]:
    """Every term with a text, and its words in the normal form."""
    for word_list in lists.lists:
        terms = [term for term in word_list.terms if term.text]
        for term, found in zip(terms, spelled([term.text for term in terms]), strict=True):
            yield word_list, term, " ".join(found)


def duplicate(lists: Lists, forms: Forms) -> Iterator[Fault]:
    """A term that stands twice for one clause, perhaps in another spelling; a near-rule over the same groups and as far apart."""
    seen: dict[tuple[str, object], Term] = {}
    rules = ((own, term, (term.near, term.within)) for own, term in _terms(lists) if term.near)
    # of a term with no word that alone is told
    said: list[tuple[WordList, Term, object]] = [*filter(itemgetter(2), forms), *rules]
    list_of = {id(term): own for own, term, _ in said}
    for word_list, term, form in said:
        own = f"{word_list.folder}/{word_list.id}" if word_list.is_group else word_list.clause
        first = seen.setdefault((own, form), term)
        if first is term:
            continue
        if layer_of(first.file, lists.folders) > layer_of(term.file, lists.folders):
            first, term = term, first  # nobody mends the shipped list for a row of an office's own
        if layer_of(first.file, lists.folders) < layer_of(term.file, lists.folders):
            there = list_of[id(first)]
            if there is list_of[id(term)]:  # where it belongs, spelled otherwise
                yield _of(term, f"‘{term.name}’ মূল তালিকায় আছে ‘{first.name}’ বানানে ({first.file}:{first.line}); বদলাতে চাইলে সেই বানানে লিখুন, নইলে আপনার সারিটি মুছুন",
                          f"'{term.name}' stands in the shipped list as '{first.name}' ({first.file}:{first.line}); spell it so to change it, or delete your row")  # fmt: skip
                continue
            yield _of(term, f"‘{term.name}’ মূল তালিকায় আগে থেকেই আছে ({first.file}:{first.line}); আপনার সারিটি মুছুন, বদলাতে চাইলে ফাইলের id: {there.id} দিয়ে {there.folder}/ ফোল্ডারে লিখুন",
                      f"'{term.name}' stands in the shipped lists already ({first.file}:{first.line}); delete your row; to change that one write it in a file of {there.folder}/ with id: {there.id}")  # fmt: skip
        elif word_list.is_group:
            yield _of(term, f"‘{term.name}’ আগেও আছে ({first.file}:{first.line}); একটি মুছুন",
                      f"'{term.name}' stands already at {first.file}:{first.line}; delete one")  # fmt: skip
        else:
            what_bn, what_en = (
                ("", "") if first.severity == term.severity else (" অন্য severity দিয়ে", " with another severity")
            )
            yield _of(term, f"‘{term.name}’ আগেও আছে{what_bn} ({first.file}:{first.line}); একটি মুছুন",
                      f"'{term.name}' stands already{what_en} at {first.file}:{first.line}; delete one")  # fmt: skip


def name_of_politics(_: Lists, forms: Forms) -> Iterator[Fault]:
    """A term that is a party's, a symbol's or a leader's name and nothing else: no name is found alone, and all sides are treated alike.

    One with a weight under 1 is none: it only adds up.
    """
    named = {form: term for _, term, form in forms if f"/{PARTIES}/" in f"/{term.file}"}
    for own, term, form in forms:
        if not own.is_group and term.weight >= ENOUGH and form in named:
            where = f"{named[form].file}:{named[form].line}"
            yield _of(
                term,
                f"‘{term.text}’ একটি দল, প্রতীক বা নেতার নাম ({where}), একা ধরা হয় না; near-নিয়মে কাজটির সঙ্গে ধরুন, যেমন near: [parties, vote-calls]",
                f"'{term.text}' names a party, a symbol or a leader ({where}), which is never found alone; catch it with what is done in a near-rule, such as near: [parties, vote-calls]",
            )


def block_without_examples(lists: Lists) -> Iterator[Fault]:
    """A block-level term that does not show what it must find and what it must leave alone."""
    for word_list, term in _terms(lists):
        if word_list.is_group or term.severity is not Severity.BLOCK:
            continue
        for name, given in (("flags", term.flags), ("passes", term.passes)):
            if not given:
                yield _of(
                    term, f"severity: block হলে ‘{name}’ উদাহরণ লাগে; লিখুন", f"block needs examples; write '{name}'"
                )


def unmarked_flags(lists: Lists) -> Iterator[Fault]:
    """A `flags` example that does not mark what must be found."""
    for _, term in _terms(lists):
        for example in term.flags:
            if not example.marked:
                yield _of(
                    term,
                    "flags-এর বাক্যে যে শব্দ ধরা পড়ার কথা, সেটি [[ ]]-এর ভেতরে লিখুন",
                    "mark the words to find in flags with [[ ]]",
                    line=example.line,
                )


def review_past(lists: Lists) -> Iterator[Fault]:
    """A term whose review date is over; those of a file that have one date are told once, at the first."""
    today = datetime.date.today().isoformat()
    due: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for _, term in _terms(lists):
        if term.review and term.review < today:
            due[term.file, term.review].append(term)
    for (_, day), terms in due.items():
        yield _of(min(terms, key=attrgetter("line")), *overdue(day, len(terms)), fatal=False)


def ansi_text(lists: Lists) -> Iterator[Fault]:
    """A term typed in a legacy font's encoding; a single word of it that is less sure, where a surer one stands in its file."""
    typed = [term for _, term in _terms(lists) if term.text and may_be_ansi(term.text)]
    sure = {term for term in typed if is_ansi(term.text) or is_ansi_word(term.text)}
    files = {term.file for term in sure}
    for term in typed:
        if term in sure or (term.file in files and " " not in term.text):
            cure = of_ansi(term.text)
            yield _of(term, cure.bn, cure.en)


def number_alone(lists: Lists) -> Iterator[Fault]:
    """A term that is a number and nothing else: it flags every count, date and sum. One with a weight under 1 only adds up."""
    for own, term in _terms(lists):
        if own.is_group or term.weight < ENOUGH or not NUMBER.fullmatch(term.text):
            continue
        yield _of(
            term,
            f"‘{term.text}’ শুধু সংখ্যা, যেকোনো হিসাব বা তারিখে ধরা পড়ে; পাশের কথাসহ লিখুন, নইলে group-এ রেখে near-নিয়মে ধরুন",
            f"'{term.text}' is a number alone, found in any count or date; write it with the words beside it, or put it into a group and use a near-rule",
        )


RULES: tuple[Rule, ...] = (
    unknown_clause,
    foreign_clause,
    other_letter,
    unknown_group,
    unknown_cue,
    block_without_examples,
    unmarked_flags,
    review_past,
    ansi_text,
    number_alone,
    without_use,
)
OF_GROUPS = (unknown_group, unknown_cue)
RULES_OF_FORMS: tuple[Callable[[Lists, Forms], Iterable[Fault]], ...] = (no_letters, duplicate, name_of_politics)
