"""What is wrong where YAML cannot be read: it tells the place where it gave up, this the line that was meant and its cure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import yaml

from server.bilingual import Bilingual

_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where PyYAML brings it
_NO_FIELD = "while scanning a simple key"  # of a line that is neither a row nor `name: value`
_IN_QUOTES, _IN_BRACKETS = (
    "while scanning a quoted scalar",
    ("while parsing a flow sequence", "while parsing a flow mapping", "while parsing a flow node"),
)
_SHOWN = 40  # code points of a value that are written out in a cure
_COMMENT = re.compile(r"(?:^|\s)#.*")
_DASH = re.compile(r"\s*(?:-(?![\s-])|--+\s*(?![\s-])).+")
_ROW = re.compile(r"\s*- +(?:term +)?([^:]+)")
_NAME = re.compile(r"\s*(?:- +)?([a-z][a-z_-]*) ?([:ঃ\uff1a])(.*)")
_BARE = re.compile(r"\s*([a-z][a-z_-]*)( .*)?")
_NO_HYPHEN = re.compile(r"([–—−•·*])\s*(\S.*)")
_WORDS = re.compile(r"\s*[\u0980-\u09ff][^:]*")  # Bangla, with no field in it
_CURLY = re.compile("[“”‘’]")
_SIGNED = re.compile(r"\s*(?:- +)?(?:[a-z_]+: +)?([%@`*!&](?=\S)|[>|](?= *\w))")  # with which no text may begin
_QUOTED_ROW = re.compile(r'"(?:\s|\w+:|- ).*"')
_BARE_MARKS = re.compile(r"""^[^"'“‘]*\[\[""")  # of an example that stands in no quotation marks
_TWO_COLONS = "mapping values are not allowed"
_SECOND_COLON = re.compile(r"\s*(- +)?([^\s:-][^:]*): +(\S.*:(?: .*)?)")
FIELDS = (  # of a row, and of a text in two languages: what people write behind another on the same line
    *("term", "near", "within", "romanised", "forms", "weight", "severity", "stage", "message", "except", "context"),
    *("replace", "kind", "flags", "passes", "note", "approved_by", "added", "review", "bn", "en"),
)
_LISTED = (  # fields that hold several texts or rows
    *("terms", "retire", "near", "romanised", "except", "context", "context_files", "replace", "flags", "passes"),
    *("names", "wings", "symbols", "leaders", "status", "phrases"),
)
_WITH_VALUE = re.compile(rf"(\s*(?:- +)?)({'|'.join(_LISTED)}): +(\S.*)")
_SEVERAL = re.compile(
    rf"""\s*(?:- +)?({"|".join(_LISTED)}): +(?:(?:"[^"]*"|'[^']*')\s*[,;،]|\[[^\]]*\][\s,;،]*)\s*[^\s#].*"""
)
_TOGETHER = re.compile(rf"\s*(?:- +)?[a-z_]+:(?:.*[\s,;\]}}])?((?:{'|'.join(FIELDS)}):(?: .*)?)")
_ROW_BEHIND = re.compile(r"\s*(?:- +)?([a-z_]+): +(- +.*)")
_BRACE_FIRST = re.compile(r"\s*((?:- +)?(?:[a-z_]+: +)?)(\{[^}]*\}\s*[^\s#,\]}].*)")
_WITHIN_MARKS = re.compile(r"""\s*(?:- +)?(?:[\w-]+: +)?(?:"[^"]*"|'[^']*')\s*[^\s#,:\]}].*""")
_SEPARATOR = re.compile(r"\s*([-=*_~])\1{2,}\s*")
_FIELD = re.compile(r"\s*(?:- +)?[\w-]+:(?: .*)?")
_FIELD_BELOW = re.compile(r"\s*[\w-]+:(?: .*)?")  # of a row, not its first one


