"""YAML as the lists use it: every scalar is text (no guessing: `no` stays no), and every value knows its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from server.bilingual import Bilingual
from server.wordlists.reading.broken import no_hyphen, no_space_behind_dash, what_is_broken
from server.wordlists.reading.faults import Faults

MAX_BYTES = 8 * 1024 * 1024
# Where YAML drops the rest of a line. A hashtag, as it is typed, nobody meant as a comment. In a flow list its bracket is enough.
_COMMENT = re.compile(r"(?<![^\s\[{])#(\w[^\s,\]}]*)?")
_TAG = re.compile(r"(?<![^\s\[{,])!\S")  # hardly any file has one
_REMARK = re.compile(r"(?:^|\s)#.*")  # of a file that is no YAML

# Pasted from a page or a word processor, and not to be seen: a no-break space is read as a space, the others as nothing.
_UNSEEN = str.maketrans({"\u00a0": " ", "\u202f": " ", **dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff")})
NO_FOLDER = Bilingual("এই ফোল্ডারটি নেই; যে ফোল্ডার আছে তার নাম লিখুন", "no such folder; name one that exists")
NOT_A_FOLDER = Bilingual(
    "এটি ফাইল, ফোল্ডার নয়; ফাইলটি যে তালিকার ফোল্ডারে আছে তার নাম লিখুন, যেমন wordlists",
    "this is a file and no folder; name the folder of lists in which it lies, such as wordlists",
)
LACKING = (("ও", "যা থাকার কথা তা"), ("and", "what belongs there"))  # between names, and where none are known
Node = yaml.Node
Fields = dict[str, "Entry"]


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # libyaml where PyYAML brings it
    """Reads text alone: what type a scalar might have is not even asked."""

    def resolve(self, *_: object) -> str:
        """No tag."""
        return ""


class Entry:
    """One field of a mapping: the key's line and the value's node."""

    __slots__ = ("line", "node")

    def __init__(self, line: int, node: Node) -> None:
        self.line = line
        self.node = node


_LINES: dict[int, int] = {}  # a hundred thousand entries stand on a few thousand different lines: one number for each


def line_of(node: Node) -> int:
    """The node's line, 1-based."""
    line = int(node.start_mark.line) + 1
    return _LINES.setdefault(line, line)


def lines_of(path: Path, faults: Faults) -> list[str]:
    """The lines of a file of plain text; none where it is missing or cannot be read (then a fault says why)."""
    return (_decoded(bytes_of(path, faults) or b"", faults) or "").splitlines() if path.is_file() else []


def entries_of(path: Path, faults: Faults) -> Iterator[tuple[int, str]]:
    """(1-based line, what stands there) of a file of plain text in `learned/`: without comments, which begin with # as in a list."""
    for number, line in enumerate(lines_of(path, faults), 1):
        entry = _REMARK.sub("", line).strip()
        if entry:
            yield number, entry


def bytes_of(path: Path, faults: Faults) -> bytes | None:
    """What is in a file; None where it cannot be read (then a fault says so)."""
    try:
        return path.read_bytes()
    except OSError as error:
        faults.add(1, *unreadable(path.parent, error))
        return None


def unreadable(folder: Path, error: OSError) -> Bilingual:
    """What to do about a file in that folder, or the folder itself, that the system does not give out."""
    why = type(error).__name__
    if isinstance(error, IsADirectoryError):
        return Bilingual("এটি ফাইল নয়, ফোল্ডার; নাম বদলান বা সরান", "this is a folder and no file; rename it or take it out")
    if isinstance(error, PermissionError):
        cure = f"chgrp -R jachai {folder}; chmod -R g+rX {folder}"
        return Bilingual(f"পড়ার অনুমতি নেই ({why}); চালান: {cure}", f"cannot be read ({why}); run: {cure}")
    return Bilingual(f"পড়া যায়নি ({why}); সরান বা ঠিক করুন", f"cannot be read ({why}); take it out or mend it")


