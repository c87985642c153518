"""Which finders need look at a draft at all: by what may begin in it. Most drafts of an office open no gate.

A gate is a kind of cue, or one of `BEGINNINGS`, without which a finder finds nothing. What each stretch between spaces
opens is remembered.
"""

from __future__ import annotations

import re
from functools import reduce
from itertools import chain
from operator import or_

from server.personal.around.cues import MOST_WORDS, NOTHING, Begun, Cue, Cues, Words
from server.text.bounded import remembered
from server.text.endings import cut
from server.text.normalise import normalise
from server.text.scripts import NO_BANGLA
from server.text.shapes import LETTERS

TOKEN = re.compile(LETTERS)
COLON = "ঃ"
FOUR_DIGITS, PASSPORT, MAIL, BIRTH, BLOOD = "four digits", "a passport's digits", "@", "birth", "blood"
SPELLED_AT = "an at and a mail's host in Bangla"
SOME_DIGITS, NUMBER, ZERO = "digits with slashes or hyphens, or alone", "many digits", "an o for a zero"
UNIT, PROPORTION, TAG, FOREIGN = "what is counted", "a share", "a tag", "no Bangla"
SPOKEN, IN_WORDS, GLUED = "a zero in words", "a digit in words", "a digit in words beside one in figures"
_IN_WORDS = "one|two|three|four|five|six|seven|eight|nine|ek|dui|tin|char|pach|panch|choy|sat|noy|" + normalise(
    "এক|দুই|তিন|চার|পাঁচ|ছয়|সাত|আট|নয়|ওয়ান|টু|থ্রি|ফোর|ফাইভ|সেভেন|নাইন"
)
PASSWORD, LATE_DAY = "a password", "the 30th or 31st"
LAUGH, QUOTE_OR_DASH = "a laughing face", "a quotation mark, or a dash that begins a word"
LAUGHS = re.compile("[😂🤣😹🤪😜😝🥱😴]")  # no notice has one
BEGINNINGS = {
    FOUR_DIGITS: re.compile("[0-9]{4}(?![0-9])"),
    SOME_DIGITS: re.compile(r"[0-9][0-9/\-.]{3}|\A[0-9]{1,3}\Z"),
    # a run of nine digits has five of them in one stretch, or goes through one with nothing else in it
    NUMBER: re.compile(r"(?:[0-9][^0-9]*+){5}|\A[0-9\-\u2013\u2014._/()\u2022\u00b7+]+\Z"),
    PASSPORT: re.compile("(?<![0-9])[0-9]{7,8}(?![0-9])"),
    ZERO: re.compile("[0-9]o|o[0-9]"),
    MAIL: re.compile(r"@|at[)\]}>]|[(\[{<]at|^at"),
    SPELLED_AT: re.compile(normalise("জিমেইল|মেইল|ইয়াহু|আউটলুক|আইক্লাউড")),
    SPOKEN: re.compile(normalise("শূন্য|জিরো") + "|zero|shun[ny]o"),
    IN_WORDS: re.compile(rf"\A(?:{_IN_WORDS})[,\-\u2013]?\Z"),
    GLUED: re.compile(rf"[0-9]-?(?:{_IN_WORDS})-?[0-9]"),
    BIRTH: re.compile(normalise("জন্ম") + r"|birth|dob|d\.o\.b|jonmo|born"),
    BLOOD: re.compile(normalise("রক্ত|ব্লাড|দাতা") + "|blood|rokt|donor|(?<![a-z])bg(?![a-z0-9])"),
    UNIT: re.compile(
        r"(?:\A|[0-9.,])(?:"
        + normalise("শতাংশ|ভাগ|লাখ|লক্ষ|কোটি|হাজার|জনে")
        + r"|%|per|lakh|crore|vag|bhag|shotangsho|lokkho|koti|[mb]illion|thousand|(?:in|out)\Z)"
    ),
    PROPORTION: re.compile(
        normalise("শতকরা|অর্ধেক|তৃতীয়াংশ|চতুর্থাংশ|পঞ্চমাংশ")
        + "|sh[oa]tkora|ordhek|third|quarter|fifth|joner|(?:half|one|proti|"
        + normalise("জনের|প্রতি")
        + r")\Z"
    ),
    TAG: re.compile("tag|mention|others|" + normalise("ট্যাগ|মেনশন")),
    FOREIGN: NO_BANGLA,
    LATE_DAY: re.compile("(?<![0-9])3[01](?![0-9])"),
    PASSWORD: re.compile("passw|log-?in|" + normalise("পাসওয়ার্ড|লগইন|লগ-ইন")),
    LAUGH: LAUGHS,
    QUOTE_OR_DASH: re.compile(r"""\A["“‘']|(?:\A|[।.!?"'”’»…])[-–—―~]"""),
}
FEWEST_DIGITS = 9  # of a run of digits that may be somebody's number
_NO_DIGITS = bytes(set(range(128)) - set(b"0123456789"))
# Behind the gates' own bits stand those of the kinds of whose cues of several words a stretch has the first.
# Such a cue needs two words, its first and its longest other: ছোট opens nothing without বোন. For each other word of a
# kind stand two bits behind those, one that the first words of its cues have and one that it has itself.
_LONGER, _FIRST = 256, 512
# The bit of what may be of use to a list, for all that is known: it goes once a look has shown that it is not.
LISTED = 1
_GATES = (1 << _LONGER) - 1
_SHORT, _COUNTED = 2, tuple(map(normalise, ("টি", "টা")))  # so short a word takes no article: মাটিতে is no mother