class Broken(NamedTuple):
    """A file that YAML cannot read, and what it says of that. Lines from 0."""

    written: str
    lines: Sequence[str]
    at: int  # where it gave up
    problem: str
    why: str  # what it was reading
    since: int | None  # where that begins

    @classmethod
    def of(cls, written: str, error: yaml.YAMLError) -> Broken:
        """What the error says, whatever it leaves out."""
        mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        problem, why = getattr(error, "problem", None) or "unreadable", getattr(error, "context", None) or ""
        lines = [*written.splitlines(), ""]  # where a file ends too early, its end is told
        return cls(written, lines, mark.line if mark else 0, problem, why, context.line if context else None)

    @property
    def bracket(self) -> int | None:
        """The line of the bracket in which it gave up: what YAML missed there may be a line below."""
        if self.why not in _IN_BRACKETS or self.since is None:
            return None
        above = range(self.since, -1, -1)
        return next((number for number in above if {"[", "{"} & {*self.lines[number]}), self.since)

    @property
    def is_no_field(self) -> bool:
        """Whether it took a line for a field that is none."""
        return self.why == _NO_FIELD

    @property
    def meant(self) -> int:
        """The line that is likely wrong."""
        return self.since if self.is_no_field and self.since is not None else self.at

    def above(self) -> Sequence[str]:
        """All lines down to that one."""
        return self.lines[: self.meant + 1]


Told = tuple[int, Bilingual]  # line, 1-based; its cure


def what_is_broken(written: str, error: yaml.YAMLError) -> Told:
    """(line, 1-based, of what is wrong as far as one can tell; its cure): what the first of `TELLS` says."""
    broken = Broken.of(written, error)
    return next(told for tell in TELLS if (told := tell(broken)))


def _tab(broken: Broken) -> Told | None:
    if "\t" not in broken.lines[broken.at] or not ("token" in broken.problem or "tab" in broken.problem):
        return None
    return broken.at + 1, Bilingual("ট্যাব নয়, ফাঁকা (space) দিন", "use spaces, not a tab")


def _quoted_row(broken: Broken) -> Told | None:
    lines = enumerate(broken.lines[: broken.at + 1], 1)
    quoted = next((number for number, line in lines if _QUOTED_ROW.fullmatch(line)), 0)
    cure = Bilingual(
        'পুরো লাইনের চারপাশের ও জোড়া উদ্ধৃতিচিহ্ন ("") মুছুন; স্প্রেডশিটে সংরক্ষণ করলে এগুলো বসে',
        'take the quotation marks around the line, and the doubled ones (""), away; a spreadsheet puts them there when it saves',
    )
    return (quoted, cure) if quoted else None


def _bare_marks(broken: Broken) -> Told | None:
    at = broken.at if broken.bracket is None else broken.bracket
    cure = Bilingual(
        'চিহ্নসহ বাক্যটি উদ্ধৃতিচিহ্নে লিখুন: flags: ["… [[শব্দ]] …"]',
        'put the sentence with its marks in quotation marks: flags: ["… [[word]] …"]',
    )
    return (at + 1, cure) if _BARE_MARKS.search(broken.lines[at]) else None


def _open_quote(broken: Broken) -> Told | None:
    opened = _left_open(broken.written, broken.at)
    cure = Bilingual("এই লাইনের উদ্ধৃতিচিহ্ন বন্ধ করুন", "close the quotation mark of this line")
    return None if opened is None else (opened + 1, cure)


def _bracket(broken: Broken) -> Told | None:
    if broken.bracket is None:
        return None
    if _CURLY.search(broken.lines[broken.bracket]):
        cure = Bilingual('“ ” নয়, সোজা উদ্ধৃতিচিহ্ন দিন: "…"', 'not “ ” but straight quotation marks: "…"')
    else:
        cure = Bilingual("এই লাইনের বন্ধনী ও কমা মিলিয়ে দেখুন: [ক, খ]", "check brackets and commas of this line: [a, b]")
    return broken.bracket + 1, cure


