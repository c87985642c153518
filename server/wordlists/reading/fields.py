"""How each field of a list is read: its value, or a fault that says what to write."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

import regex
import yaml

from server.bilingual import Bilingual, in_bangla
from server.severity import BY_WORD, Severity
from server.text.words import spelled
from server.wordlists.reading.faults import Faults, closest
from server.wordlists.reading.pieces import (
    BETWEEN,
    UNREADABLE,
    is_number,
    parts_of,
    refuse_ansi,
    refuse_comma,
    refuse_lost,
    refuse_pieces,
)
from server.wordlists.reading.source import Entry, Fields, Node, items, mapping, refuse_run_on, text, texts

MAX_WITHIN = 30
ENOUGH = 1.0  # what weights add up to that are a finding
LIKE_FIELD = 0.6  # names of fields are short: less like, another one is meant
OF_A_LIST = "terms"  # the field that no other file has
NONE = ("no", "none", "off", "false", "না", "নেই", "বন্ধ")  # what somebody writes into a field that is to hold nothing
BRACKETS = {*"[](){}［］（）"}
LOST = 2  # question marks that stand in place of a word
DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")  # of a list or group
DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
NO_TEXT = Bilingual("", "")
_BRACES = re.compile(r"\{[^{}]*\}")
_LETTER = r"[\p{L}\p{M}\p{N}\u200c\u200d]"  # vowel signs and joiners too
CURE = regex.compile(rf"(?:{_LETTER}|[ '’&+%-]|(?<={_LETTER})[.,](?= ?{_LETTER}))*{_LETTER}[+%]?")  # ইউ.এন.ও, LGBT+


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the marks [[...]] taken out; `marked` are their spans in code points."""

    text: str
    marked: tuple[tuple[int, int], ...]
    line: int


def refuse_unknown(fields: Fields, known: Iterable[str], faults: Faults) -> None:
    """A fault for every field that is not among `known`, with the closest of them; one alone for a list in another file's place."""
    names = list(known)
    if OF_A_LIST in fields and OF_A_LIST not in names:
        faults.add(
            fields[OF_A_LIST].line,
            f"এখানে ‘{OF_A_LIST}’ নেই; শব্দতালিকা হলে ফাইলটি prohibited/ বা অন্য তালিকার ফোল্ডারে, group হলে groups/-এ রাখুন",
            f"no '{OF_A_LIST}' here; a word list belongs in prohibited/ or another folder of lists, a group in groups/",
        )
        return
    for name, entry in fields.items():
        if name not in names:
            close = closest(name, names, LIKE_FIELD)
            bn, en = (
                (f"‘{close[0]}’ লিখুন", f"write '{close[0]}'")
                if close
                else (
                    f"এগুলোর একটি লিখুন: {', '.join(names)}",
                    f"write one of: {', '.join(names)}",
                )
            )
            faults.add(entry.line, f"অজানা ঘর ‘{name}’; {bn}", f"unknown field '{name}'; {en}")


def refuse_missing(name: str, faults: Faults) -> None:
    """A fault for a field that the head must have."""
    bn, en = (" (group হলে ফাইলটি groups/-এ রাখুন)", " (a group belongs in groups/)") if name == "clause" else ("", "")
    faults.add(1, f"‘{name}’ ঘরটি নেই; ফাইলের শুরুতে লিখুন{bn}", f"'{name}' is missing; write it in the head{en}")


def rows_of(fields: Fields, faults: Faults) -> list[Node]:
    """The rows of a list or group; a hint where there is none, and none is taken out of an older one either."""
    entry = fields.get(OF_A_LIST)
    if entry and "retire" not in fields and isinstance(entry.node, yaml.SequenceNode) and not entry.node.value:
        faults.add(
            entry.line,
            f"‘{OF_A_LIST}’ খালি, তাই কিছুই ধরা পড়ে না; সারি লিখুন বা ফাইলটি মুছুন",
            f"'{OF_A_LIST}' is empty, so nothing is found; write rows, or delete the file",
            fatal=False,
        )
    return items(entry, faults, OF_A_LIST)


def id_of(entry: Entry | None, faults: Faults) -> str:
    """The id of a list or group as its head has it, "" for none; a fault where it does not look like one."""
    named = text(entry, faults, "id")
    if entry and named and not ID.match(named):
        faults.add(
            entry.line,
            f"id ‘{named}’: ছোট হাতের ইংরেজি অক্ষর, অঙ্ক ও হাইফেন লিখুন",
            f"id '{named}': write lower-case letters, digits and hyphens",
        )
    return named


