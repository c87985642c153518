"""Number kinds: mobile, NID, birth registration, TIN, BIN, bank account, payment card. The words before a number name it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from server.personal.around.columns import PARTS, head_of
from server.personal.around.cues import Cues
from server.personal.around.gates import NUMBER
from server.personal.around.names import private_names
from server.personal.around.surroundings import Mark, Surroundings
from server.personal.candidate import Candidate, one
from server.personal.particulars.cards import card_at, luhn
from server.personal.particulars.details import PRESENT
from server.personal.particulars.runs import Group, digits_of, foreign_at, is_mobile, local, mobile_at, runs
from server.text.normalise import normalise

NEAR = 48  # code points before a number in which it is named
FAR = 80  # in which one is asked to get in touch by it
CLOSE = 16  # and in which a memo's or tender's name beats a mobile's shape
HEADING_LINES = 12  # rows above in which the heads of columns are looked for, unless a line of heads is over the cell
BESIDE, LONGEST_UNIT = 8, 10  # code points to a word of money, and of such a word
MOST_GROUPS = 20  # of one number
LONGEST_NAME = 24  # code points of the name behind a number
ACCOUNT, HOLDER = "account-behind", "account-holder"
BIRTH_REGISTRATION = "birth-registration"
LENGTHS: dict[str, Collection[int]] = {
    "nid": (10, 13, 17),
    "birth-registration": (17,),
    "tin": (12,),
    "bin": (13, 9),
    "bank": range(9, 18),
    "routing": (9,),
    "card": range(13, 20),
}
CARDS = ("card", "card-word")
_ONLY_AN_ID = re.compile(
    rf"[ ,:(\-–=]*(?:(?:{normalise('আইডি|আই ডি|নং|নম্বর|নাম্বার|পরিচয়পত্র|কার্ড')}|id|no|number|nong|nombor|card)[ .,:(\-–=]*){{0,4}}"
)
PAPERS = ("nid", "tin")  # whose numbers have one shape
NEW_CARD = 10  # digits, as many as other numbers have
OF_A_LANDLINE = (10, 12)  # digits; an older NID of 13 may begin with 0, the code of its district
MOST_DOTS = 2
NAMES = (*LENGTHS, "phone", "other", "licence", "passport", "student", "patient-number")
SEPARATORS = frozenset(" -–—")
ACCOUNT_SEPARATORS = frozenset(" -–—./")
GATES = (NUMBER,)  # without one of these nothing is found
ONE_SIGN = frozenset("./")  # between the groups of any named number, with no space beside it
# links that open a chat with a number: wa.me/880171..., t.me/+880171...
_CHAT = re.compile(
    r"(?:(?<![a-z0-9.-])(?:wa\.me/|t\.me/(?=\+))|(?<![a-z0-9-])whatsapp\.com/send/?\?(?:[^\s]{0,80}&)?phone=)(?:\+|%2b)?\Z"
)
LONGEST_CHAT = 120  # code points of such a link before its number
_BARE_NAME = re.compile("(?:" + normalise("নম্বর|নাম্বার") + r"|number|nombor|nambar)[ :.,\-\u2013\u0983]{0,3}\Z")
NAMED_BEHIND = re.compile(" ?(?:" + normalise("নম্বর|নং|নাম্বার") + "|number|no[.]?|nombor|nong) ?")


def numbers(around: Surroundings) -> Iterator[Candidate]:
    """Every private number of a draft, in order."""
    for groups in runs(around.normal) if around.may_hold(NUMBER) else ():
        if not around.in_link(groups[0].start) or _is_in_chat(around, groups[0].start):
            yield from _of_run(around, groups)


def _is_in_chat(around: Surroundings, start: int) -> bool:
    """Whether a link opens a chat with the number at a place."""
    return around.in_link(start) and _CHAT.search(around.normal, max(0, start - LONGEST_CHAT), start) is not None


def _of_run(around: Surroundings, groups: Sequence[Group]) -> Iterator[Candidate]:
    index = 0
    while index < len(groups):
        found, taken = _at(around, groups, index)
        if found:
            yield found
        index += max(1, taken)


def _at(around: Surroundings, groups: Sequence[Group], index: int) -> tuple[Candidate | None, int]:
    """The candidate that begins at a group, and how many groups are done with."""
    start = groups[index].start
    named = name_of(around, start) or _in_column(around, groups[index])
    if named in ("", "branch") or (named == "other" and not index):
        named = _registered(around, groups, index) or _named_behind(around, groups, index) or named
    count = mobile_at(groups, index, named == "phone" or (not named and _is_called(around, start)))
    count = count or _foreign(around, groups, index, named)
    if count:
        return _mobile(around, groups[index : index + count], named), count
    if _is_money(around, groups, index):
        return None, 1
    return (_named if named in LENGTHS else _unnamed)(around, groups, index, named)


def _foreign(around: Surroundings, groups: Sequence[Group], index: int, named: str) -> int:
    """How many groups are a mobile of another country: only behind its + where a word names a telephone, or in a chat's link."""
    if groups[index].digits[0] == "0" or (index and not groups[index].apart.endswith("+")):
        return 0
    plus = named == "phone" and groups[index].apart.strip().endswith("+")
    return foreign_at(groups, index) if plus or _is_in_chat(around, groups[index].start) else 0