def _sign_first(broken: Broken) -> Told | None:
    signed = _SIGNED.match(broken.lines[broken.meant])
    if not signed:
        return None
    return broken.meant + 1, Bilingual(
        f'‘{signed[1]}’ দিয়ে শুরু হলে পুরো লেখাটি উদ্ধৃতিচিহ্নে লিখুন: "…"',
        f'put the whole text in quotation marks where it begins with {signed[1]}: "…"',
    )


def _separator(broken: Broken) -> Told | None:
    cure = Bilingual(
        "এমন দাগ মুছুন; ভাগ করতে চাইলে ‘# ’ দিয়ে শুরু করুন",
        "delete this line of signs; one that parts the rows begins with '# '",
    )
    return (broken.meant + 1, cure) if _SEPARATOR.fullmatch(broken.lines[broken.meant]) else None


def _row_or_field(broken: Broken) -> Told | None:
    """The last line lacks a sign, or the one above it, to which YAML added it."""
    return next(_cures([_COMMENT.sub("", line) for line in broken.above()], broken.is_no_field), None)


def _askew(broken: Broken) -> Told | None:
    cure = _not_below(broken.above())
    return (broken.meant + 1, cure) if cure else None


def _together(broken: Broken) -> Told | None:
    line = _COMMENT.sub("", broken.lines[broken.at]).rstrip()
    row, two = _ROW_BEHIND.fullmatch(line), _TOGETHER.fullmatch(line)
    if row:
        cure = Bilingual(
            f"‘{_shown(row[2])}’ নিচের লাইনে লিখুন, ‘{row[1]}:’-এর চেয়ে ভেতরে",
            f"write '{_shown(row[2])}' on the next line, further in than '{row[1]}:'",
        )
    elif two:
        cure = Bilingual(
            f"প্রতি লাইনে একটি ঘর লিখুন: ‘{_shown(two[1])}’ নিচের লাইনে; কোলনটি লেখারই অংশ হলে পুরো লেখাটি উদ্ধৃতিচিহ্নে",
            f"write one field a line: '{_shown(two[1])}' on the next; the whole text in quotation marks where the colon is part of it",
        )
    return (broken.at + 1, cure) if row or two else None


def _rows_behind_a_value(broken: Broken) -> Told | None:
    """Rows below a field that has its first text, or some in brackets, behind its name."""
    above = [number for number, line in enumerate(broken.lines[: broken.at]) if line.strip()]
    row = broken.lines[broken.at]
    field = _WITH_VALUE.fullmatch(broken.lines[above[-1]]) if above and row.lstrip().startswith("- ") else None
    if not field or _indent(row) < len(field[1]):
        return None
    right = f"- {_shown(re.split('[,;،]', field[3].strip('[]'))[0])}"
    return above[-1] + 1, Bilingual(
        f"‘{field[2]}:’-এর পরে কিছু রাখবেন না; নিচের সারিগুলোর মতো সেটিও নিজের লাইনে লিখুন: ‘{right}’",
        f"leave nothing behind '{field[2]}:'; write it on a line of its own, as the rows below: '{right}'",
    )


def _several(broken: Broken) -> Told | None:
    several = _SEVERAL.fullmatch(broken.lines[broken.at])
    return several and (
        broken.at + 1,
        Bilingual(
            f"সব কথা এক জোড়া বন্ধনীর ভেতরে লিখুন, মাঝে কমা: {several[1]}: [ক, খ]",
            f"write all texts within one pair of brackets, commas between: {several[1]}: [a, b]",
        ),
    )


def _brace_first(broken: Broken) -> Told | None:
    first = _BRACE_FIRST.fullmatch(broken.lines[broken.at])
    if not first:
        return None
    mark = "'" if '"' in first[2] else '"'
    right = f"{first[1]}{mark}{_shown(first[2])}{mark}"
    return broken.at + 1, Bilingual(
        f"{{ দিয়ে শুরু হলে পুরো লেখাটি উদ্ধৃতিচিহ্নে লিখুন: {right}",
        f"put the whole text in quotation marks where it begins with {{: {right}",
    )


