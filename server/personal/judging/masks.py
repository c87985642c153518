"""A written number with its middle hidden, everything between the digits kept: ০১৭১২-•••৬৭৮."""

from __future__ import annotations

KEPT = 3  # digits that stay at the end
DOT = "•"
NEVER_SHOWN = ("address", "blood", "victim", "patient", "complainant")  # nothing of them can stay


def hidden(written: str, kind: str) -> str:
    """The words as typed with what tells the person hidden; "" where nothing could be left."""
    if kind in NEVER_SHOWN:
        return ""
    if kind == "email":
        return DOT * 3 + "@" + written.rpartition("@")[2] if "@" in written else DOT * 3
    places = [index for index, letter in enumerate(written) if letter.isdigit()]
    if not places:
        return ""  # told in words
    return "".join(DOT if index in _to_hide(places, kind) else letter for index, letter in enumerate(written))


def _to_hide(places: list[int], kind: str) -> set[int]:
    if kind == "mobile":
        return set(places[max(0, len(places) - 2 * KEPT) : -KEPT])
    return set(places) if kind == "birth-date" else set(places[:-KEPT])
