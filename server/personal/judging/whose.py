"""Whose a number, an address or a date is: the office's own, a private person's, or nobody knows."""

from __future__ import annotations

import re
from collections.abc import Callable

from server.personal.around.names import (
    OFFICE_BEFORE,
    PUBLIC,
    SENTENCE_ENDS,
    Name,
    is_genitive,
    is_many,
    is_of_office,
    names,
    private_names,
)
from server.personal.around.surroundings import Mark, Surroundings
from server.personal.candidate import Candidate
from server.personal.judging.citizens import is_a_citizens, is_called_so, is_warned_of, was_sent_there
from server.personal.judging.forms import FEWEST_FIELDS, form_of
from server.text.normalise import normalise
from server.text.shapes import BANGLA

SIGNED = re.compile(r" ?[,(\[\u2013-]")  # 017... (Duty Officer): an office's, whatever stands before
# behind a named one's number a post or an office is the bearer's where it is signed so, or ends the phrase: (017...), Agriculture Officer
_SIGN = re.compile(r"[)\]]? ?[,(\[\u2013\u2014-]")
_PHRASE_ENDS = re.compile(rf" ?(?:[^\w\s]|\n|\Z)| {normalise('হিসেবে|হিসাবে|পদে').replace('|', '| ')}")
_CASES = tuple(map(normalise, ("র", "ে", "য়", "কে")))
# and not where it is somebody's else: complained that the chairman, চেয়ারম্যান কর্তৃক, hashpatal theke
_OF_ANOTHER = re.compile(r"(?<![a-z])(?:to|that|by|at|from|with|against|in|before)(?![a-z])|(?<=[a-z] )the(?![a-z])")
_GOES_ON = re.compile(
    rf" (?:{normalise('এর|কে|কর্তৃক|দ্বারা|থেকে|হতে|নিয়ে|বরাবর')}|er|r|ke|e|te|theke|hote|kortrik|niye)(?![a-z{BANGLA}])"
)
# যোগাযোগ: রফিকুল ইসলাম (017...); রফিকুল ইসলাম (017...) ... যোগাযোগ করুন
_ASKED = re.compile(r" ?[:\u2013\u2014-] ?")
_CALL = f"{normalise('যোগাযোগ|কল|ফোন')}|jogajog|call|phone"
_TO_CALL = re.compile(rf"[^।!?;\n]{{0,60}}?(?:{_CALL}) (?:{normalise('করুন|করবেন|করতে|দিন')}|korun|koren|korte|din)")
_CALL_AT = re.compile(
    rf"(?:(?:{_CALL}|{normalise('বিকাশ')}|bkash) (?:{normalise('করুন|করবেন|দিন')}|korun|koren|din)"
    rf"|(?<![a-z])call(?: us)?(?: at| on)?)[ :\u2013-]{{1,3}}\Z"
)
_OF_HIM = re.compile(r" er(?= )|'s(?= )")  # Jorina khatun er bKash, Karim Mia's number
CALL_BEFORE = 24  # code points in which the call stands
BEFORE = 90  # code points in which the words before say whose it is
AFTER = 32  # and those behind: ০১৭... (রোগীর ভাই)
JUST_BEFORE = 40  # in which it is called somebody's own
LONGEST_WORD = 16  # code points behind a number in which a bracket says whose it is
NAME_BEFORE = 70  # and in which a name stands
OFFICE, PRIVATE, UNCLEAR = "office", "private", ""
OFFICES = ("office", "post", "official-number")
# before a name: whose phone is told so that people call
SERVING = ("serving", "staff", "trade", "public-trade", "public-vehicle")
KINDS = (*OFFICES, "kin", "person")
HEADING_LINES = 12
# In a heading over names and numbers: of those who may be called.
OF_STAFF = ("post", "official-number", "hotline", "call")


Rule = Callable[[Surroundings, Candidate, Mark | None], str | None]


def whose(around: Surroundings, candidate: Candidate) -> str:
    """office, private or "", by the nearest words: those before it, those behind, the heading above. The first of `RULES` that knows says so."""
    near = _last(around, max(around.line(candidate.start)[0], candidate.start - BEFORE), candidate.start)
    for rule in RULES:
        owner = rule(around, candidate, near)
        if owner is not None:
            return owner
    return UNCLEAR