def bilingual(entry: Entry | None, faults: Faults, name: str) -> Bilingual:
    """A text in two languages, of which the Bangla must be there."""
    if entry is None:
        return NO_TEXT
    if isinstance(entry.node, yaml.ScalarNode):
        faults.add(
            entry.line,
            f"‘{name}’-এর নিচে bn: ও en: লিখুন, কোলনের পরে ফাঁকা দিয়ে",
            f"write bn: and en: below '{name}', a space behind each colon",
        )
        return NO_TEXT
    fields = mapping(entry.node, faults)
    refuse_unknown(fields, ("bn", "en"), faults)
    if not text(fields.get("bn"), faults, "bn"):
        faults.add(entry.line, f"‘{name}’-এর বাংলা নেই; bn: লিখুন", f"'{name}' has no Bangla; write bn:")
    for own in fields.values():
        refuse_ansi(text(own, Faults(faults.file), name), own.line, faults)
    return Bilingual(text(fields.get("bn"), faults, "bn"), text(fields.get("en"), faults, "en"))


def message(entry: Entry, faults: Faults, name: str) -> Bilingual:
    """As `bilingual`, of what the writer reads; a fault for any other name in braces than that of the words found."""
    said = bilingual(entry, faults, name)
    for other in dict.fromkeys(_BRACES.findall(" ".join(said))):
        if other != "{match}":
            faults.add(
                entry.line,
                f"{name}: ‘{other}’ লেখককে এভাবেই দেখানো হবে; পাওয়া শব্দের জায়গায় {{match}} লিখুন",
                f"{name}: the writer would read '{other}' as it is; write {{match}} for the words found",
            )
    return said


def one_of(words: Iterable[str]) -> Callable[[Entry, Faults, str], Any]:
    """A reader of a field that takes one of these words."""
    allowed = tuple(words)

    def reader(entry: Entry, faults: Faults, name: str) -> Any:
        value = text(entry, faults, name)
        if value in allowed:
            return value
        refuse_choice(name, value, allowed, entry.line, faults)
        return None

    return reader


def refuse_choice(name: str, value: str, allowed: Iterable[str], line: int, faults: Faults) -> None:
    """A fault for a value that is none of these."""
    choices = ", ".join(allowed)
    faults.add(
        line, f"{name}: ‘{value}’ চলে না; এগুলোর একটি লিখুন: {choices}", f"{name}: not '{value}'; write one of: {choices}"
    )


def severity(entry: Entry, faults: Faults, name: str) -> Severity | None:
    """advise, warn or block."""
    word = one_of(BY_WORD)(entry, faults, name)
    return Severity.of(word) if word else None


def words(entry: Entry, faults: Faults, name: str) -> tuple[str, ...]:
    """A list of texts, or one text. What forgives stands in hundreds of rules: each text is kept once."""
    refuse_comma(entry.node, faults)
    return tuple(intern(value) for value, _ in texts(entry, faults, name) or ())


def cures(entry: Entry, faults: Faults, name: str) -> tuple[str, ...]:
    """As `words`, of texts that are put into a post as they are; a fault for signs around them, or in place of a word."""
    if _refuse_bare(entry, faults, name):
        return ()
    if none := _said_for_none(entry):
        faults.add(
            entry.line,
            f"{name}: লেখককে ‘{none}’ কথাটিই দেওয়া হবে; বদলে দেওয়ার কিছু না থাকলে লাইনটি মুছুন",
            f"{name}: the writer would be offered '{none}'; delete the line where there is nothing to offer",
        )
    for value, line in texts(entry, Faults(faults.file), name) or ():
        if not CURE.fullmatch(value):
            faults.add(
                line,
                f"{name}: ‘{value}’ লেখায় এভাবেই বসবে; শুধু কথাটি লিখুন, উদ্ধৃতিচিহ্ন, বন্ধনী ও দাঁড়ি ছাড়া",
                f"{name}: '{value}' would stand in the post as it is; write the words alone, with no quotation marks, brackets or stops",
            )
    return words(entry, faults, name)