def _second_colon(broken: Broken) -> Told | None:
    two = _SECOND_COLON.fullmatch(broken.lines[broken.at]) if broken.problem.startswith(_TWO_COLONS) else None
    if not two:
        return None
    is_field = two[2].isascii()  # else the row begins with what is said
    said = two[3] if is_field else f"{two[2]}: {two[3]}"
    mark = "'" if '"' in said else '"'
    right = f"{two[1] or ''}{two[2] + ': ' if is_field else ''}{mark}{_shown(said)}{mark}"
    return broken.at + 1, Bilingual(
        f"লেখায় কোলন থাকলে পুরো লেখাটি উদ্ধৃতিচিহ্নে লিখুন: {right}",
        f"put the whole text in quotation marks where a colon stands in it: {right}",
    )


def _within_marks(broken: Broken) -> Told | None:
    cure = Bilingual(
        "পুরো লেখাটি এক জোড়া চিহ্নে লিখুন, ভেতরের চিহ্ন বদলে “ ” দিন",
        "put the whole text in one pair of quotation marks, and write “ ” for those within",
    )
    return (broken.at + 1, cure) if _WITHIN_MARKS.fullmatch(broken.lines[broken.at]) else None


def _unknown(broken: Broken) -> Told:
    return broken.meant + 1, Bilingual(
        "YAML ভাঙা: ফাঁকা জায়গা (indent), কোলন ও উদ্ধৃতিচিহ্ন মিলিয়ে দেখুন",
        f"broken YAML ({broken.problem}): check indents, colons and quotation marks",
    )


TELLS: tuple[Callable[[Broken], Told | None], ...] = (
    _tab,
    _quoted_row,
    _bare_marks,
    _open_quote,
    _bracket,
    _separator,
    _sign_first,
    _row_or_field,
    _askew,
    _together,
    _rows_behind_a_value,
    _several,
    _brace_first,
    _second_colon,
    _within_marks,
    _unknown,
)