def _decoded(data: bytes, faults: Faults) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        faults.add(
            line,
            "ফাইলটি UTF-8-এ নয়; UTF-8-এ সংরক্ষণ করুন (নোটপ্যাডে Save As, Encoding: UTF-8)",
            "the file is not UTF-8; save it as UTF-8 (in Notepad: Save As, Encoding: UTF-8)",
        )
        return None


def read(path: Path, faults: Faults, wanted: Sequence[str] | None = ()) -> Node | None:
    """The file's YAML; None where it has none or cannot be read (then a fault says why).

    `wanted`: what an empty one lacks; None: it may be empty, or its reader says what it lacks.
    """
    data = bytes_of(path, faults)
    if data is None:
        return None
    if len(data) > MAX_BYTES:
        faults.add(1, "ফাইলটি ৮ মেগাবাইটের বড়; ভাগ করুন", "the file is over 8 MiB; split it")
        return None
    written = _decoded(data, faults)
    if written is None:
        return None
    written = written.translate(_UNSEEN)
    try:
        node: Node | None = yaml.compose(written, Loader=_Loader)
    except yaml.YAMLError as error:
        _tell_broken(written, error, faults)
        return None
    if node is None:
        if wanted is not None:
            _tell_empty(wanted, faults)
        return None
    if b"&" in data and _has_alias(node):
        faults.add(line_of(node), "& বা * (alias) চলবে না; লেখাটি আবার লিখুন", "no & or * aliases; write it again")
        return None
    if _TAG.search(written):
        _tell_tags(node, faults)
    _tell_hashtags(written, node, faults)
    return node


def _tell_broken(written: str, error: yaml.YAMLError, faults: Faults) -> None:
    """A fault for what keeps a file's YAML from being read."""
    if isinstance(error, yaml.reader.ReaderError):
        character = chr(error.character)  # its place the two readers count differently, as bytes and as characters
        faults.add(
            written[: written.find(character)].count("\n") + 1,
            f"অদৃশ্য অক্ষর U+{error.character:04X} চলে না; লাইনটি আবার লিখুন",
            f"the invisible character U+{error.character:04X} cannot stand here; write the line again",
        )
        return
    _tell_hashtags(written, None, faults)
    line, cure = what_is_broken(written, error)
    faults.add(line, *cure)


def _tell_empty(wanted: Sequence[str], faults: Faults) -> None:
    """A fault for a file with nothing in it. `wanted`: what belongs there; (): nobody says."""
    *some, last = wanted or ("",)
    bn, en = (f"{', '.join(some)} {word} {last}" if some else known for word, known in LACKING)
    faults.add(1, f"ফাইলটি খালি; {bn} লিখুন বা ফাইলটি মুছুন", f"the file is empty; write {en}, or delete it")


def _tell_tags(node: Node, faults: Faults) -> None:
    """A fault for each !word with which a text begins: YAML takes it for a type, and drops it."""
    for scalar in _scalars(node):
        if scalar.tag:
            faults.add(
                line_of(scalar),
                f'‘{scalar.tag}’ বাদ পড়ে; পুরো লেখাটি উদ্ধৃতিচিহ্নে ("…") লিখুন, নইলে কথাটি মুছুন',
                f"'{scalar.tag}' is dropped; put the whole text in quotation marks, or delete the word",
            )


def _tell_hashtags(written: str, node: Node | None, faults: Faults) -> None:
    """A fault for each hashtag that YAML drops; an empty value takes it, so that it is told once. `node`: None where YAML is broken."""
    if not any(comment[1] for comment in _COMMENT.finditer(written)):
        return  # as in nearly every file
    scalars = list(_scalars(node)) if node else []
    for number, line in enumerate(written.splitlines()):
        for dropped in _COMMENT.finditer(line):
            before = line[: dropped.start()]
            if _is_inside(scalars, number, dropped.start()) or (node is None and _is_quoted(before)):
                continue
            empty = _empty(scalars, number if before.strip() else number - 1)
            if not dropped[1] or (not before.strip() and empty is None):
                break  # a comment, or a row that somebody switched off
            if empty is not None:
                empty.value = re.split(r"\s#", line[dropped.start() :])[0].strip()
            _tell_hashtag(number + 1, dropped[0], faults)
            break