def filled(reader: Callable[[Entry, Faults, str], Any]) -> Callable[[Entry, Faults, str], Any]:
    """The same reader; a fault where nothing stands in the field: what was meant for it, not far enough in, became rows of the list."""

    def told(entry: Entry, faults: Faults, name: str) -> Any:
        node = entry.node
        if isinstance(node, yaml.ScalarNode) and not node.style and not node.value.strip():
            faults.add(
                entry.line,
                f"‘{name}’ ঘরটি খালি; কথাগুলো ‘{name}’-এর চেয়ে ভেতরে লিখুন (বরাবর লিখলে তালিকার সারি হয়ে যায়), নইলে লাইনটি মুছুন",
                f"'{name}' is empty; write its texts further in than '{name}' (less far in they are rows of the list), or delete the line",
            )
        return reader(entry, faults, name)

    return told


def groups(entry: Entry, faults: Faults, name: str) -> tuple[str, ...]:
    """The groups of a near-rule; a fault for a row of them without brackets, which YAML reads as one text."""
    node = entry.node
    if not isinstance(node, yaml.ScalarNode) or not BETWEEN.search(node.value):
        return words(entry, faults, name)
    found = _bare_parts(node)
    shown = f"{name}: [{', '.join(found)}]"
    faults.add(entry.line, f"group-গুলো বন্ধনীতে লিখুন: {shown}", f"write the groups in brackets: {shown}")
    return found


def _refuse_bare(entry: Entry, faults: Faults, name: str) -> bool:
    """A fault for several texts behind a field's name with no brackets around: YAML reads them as one, which stands in no draft."""
    node = entry.node
    if not isinstance(node, yaml.ScalarNode) or node.style or len(parts_of(node)) < 2 or is_number(node):
        return False
    shown = f"{name}: [{', '.join(_bare_parts(node))}]"
    faults.add(
        entry.line,
        f"একাধিক কথা বন্ধনীতে লিখুন: ‘{shown}’; একটিই কথা হলে উদ্ধৃতিচিহ্নে",
        f"write several texts in brackets: '{shown}'; one text in quotation marks",
    )
    return True


def _bare_parts(node: yaml.ScalarNode) -> tuple[str, ...]:
    """`parts_of` without brackets around them all that are none of YAML's, or only half there: (a, b); a, b]."""
    value = node.value.strip()
    bare = value if BRACKETS & {*value[1:-1]} else value.strip("".join(BRACKETS))
    return tuple(filter(None, (part.strip() for part in BETWEEN.split(bare))))


def row_names(entry: Entry, faults: Faults, name: str) -> list[tuple[str, int]]:
    """The names of rows with their lines; a fault for several behind the field's name with no brackets around."""
    return [] if _refuse_bare(entry, faults, name) else texts(entry, faults, name) or []


def phrases(entry: Entry, faults: Faults, name: str, exact: str = "") -> tuple[str, ...]:
    """As `words`, of texts that are looked for in drafts; a fault for one in which there is no word. `exact`: as `refuse_no_phrases` has it."""
    found = [(intern(value), line) for value, line in texts(entry, faults, name) or ()]
    refuse_no_phrases(entry, faults, name, exact)
    kept = []
    for (value, line), inside in zip(found, spelled([value for value, _ in found]), strict=True):
        if inside:
            kept.append(value)
        else:
            no_letter(value, line, faults)
    return tuple(kept)


def refuse_no_phrases(entry: Entry, faults: Faults, name: str, exact: str = "") -> None:
    """A fault for each of a field's texts that is not one phrase to look for. `exact`: the sign that may stand before one."""
    if not _refuse_bare(entry, faults, name):
        for node in entry.node.value if isinstance(entry.node, yaml.SequenceNode) else (entry.node,):
            refuse_pieces(node, faults, exact)


def _said_for_none(entry: Entry) -> str:
    """What stands in the field where it is one of `NONE` alone, with no quotation marks that say it is meant; else ""."""
    node = entry.node
    said = node.value.strip() if isinstance(node, yaml.ScalarNode) and not node.style else ""
    return said if said.lower() in NONE else ""


