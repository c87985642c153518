"""What may be written instead of a match, so that the sentence stays one: its letters, its ending, what stands around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from server.bilingual import in_bangla
from server.text.endings import carry
from server.text.normalise import normalise
from server.text.noun_endings import AFTER_HYPHEN, LOCATIVE, OF_PERSON
from server.text.shapes import BANGLA
from server.wordlists.matching.look import Match
from server.wordlists.matching.overlap import Span

VISARGA = "ঃ"  # offices type it for a colon
# Endings of things that many write apart from the word. খান and খানা are words too, and stay where they are.
_APART = normalise("গুলো গুলি গুলা গুলোর গুলির গুলার গুলোকে গুলিকে গুলাকে টা টি টার টির টাকে টিকে").split()
_ENDING_APART = re.compile(rf"[ -]({'|'.join(_APART)})(?![{BANGLA}-])")
_COMPOUND = re.compile(rf"-([{BANGLA}]++)")
_LONGEST_TAG = 100  # code points
# How many, counted as things are, and as people are.
_COUNTED = {
    "একটা একটি": "একজন",
    "দুটা দুটো দুটি দুইটা দুইটি": "দুইজন",
    "তিনটা তিনটি": "তিনজন",
    "চারটা চারটি": "চারজন",
    "পাঁচটা পাঁচটি": "পাঁচজন",
    "ছয়টা ছয়টি": "ছয়জন",
    "সাতটা সাতটি": "সাতজন",
    "আটটা আটটি": "আটজন",
    "নয়টা নয়টি": "নয়জন",
    "দশটা দশটি": "দশজন",
    "কয়েকটা কয়েকটি কতগুলো কতগুলি": "কয়েকজন",
    "অনেকগুলো অনেকগুলি": "অনেক",
    "সবগুলো সবগুলি": "সব",
    "এতগুলো এতগুলি": "এত",
}
_PEOPLE = {normalise(thing): people for things, people in _COUNTED.items() for thing in things.split()}
_NUMBER = re.compile(rf"(?<![{BANGLA}])({'|'.join(_PEOPLE)}) \Z")
_DIGITS = re.compile(rf"(?<![\d.,/])(\d{{1,6}}) ?(?:{normalise('টা|টি|টে|টো')}) \Z")
_LONGEST = 12  # code points of a number and the space behind it


class Cure(NamedTuple):
    """The span that is written anew (code points of the normal form), and what may be put there; () where nothing fits."""

    span: Span
    texts: tuple[str, ...]


def cure_of(match: Match, normal: str) -> Cure:
    """The replacements of a match of one span, as they stand in this text.

    Only such as are in the letters of what they replace. None where an ending would be lost, or the word is half of a compound.
    """
    start, end = span = match.spans[0]
    is_latin = normal[start:end].isascii()
    offered = [text for text in match.term.replace if text.isascii() == is_latin]
    if not offered or match.eased:
        return Cure(span, ())
    if _is_in_hashtag(normal, start):
        offered = [text.replace(" ", "_") for text in offered]
    if is_latin:
        return Cure(span, () if match.ending else tuple(offered))
    return _in_bangla(match, normal, offered)


def _is_in_hashtag(normal: str, start: int) -> bool:
    before = normal[max(0, start - _LONGEST_TAG) : start]
    return "#" in before and "#" in before[max(before.rfind(" "), before.rfind("\n")) + 1 :]


def _in_bangla(match: Match, normal: str, offered: list[str]) -> Cure:
    (start, end), ending = match.spans[0], match.ending
    of_person = match.term.kind == "person"
    apart = _ENDING_APART.match(normal, end) if of_person and not ending else None
    if apart:
        ending, end = apart[1], apart.end()
    elif (other := _COMPOUND.match(normal, end)) and other[1] not in AFTER_HYPHEN:
        return Cure((start, end), ())  # মেথর-টেথর
    if of_person and OF_PERSON.get(ending, ending) in LOCATIVE:
        return Cure((start, end), ())  # who does it, or in what: মেথরে কী বুঝবে
    start, number = _counted(normal, start) if of_person else (start, "")
    behind = VISARGA if normal.startswith(VISARGA, end) else ""
    return Cure(
        (start, end + len(behind)),
        tuple(f"{number}{carry(text, ending, of_person)}{behind}" for text in offered),
    )


def _counted(normal: str, start: int) -> tuple[int, str]:
    """Where what counts a person's word begins, and how it counts people; the word's own start and "" where nothing does."""
    words = _NUMBER.search(normal, max(0, start - _LONGEST), start)
    if words:
        return words.start(), f"{_PEOPLE[words[1]]} "
    digits = _DIGITS.search(normal, max(0, start - _LONGEST), start)
    return (digits.start(), f"{in_bangla(int(digits[1]))} জন ") if digits else (start, "")
