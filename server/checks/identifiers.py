"""Clause ৬(গ), on an own account ৮: numbers and addresses of private people. An office's own and public ones pass.

`phonenumbers` knows which numbers are mobiles; NIDs have 10, 13 or 17 digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import phonenumbers
import regex

from server.checks import Check, Example
from server.finding import Finding
from server.institution import Institution
from server.posting import Posting
from server.severity import Bilingual, Severity
from server.text.links import links
from server.text.normalise import normalise

TIMEOUT = 0.2  # seconds for one pattern over one draft
CUES_BEFORE = 48  # code points before a number in which its kind is named
NUMBER = regex.compile(r"(?<![\d.,])(?<!\d-)(?:\+|\((?=\d{2,6}\)))?\d(?:[ \-()]{0,2}\d){8,19}(?!\d|[.,-]\d)")
EMAIL = regex.compile(r"[a-z0-9][a-z0-9._%+-]{0,63}\s?(?:@|\(at\)|\[at\])\s?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}")

NID_CUES = ("nid", "এনআইডি", "জাতীয় পরিচয়", "ভোটার আইডি", "national id", "পরিচয়পত্র", "স্মার্ট কার্ড")
OFFICE_CUES = (
    "কন্ট্রোল রুম", "নিয়ন্ত্রণ কক্ষ", "হটলাইন", "হেল্পলাইন", "হেল্পডেস্ক", "হেল্প ডেস্ক", "ডিউটি অফিসার", "ওসি", "অফিস", "কার্যালয়", "দপ্তর",
    "ইউএনও", "কর্মকর্তা", "থানা", "ফায়ার সার্ভিস", "অ্যাম্বুলেন্স", "control room", "hotline", "helpline", "help desk",
    "duty officer", "office", "ফোকাল", "focal", "যোগাযোগ কেন্দ্র", "সেবা কেন্দ্র",
)  # fmt: skip
PRIVATE_CUES = (
    "পিতা", "মাতা", "স্বামী", "রোগী", "ভাতাভোগী", "উপকারভোগী", "আবেদনকারী", "অভিযোগকারী", "ভুক্তভোগী", "বিকাশ", "নগদ", "রকেট",
    "bkash", "nagad", "rocket", "patient", "father", "beneficiary", "complainant", "জন্ম নিবন্ধন", "জন্মনিবন্ধন",
)  # fmt: skip
NEVER_CUES = (
    "স্মারক", "নথি", "দরপত্র", "টেন্ডার", "টাকা", "tk", "taka", "৳", "$", "isbn", "eiin", "রোল", "roll", "আবেদন নং", "মামলা",
    "রসিদ", "চালান", "tender", "memo", "রেজি", "কোটি", "লাখ",
)  # fmt: skip
PUBLIC_HOSTS = (".gov.bd", ".mil.bd", ".edu.bd", ".ac.bd")

MESSAGES = {
    "mobile": Bilingual("এটি ব্যক্তিগত মোবাইল নম্বর বলে মনে হচ্ছে।", "This looks like a private mobile number."),
    "nid": Bilingual("এটি জাতীয় পরিচয়পত্রের নম্বর বলে মনে হচ্ছে।", "This looks like a national ID number."),
    "email": Bilingual("এটি ব্যক্তিগত ই-মেইল ঠিকানা।", "This is a private e-mail address."),
}


class Number(NamedTuple):
    """A private identifier in the normal form (code points), and how sure it is that it is a private person's."""

    kind: str
    start: int
    end: int
    severity: Severity


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for each mobile, NID or private e-mail address that is not the office's own or a public one."""
    own = _own(posting.institution)
    found = [*numbers(posting.normal), *emails(posting.normal)]
    many = sum(number.kind != "email" for number in found) > 2  # rows of people: a list of beneficiaries
    for number in found:
        written = posting.normal[number.start : number.end]
        if _plain(written) in own:
            continue
        severity = Severity.WARN if posting.kind == "employee" else number.severity
        if many and severity is Severity.ADVISE:
            severity = Severity.WARN
        yield Finding(
            check=f"personal/{number.kind}",
            clause="8" if posting.kind == "employee" else "6.ga",
            severity=severity,
            message=MESSAGES[number.kind],
            source=f"checks/identifiers#{number.kind}",
            spans=((number.start, number.end),),
            replacements=(_masked(posting, number),),
        )