def spellings(entry: Entry, faults: Faults, name: str) -> tuple[str, ...]:
    """As `phrases`; a fault where nothing is written, or that there is nothing: only [] says that there are to be none."""
    if none := _said_for_none(entry):
        faults.add(
            entry.line,
            f"{name}: ‘{none}’ একটি বানান হিসেবেই খোঁজা হবে; বাংলিশে না ধরতে চাইলে [] লিখুন",
            f"{name}: '{none}' would be looked for as a spelling; write [] to switch Banglish off",
        )
        return ()
    if isinstance(entry.node, yaml.ScalarNode) and not entry.node.value.strip():
        faults.add(
            entry.line,
            f"{name}: ঘরটি খালি; বানানগুলো লিখুন বা লাইনটি মুছুন, বাংলিশে না ধরতে চাইলে [] লিখুন",
            f"{name}: nothing is written; write the spellings or delete the line, or [] to switch Banglish off",
        )
    return phrases(entry, faults, name)


def phrase(entry: Entry, faults: Faults, name: str) -> str:
    """One text that is looked for in drafts."""
    refuse_pieces(entry.node, faults)
    refuse_run_on(entry.node, faults)
    return text(entry, faults, name)


def refuse_length(phrase: str, most: int, line: int, faults: Faults) -> None:
    """A fault for a phrase of more words than that."""
    faults.add(line, f"‘{phrase}’: ১ থেকে {in_bangla(most)} শব্দ লিখুন", f"'{phrase}': write 1 to {most} words")


def no_letter(phrase: str, line: int, faults: Faults) -> None:
    """A fault for a phrase in which there is no word to match."""
    if not phrase.strip(f"{UNREADABLE}? ") and len(phrase) >= LOST:
        refuse_lost(phrase, line, faults)
        return
    faults.add(line, f"‘{phrase}’-এ কোনো অক্ষর নেই; শব্দ লিখুন", f"'{phrase}' holds no letter; write a word")


def named_phrases(
    fields: Fields,
    names: Sequence[str],
    faults: Faults,
    reader: Callable[[Entry, Faults, str], tuple[str, ...]] = phrases,
) -> dict[str, tuple[str, ...]]:
    """The phrases below each of these names, of a file that has nothing else; a fault for a name with none."""
    refuse_unknown(fields, names, faults)
    is_unread = bool(faults.found) and not fields  # a file that cannot be read, which is told
    named = {name: reader(fields[name], faults, name) if name in fields else () for name in names}
    for name, found in named.items():
        if not found and not is_unread:
            faults.add(1, f"‘{name}’-এর নিচে কথাগুলো লিখুন", f"write the phrases below '{name}'")
    return named


def examples(entry: Entry, faults: Faults, name: str) -> tuple[Example, ...]:
    """Sentences, perhaps with [[marks]]."""
    return tuple(example(value, line) for value, line in texts(entry, faults, name) or ())


def example(value: str, line: int) -> Example:
    """An example with its [[marks]] taken out. Spans in code points of the text without marks."""
    plain, marked, start = "", [], None
    for part in re.split(r"(\[\[|\]\])", value):
        if part == "[[":
            start = len(plain)
        elif part == "]]" and start is not None:
            marked.append((start, len(plain)))
            start = None
        else:
            plain += part
    return Example(plain, tuple(marked), line)


def number(entry: Entry, faults: Faults, name: str) -> int | None:
    """A small whole number."""
    value = text(entry, faults, name)
    if value.isdecimal() and len(value) <= 2 and 1 <= int(value) <= MAX_WITHIN:
        return int(value)
    faults.add(
        entry.line,
        f"{name}: ১ থেকে {in_bangla(MAX_WITHIN)}-এর মধ্যে একটি সংখ্যা লিখুন",
        f"{name}: write a number, 1 to {MAX_WITHIN}",
    )
    return None


def weight(entry: Entry, faults: Faults, name: str) -> float | None:
    """A number over 0, at most 1."""
    value = text(entry, faults, name)
    try:
        weight = float(value)
    except ValueError:
        weight = 0.0
    if 0 < weight <= 1:
        return weight
    faults.add(
        entry.line, f"{name}: ০ থেকে ১-এর মধ্যে লিখুন, যেমন 0.5", f"{name}: write a number over 0, at most 1, such as 0.5"
    )
    return None


def date(entry: Entry, faults: Faults, name: str) -> str | None:
    """A date as 2026-11-24, in digits of either script."""
    value = text(entry, faults, name).translate(DIGITS)
    if DATE.match(value):
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            faults.add(entry.line, f"{name}: {value} নামে কোনো দিন নেই", f"{name}: there is no day {value}")
            return None
        return value
    faults.add(entry.line, f"{name}: তারিখ এভাবে লিখুন: 2026-11-24", f"{name}: write the date as 2026-11-24")
    return None
