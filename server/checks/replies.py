"""Clauses ৫(ঝ) and ৭(গ): a reply that refuses, closes or sends away a complaint says where to turn.

The lists in wordlists/replies/ give the cue; a grievance address, a tag or a named office is the cure, and the
address goes in with one click.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from server.checks import Check, Example
from server.finding import Finding, Insert
from server.institution import Institution
from server.posting import Posting
from server.text.normalise import normalise
from server.text.words import links
from server.wordlists.cues import cues

ANSWERS = ("reply", "comment")
GRIEVANCE = "grs.gov.bd"
SIGNS = tuple(
    map(
        normalise,
        (
            "grs", "জিআরএস", "অভিযোগ প্রতিকার", "grievance", "আপিল কর", "আপিলের ঠিকানা", "appeal to", "may appeal", "can appeal", "অনিক",
            "আগামী", "কাল সকালে", "পরে আসুন", "tomorrow", "next week",
            "আবার জমা", "পুনরায়", "নতুন করে আবেদন", "আবার আবেদন", "resubmit", "apply again", "abar joma", "abar abedon",
        ),
    )
)  # fmt: skip  # where to turn, when to come again, what to send again


def look(posting: Posting) -> Iterator[Finding]:
    """One finding where an institution's answer leaves the citizen with nowhere to turn."""
    if posting.kind != "institution" or posting.draft.action not in ANSWERS:
        return
    matches = posting.matches_of("replies")
    if not matches or _says_where(posting):
        return
    address = posting.institution.grievance if posting.institution else ""
    yield replace(
        Finding.of_matches(matches[:1]), insert=Insert(f"অভিযোগ জানাতে: {address or GRIEVANCE}"), replacements=()
    )


def _says_where(posting: Posting) -> bool:
    """Whether the answer gives an address or a time, tags somebody or names an office."""
    normal = posting.normal
    own = normalise(posting.institution.grievance) if posting.institution else ""
    if posting.draft.mentions or "@" in normal or links(normal) or (own and own in normal):
        return True
    return any(sign in normal for sign in SIGNS) or bool(cues(normal, posting.ruleset, "named-offices"))


_REPLY = {"action": "reply"}
CHECK = Check(
    id="replies",
    clauses=("5.jha", "7.ga"),
    look=look,
    folder="replies",
    flags=(
        Example("এ ব্যাপারে আমাদের [[কিছু করার নেই]]", _REPLY),
        Example("বিষয়টি আমাদের [[এখতিয়ারভুক্ত নয়]]", _REPLY),
        Example("Sorry, this is [[not our responsibility]].", {"action": "comment"}),
    ),
    passes=(
        Example("এ ব্যাপারে আমাদের কিছু করার নেই। অভিযোগ জানাতে: grs.gov.bd", _REPLY),
        Example("বিষয়টি আমাদের এখতিয়ারভুক্ত নয়, উপজেলা ভূমি অফিসে যোগাযোগ করুন", _REPLY),
        Example("আমাদের এখতিয়ারভুক্ত নয়", {**_REPLY, "mentions": [{"text": "ভূমি অফিস", "kind": "page"}]}),
        Example("এ ব্যাপারে আমাদের কিছু করার নেই"),
        Example("এ ব্যাপারে আমাদের কিছু করার নেই", {**_REPLY, "account": {"kind": "employee"}}),
        Example("ধন্যবাদ, আগামী রবিবার মেরামত করা হবে", _REPLY),
        Example(
            "করা সম্ভব নয়; bank.bd/complaint এ লিখুন",
            _REPLY,
            Institution("demo", name_bn="ব্যাংক", grievance="bank.bd/complaint"),
        ),
    ),
)
