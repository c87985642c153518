"""What is no phrase to look for, though it stands in a row: several, a table's cells, a pattern, a remark, lost letters."""

from __future__ import annotations

import re

import yaml

from server.bilingual import Bilingual
from server.text.ansi import is_ansi
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.source import Node, line_of

NUMBERED = re.compile(r"\d+\s*[.।)]\s+(.+)")
SIGNS = re.compile(r"[*/|()\\\[\]{}<>^$=]")  # of a pattern, or of what is meant for readers
REMARK = re.compile(r"(.*\w.*?)(?:\s(?:[-–—=]|<-|[-=]>)\s|#)(.*\w.*)")  # a comment without its #, or no space before it
UNREADABLE = "\ufffd"  # in place of a letter that was lost
ODD = re.compile(rf"{SIGNS.pattern}|{UNREADABLE}|\s[-–—]\s|#")  # where one of these may be
WIDTH = 80  # code points shown of a sentence
MOST_ASKED = 2  # question marks that somebody typed with no word: ??
BETWEEN = re.compile("[,;،؛]")  # what people put between words of a row; the last two are Arabic
# where one of these stands, and in no other row, may be a fault
ASKED = re.compile(rf"{ODD.pattern}|{BETWEEN.pattern}|[\t\d]")


def refuse_pieces(node: Node, faults: Faults, exact: str = "") -> None:
    """A fault for what is not one phrase to look for: several, a table's cells, or a pattern. `exact`: the sign that may stand before it."""
    if isinstance(node, yaml.ScalarNode) and not ASKED.search(node.value):
        return  # as nearly all of a hundred thousand rows
    refuse_tab(node, faults)
    refuse_comma(node, faults)
    if not _refuse_numbered(node, faults):
        refuse_signs(node, faults, exact)


def refuse_comma(node: Node, faults: Faults) -> None:
    """A fault for words with commas or semicolons between them and no quotation marks around: they are one phrase, none is found alone.

    A comma stands in what is said too; what else parts several words does not.
    """
    if not isinstance(node, yaml.ScalarNode) or node.style or is_number(node):
        return
    parts = parts_of(node)
    if len(parts) > 1 and ("," not in node.value or not any(len(part.split()) > 1 for part in parts)):
        shown = node.value.strip()
        faults.add(
            line_of(node),
            f"‘{shown}’ একটি কথা হিসেবে পড়া হয়; প্রতিটি শব্দ নিজের লাইনে লিখুন ([ ]-এর ভেতরে কমা দিয়ে আলাদা করুন), একটিই কথা হলে উদ্ধৃতিচিহ্নে",
            f"'{shown}' is read as one phrase; write each word on a line of its own (within [ ] put a comma between them), or one phrase in quotation marks",
        )


def refuse_tab(node: Node, faults: Faults) -> None:
    """A fault for a row with a tab in it, as a spreadsheet's cells are pasted: it is one phrase, which nobody writes."""
    if isinstance(node, yaml.ScalarNode) and "\t" in node.value.strip():
        word = node.value.split("\t")[0].strip()
        faults.add(
            line_of(node),
            f"সারিতে ট্যাব আছে, তাই সব ঘর মিলে একটি কথা হয়; শুধু কথাটি লিখুন: ‘- {word}’",
            f"a tab stands in the row, so all its cells are one phrase; write the word alone: '- {word}'",
        )


def _refuse_numbered(node: Node, faults: Faults) -> bool:
    """A fault for the number of a row, as a word processor puts it in: it is read as part of what is said."""
    numbered = NUMBERED.fullmatch(node.value.strip()) if isinstance(node, yaml.ScalarNode) and not node.style else None
    if numbered:
        bn, en = (text.format(numbered[1]) for text in ("সারির নম্বর মুছুন: ‘- {}’", "take the row's number out: '- {}'"))
        faults.add(line_of(node), bn, en)
    return bool(numbered)


def refuse_signs(node: Node, faults: Faults, exact: str = "") -> None:
    """A fault for signs that are no part of a word and say nothing to the lists, where no quotation marks say that they are meant."""
    if not isinstance(node, yaml.ScalarNode) or not ODD.search(node.value):
        return
    shown, line = node.value.strip(), line_of(node)
    if UNREADABLE in shown and shown.strip(f"{UNREADABLE}? "):  # of one that is lost altogether `no_letter` tells it
        refuse_lost(shown, line, faults)
    elif node.style or node.end_mark.line > node.start_mark.line:  # `refuse_run_on` tells that
        return
    elif remark := REMARK.fullmatch(shown):
        _tell_remark(shown, f"- {remark[1].strip()}  # {remark[2].strip()}", line, faults)
    elif SIGNS.search(shown.removeprefix(exact)):
        faults.add(
            line,
            f"‘{shown}’: * / | ( ) [ ] {{ }} < > ^ $ = চিহ্নের কোনো অর্থ নেই; প্রতিটি শব্দ নিজের লাইনে, বাংলিশ বানান romanised: [ ]-এ লিখুন; চিহ্নটি কথারই অংশ হলে উদ্ধৃতিচিহ্ন দিন",
            f"'{shown}': the signs * / | ( ) [ ] {{ }} < > ^ $ = mean nothing here; write each word on a line of its own, Banglish spellings in romanised: [ ]; in quotation marks where the sign is part of what is said",
        )


def _tell_remark(shown: str, right: str, line: int, faults: Faults) -> None:
    faults.add(
        line,
        f"‘{shown}’ পুরোটাই একটি কথা হিসেবে পড়া হয়; মন্তব্য হলে লিখুন ‘{right}’, কথারই অংশ হলে উদ্ধৃতিচিহ্ন দিন",
        f"'{shown}' is read as one phrase; write a remark as '{right}', or the phrase in quotation marks",
    )


def is_lost(line: str) -> bool:
    """Whether the letters of a sentence were lost when it was saved: ????? ????."""
    return UNREADABLE in line or (line.count("?") > MOST_ASKED and not any(map(str.isalnum, line)))


def refuse_lost(phrase: str, line: int, faults: Faults) -> None:
    """A fault for a text of which letters were lost."""
    faults.add(
        line,
        f"‘{phrase}’: ANSI-তে সংরক্ষণ করায় বাংলা হারিয়ে গেছে; আবার লিখে UTF-8-এ সংরক্ষণ করুন",
        f"'{phrase}': saved as ANSI, the Bangla is lost; write it again and save the file as UTF-8",
    )


def refuse_ansi(said: str, line: int, faults: Faults) -> None:
    """A fault for a sentence that was typed for an old font: nobody can read it, and no list finds a word in it."""
    if is_ansi(said):
        shown = said if len(said) <= WIDTH else f"{said[:WIDTH]}…"
        cure = of_ansi(shown)
        faults.add(line, cure.bn, cure.en)


def of_ansi(shown: str) -> Bilingual:
    """What is told of a text that was typed for an old font."""
    return Bilingual(f"‘{shown}’ বিজয় (ANSI) লেখা; ইউনিকোডে লিখুন", f"'{shown}' is Bijoy (ANSI) text; write Unicode")


def parts_of(node: yaml.ScalarNode) -> tuple[str, ...]:
    """What stands between its commas and semicolons."""
    return tuple(filter(None, (part.strip() for part in BETWEEN.split(node.value))))


def is_number(node: yaml.ScalarNode) -> bool:
    """৫০,০০০"""
    return BETWEEN.sub("", node.value).strip().isdecimal()