def _mobile(around: Surroundings, groups: Sequence[Group], named: str) -> Candidate | None:
    """A mobile that is nobody's public one and that no memo, meter or tender claims."""
    claimed = named == "other" and _just_named(around, groups[0].start)
    return None if claimed or is_public(digits_of(groups), around.cues) else one("mobile", *_span(around, groups))


def name_of(around: Surroundings, start: int) -> str:
    """What the words before a place call the number behind them; "" where they say nothing."""
    mark = around.before(start, NAMES, NEAR)
    return mark.kind if mark and not _is_in_a_path(around, mark) else ""


def _is_called(around: Surroundings, start: int) -> bool:
    """Whether the line asks to get in touch, by this number: যোগাযোগ করুন মালিকের ভাই সোহেলের সাথে, নম্বর ..."""
    begin, near = max(around.line(start)[0], start - FAR), max(0, start - CLOSE)
    return _BARE_NAME.search(around.normal, near, start) is not None and around.has(begin, start, ("call",))


def _named_behind(around: Surroundings, groups: Sequence[Group], index: int) -> str:
    """What the words behind a run call it: 0200014567890 নম্বর হিসাবে; ... ৪৯২, হিসাবধারী ফারিয়া."""
    holder = next(around.between(groups[-1].end, groups[-1].end + LONGEST_NAME, (HOLDER,)), None) if not index else None
    if holder and not around.normal[groups[-1].end : holder.start].strip(" ,(-–"):
        return "bank"
    link = NAMED_BEHIND.match(around.normal, groups[-1].end) if not index else None
    mark = next(around.between(link.end(), link.end() + LONGEST_NAME, (*LENGTHS, ACCOUNT)), None) if link else None
    if not link or mark is None or mark.start != link.end():
        return ""
    return "bank" if mark.kind == ACCOUNT else mark.kind


def _registered(around: Surroundings, groups: Sequence[Group], index: int) -> str:
    """A registration number of 17 digits where a birth's is spoken of: জন্ম নিবন্ধন সংশোধন ... (নিবন্ধন নং ...)."""
    group = groups[index]
    birth = len(group.digits) == 17 and _is_year(group.digits[:4])
    start = around.line(group.start)[0]
    return BIRTH_REGISTRATION if birth and around.has(start, group.start, (BIRTH_REGISTRATION,)) else ""


def _is_in_a_path(around: Surroundings, mark: Mark) -> bool:
    """Between slashes a word is a part of a memo's number: প্রকা/হিসাব/২০২৫/১২৩৪৫."""
    return around.normal[max(0, mark.start - 1) : mark.start] == "/" == around.normal[mark.end : mark.end + 1]


