"""Endings of Bangla words: taken off to find a stem, carried over to a replacement.

A noun form is STEM, then at most one of determiner, plural or case, then at most one emphasis. Which of them may
follow depends on the stem's last sound.
"""

from collections.abc import Iterator
from typing import Literal

from server.text.latin_endings import latin_cut
from server.text.normalise import normalise
from server.text.noun_endings import AFTER_HYPHEN, BY_SOUND, HOUSES, NOUN, OF_PERSON, UNCHANGED, Follows, Spelling
from server.text.shapes import FIRST_BANGLA, LAST_BANGLA
from server.text.verb_endings import CHANGES_A_ROOT, VERB

__all__ = ["Forms", "carry", "cut", "latin_cut", "noun_cuts", "root"]

Forms = Literal["noun", "verb"]

_TABLES: dict[Forms, dict[str, Follows]] = {"noun": NOUN, "verb": VERB}
_LONGEST: dict[Forms, int] = {"noun": max(map(len, NOUN)), "verb": max(map(len, VERB))}

_VOWEL_SIGNS = frozenset("\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09cb\u09cc")
_VOWEL_LETTERS = frozenset("অআইঈউঊঋএঐওঔ")
_HASANTA, _TA, _NGA, _NG, _YA = "\u09cd", "ত", "ঙ", "\u0982", "\u09df"
_KHANA = normalise("খানা")
_I, _U, _A, _E, _O = "\u09bf", "\u09c1", "\u09be", "\u09c7", "\u09cb"
_NGG = _NG + "গ"  # ভাঙ্গে, ভাইঙ্গা: another spelling of ভাঙে
# লিখি, শিখি; but খেলি, বেচি
_SAID_WITH_I = frozenset(normalise("লেখ শেখ ছেঁড় ফের মেট কেন চেন গেল ঘের পেষ জেত টেপ ভেজ মেশ নেভ").split())


def cut(word: str, forms: Forms) -> Iterator[tuple[str, str]]:
    """Every (stem, ending) into which a word of the normal form can be cut: (word, "") first, then longer stems first.

    A stem is given as it stands without its ending: বিদ্যুতের and বিদ্যুতটা give বিদ্যুৎ too, রঙের gives রং, and with `forms`
    "verb" মেরে gives মার. Which stems are too short to be trusted is for the caller to say.
    """
    yield word, ""
    if word[-1] == _TA:
        yield word + _HASANTA, ""
    elif word[-1] == _HASANTA:
        yield word[:-1], ""
    if "-" in word:
        yield from _cut_at_hyphen(word)
    table = _TABLES[forms]
    for place in range(len(word) - 1, max(0, len(word) - _LONGEST[forms] - 1), -1):
        follows = table.get(word[place:])
        if follows is not None:
            ending = word[place:]
            for stem in _stems(word[:place], ending, follows, forms):
                yield stem, ending


def _cut_at_hyphen(word: str) -> Iterator[tuple[str, str]]:
    stem, _, ending = word.rpartition("-")
    if stem and ending in AFTER_HYPHEN:
        yield stem, ending


def _stems(bare: str, ending: str, follows: Follows, forms: Forms) -> Iterator[str]:
    """What may have stood before `ending`, given what stands there now."""
    if _may_follow(bare, ending, follows, forms):
        yield bare
        if forms == "verb":
            yield from _other_roots(bare, ending)
    if bare[-1] == _TA:
        yield bare + _HASANTA
    elif bare[-1] == _NGA and ending[0] in _VOWEL_SIGNS:
        yield bare[:-1] + _NG


def _may_follow(stem: str, ending: str, follows: Follows, forms: Forms) -> bool:
    last = stem[-1]
    if last == _HASANTA:  # ৎ: only what follows any sound, বিদ্যুৎকে
        return follows is Follows.ANY
    if last == _YA:
        return True
    vowel = last in _VOWEL_SIGNS or last in _VOWEL_LETTERS or last == _NG
    if not vowel and last < FIRST_BANGLA:
        return False
    if forms == "noun" and _is_another_noun(stem, ending, vowel):
        return False
    if forms == "verb" and last == _A and ending[0] in CHANGES_A_ROOT:
        return False
    if forms == "verb" and len(stem) == 1:  # হ, ক, ব are said with a vowel: হয়েছে, হবে
        return bool(follows & Follows.VOWEL)
    return bool(follows & (Follows.VOWEL if vowel else Follows.CONSONANT))