def _tell_hashtag(line: int, dropped: str, faults: Faults) -> None:
    faults.add(
        line,
        f'‘{dropped}’ মন্তব্য হিসেবে বাদ পড়ে; পুরো লেখাটি উদ্ধৃতিচিহ্নে ("…") লিখুন, মন্তব্য হলে #-এর পরে ফাঁকা দিন',
        f"'{dropped}' is dropped as a comment; put the whole text in quotation marks, or a space behind the # of a comment",
    )


def _scalars(node: Node) -> Iterator[yaml.ScalarNode]:
    """In the order of the file."""
    left = [node]
    while left:
        one = left.pop()
        if isinstance(one, yaml.ScalarNode):
            yield one
        else:
            pairs = isinstance(one, yaml.MappingNode)
            left += reversed([child for pair in one.value for child in pair] if pairs else one.value)


def _starts_at(scalar: yaml.ScalarNode) -> tuple[int, int]:
    return scalar.start_mark.line, scalar.start_mark.column


def _is_inside(scalars: Sequence[yaml.ScalarNode], line: int, column: int) -> bool:
    place = bisect_right(scalars, (line, column), key=_starts_at) - 1
    return place >= 0 and (line, column) < (scalars[place].end_mark.line, scalars[place].end_mark.column)


def _is_quoted(before: str) -> bool:
    """Whether a quotation mark is open on the line, as far as one can tell."""
    return bool(before.count('"') % 2 or before.count("'") % 2)


def _empty(scalars: Sequence[yaml.ScalarNode], line: int) -> yaml.ScalarNode | None:
    """The value that is left empty on that line."""
    place = bisect_right(scalars, (line + 1, -1), key=_starts_at) - 1
    last = scalars[place] if place >= 0 else None
    return last if last and last.start_mark.line == line and not last.value and not last.style else None


def _has_alias(node: Node) -> bool:
    """A loop, as in `_scalars`: a few bytes nest deeper than functions may."""
    left, seen = [node], set[int]()
    while left:
        one = left.pop()
        if isinstance(one, yaml.ScalarNode):
            continue
        if id(one) in seen:
            return True
        seen.add(id(one))
        left += one.value if isinstance(one, yaml.SequenceNode) else [child for _, child in one.value]
    return False


def mapping(node: Node | None, faults: Faults) -> Fields:
    """A mapping's fields by name; a fault where it is none, or where a name stands twice."""
    if not isinstance(node, yaml.MappingNode):
        if node is not None:
            faults.add(line_of(node), "এখানে ‘নাম: মান’ লাইন লিখুন", "write `name: value` lines here")
        return {}
    fields: Fields = {}
    for key, value in node.value:
        line = line_of(key)
        if not isinstance(key, yaml.ScalarNode):
            faults.add(line, "ঘরের নাম এক শব্দের হবে, তালিকা নয়", "a field's name is one word, no list")
            continue
        name = str(key.value)
        if name in fields:
            faults.add(line, f"‘{name}’ দুইবার আছে; একটি রাখুন", f"'{name}' stands twice; keep one")
        fields[name] = Entry(line, value)
    return fields


def text(entry: Entry | None, faults: Faults, name: str) -> str:
    """A field's text, stripped; "" where it is missing (no fault) or no text (a fault)."""
    if entry is None:
        return ""
    if not isinstance(entry.node, yaml.ScalarNode):
        faults.add(entry.line, f"‘{name}’ ঘরে এক লাইন লেখা দিন", f"give '{name}' one line of text")
        return ""
    return str(entry.node.value).strip()