def _in_column(around: Surroundings, group: Group) -> str:
    """The kind that a table gives a number: by the head over its cell, else by the first line above that names a kind of its length."""
    start, end = around.line(group.start)
    if not start:
        return ""  # no line stands above
    if not any(sign in around.normal[start:end] for sign in PARTS) and not private_names(around, start, end):
        return ""
    head = head_of(around, group.start)
    named = head and (_kind_of(around, *head, group) or _phone_of(around, *head, group))
    if named:
        return named
    for _ in range(HEADING_LINES):
        if start == 0:
            break
        start, end = around.line(start - 1)
        kind = _kind_of(around, start, end, group)
        if kind:
            return kind
    return ""


def _kind_of(around: Surroundings, start: int, end: int, group: Group) -> str:
    """The first kind of a number's length that is named between two places."""
    kinds = (mark.kind for mark in around.between(start, end, tuple(LENGTHS)))
    return next((kind for kind in kinds if len(group.digits) in LENGTHS[kind]), "")


def _phone_of(around: Surroundings, start: int, end: int, group: Group) -> str:
    """ "phone" where it is named between two places and a mobile's first 0 went missing, as in a sheet of numbers."""
    missing = len(group.digits) == 10 and is_mobile("0" + group.digits)
    return "phone" if missing and around.has(start, end, ("phone",)) else ""


def _just_named(around: Surroundings, start: int) -> bool:
    mark = around.before(start, NAMES, CLOSE)
    return mark is not None and start - mark.end <= CLOSE - 6


def _named(around: Surroundings, groups: Sequence[Group], index: int, kind: str) -> tuple[Candidate | None, int]:
    count = _fitting(groups, index, kind)
    if not count or any(_is_dated(groups, first) for first in range(max(0, index - 2), index + count)):
        return None, 1
    if kind in PAPERS and _is_no_paper(groups[index : index + count]):
        return None, count
    if kind == "card" and not (luhn(digits_of(groups, index, count)) or card_at(groups, index, True)):
        return None, count
    if kind == "routing":
        return _routing(around, groups[index : index + count]), count
    return one(kind, *_span(around, groups[index : index + count])), count


def _is_no_paper(groups: Sequence[Group]) -> bool:
    """Whether it is a landline with its area's code, a stretch of days or hours, or a memo's number: signs of several kinds, or many dots."""
    digits, signs = digits_of(groups), [group.apart.strip() for group in groups[1:]]
    is_telephone = digits.startswith("880") or (digits.startswith("0") and len(digits) in OF_A_LANDLINE)
    return is_telephone or len(set(signs)) > 1 or signs.count(".") > MOST_DOTS


def _is_dated(groups: Sequence[Group], index: int) -> bool:
    """Whether the groups begin with a date or a fiscal year: 01.06.2025 10, 2024-2025 12345."""
    date = groups[index : index + 3]
    years = [group.digits for group in date[:2]]
    if len(date) > 1 and date[1].apart in (".", "/", "-", "–") and all(map(_is_year, years)):
        return int(years[1]) == int(years[0]) + 1
    if len(date) < 3 or len({group.apart for group in date[1:]}) > 1 or date[1].apart not in (".", "/", "-"):
        return False
    day, month, year = (date if len(date[2].digits) == 4 else date[::-1])[:3]
    short = len(day.digits) <= 2 and len(month.digits) <= 2 and len(year.digits) == 4
    return short and int(month.digits) <= 12 and int(day.digits) <= 31 and _is_year(year.digits)


def _routing(around: Surroundings, groups: Sequence[Group]) -> Candidate | None:
    """A routing number is its branch's; it tells of an account beside a person, or where no bank is named."""
    line = around.line(groups[0].start)
    people = bool(private_names(around, *line)) or around.has(*line, ("kin", "person"))
    return one("bank", *_span(around, groups)) if people or not around.has(*line, ("branch",)) else None


