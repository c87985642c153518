"""A table of learned evidence, `learned/CLAUSE.tsv`: a head of `# name: value` lines, then rows sorted by entry.

Columns, parted by tabs: entry, weight, hits (texts of the clause with it), misses (other texts with it), state.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from server.bilingual import Bilingual, in_bangla
from server.severity import BY_WORD, Severity
from server.text.normalise import normalise
from server.wordlists.reading.broken import no_colon
from server.wordlists.reading.faults import Faults, closest
from server.wordlists.reading.fields import NO_TEXT
from server.wordlists.reading.schema import WordList
from server.wordlists.reading.source import lines_of

FOLDER = "learned"
STATES = ("", "struck", "pinned")
HEAVIEST = 10.0  # a weight of 1 is a finding by itself; nothing needs more than ten
COLUMNS = 5
MISTYPED = 0.75  # how like a name of the head a line begins that is meant for one
BELOW_BLOCK = [word for word, severity in BY_WORD.items() if severity < Severity.BLOCK]  # what is learned never blocks
_SUM = re.compile(r"\d(\.\d+)?")
_CHECK = re.compile("[a-z]+/[a-z][a-z-]*")
_OVER = ("message.bn", "message.en", "instead.bn", "instead.en")  # what of a head an office's own table may change


class Written(dict[str, str]):
    """What the `# name: value` lines of a head say, by name and as written; `lines`: where each stands, 1-based."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}

    def line(self, *names: str) -> int:
        """Where the first of these stands that is there; else the file's first line."""
        return next((self.lines[name] for name in names if name in self.lines), 1)


class Row(NamedTuple):
    """One entry. `state`: "" (a later run may change it), struck (never counts), pinned (keeps its weight)."""

    entry: str
    weight: float
    hits: int = 0
    misses: int = 0
    state: str = ""
    line: int = 0  # 1-based


@dataclass(frozen=True)
class Table:
    """One file. `head`: what its `# name: value` lines say, by name and as written; the fields before are made of them."""

    id: str
    file: str  # from the lists' folder on, as faults name it
    clause: str
    title: Bilingual
    message: Bilingual
    rows: tuple[Row, ...]
    check: str = ""  # whose finding it is: folder/id of a list or a kind; else learned/ and the table's id
    severity: Severity = Severity.WARN
    rival: str = ""  # of tables that share this word only the one with the highest sum is told
    adds_to: str = ""  # no finding of its own: its rows count in every table with this word as `rival`
    beside: float = 0  # the sum that counts where another letter is told in the same stretch; 0: as anywhere
    cued: float = 0  # the sum that is enough where a phrase of one of its `cues` stands in the stretch; 0: as anywhere
    cues: tuple[str, ...] = ()  # groups, by id
    sentence: float = 0  # the sum that is enough for one sentence of a longer text; 0: none is looked at by itself
    # what each distinct word that a stretch has less than `learned.parts.FULL_WORDS` takes from its sum
    few_words: float = 0
    joined: float = 0  # the sum that is enough where a rival leans to the stretch too; 0: as anywhere
    other_words: float = 0  # what words that are neither names nor little ones have to add to a sum that is enough
    unless: tuple[str, ...] = ()  # groups: where a phrase of one stands in the sentences of what is told, nothing is
    instead: Bilingual = NO_TEXT  # what to write instead, where the clause's own words do not fit
    head: Written = field(default_factory=Written)

    def as_list(self) -> WordList:
        """The list that its findings name: the check's own, so that to a check they are like any other match."""
        folder, _, name = (self.check or f"{FOLDER}/{self.id}").partition("/")
        return WordList(folder, name, self.file, self.clause, self.title, self.message, (), instead=self.instead)

    def counting(self) -> Iterator[Row]:
        """The rows that no maintainer struck."""
        return (row for row in self.rows if row.state != "struck")

    def under(self, local: Table, faults: Faults) -> Table:
        """This table with the rows of an office's own laid over it."""
        self._tell_vain(local.head, faults)
        rows = {row.entry: row for row in self.rows}
        for row in local.rows:
            entry = row.entry if row.entry in rows else normalise(row.entry)
            if row.state == "struck" and entry not in rows:  # a hint: the next release may have dropped the entry
                faults.add(
                    row.line,
                    f"struck: ‘{row.entry}’ এই সারণিতে নেই; বানান মিলিয়ে লিখুন বা সারিটি মুছুন",
                    f"struck: no entry '{row.entry}' in this table; check the spelling, or delete the row",
                    fatal=False,
                )
            rows[entry] = row._replace(entry=entry)
        message = local.message if local.message.bn else self.message
        instead = local.instead if local.instead.bn else self.instead
        return replace(self, rows=tuple(rows.values()), message=message, instead=instead)

    def _tell_vain(self, head: Written, faults: Faults) -> None:
        """A hint for each line of an office's own head that says otherwise than this one's and changes nothing."""
        for name in head:
            if name in _SAID and name not in _OVER and head[name] != self.head.get(name):
                faults.add(
                    head.lines[name],
                    f"‘{name}:’ এখানে কিছু বদলায় না, মূল সারণির শুরুতে যা আছে তা-ই থাকে; লাইনটি মুছুন (message ও instead বদলানো যায়)",
                    f"'{name}:' changes nothing here, the head of the shipped table stays; delete the line (message and instead may be changed)",
                    fatal=False,
                )


