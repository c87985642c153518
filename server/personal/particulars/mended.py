"""A number that was typed in pieces, in one: an O for a zero, its groups on lines of their own. As long as before, so that places stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.personal.around.gates import BIRTH, BLOOD, FOUR_DIGITS, MAIL, NUMBER, SOME_DIGITS, ZERO
from server.personal.around.surroundings import Mark, Surroundings
from server.personal.particulars.details import MONTH
from server.personal.particulars.mail import WEB
from server.personal.particulars.papers import CLASS
from server.personal.particulars.runs import is_mobile
from server.text.normalise import normalise
from server.text.quantities import digits_in

LABELS = (
    *("phone", "nid", "birth-registration", "tin", "bin", "bank", "card", "card-word", "routing"),
    *("licence", "old-licence", "passport", "student", "patient-number", "enrolment"),
)
BROKEN = (BIRTH, BLOOD, FOUR_DIGITS, MAIL, NUMBER, SOME_DIGITS)
NEAR = 48  # code points from a label to the number's last piece in the label's line
MOST_DIGITS = 20
FEWEST_GLUED = 3  # digits of a number that is glued to a word
_WITH_O = re.compile(r"(?<![0-9o])[0-9o]{2,}+(?:[ \-]o{2,8}(?![a-z0-9]))?")
_PIECE = (
    r"\n *+(?=[^\n]{0,18}[0-9])(?![^\n]{0,18}[a-z]{3})[0-9a-z(+][0-9a-z \-\u2013./()+]{0,18}[.,\u0964]? *+(?=\n|\Z)"
)
# the last of them may go on in words, unless it counts rows or things: "554433 দিয়ে", not "2. মৃত্যু সনদ"
_LAST = r"\n *+[0-9]{2,17}(?:[ \-][0-9]{2,8}){0,3}+(?=[.,\u0964)]?(?: [^0-9 ]|\)))(?![.\u0964)] ?[^0-9\s])"
_PIECES = re.compile(rf"(?:{_PIECE})++(?:{_LAST})?|{_LAST}")
_TAIL = re.compile(r"[+(]?(?<![0-9a-z])[a-z]{0,3}[0-9][0-9a-z \-\u2013./()]{0,18}+\Z")
_LONG, _WHOLE = re.compile("[0-9]{9}"), re.compile("\\n *+[0-9]{9}")
_REST = re.compile(
    r"(?:[ :;#=.,()\-\u2013\u0983]|"
    + "|".join(map(normalise, ("নম্বরটি", "নম্বর", "নাম্বার", "নং", "হলো", "তে")))
    + r"|no|number|is|holo){0,6}\Z"
)
_BORN = re.compile("(?:" + normalise("জন্ম") + r"|birth|dob|born|jonmo)[^0-9\n]{0,20}[0-9]{0,2}\Z")
_MONTHS = re.compile(
    rf"(?<![0-9])[0-9]{{1,2}} ?(\n) ?(?:{MONTH})[^0-9\s]{{0,8}} ?(\n) ?(?=(?:19|20)[0-9]{{2}}(?![0-9]))"
)
_GROUP = re.compile(
    "(?:" + normalise("রক্তের গ্রুপ|ব্লাড গ্রুপ") + r"|blood group|rokter group)[ :=\-]{0,3}(\n) ?(?=(?:ab|a|b|o|"
    + normalise("এবি|এ|বি|ও") + r") ?(?:[+\-]|positive|negative|(?:" + normalise("পজিটিভ|নেগেটিভ") + r")) ?(?:\Z|\n(?! ?(?:ab|a|b|o) ?[+\-])))"
)  # fmt: skip
_HOST = re.compile(rf"(?<=[a-z0-9]) ?(\n) ?(?=@{WEB}\.)")
_PLATE = re.compile(rf"[ \-\u2013](?:{CLASS}|[a-z]{{1,3}})[ \-\u2013]?\Z")
_PLATES_DIGITS = re.compile(r"\n *+[0-9]{2}[ \-\u2013]?[0-9]{4}\Z")
_ANEW = re.compile(r"\n[^\n:=]{2,16}[:=] ?(?=[0-9])")
PLATE_REACH = 12


def mended(around: Surroundings) -> Surroundings:
    """The same draft with the pieces of each number in one line and zeros for letters; most drafts are given back as they are."""
    normal = around.normal
    if around.may_hold(ZERO):
        normal = _WITH_O.sub(_with_zeros, normal)
    if normal != around.normal:
        around = Surroundings(normal, around.cues, stems=around.stems)
    if "\n" in normal and around.may_hold(*BROKEN):
        around = _joined(around, set(_anew(around)))
        around = _joined(around, set(_breaks(around)))
    return around


def _joined(around: Surroundings, breaks: set[int]) -> Surroundings:
    """With a space for each of these line breaks."""
    if not breaks:
        return around
    return Surroundings(
        "".join(" " if n in breaks else letter for n, letter in enumerate(around.normal)),
        around.cues,
        stems=around.stems,
    )


def _with_zeros(found: re.Match[str]) -> str:
    """An o beside a digit is a zero, unless it belongs to a word: h2o, co2, no1, 5or."""
    written, text = found[0], found.string
    glued, goes_on = (
        _is_latin(text[max(0, found.start() - 1) : found.start()]),
        _is_latin(text[found.end() : found.end() + 1]),
    )
    if not any(map(str.isdigit, written)) or (glued and len(written) < FEWEST_GLUED):
        return written
    first = len(written) - len(written.lstrip("o")) if glued else 0
    last = len(written.rstrip("o")) if goes_on else len(written)
    return written[:first] + written[first:last].replace("o", "0") + written[last:]


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def _breaks(around: Surroundings) -> Iterator[int]:
    """The places of the line breaks inside a number, an address or a date."""
    normal = around.normal
    for gate, pattern in ((BIRTH, _MONTHS), (BLOOD, _GROUP), (MAIL, _HOST)):
        for found in pattern.finditer(normal) if around.may_hold(gate) else ():
            yield from (found.start(group) for group in range(1, pattern.groups + 1))
    for pieces in _PIECES.finditer(normal):
        if not _hang_together(around, pieces):
            continue
        if _WHOLE.match(pieces[0]) and not _head(around, pieces.start()):
            yield pieces.start()  # a whole number below its name; the next below it is another's
        else:
            yield from (place for place in range(*pieces.span()) if normal[place] == "\n")


def _hang_together(around: Surroundings, pieces: re.Match[str]) -> bool:
    """Whether the line above names a number and ends in it, or right before it."""
    start, end = around.line(pieces.start())
    head = _head(around, end)
    if re.findall("[0-9]+", head + pieces[0])[0] in around.cues.public["numbers"]:
        return False  # hotlines, one below the other
    digits = digits_in(head) + digits_in(pieces[0])
    if (len(digits) > MOST_DIGITS and (head or not _WHOLE.match(pieces[0]))) or _LONG.search(head):
        return False
    if head and is_mobile(digits):
        return True
    if _is_plate(around, start, end, pieces[0]):
        return True
    if _BORN.search(around.normal, max(start, end - 32), end):
        return True
    place = end - len(head)
    mark = _label(around, max(start, place - NEAR), place)
    return mark is not None and (bool(head) or _REST.match(around.normal, mark.end, end) is not None)


def _head(around: Surroundings, end: int) -> str:
    """The digits at a line's end, with the letters before them."""
    found = _TAIL.search(around.normal, max(around.line(end)[0], end - MOST_DIGITS), end)
    return found[0] if found else ""


def _label(around: Surroundings, start: int, end: int) -> Mark | None:
    return max(around.between(start, end, LABELS), key=lambda mark: mark.end, default=None)


def _is_plate(around: Surroundings, start: int, end: int, piece: str) -> bool:
    """An area and a class letter, the digits on the next line."""
    found = _PLATES_DIGITS.match(piece) and _PLATE.search(around.normal, max(start, end - PLATE_REACH), end)
    return bool(found) and around.has(max(start, end - PLATE_REACH - NEAR), end, ("plate-area",))


def _anew(around: Surroundings) -> Iterator[int]:
    """The break before "correct: 1234...", where the line above says what the number is."""
    for found in _ANEW.finditer(around.normal):
        start, end = around.line(found.start())
        if around.has(*found.span(), ("corrected",)) and _label(around, max(start, end - NEAR), end):
            yield found.start()
