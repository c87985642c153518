"""Payment cards: their networks, their groups of four, their check digit (Luhn)."""

from __future__ import annotations

from collections.abc import Sequence

from server.personal.particulars.runs import Group, digits_of


def card_at(groups: Sequence[Group], index: int, is_named: bool = False) -> int:
    """How many groups are a card of 16 digits, in one piece, in eights or in fours, of a network that exists.

    `is_named`: a card is spoken of; then fours of Visa or Mastercard are one though a digit was mistyped.
    """
    count = {16: 1, 8: 2}.get(len(groups[index].digits), 4)
    digits = digits_of(groups, index, count)
    fours = all(len(group.digits) == 16 // count for group in groups[index : index + count])
    known = digits[:1] in ("4", "6") or "51" <= digits[:2] <= "55" or "22" <= digits[:2] <= "27"
    # a meter's token has five
    goes_on = any(len(group.digits) == 4 for group in groups[index + count : index + count + 1])
    mistyped = is_named and count == 4 and digits[:1] in ("4", "5") and not goes_on
    return count if len(digits) == 16 and fours and known and (mistyped or luhn(digits)) else 0


def luhn(digits: str) -> bool:
    """Whether the check digit of a payment card is right."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(digits)) > 1