def _by_a_bracket(around: Surroundings, candidate: Candidate, _: Mark | None) -> str | None:
    """Its writer says so right behind it, whatever else stands around: 017... (personal)."""
    return PRIVATE if _is_called_private(around, candidate.end) else None


def _by_its_letters(around: Surroundings, candidate: Candidate, _: Mark | None) -> str | None:
    """A mail address bears the name of whom it belongs to: an office between the two does not change that."""
    return PRIVATE if candidate.kind == "email" and _bears_name(around, candidate) else None


def _by_personal(around: Surroundings, candidate: Candidate, _: Mark | None) -> str | None:
    """An official's personal phone is no office's, though his post is the nearest word."""
    floor = max(around.line(candidate.start)[0], candidate.start - JUST_BEFORE)
    return PRIVATE if around.has(floor, candidate.start, ("personal-phone",)) else None


def _by_citizen(around: Surroundings, candidate: Candidate, near: Mark | None) -> str | None:
    """The reader's number, or that of somebody who is told of or held up to shame, though an office is named nearer to it.

    Not where an office signs the number, or stands in the line above.
    """
    if candidate.kind not in ("mobile", "email") or _is_signed_by_an_office(around, candidate, near):
        return None
    office = near if near and near.kind in OFFICES else None
    return PRIVATE if is_a_citizens(around, candidate.start, candidate.end, office) else None


def _by_what_was_sent(around: Surroundings, candidate: Candidate, near: Mark | None) -> str | None:
    """Money or an answer went there: its receiver's, unless an office is named before it."""
    if candidate.kind not in ("mobile", "email") or (near and near.kind in OFFICES):
        return None
    return PRIVATE if was_sent_there(around, candidate.start, candidate.end) else None


def _by_whose_name(around: Surroundings, candidate: Candidate, _: Mark | None) -> str | None:
    """মফিজ উদ্দিনের নগদ নম্বর ০১৭...: a private person's; not of one who serves people or is to be called."""
    if candidate.kind != "mobile":
        return None
    floor = max(around.line(candidate.start)[0], candidate.start - NAME_BEFORE)
    name = next(reversed(private_names(around, floor, candidate.start)), None)
    if name is None or not is_called_so(around, _behind_case(around, name), candidate.start):
        return None
    called = around.has(max(floor, name.start - JUST_BEFORE), name.end, ("call", *SERVING))
    is_open = called or is_to_be_called(around, candidate) or is_warned_of(around, candidate.end)
    return None if is_open else PRIVATE


def _behind_case(around: Surroundings, name: Name) -> int:
    """Where a name in the genitive ends; its start, behind which no number's name alone can stand, where it is in none."""
    apart = _OF_HIM.match(around.normal, name.end)
    if apart:
        return apart.end()
    return name.end if is_genitive(around, name) else name.start


def _by_words_before(around: Surroundings, candidate: Candidate, near: Mark | None) -> str | None:
    """Where an office or a person stands before it, nothing behind it or above is asked, be it unclear."""
    return _judged(around, near, candidate.start) if near else None


def _by_words_behind(around: Surroundings, candidate: Candidate, _: Mark | None) -> str | None:
    """What stands behind is about something else more often than what stands before."""
    behind = _owner_behind(around, candidate.start, candidate.end)
    if behind is None:
        return None
    return OFFICE if behind.kind in OFFICES else PRIVATE


def _by_form(around: Surroundings, candidate: Candidate, _: Mark | None) -> str | None:
    """A field of a citizen's form is his, though the form stands below an office's heading."""
    return PRIVATE if _is_in_a_persons_form(around, candidate.start) else None


def _by_heading(around: Surroundings, candidate: Candidate, _: Mark | None) -> str | None:
    """Nothing in its line or form says whose it is. Where somebody is named there, only a heading over staff makes it an office's."""
    line_start, line_end = around.line(candidate.start)
    form = form_of(around, candidate.start)
    near_it = max(line_start, candidate.start - NAME_BEFORE), min(line_end, candidate.end + NAME_BEFORE)
    named = bool(private_names(around, *(form.span if form.lines >= FEWEST_FIELDS else near_it)))
    headed = _is_below_staff(around, line_start) if named else in_heading(around, line_start, OFFICES)
    return OFFICE if headed else None


