"""Clause ৬(ঘ): flattery of a superior, by the lists in wordlists/flattery/. Customary address never counts."""

from __future__ import annotations

from collections.abc import Iterator

from server.checks import Check, Example
from server.finding import Finding
from server.posting import Posting


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for the whole post of an institution."""
    matches = posting.matches_of("flattery") if posting.kind == "institution" else []
    if matches:
        yield Finding.of_matches(matches)


CHECK = Check(
    id="flattery",
    clauses=("6.gha",),
    look=look,
    folder="flattery",
    flags=(
        Example("আমাদের [[ডিসি]] স্যার একজন [[মানবতার ফেরিওয়ালা]]"),
        Example("[[Sir]], you are a [[living legend]]!"),
    ),
    passes=(
        Example("আমাদের ডিসি স্যার একজন মানবতার ফেরিওয়ালা", {"account": {"kind": "employee"}}),
        Example("সুযোগ্য জেলা প্রশাসক মহোদয় প্রধান অতিথি ছিলেন"),
        Example("মাননীয় মন্ত্রী মহোদয়কে ফুল দিয়ে বরণ করা হয়"),
        Example("সহযোগিতার জন্য ইউএনও মহোদয়কে ধন্যবাদ"),
    ),
)
