"""Writes what was learned: learned/CLAUSE.tsv, with the head that a maintainer reads first. Development only."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from server.severity import Bilingual
from server.wordlists.faults import Faults
from server.wordlists.learn import Learner, kept
from server.wordlists.learn_rows import Example, harmless_examples, read_examples
from server.wordlists.load import Lists, load
from server.wordlists.ruleset import Ruleset
from server.wordlists.table import FOLDER, Row, Table, read_table, written

ROUNDS = 5  # how often harmless sentences that are flagged are given more weight
STRESS = 4.0  # how much more each time
SAID = {
    "nga": Bilingual(
        "কথাগুলো একসঙ্গে কাউকে হেয় করার মতো শোনাচ্ছে বলে মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
        "Taken together, these words seem to demean someone; please read it once more.",
    ),
    "kha": Bilingual(
        "এ ধরনের কথায় কারও ধর্মীয় অনুভূতিতে আঘাত লাগতে পারে বলে মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
        "Wording like this may hurt religious feelings; please read it once more.",
    ),
    "ga": Bilingual(
        "কথাগুলো দলীয় রাজনীতির বলে মনে হচ্ছে; দপ্তরের পোস্টে তা থাকা উচিত কি না, অনুগ্রহ করে দেখুন।",
        "This reads like party politics; please see whether it belongs in an office's post.",
    ),
    "cha": Bilingual(
        "এ ধরনের কথা নারী-পুরুষের প্রতি অসম্মানজনক বলে মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
        "Wording like this seems to be disrespectful of women or men; please read it once more.",
    ),
    "chha": Bilingual(
        "এ ধরনের কথায় মানুষ উত্তেজিত বা আতঙ্কিত হতে পারে বলে মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
        "Wording like this may inflame or frighten people; please read it once more.",
    ),
}
TITLES = {
    "nga": Bilingual("হেয় করার কথা (শেখা)", "Demeaning words (learned)"),
    "kha": Bilingual("ধর্মীয় অনুভূতিতে আঘাত (শেখা)", "Hurt to religious feelings (learned)"),
    "ga": Bilingual("দলীয় রাজনীতি (শেখা)", "Party politics (learned)"),
    "cha": Bilingual("লিঙ্গবৈষম্যমূলক কথা (শেখা)", "Contempt of a gender (learned)"),
    "chha": Bilingual("উত্তেজনা ও আতঙ্ক (শেখা)", "Incitement and panic (learned)"),
}


def learn_tables(
    data: Path, folders: Sequence[Path], out: Path, harmless: Sequence[Path], say: Callable[[str], object]
) -> list[str]:
    """Learns from the rows of `data`, writes the tables into `out`; returns the harmless texts still flagged."""
    lists = load(folders)[0]
    by_hand = Ruleset(replace(lists, learned=()))
    innocent = list(dict.fromkeys(harmless_examples(folders, harmless)))
    rows = list(read_examples(data))
    say(f"{len(rows)} texts, {len(innocent)} harmless sentences")
    learner = Learner([*rows, *innocent], by_hand, lists.names)
    flagged: list[int] = []
    for _ in range(ROUNDS):
        learned = learner.learn()
        tables = list(_tables(learned, out))
        flagged = _flagged(innocent, lists, tables)
        say(f"harmless sentences flagged: {len(flagged)}")
        if not flagged:
            break
        learner.stress([len(rows) + number for number in flagged], STRESS)
    _write(tables, out, len(rows), len(innocent))
    return [innocent[number].text for number in flagged]


def _tables(learned: Mapping[str, Sequence[Row]], out: Path) -> Iterator[Table]:
    for clause, rows in learned.items():
        path = out / f"{clause}.tsv"
        old = read_table(path, out.parent, Faults.of(path, out.parent)) if path.is_file() else None
        fixed = {row.entry: row for row in old.rows} if old else {}
        title, message = (old.title, old.message) if old and old.message.bn else (TITLES[clause], SAID[clause])
        yield Table(clause, f"{FOLDER}/{clause}.tsv", f"9.{clause}", title, message, tuple(kept(fixed, rows)))


def _flagged(innocent: Sequence[Example], lists: Lists, tables: Sequence[Table]) -> list[int]:
    ruleset = Ruleset(replace(lists, learned=tuple(tables)))
    return [n for n, example in enumerate(innocent) if ruleset.learned.look(example.text)]


def _write(tables: Sequence[Table], out: Path, rows: int, innocent: int) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for table in tables:
        head = [
            "শেখা ওজন: একই অংশে ওজনের যোগফল ১ হলে সতর্ক করে। ভুল সারিতে শেষ ঘরে struck লিখুন; রাখতে চাইলে pinned।",
            "Learned weights: a stretch of text whose weights reach 1 is a finding. Write struck in a row's last column",
            "to drop it for good, pinned to keep its weight; `flask --app wsgi wordlists learn` leaves both as they are.",
            f"clause: {table.clause}",
            f"title.bn: {table.title.bn}",
            f"title.en: {table.title.en}",
            f"message.bn: {table.message.bn}",
            f"message.en: {table.message.en}",
            "method: naive-Bayes-scaled logistic regression, threshold by cross-validation",
            f"learned: {datetime.date.today().isoformat()}, {rows} labelled texts, {innocent} harmless sentences",
            "entry, weight, hits (texts of the clause), misses (other texts), state",
        ]
        lines = "\n".join(written(head, table.rows))
        (out / f"{table.id}.tsv").write_text(lines + "\n", encoding="utf-8")
