"""Writes what was learned: learned/TABLE.tsv, with the head that a maintainer reads first. Development only."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from server.wordlists.learned.plain import FILE as PLAIN
from server.wordlists.learned.plain import Plain, plain_in, written_plain
from server.wordlists.learning.heads import HEADS, table_of
from server.wordlists.learning.learner import COURSES, FROM_POSTS, Course, Learner, kept
from server.wordlists.learning.rows import Example, harmless_examples, read_examples
from server.wordlists.load import ASIDE, EVERYDAY, Lists, load
from server.wordlists.reading.faults import Fault, Faults, refuse_fatal
from server.wordlists.reading.table import Row, Table, read_table, written, written_head
from server.wordlists.ruleset import Ruleset

ROUNDS = 8  # how often harmless sentences that are flagged are given more weight
STRESS = 4.0  # how much more each time
Say = Callable[[str], object]


class Harmless(NamedTuple):
    """Files of more texts beside harmless/: such as nothing may flag, and such as only break no letter of clause 9."""

    wholly: Sequence[Path] = ()
    by_clause_9: Sequence[Path] = ()


def learn_tables(
    data: Path, folders: Sequence[Path], out: Path, harmless: Harmless, say: Say, only: Collection[str] = COURSES
) -> list[str]:
    """Learns from the rows of `data` and taught/, writes the tables into `out`; returns the harmless texts still flagged.

    `only`: the courses that are learned. FaultyLists where lists or texts cannot be used; then nothing is written.
    """
    lists, faults = load(folders)
    refuse_fatal(faults)
    old = _old_tables(lists, out)
    lists = replace(lists, plain=_old_plain(lists.plain, out))
    rows = read_examples(data)
    everyone = list(harmless_examples(folders, harmless.wholly))
    by_clause_9 = list(harmless_examples((), harmless.by_clause_9))
    # Before the first course, which takes long: what cannot be read stops all of them.
    read = [(course, course.texts(rows, folders)) for course in map(COURSES.__getitem__, only)]
    flagged: dict[str, None] = {}
    plain: set[str] = set()
    for course, examples in read:
        more = () if course is FROM_POSTS else by_clause_9
        innocent = [one for one in dict.fromkeys((*everyone, *more)) if _counts_for(course, one)]
        say(f"{', '.join(course.plans)}: {len(examples)} texts, {len(innocent)} harmless sentences")
        learned, spoiled, still = _learned(course, examples, innocent, lists, say)
        plain |= spoiled
        tables = [_table(name, own, old.get(name)) for name, own in learned.items()]
        _write(tables, out, len(examples), len(innocent))
        flagged |= dict.fromkeys(still)
    out.mkdir(parents=True, exist_ok=True)
    (out / PLAIN).write_text("\n".join(written_plain(_with(lists.plain, plain))) + "\n", encoding="utf-8")
    return list(flagged)


def _old_tables(lists: Lists, out: Path) -> Mapping[str, Table]:
    """By name: the tables of the lists, and over them what stands in `out`. FaultyLists where that is faulty."""
    old = {table.id: table for table in lists.learned}
    faults: list[Fault] = []
    for path in (out / f"{name}.tsv" for name in HEADS):
        if path.is_file():
            collected = Faults.of(path, out.parent)
            table = read_table(path, collected)
            faults += collected.found
            old[table.id] = _over(old[table.id], table) if table.id in old else table
    refuse_fatal(faults)
    return old


def _old_plain(lists: Plain, out: Path) -> Plain:
    """The plain words of the lists and of `out`. FaultyLists where those are faulty."""
    faults = Faults.of(out / PLAIN, out.parent)
    plain = plain_in(out / PLAIN, faults)
    refuse_fatal(faults.found)
    return Plain({*lists.words, *plain.words}, lists.let_go | plain.let_go)


def _over(lists: Table, out: Table) -> Table:
    """The lists' table, and over it the head of the one in `out` and what is fixed there."""
    # an earlier run wrote the other rows: none of them takes back what the lists strike
    fixed = replace(out, rows=tuple(row for row in out.rows if row.state))
    title = out.title if out.title.bn else lists.title
    return replace(lists.under(fixed, Faults(out.file)), title=title, unless=out.unless or lists.unless)


def _with(plain: Plain, more: Iterable[str]) -> Plain:
    """What a maintainer or an earlier learning wrote stays, and what was let go."""
    return Plain({*plain.words, *more}, plain.let_go)


def _counts_for(course: Course, harmless: Example) -> bool:
    """Everyday talk breaks no letter of clause 9; family life and small talk are in it all the same."""
    return course is not FROM_POSTS or harmless.source != EVERYDAY


def _learned(
    course: Course, examples: Sequence[Example], innocent: Sequence[Example], lists: Lists, say: Say
) -> tuple[Mapping[str, list[Row]], frozenset[str], list[str]]:
    """(the rows of each table, plain words that they spoil, the harmless texts that are still flagged after as many rounds as there are)."""
    learner = Learner([*examples, *innocent], Ruleset(replace(lists, learned=())), lists.names, course)
    guarded = [len(examples) + n for n, example in enumerate(innocent) if not example.source.startswith(ASIDE)]
    learner.stress(guarded, STRESS)  # one of these that is flagged stops a server
    for _ in range(ROUNDS):
        learned = learner.learn()
        spoiled = learner.spoiled(learned)
        flagged = _flagged(innocent, replace(lists, plain=_with(lists.plain, spoiled)), learned)
        say(f"harmless sentences flagged: {len(flagged)}")
        if not flagged:
            break
        learner.stress([len(examples) + number for number in flagged], STRESS)
    return learned, spoiled, [innocent[number].text for number in flagged]


def _flagged(innocent: Sequence[Example], lists: Lists, learned: Mapping[str, Sequence[Row]]) -> list[int]:
    tables = tuple(table_of(name, rows) for name, rows in learned.items())
    ruleset = Ruleset(replace(lists, learned=tables))
    return [n for n, example in enumerate(innocent) if ruleset.learned.look(example.text)]


def _table(name: str, rows: Sequence[Row], old: Table | None) -> Table:
    """The table to be written: what a maintainer fixed in the old one, what its head says to writers and what silences it stay."""
    if old is None:
        return table_of(name, rows)
    table = table_of(name, kept({row.entry: row for row in old.rows}, rows))
    said = old if old.message.bn else table
    title = old.title if old.title.bn else table.title
    return replace(table, title=title, message=said.message, instead=said.instead, unless=old.unless)


def _write(tables: Sequence[Table], out: Path, examples: int, innocent: int) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for table in tables:
        head = [
            "শেখা ওজন: একই অংশে ওজনের যোগফল ১ হলে জানায়। ভুল সারিতে শেষ ঘরে struck লিখুন; রাখতে চাইলে pinned।",
            "Learned weights: a stretch of text whose weights reach 1 is a finding. Write struck in a row's last column",
            "to drop it for good, pinned to keep its weight; `flask --app wsgi wordlists learn` leaves both as they are.",
            *(f"{name}: {value}" for name, value in written_head(table).items()),
            "method: logistic regression, scaled by naive Bayes, threshold by cross-validation",
            f"learned: {datetime.date.today().isoformat()}, {examples} texts, {innocent} harmless sentences",
            "entry, weight, hits (texts of the table's kind), misses (other texts), state",
        ]
        lines = "\n".join(written(head, table.rows))
        (out / f"{table.id}.tsv").write_text(lines + "\n", encoding="utf-8")
