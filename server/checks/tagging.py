"""Clause ৬(ঘ), on an own account ৫(ট)(ই): needless tags. A list of mass tags, and the people tagged beside the post."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from server.checks import Check, Example
from server.finding import Finding
from server.institution import Institution
from server.posting import Posting
from server.severity import Bilingual, Severity
from server.text.normalise import normalise

MANY_PEOPLE = 5
MANY_HASHTAGS = 8
HASHTAG = regex.compile(r"#[^\s#.,;:!?।()\[\]{}'\"]+")

PEOPLE = Bilingual("{match} জন ব্যক্তিকে ট্যাগ করা হয়েছে।", "{match} people are tagged.")
HASHTAGS = Bilingual("হ্যাশট্যাগ অনেক বেশি ({match})।", "There are too many hashtags ({match}).")


def look(posting: Posting) -> Iterator[Finding]:
    """Mass tags in the text, many people tagged, hashtags piled up."""
    clause = "5.tta.i" if posting.kind == "employee" else "6.gha"
    for match in posting.matches_of("tagging"):
        yield Finding.of_match(match, clause)
    severity = Severity.WARN if posting.kind == "employee" else Severity.ADVISE
    people = _needless(posting)
    if people >= MANY_PEOPLE and posting.draft.action != "reply":
        yield _counted("tagging/people", clause, Severity.WARN, PEOPLE, people)
    spans = tuple((found.start(), found.end()) for found in HASHTAG.finditer(posting.normal, timeout=0.2))
    if len(spans) >= MANY_HASHTAGS:
        yield _counted("tagging/hashtags", clause, severity, HASHTAGS, len(spans), spans)


def _needless(posting: Posting) -> int:
    """How many people are tagged whom the text does not name; an office's page is never one."""
    allowed = {normalise(page) for page in posting.institution.may_tag} if posting.institution else set()
    people = {
        normalise(mention.text) for mention in posting.draft.mentions if mention.kind in ("person", "unknown")
    } - allowed
    return sum(1 for name in people if name and name not in posting.normal)


def _counted(
    check: str,
    clause: str,
    severity: Severity,
    message: Bilingual,
    count: int,
    spans: tuple[tuple[int, int], ...] = (),
) -> Finding:
    said = Bilingual(message.bn.replace("{match}", _bangla(count)), message.en.replace("{match}", str(count)))
    return Finding(check, clause, severity, said, f"checks/tagging#{check.partition('/')[2]}", spans)


def _bangla(number: int) -> str:
    return str(number).translate({ord("0") + digit: chr(0x9E6 + digit) for digit in range(10)})


_PEOPLE = {"mentions": [{"text": f"ব্যক্তি {letter}", "kind": "person"} for letter in "কখগঘঙচ"]}
CHECK = Check(
    id="tagging",
    clauses=("6.gha", "5.tta.i"),
    look=look,
    flags=(
        Example("জীবন নদীর মতো", {**_PEOPLE, "account": {"kind": "employee"}}),
        Example("জীবন নদীর মতো", _PEOPLE),
        Example("আজকের সভা [[#সভা]] [[#ডিসি]] [[#ঢাকা]] [[#viral]] [[#fyp]] [[#job]] [[#bcs]] [[#reels]]"),
    ),
    passes=(
        Example("আজকের সভা #সভা #জেলা_প্রশাসন"),
        Example("সভায় ছিলেন ব্যক্তি ক, ব্যক্তি খ, ব্যক্তি গ, ব্যক্তি ঘ, ব্যক্তি ঙ ও ব্যক্তি চ", _PEOPLE),
        Example("জেলা প্রশাসনের সভা", {"mentions": [{"text": "জেলা প্রশাসন", "kind": "page"}] * 9}),
        Example("আমরা দেখছি", {**_PEOPLE, "action": "reply"}),
        Example(
            "জীবন নদীর মতো",
            {"mentions": [{"text": f"দপ্তর {letter}"} for letter in "কখগঘঙ"]},
            Institution("demo", name_bn="দপ্তর", may_tag=tuple(f"দপ্তর {letter}" for letter in "কখগঘঙ")),
        ),
    ),
)