# What a head says of a table, by name, in the order of the file.
_SAID: Mapping[str, Callable[[Table], str]] = {
    "clause": lambda table: table.clause,
    "check": lambda table: table.check,
    "severity": lambda table: table.severity.word,
    "rival": lambda table: table.rival,
    "adds_to": lambda table: table.adds_to,
    "beside": lambda table: f"{table.beside:g}" if table.beside else "",
    "cued": lambda table: f"{table.cued:g}" if table.cued else "",
    "cues": lambda table: ", ".join(table.cues),
    "sentence": lambda table: f"{table.sentence:g}" if table.sentence else "",
    "few_words": lambda table: f"{table.few_words:g}" if table.few_words else "",
    "joined": lambda table: f"{table.joined:g}" if table.joined else "",
    "other_words": lambda table: f"{table.other_words:g}" if table.other_words else "",
    "unless": lambda table: ", ".join(table.unless),
    "title.bn": lambda table: table.title.bn,
    "title.en": lambda table: table.title.en,
    "message.bn": lambda table: table.message.bn,
    "message.en": lambda table: table.message.en,
    "instead.bn": lambda table: table.instead.bn,
    "instead.en": lambda table: table.instead.en,
}
HEAD = (*_SAID, "method", "learned")
# a name, what is no colon, the rest
_NO_COLON = re.compile(r"# *([a-z]+(?:[._][a-z]+)?) ?([ঃ\uff1a]|(?=\s(?!\s*:)))(.*)")


def written_head(table: Table) -> dict[str, str]:
    """What the head of a table's file says, by name; nothing that is empty."""
    said = {name: say(table) for name, say in _SAID.items()}
    return {name: value for name, value in said.items() if value}


def _read_remark(line: str, number: int, head: Written, faults: Faults) -> None:
    """A line that begins with #: a remark, or one of the head; a fault where its colon is none."""
    bare = _NO_COLON.match(line)
    if bare and bare[1] in HEAD and (bare[2] or not bare[1].isalpha()):  # with no sign a word may begin a remark
        faults.add(number, *no_colon(*bare.groups()))
        return
    name, colon, value = line[1:].partition(":")
    if colon:
        _read_head(name.strip(), value.strip(), number, head, faults)


def _read_head(name: str, value: str, number: int, head: Written, faults: Faults) -> None:
    """One line of the head. Any other line with a colon is a remark, but what is nearly a name of the head is one mistyped."""
    meant = [] if name in HEAD else closest(name.lower(), HEAD)
    if meant and SequenceMatcher(None, name.lower(), meant[0]).ratio() >= MISTYPED:
        faults.add(
            number,
            f"‘{name}:’ নামে কিছু নেই, তাই লাইনটি কাজ করে না; ‘{meant[0]}:’ লিখুন",
            f"there is no '{name}:', so the line does nothing; write '{meant[0]}:'",
        )
    if name in HEAD and name in head:
        faults.add(number, f"‘{name}’ দুইবার আছে; একটি রাখুন", f"'{name}' stands twice; keep one")
    head[name] = value
    head.lines[name] = number