def opened(normal: str, found: int, cues: Cues) -> tuple[int, int]:
    """(the bits of all gates that a normal form may open, those of the gates that it opens for certain).

    `found`: the bits of all its stretches. Of a cue of several words only the first and the longest other are looked for,
    wherever they stand: it may open a gate, but does not for certain. `bits` says which gate has which bit.
    """
    many = _bit(NUMBER, cues)
    alone = found & _GATES
    found = alone | _of_several(found >> _FIRST, cues)
    if found & many and len(normal.encode("ascii", "ignore").translate(None, _NO_DIGITS)) < FEWEST_DIGITS:
        found &= ~many  # "১৫ মিনিট" might have been a part of a number; with so few digits it is none
    return found, alone & found


def _of_several(words: int, cues: Cues) -> int:
    """The bits of the kinds of cues of which the first and the longest other word stand there."""
    kinds = 0
    both = words & (words >> 1) & cues.every_first
    while both:
        last = both.bit_length() - 1
        kinds |= cues.paired[last // 2]
        both ^= 1 << last
    return kinds


def bits(gates: tuple[str, ...], cues: Cues) -> int:
    """The bits of these gates together: kinds of cues, keys of `BEGINNINGS`."""
    known = cues.bits.get(gates)
    if known is None:
        known = cues.bits[gates] = reduce(or_, (_bit(gate, cues) for gate in gates), 0)
    return known


def _bit(gate: str, cues: Cues) -> int:
    return cues.bit.setdefault(gate, LISTED << 1 + len(cues.bit))


def _pair(kind: str, other: str, cues: Cues) -> int:
    """The bit of the first words of a kind's cues with this longest other word; that word's own is the next."""
    place = cues.pairs.setdefault((kind, other), len(cues.pairs))
    cues.paired[place] = _bit(kind, cues)
    return 1 << 2 * place


def met(stretch: str, cues: Cues) -> int:
    """The bits of all that a stretch between spaces may open, remembered."""
    known = cues.met.get(stretch)
    if known is not None:
        return known
    found = LISTED
    for token in TOKEN.findall(stretch):
        may_begin = begun(token, cues)
        for kind in may_begin.alone:
            found |= _bit(kind, cues)
        found |= may_begin.longer << _LONGER | may_begin.firsts << _FIRST
        for stem in stems(token):
            for kind in cues.others.get(stem, ()):
                found |= _pair(kind, stem, cues) << _FIRST + 1
    for gate, beginning in BEGINNINGS.items():
        if beginning.search(stretch):
            found |= _bit(gate, cues)
    for gate, opens in cues.beside.items():
        if opens(stretch):
            found |= _bit(gate, cues)
    return cues.met.keep(stretch, found)


def begun_in(stretch: str, cues: Cues) -> Words:
    """The words of a stretch that may begin cues, remembered."""
    words = []
    for token in TOKEN.finditer(stretch):
        may_begin = begun(token[0], cues)
        if may_begin is not NOTHING:
            words.append((token.start(), len(token[0]) - (token[0][-1] == COLON), may_begin))
    return cues.begins.keep(stretch, tuple(words))


def begins(asked: int) -> int:
    """For kinds given as bits: the bits to test a stretch against, to see whether one of its words may begin such a cue."""
    return asked | asked << _LONGER


def begun(word: str, cues: Cues) -> Begun:
    """The cues that a word of the normal form may begin, remembered."""
    known = cues.known.get(word)
    if known is not None:
        return known
    bare = word.rstrip(COLON)
    alone: list[str] = []
    onward: dict[str, list[Cue]] = {}
    for stem in stems(word):
        for cue in cues.phrases.get(stem, ()):
            if cue.rest:
                onward.setdefault(cue.rest[0], []).append(cue)
            elif stem == bare or not cue.exact:
                alone.append(cue.kind)
    several = list(chain.from_iterable(onward.values()))
    longer = reduce(or_, (_bit(cue.kind, cues) for cue in several), 0)
    firsts = reduce(or_, (_pair(cue.kind, cue.longest, cues) for cue in several), 0)
    return cues.known.keep(word, Begun(tuple(alone), onward, longer, firsts) if alone or onward else NOTHING)


@remembered(MOST_WORDS)
def stems(word: str) -> tuple[str, ...]:
    """What a word of the normal form can be read as: itself first, then without its endings."""
    if word.isascii():
        return (word, word[:-1]) if len(word) > 3 and word.endswith("s") else (word,)
    bare = word.rstrip(COLON)  # nothing is left of a colon that stands alone
    if not bare:
        return ()
    read = (stem for stem, ending in cut(bare, "noun") if len(stem) > _SHORT or not ending.startswith(_COUNTED))
    return tuple(dict.fromkeys(read))