# Whose it is, by the surest sign first: what is said of the number itself, then the nearest words, then what stands further off.
RULES: tuple[Rule, ...] = (
    _by_a_bracket,
    _by_its_letters,
    _by_personal,
    _by_citizen,
    _by_what_was_sent,
    _by_whose_name,
    _by_words_before,
    _by_words_behind,
    _by_form,
    _by_heading,
)


def _is_signed_by_an_office(around: Surroundings, candidate: Candidate, near: Mark | None) -> bool:
    """Whether an office or a post stands behind a number as a signature does, or in the line above where nothing stands before it."""
    line_start, line_end = around.line(candidate.start)
    end = candidate.end
    if SIGNED.match(around.normal, end) and around.has(end, min(line_end, end + AFTER), OFFICES):
        return True
    return bool(line_start) and near is None and around.has(*around.line(line_start - 1), OFFICES)


def is_to_be_called(around: Surroundings, candidate: Candidate) -> bool:
    """Whether the readers are asked to call or write there: what hides a part of it makes no sense then."""
    start, end = candidate.start, candidate.end
    if candidate.kind not in ("mobile", "email"):
        return False
    before = around.normal[max(around.line(start)[0], start - CALL_BEFORE) : start]
    return bool(_TO_CALL.match(around.normal, end) or _CALL_AT.search(before))


def _owner_behind(around: Surroundings, start: int, end: int) -> Mark | None:
    """The first cue behind a number that says whose it is."""
    line_end = around.line(start)[1]
    named = _is_a_named_ones(around, start, end)
    for mark in around.between(end, min(line_end, end + AFTER), KINDS):
        if not _many(around, mark) and not (named and mark.kind in OFFICES and not _signs(around, end, mark)):
            return mark
    return None


def _is_a_named_ones(around: Surroundings, start: int, end: int) -> bool:
    """Whether a name that is no official's stands before a number, in its sentence, and nobody is asked to call its bearer."""
    named = [
        name
        for name in names(around, max(around.line(start)[0], start - NAME_BEFORE), start)
        if not (around.before(name.start, PUBLIC, OFFICE_BEFORE) or around.has(name.end, start, PUBLIC))
    ]
    if not named or SENTENCE_ENDS.search(around.normal, named[-1].end, start) or _TO_CALL.match(around.normal, end):
        return False
    asked = around.before(named[-1].start, ("call",), JUST_BEFORE)
    called = asked and _ASKED.fullmatch(around.normal, asked.end, named[-1].start)
    return not called and not around.has(named[-1].end, start, ("call",))


def _signs(around: Surroundings, end: int, mark: Mark) -> bool:
    """Whether a post or an office behind a number is its bearer's: not থানায় এসেছিলেন, চেয়ারম্যানের বিরুদ্ধে."""
    word = around.normal[mark.start : mark.end].split(" ")[-1]
    if is_of_office(around, mark):
        return True
    if (
        (word.endswith(_CASES) and not _is_a_cue(around, word))
        or _GOES_ON.match(around.normal, mark.end)
        or _OF_ANOTHER.search(around.normal, end, mark.start)
    ):
        return False
    return bool(_SIGN.match(around.normal, end) or _PHRASE_ENDS.match(around.normal, mark.end))


def _is_a_cue(around: Surroundings, word: str) -> bool:
    """Whether a word is an office's or a post's as it stands, with no ending: ডাক্তার, কার্যালয়."""
    alone = any(cue.kind in OFFICES and not cue.rest for cue in around.cues.phrases.get(word, ()))
    return alone or not around.cues.others.get(word, set()).isdisjoint(OFFICES)


def _is_in_a_persons_form(around: Surroundings, place: int) -> bool:
    """Whether the form about a place is a citizen's: somebody is named in it, and no office, post or heading says that he serves there."""
    form = form_of(around, place)
    if form.lines < FEWEST_FIELDS or not private_names(around, form.start, form.end):
        return False
    serving = around.between(form.start, form.end, ("post", "title", "office"))
    if any(not around.has(mark.start, mark.end, ("area",)) for mark in serving):
        return False
    below = around.line(min(form.end + 1, len(around.normal)))
    return form.of_citizen or not (in_heading(around, form.start, (*OF_STAFF, "office")) or around.has(*below, OFFICES))


