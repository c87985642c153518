"""The rows that are kept, as plain values. What is not a field here is not kept: no text, no name, no address."""

from __future__ import annotations

from dataclasses import dataclass

MAX_NOTE = 80  # UTF-16 units
MAX_EXCERPT = 200  # UTF-16 units
EXCERPT_DAYS = 90  # then a report's excerpt, note and fingerprint are deleted
PAUSE = 5.0  # seconds without a try after the database was gone, so that waiting for it holds no worker


class RecordsGone(Exception):
    """Nothing can be kept at the moment: no database, no room, or a database that was not migrated."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One finding that was overridden or reported. `term`: the line of the list or learned table, or the check's own rule."""

    clause: str
    check: str
    term: str
    severity: str


@dataclass(frozen=True, slots=True)
class Override:
    """A draft published all the same. `text_hash` is keyed: it proves a text that one has, and tells none."""

    office: str
    platform: str
    verdict: str
    ruleset: str
    reason: str
    note: str
    text_hash: str
    key_id: str
    findings: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A false alarm. `excerpt`: what the writer saw, edited and sent; the only words of a draft that are ever kept.

    `fingerprint` is keyed: reports of one finding have the same, and nobody can try out what the excerpt left out.
    """

    office: str
    platform: str
    clause: str
    check: str
    term: str
    fingerprint: str
    key_id: str
    excerpt: str
    note: str