def _not_below(lines: Sequence[str]) -> Bilingual | None:
    """The cure of a last line that does not stand straight below the row above it, or its field."""
    above = next((line for line in reversed(lines[:-1]) if line.strip()), "")
    if not above.lstrip().startswith("- ") or not lines[-1].strip():
        return None
    column = _indent(lines[-1])
    if lines[-1].lstrip().startswith("- "):
        cure = Bilingual("সব ‘-’ এক বরাবর লিখুন", "write every '-' straight below the other")
        return cure if column != _indent(above) else None
    if not (_FIELD.fullmatch(lines[-1]) and _FIELD.fullmatch(above)) or column == _indent(above.replace("-", " ", 1)):
        return None
    return Bilingual(
        "সারির ঘরগুলো এক বরাবর লিখুন: ‘- ’-এর পরের অক্ষরের ঠিক নিচে",
        "write the fields of a row straight below each other: below the letter behind '- '",
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _left_open(written: str, at: int) -> int | None:
    """The line of a quotation mark that nothing closes, or only the next one, on the line that is told. Lines from 0."""
    try:
        for token in yaml.scan(written, Loader=_LOADER):
            if token.start_mark.line > at:
                break
            if getattr(token, "style", None) in ("'", '"') and token.start_mark.line < token.end_mark.line == at:
                return int(token.start_mark.line)
    except yaml.YAMLError as error:
        if getattr(error, "context", None) == _IN_QUOTES:
            return int(error.context_mark.line)  # type: ignore[attr-defined]
    return at if [*written.splitlines(), ""][at].count('"') % 2 else None


def _cures(lines: Sequence[str], is_no_field: bool) -> Iterator[Told]:
    """(line, 1-based; its cure) of what the last of these lines lacks, or the one above it, to which YAML added it."""
    cure = _cure(lines[-1], is_no_field)
    if cure:
        yield len(lines), cure
    above = [number for number, line in enumerate(lines[:-1], 1) if line.strip()]
    for number in (len(lines), *above[-1:]):
        cure = no_hyphen(lines[number - 1].strip()) or _no_row(lines[number - 1])
        if cure:
            yield number, cure
    if is_no_field or not above:
        return
    line, head = lines[above[-1] - 1], lines[above[-2] - 1] if len(above) > 1 else ":"
    if _DASH.fullmatch(line) or _FIELD_BELOW.fullmatch(lines[-1]):
        cure = _cure(line, head.rstrip().endswith(":")) or _row_with_fields(line)
        if cure:
            yield above[-1], cure


def _cure(line: str, is_no_field: bool) -> Bilingual | None:
    dash, named, bare = _DASH.fullmatch(line), _NAME.fullmatch(line), _BARE.fullmatch(line)
    if dash:
        return no_space_behind_dash(line.lstrip()[1:])
    if named:
        name, sign, value = named.groups()
        is_right = sign == ":" and (not value or value.startswith((" ", "//")))
        return None if is_right else no_colon(name, sign, value)
    return no_colon(bare[1], "", bare[2] or "") if bare and is_no_field else None


def no_hyphen(row: str) -> Bilingual | None:
    """The cure of a row that begins with another sign than a hyphen, as a phone or a word processor puts it in."""
    other = _NO_HYPHEN.fullmatch(row)
    if not other:
        return None
    right = f"- {_shown(other[2])}"
    return Bilingual(f"‘{other[1]}’ হাইফেন নয়; লিখুন: ‘{right}’", f"'{other[1]}' is no hyphen; write '{right}'")


def _no_row(line: str) -> Bilingual | None:
    """The cure of words with no dash before them."""
    if not _WORDS.fullmatch(line):
        return None
    right = f"- {_shown(line)}"
    return Bilingual(f"সারির শুরুতে ‘- ’ দিন: ‘{right}’", f"begin the row with '- ': '{right}'")


def _row_with_fields(line: str) -> Bilingual | None:
    row = _ROW.fullmatch(line)
    if not row:
        return None
    right = f"- term: {_shown(row[1])}"
    return Bilingual(f"নিচে ঘর থাকলে সারিটি এভাবে লিখুন: ‘{right}’", f"write a row that has fields below it as '{right}'")


def _shown(value: str) -> str:
    value = value.strip()
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"


def no_colon(name: str, sign: str, value: str) -> Bilingual:
    """What to write where no colon that YAML knows, with a space behind it, stands behind a name. `sign`: what stands there."""
    right = f"{name}: {_shown(value)}".strip()
    if sign == ":":
        return Bilingual(f"কোলনের পরে একটি ফাঁকা দিন: ‘{right}’", f"put a space behind the colon: '{right}'")
    if sign:
        return Bilingual(f"‘{sign}’ কোলন নয়; লিখুন: ‘{right}’", f"'{sign}' is no colon; write '{right}'")
    return Bilingual(f"‘{name}’-এর পরে কোলন দিন: ‘{right}’", f"put a colon behind '{name}': '{right}'")


def no_space_behind_dash(value: str) -> Bilingual:
    """What to write where a row begins as -শব্দ does. `value`: what stands behind the dash."""
    right = f"- {_shown(value.lstrip('- '))}"
    if value.startswith("-"):
        return Bilingual(f"সারির শুরুতে একটিই ‘- ’ দিন: ‘{right}’", f"begin the row with one '- ' alone: '{right}'")
    return Bilingual(f"‘-’-এর পরে একটি ফাঁকা দিন: ‘{right}’", f"put a space behind the dash: '{right}'")
