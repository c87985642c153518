"""Clause ৬(গ): family and private life on an institution's medium, by the lists in wordlists/personal/."""

from __future__ import annotations

from collections.abc import Iterator

from server.checks import Check, Example
from server.finding import Finding
from server.posting import Posting


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for the whole post; on an employee's own account family is nobody's business."""
    matches = posting.matches_of("personal") if posting.kind == "institution" else []
    if matches:
        yield Finding.of_matches(matches)


CHECK = Check(
    id="personal/family",
    clauses=("6.ga",),
    look=look,
    folder="personal",
    flags=(
        Example("[[আমার মেয়ের]] আজ [[জন্মদিন]], সবাই [[দোয়া করবেন]]"),
        Example("[[শুভ জন্মদিন]] মা। [[কলিজার টুকরা]] আমার।"),
    ),
    passes=(
        Example("আমার মেয়ের আজ জন্মদিন, সবাই দোয়া করবেন", {"account": {"kind": "employee"}}),
        Example("জাতির কৃতী সন্তানদের স্মরণে আলোচনা সভা"),
        Example("বিদ্যালয় পরিবার গভীরভাবে শোকাহত"),
    ),
)