def read_table(path: Path, faults: Faults) -> Table:
    """The table in that file. Every fault is told, none stops the reading."""
    head, rows = _read_lines(path, faults)
    severity, check, cues = _read_severity(head, faults), _read_check(path.stem, head, faults), _read_cues(head, faults)
    return Table(
        path.stem,
        faults.file,
        head.get("clause", f"9.{path.stem}"),
        title=Bilingual(head.get("title.bn", ""), head.get("title.en", "")),
        message=Bilingual(head.get("message.bn", ""), head.get("message.en", "")),
        rows=rows,
        check=check,
        severity=severity,
        rival=head.get("rival", ""),
        adds_to=head.get("adds_to", ""),
        beside=_read_sum("beside", head, faults),
        cued=_read_sum("cued", head, faults) if cues else 0,
        cues=cues,
        sentence=_read_sum("sentence", head, faults, least=1, most=3),
        few_words=_read_sum("few_words", head, faults),
        joined=_read_sum("joined", head, faults),
        other_words=_read_sum("other_words", head, faults),
        unless=_names_in(head, "unless"),
        instead=_read_instead(head, faults),
        head=head,
    )


def _read_lines(path: Path, faults: Faults) -> tuple[Written, tuple[Row, ...]]:
    """What the head says by name, and the rows."""
    head = Written()
    rows: dict[str, Row] = {}
    for number, line in enumerate(lines_of(path, faults), 1):
        if line.startswith("#"):
            _read_remark(line, number, head, faults)
        elif line.strip():
            row = _read_row(line, number, faults)
            if row and row.entry in rows:
                faults.add(number, f"‘{row.entry}’ আগেও আছে; একটি মুছুন", f"'{row.entry}' stands already; delete one")
            elif row:
                rows[row.entry] = row
    return head, tuple(rows.values())


def _read_severity(head: Written, faults: Faults) -> Severity:
    word = head.get("severity", Severity.WARN.word)
    if word in BELOW_BLOCK:
        return Severity.of(word)
    known = ", ".join(BELOW_BLOCK)
    faults.add(
        head.line("severity"),
        f"severity: ‘{word}’ চলে না; এগুলোর একটি লিখুন: {known}",
        f"severity: '{word}' cannot be; write {known}",
    )
    return Severity.WARN


def _read_instead(head: Written, faults: Faults) -> Bilingual:
    """What to write instead; a fault where it has no Bangla, which every writer reads."""
    instead = Bilingual(head.get("instead.bn", ""), head.get("instead.en", ""))
    if instead.en and not instead.bn:
        faults.add(
            head.line("instead.en"),
            "‘instead’-এর বাংলা নেই; instead.bn: লিখুন",
            "'instead' has no Bangla; write instead.bn:",
        )
    return instead


def _read_check(table: str, head: Written, faults: Faults) -> str:
    check = head.get("check", f"{FOLDER}/{table}")
    if "check" not in head and not _CHECK.fullmatch(check):
        faults.add(
            1,
            f"ফাইলের নাম ‘{table}.tsv’ চলে না; মূল সারণির নাম দিন, যেমন nga.tsv, নইলে ছোট হাতের ইংরেজি অক্ষর ও হাইফেন",
            f"the file's name '{table}.tsv' cannot be; name it as the shipped table, as in nga.tsv, or with lower-case letters and hyphens",
        )
    elif not _CHECK.fullmatch(check):
        faults.add(
            head.line("check"),
            f"check: ‘{check}’ হয় না; ফোল্ডার/তালিকা লিখুন, যেমন purpose/adverts",
            f"check: '{check}' cannot be; write folder/list, as in purpose/adverts",
        )
    return check


def _read_cues(head: Written, faults: Faults) -> tuple[str, ...]:
    cues = _names_in(head, "cues")
    if bool(cues) != ("cued" in head):
        faults.add(
            head.line("cued", "cues"),
            "cued: ও cues: একসঙ্গে লিখুন; একটিতে যোগফল, অন্যটিতে group-এর নাম",
            "write cued: and cues: together; the sum in one, the groups' names in the other",
        )
    return cues