def _unnamed(around: Surroundings, groups: Sequence[Group], index: int, named: str) -> tuple[Candidate | None, int]:
    """What is unmistakable without a word: 17 digits behind a year of birth, a card's check digit."""
    group = groups[index]
    if named not in ("", "phone") or group.digits in around.cues.public["numbers"]:
        return None, 1
    if len(group.digits) == 17 and _is_year(group.digits[:4]):
        return one("nid", group.start, group.end, sure=False), 1
    if len(group.digits) in LENGTHS["nid"] and (
        around.before(group.start, ("kin",), NEAR) or _is_behind_a_name(around, group)
    ):
        return one("nid", group.start, group.end, sure=False), 1  # করিম, পিতা রহিম, ৭৩১৪০৯৮২৬৫
    count = card_at(groups, index, around.has(*around.line(group.start), CARDS))
    if count:
        return one("card", *_span(around, groups[index : index + count]), sure=False), count
    return None, 1


def _is_behind_a_name(around: Surroundings, group: Group) -> bool:
    """Whether an older card's 13 or 17 digits stand behind a private person's name, with nothing else said between them.

    জোছনা রানী (২৬৯৪০৮১৭৫৩৩২৯); মোঃ লোকমান, আইডি নং ৬৯১৪৪২৭৮৩১০৫২.
    """
    if len(group.digits) <= NEW_CARD or NAMED_BEHIND.match(around.normal, group.end):
        return False
    before = max(around.line(group.start)[0], group.start - NEAR)
    named = private_names(around, before, group.start)
    return bool(named) and _ONLY_AN_ID.fullmatch(around.normal, named[-1].end, group.start) is not None


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and int(digits) in PRESENT


def _fitting(groups: Sequence[Group], index: int, kind: str) -> int:
    """How many groups from `index` on have a length of this kind together: all that hang together, else the fewest."""
    totals = list(accumulate(len(group.digits) for group in _hanging(groups, index, kind)))
    fits = [count for count, total in enumerate(totals, 1) if total in LENGTHS[kind]]
    return (fits[-1] if fits[-1] == len(totals) else fits[0]) if fits else 0


def _hanging(groups: Sequence[Group], index: int, kind: str) -> Iterator[Group]:
    """The groups from `index` on that hang together; a dot or slash with a space beside it parts all but accounts."""
    yield groups[index]
    for group in groups[index + 1 : index + MOST_GROUPS]:
        signs = ACCOUNT_SEPARATORS if kind == "bank" else SEPARATORS
        if not signs.issuperset(group.apart) and group.apart not in ONE_SIGN:
            break
        yield group


def _span(around: Surroundings, groups: Sequence[Group]) -> tuple[int, int]:
    """The whole number as written, with its + and its brackets."""
    start, end = groups[0].start, groups[-1].end
    while start and around.normal[start - 1] in "+(" and start > groups[0].start - 2:
        start -= 1
    if around.normal[start] == "(" and ")" not in around.normal[start:end]:
        start += 1
    return start, end


def _is_money(around: Surroundings, groups: Sequence[Group], index: int) -> bool:
    group, last = groups[index], groups[-1]
    before, after = around.normal[max(0, group.start - 3) : group.start], around.normal[last.end : last.end + 3]
    if "৳" in before or "$" in before or after.startswith(("/-", "/=", "%", " %")):
        return True
    unit = next(around.between(last.end, last.end + BESIDE + LONGEST_UNIT, ("amount",)), None)
    follows = unit is not None and not around.normal[last.end : unit.start].strip(" -")
    return follows or around.before(group.start, ("amount",), BESIDE) is not None


def is_public(digits: str, cues: Cues) -> bool:
    """Whether a mobile is a hotline or belongs to a series of official numbers."""
    number, public = local(digits), cues.public
    return number in public["numbers"] or number.startswith(tuple(public["series"]))