def texts(entry: Entry | None, faults: Faults, name: str) -> list[tuple[str, int]] | None:
    """A field's texts with their lines; a single text counts as a list of one; None where the field is missing."""
    if entry is None:
        return None
    node = entry.node
    if isinstance(node, yaml.ScalarNode):
        if _refuse_dash(entry, faults):
            return []
        refuse_run_on(node, faults)
        return [(node.value.strip(), line_of(node))] if node.value.strip() else []
    if not isinstance(node, yaml.SequenceNode):
        faults.add(entry.line, f"‘{name}’ ঘরে তালিকা দিন: প্রতি লাইনে ‘- লেখা’", f"give '{name}' a list: '- text' lines")
        return []
    found = []
    for item in node.value:
        if isinstance(item, yaml.ScalarNode) and item.value.strip():
            found.append((item.value.strip(), line_of(item)))
            continue
        if not isinstance(item, yaml.ScalarNode):
            refuse_colon(item, faults)
            continue
        faults.add(line_of(item), f"‘{name}’ তালিকার এই সারিতে লেখা দিন", f"give this row of '{name}' a text")
    refuse_run_on(node, faults)
    return found


def refuse_colon(row: Node, faults: Faults) -> None:
    """A fault for a row that YAML reads as a field, for its colon, or as a list, for the brackets or the second dash with which it begins."""
    if isinstance(row, yaml.SequenceNode) and not row.flow_style:
        faults.add(line_of(row), "সারির শুরুতে একটিই ‘- ’ দিন", "begin the row with one '- ' alone")
        return
    faults.add(
        line_of(row),
        'কোলন থাকলে বা [ দিয়ে শুরু হলে পুরো সারিটি উদ্ধৃতিচিহ্নে লিখুন: - "…"',
        'write the whole row in quotation marks where a colon stands in it or it begins with [: - "…"',
    )


def refuse_run_on(node: Node, faults: Faults) -> None:
    """A fault for a text, or each row of a list, that goes on over the next line: YAML makes one of what is indented too far, or lacks a comma."""
    is_flow = isinstance(node, yaml.SequenceNode) and node.flow_style
    for row in node.value if isinstance(node, yaml.SequenceNode) else (node,):
        if not (isinstance(row, yaml.ScalarNode) and not row.style and row.end_mark.line > row.start_mark.line):
            continue
        if is_flow:
            faults.add(
                line_of(row) + 1,
                f"ওপরের লাইনের শেষে কমা নেই, তাই ‘{row.value}’ একটিই কথা হিসেবে পড়া হয়; কমা দিন, একটিই কথা হলে এক লাইনে লিখুন",
                f"the line above has no comma at its end, so '{row.value}' is read as one phrase; write the comma, or one phrase on one line",
            )
        else:
            faults.add(
                line_of(row) + 1,
                "লাইনটি ওপরের সারির সঙ্গে জুড়ে গেছে; এক সারি এক লাইনে লিখুন, সব ‘-’ এক বরাবর",
                "this line is read as part of the row above; write each row on one line, every '-' straight below the other",
            )


def _refuse_dash(entry: Entry, faults: Faults) -> bool:
    """A fault for -শব্দ where it is the first row below a field: YAML reads it, and what follows, as one text."""
    node = entry.node
    row = node.value if isinstance(node, yaml.ScalarNode) and not node.style and line_of(node) > entry.line else ""
    message = no_hyphen(row)
    if message:
        faults.add(line_of(node), *message)
        return True
    if not row.startswith("-"):
        return False
    faults.add(line_of(node), *no_space_behind_dash(row[1:].split(" -")[0]))
    return True


def items(entry: Entry | None, faults: Faults, name: str) -> list[Node]:
    """The rows of a list that may hold more than texts."""
    if entry is None:
        return []
    if isinstance(entry.node, yaml.SequenceNode):
        refuse_run_on(entry.node, faults)
        return list(entry.node.value)
    if _refuse_dash(entry, faults):
        return []
    faults.add(entry.line, f"‘{name}’ ঘরে তালিকা দিন: প্রতি লাইনে ‘- ...’", f"give '{name}' a list of '- ...' lines")
    return []