def numbers(normal: str) -> Iterator[Number]:
    """Mobiles and NIDs in a normal form."""
    if not any(digit in normal for digit in "0123456789"):
        return
    linked = links(normal)
    for run in NUMBER.finditer(normal, timeout=TIMEOUT):
        if any(start <= run.start() < end for start, end in linked):
            continue
        before = normal[max(0, run.start() - CUES_BEFORE) : run.start()]
        kind = _kind(run[0], before)
        if kind:
            yield Number(kind, run.start(), run.end(), _severity(kind, before))


def _kind(written: str, before: str) -> str | None:
    digits = _plain(written)
    if is_mobile(digits):
        return "mobile"
    named = _named(before, NID_CUES)
    if len(digits) in (10, 13, 17) and named:
        return "nid"
    # 17 digits that begin with a year of birth are an NID even with no word beside it
    if len(digits) == 17 and written.isdigit() and digits[:2] in ("19", "20") and not _named(before, NEVER_CUES):
        return "nid"
    return None


def is_mobile(digits: str) -> bool:
    """Whether these digits (no separators, perhaps with 880 in front) are a Bangladeshi mobile number."""
    local = digits.removeprefix("00880").removeprefix("880")
    if len(local) == 10:
        local = "0" + local if digits != local else local
    if len(local) != 11 or not local.startswith("01"):
        return False
    return phonenumbers.number_type(phonenumbers.parse(local, "BD")) == phonenumbers.PhoneNumberType.MOBILE


def _severity(kind: str, before: str) -> Severity:
    """A NID is nobody's business; a mobile is, where an office cue or none stands before it, less sure."""
    if kind == "nid":
        return Severity.BLOCK
    if _named(before, PRIVATE_CUES):
        return Severity.BLOCK
    return Severity.ADVISE


def emails(normal: str) -> Iterator[Number]:
    """Private e-mail addresses in a normal form; an office's own (*.gov.bd and the like) are public."""
    if "@" not in normal and "at)" not in normal and "at]" not in normal:
        return
    for found in EMAIL.finditer(normal, timeout=TIMEOUT):
        if not found[0].endswith(PUBLIC_HOSTS):
            yield Number("email", found.start(), found.end(), Severity.ADVISE)


@cache
def _cues(cues: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(normalise, cues))


def _named(before: str, cues: tuple[str, ...]) -> bool:
    return any(cue in before for cue in _cues(cues))


def _own(institution: Institution | None) -> frozenset[str]:
    """The office's own numbers and addresses, in the form in which `_plain` gives a found one."""
    if institution is None:
        return frozenset()
    return frozenset(_plain(normalise(text)) for text in (*institution.phones, *institution.emails))


def _plain(written: str) -> str:
    """A number's digits alone; an address as it is."""
    digits = "".join(filter(str.isdigit, written))
    return digits if not any("a" <= letter <= "z" for letter in written) else written.replace(" ", "")


def _masked(posting: Posting, number: Number) -> str:
    """The words as typed with their middle hidden: ০১৭১২-•••৬৭৮."""
    start, end = posting.offsets.span(number.start, number.end)
    written = posting.draft.text[start:end]
    if number.kind == "email":
        return "•••@" + written.rpartition("@")[2] if "@" in written else "•••"
    places = [index for index, letter in enumerate(written) if letter.isdigit()]
    hidden = set(places[max(0, len(places) - 6) : -3]) if number.kind == "mobile" else set(places[:-3])
    return "".join("•" if index in hidden else letter for index, letter in enumerate(written))


CHECK = Check(
    id="personal/identifiers",
    clauses=("6.ga", "8"),
    look=look,
    flags=(
        Example("রোগীর মোবাইল [[০১৭১২৩৪৫৬৭৮]]"),
        Example("যোগাযোগ: [[+880 1812-345678]]"),
        Example("জাতীয় পরিচয়পত্র নম্বর [[১৯৯০২৬৯২৫০৩০০]]"),
        Example("ঠিকানা [[rahim.bd@gmail.com]]"),
        Example("তাঁর নম্বর [[01912345678]]", {"account": {"kind": "employee"}}),
    ),
    passes=(
        Example("জরুরি প্রয়োজনে ৯৯৯ বা ৩৩৩ নম্বরে কল করুন"),
        Example("টেলিফোন ০২-৯৫৭৪৪২৫"),
        Example("স্মারক নং ০৫.৪৭.৮৮১২.০০১.১৬.০০৪.২৬-৩১৭"),
        Example("ই-মেইল: dcdhaka@mopa.gov.bd"),
        Example("নিয়ন্ত্রণ কক্ষ ০১৭০০-৭১০০০১", institution=Institution("demo", phones=("০১৭০০৭১০০০১",))),
    ),
)