def _is_below_staff(around: Surroundings, line_start: int) -> bool:
    """Whether a heading is over those who may be called: a post, a hotline, the phones of offices."""
    return in_heading(around, line_start, OF_STAFF) or in_heading(around, line_start, ("office",), ("phone",))


def _is_called_private(around: Surroundings, end: int) -> bool:
    """Whether a word in brackets right behind a number says that it is a person's: 017... (personal)."""
    if around.normal[end : end + 2].strip() not in ("(", "[") and around.normal[end : end + 1] not in ("(", "["):
        return False
    return around.has(end, end + LONGEST_WORD, ("behind-personal",))


def _bears_name(around: Surroundings, candidate: Candidate) -> bool:
    """Whether an address bears a private person's name that stands before it: Karim Sheikh ... karim.sheikh7@..."""
    local = around.normal[candidate.start : candidate.end].partition("@")[0]
    start = max(around.line(candidate.start)[0], candidate.start - NAME_BEFORE)
    return any(
        len(word) > 3 and word in local
        for name in private_names(around, start, candidate.start)
        for word in around.normal[name.start : name.end].split()
    )


def _last(around: Surroundings, start: int, end: int) -> Mark | None:
    """The last cue that speaks of one office or one person."""
    marks = [mark for mark in around.between(start, end, KINDS) if not _many(around, mark)]
    return max(marks, key=lambda mark: (mark.end, mark.end - mark.start), default=None)


def _many(around: Surroundings, mark: Mark) -> bool:
    return mark.kind == "person" and is_many(around.normal[mark.start : mark.end])


def _judged(around: Surroundings, near: Mark, start: int) -> str:
    """The nearest cue decides; a person who is only asked to call is none: রোগী ভর্তির জন্য যোগাযোগ."""
    if near.kind in OFFICES:
        return UNCLEAR if _is_beside_a_person(around, near, start) else OFFICE
    named = bool(private_names(around, near.start, start))
    return UNCLEAR if around.has(near.end, start, ("call",)) and not named and near.kind == "person" else PRIVATE


def _is_beside_a_person(around: Surroundings, near: Mark, start: int) -> bool:
    """Whether somebody is named between an office and the number, or the office is where he lives: করিম মিয়া, থানা নীলকান্দি, ০১৭..."""
    before = max(around.line(start)[0], near.start - BEFORE)
    if around.has(max(before, near.start - 48), near.start, ("kin",)) and not around.has(near.end, start, ("call",)):
        return True
    if near.kind != "office":
        return False
    lives = around.has(near.start, near.end, ("area",))
    return bool(private_names(around, before if lives else near.end, start))


def has_person(around: Surroundings, candidate: Candidate) -> bool:
    """Whether a private person's name or kin stands near the candidate in its line, or anywhere in its form."""
    line_start, line_end = around.line(candidate.start)
    start, end = max(line_start, candidate.start - NAME_BEFORE), min(line_end, candidate.end + NAME_BEFORE)
    if _is_in_a_persons_form(around, candidate.start):
        return True
    return bool(private_names(around, start, end)) or around.has(start, end, ("kin",))


def in_heading(around: Surroundings, line_start: int, kinds: tuple[str, ...], beside: tuple[str, ...] = ()) -> bool:
    """Whether a line above speaks of something of these kinds (and of one of those `beside`), and none before it of a person."""
    known = around.once(_no_headings)
    asked = line_start, kinds, beside
    if asked not in known:  # every number of a line asks
        known[asked] = _look_above(around, *asked)
    return known[asked]


def _no_headings(_: Surroundings) -> dict[tuple[int, tuple[str, ...], tuple[str, ...]], bool]:
    return {}


def _look_above(around: Surroundings, line_start: int, kinds: tuple[str, ...], beside: tuple[str, ...]) -> bool:
    start = line_start
    for _ in range(HEADING_LINES):
        if start == 0:
            break
        start, end = around.line(start - 1)
        if around.has(start, end, ("person", "kin")):
            return False
        speaks = any(not is_of_office(around, mark) for mark in around.between(start, end, kinds))
        if speaks and (not beside or around.has(start, end, beside)):
            return True
    return False