def _names_in(head: Mapping[str, str], name: str) -> tuple[str, ...]:
    """The ids of groups that a line of the head lists."""
    return tuple(head.get(name, "").replace(",", " ").split())


def _read_sum(name: str, head: Written, faults: Faults, least: int = 0, most: int = 1) -> float:
    """A sum between these two that a line of the head gives; 0 where there is none."""
    if name not in head:
        return 0
    written_there = head[name]
    if _SUM.fullmatch(written_there) and least <= float(written_there) <= most:
        return float(written_there)
    faults.add(
        head.line(name),
        f"{name}: ‘{written_there}’ হয় না; {in_bangla(least)} থেকে {in_bangla(most)}-এর মধ্যে লিখুন, যেমন {least}.5",
        f"{name}: '{written_there}' cannot be; write a number from {least} to {most}, as in {least}.5",
    )
    return 0


def _read_row(line: str, number: int, faults: Faults) -> Row | None:
    cells = [cell.strip() for cell in line.split("\t")]
    if any(len(cell) > 1 and cell[0] == cell[-1] == '"' for cell in cells):
        faults.add(
            number,
            'ঘরের চারপাশের উদ্ধৃতিচিহ্ন (") মুছুন; স্প্রেডশিটে সংরক্ষণ করলে এগুলো বসে',
            'take the quotation marks (") around the cell away; a spreadsheet puts them there when it saves',
        )
        return None
    cells += [""] * (COLUMNS - len(cells))
    entry, weight, hits, misses, state = cells[:COLUMNS]
    beyond = " ".join(filter(None, cells[COLUMNS:]))
    if beyond:
        faults.add(
            number,
            f"‘{beyond}’ পঞ্চম ঘরের পরে আছে, তাই পড়া হয় না; বাড়তি ট্যাব মুছুন",
            f"'{beyond}' stands behind the fifth column and is never read; take the tab out that is too many",
        )
    row = _row_of(entry, weight, hits, misses, state, number)
    if row is None:
        bn, en = _wrong_cells(entry, weight, [hits, misses])
        faults.add(
            number,
            f"{bn}; সারিটি এভাবে লিখুন, মাঝে ট্যাব: কথা, ওজন (-10 থেকে 10, যেমন -0.5), পাওয়া, অন্যত্র, অবস্থা",
            f"{en}; write the row with tabs between as entry, weight (-10 to 10, such as -0.5), hits, misses, state",
        )
        return None
    if state not in STATES:
        faults.add(
            number,
            f"অবস্থা ‘{state}’ নেই; ফাঁকা, struck বা pinned লিখুন",
            f"no state '{state}'; write struck, pinned or nothing",
        )
        return None
    return row


def _row_of(entry: str, weight: str, hits: str, misses: str, state: str, number: int) -> Row | None:
    """The row that these cells make; None where one of them can be none of a row's."""
    try:
        row = Row(entry, float(weight), int(hits or 0), int(misses or 0), state, number)
    except ValueError:
        return None
    return row if entry and math.isfinite(row.weight) and abs(row.weight) <= HEAVIEST else None


def _wrong_cells(entry: str, weight: str, counts: Iterable[str]) -> Bilingual:
    """What keeps a row from being read."""
    if not entry or not weight:
        return Bilingual("কথা ও ওজন দুই ঘরে নেই", "entry and weight are not in two cells")
    count = next((cell for cell in counts if cell and not cell.isdecimal()), "")
    if count:
        return Bilingual(f"‘{count}’ কোনো গোনা সংখ্যা নয়", f"'{count}' is no count")
    return Bilingual(f"‘{weight}’ ওজন হয় না", f"'{weight}' is no weight")


def written(head: Iterable[str], rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a table's file: the head as comments, the rows sorted by entry."""
    yield from (f"# {line}" for line in head)
    for row in sorted(rows):
        yield f"{row.entry}\t{row.weight:.3g}\t{row.hits}\t{row.misses}\t{row.state}".rstrip("\t")