def _is_another_noun(stem: str, ending: str, after_vowel: bool) -> bool:
    """Words of one syllable say মায়েরা, মদের: মারা and মদদের are other words, and so is a মালখানা."""
    if ending.startswith(_KHANA):
        return stem + _KHANA in HOUSES
    return len(stem) < 3 and (ending.startswith("রা") or (ending.startswith("দে") and not after_vowel))


def _other_roots(bare: str, ending: str) -> Iterator[str]:
    """Roots whose vowel changes before some endings: মেরে মার, চোদে চুদ, চুদি চোদ, লেখে লিখ, খেলাম খা, দিলাম দে, হোক হ, কইরা কর."""
    head, vowel, last = bare[:-2], bare[-2:-1], bare[-1]
    if last == _E:
        yield bare[:-1] + _A
    elif last == _I:
        yield bare[:-1] + _E
    elif last == _O and len(bare) > 1:
        yield from (bare[:-1], bare[:-1] + _U)
    elif vowel == "ই":
        yield head + last
        if head.endswith(_U):
            yield head[:-1] + _O + last
    elif bare.endswith(_NGG):
        yield bare[:-2].removesuffix("ই") + _NGA
    elif vowel == _E:
        yield head + _I + last
        if ending[0] == _E:
            yield head + _A + last
    elif vowel == _O:
        yield head + _U + last
    elif vowel == _U:
        yield head + _O + last
    elif vowel == _I and head + _E + last in _SAID_WITH_I:
        yield head + _E + last


def root(verb: str) -> str:
    """The root of a verbal noun of the normal form (মারা and মারানো give মার, খাওয়া খা); any other word as it is."""
    for ending in (normalise("ানো"), normalise("ওয়া"), "\u09be"):
        if verb.endswith(ending) and len(verb) > len(ending):
            return verb[: -len(ending)]
    return verb


def carry(replacement: str, ending: str, of_person: bool = False) -> str:
    """`replacement` with a noun ending (normal form, from `cut`) put on as its own last sound asks.

    শালার to ভাই: ভাইয়ের; চোরের to ব্যক্তি: ব্যক্তির. After a last letter that is not Bangla the ending stands behind
    a hyphen. An ending that is no noun's leaves the replacement as it is. `of_person`: it names a person, who is not
    spoken of as a thing; মেথরটাকে to কর্মী: কর্মীকে; মেথরগুলো: কর্মীরা.
    """
    ending = OF_PERSON.get(ending, ending) if of_person else ending
    bare = replacement.rstrip()
    if not bare or not ending:
        return replacement
    if ending in BY_SOUND:
        spelling, emphasis = BY_SOUND[ending]
        return _joined(bare, spelling) + emphasis
    shown = UNCHANGED.get(ending)
    if shown is None:
        return replacement
    return bare + shown if _is_bangla(bare[-1]) else f"{bare}-{shown}"


def _joined(bare: str, spelling: Spelling) -> str:
    last = bare[-1]
    if not _is_bangla(last):
        return f"{bare}-{spelling.hyphen}"
    if last in _VOWEL_LETTERS or last == _NG:
        return bare + spelling.letter
    if last == _A and spelling.sign == "তে":
        return bare + "য়"  # এলাকায়, but নদীতে
    if last in _VOWEL_SIGNS:
        one_syllable = len(normalise(bare).split()[-1]) < 3
        return bare + (spelling.letter if one_syllable else spelling.sign)
    if last == "ৎ" and spelling.consonant[0] == _E:
        bare = bare[:-1] + _TA
    return bare + spelling.consonant


def _is_bangla(letter: str) -> bool:
    return FIRST_BANGLA <= letter <= LAST_BANGLA


def noun_cuts(word: str) -> Iterator[tuple[str, str]]:
    """Every (stem, ending) of a noun or a name of the normal form, in whichever letters it is."""
    return latin_cut(word) if word.isascii() else cut(word, "noun")
