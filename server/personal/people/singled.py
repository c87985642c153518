"""Whether what learned evidence adds up to tells of one person, or only of a matter: prevention, a law, a survivor who stays unnamed.

In a sentence or two words of a matter say enough. Over several sentences they come together by chance: there somebody has to be named,
or, where they weigh much, a house, a trade, a relation has to single one out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.personal.around.names import is_many, names, private_names
from server.personal.around.surroundings import HOME, Mark, Surroundings
from server.personal.people.accused import led_it
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Wording

MOST_WORDS = 24  # in one sentence that is told whatever else stands there
FEWEST_IN_ROW = 3
_ROW = re.compile(
    rf"(?: [0-9]{{1,4}}\+?)?(?:,|;| &| {normalise('ও')}| {normalise('বা')}| o| and| or) (?:[0-9]{{1,4}} (?:with|of) )?[\"'“‘]?"
)
OCCUPATION = "occupation"
LOCATOR = "locator"
FEWEST_PLACES = 2  # class and school, school and village: by so many a child is known
SIGNS = ("singled", OCCUPATION, *HOME)
_MEASURED = re.compile(r"[0-9] ?\Z")  # ১২০ গ্রাম is no village
# a village of the upazila, একটি প্রত্যন্ত গ্রামে, একজন দরিদ্র রিকশাচালক: any of many
_SOME = re.compile(
    rf"(?<![a-z{BANGLA}])(?:an?|one|some|any|every|ekti|ekta|ek|ekjon|kono|protyek|{normalise('একটি|এক|একজন|জনৈক|কোনো|কোন|প্রত্যেক|প্রতিটি|যেকোনো')}) (?:[^ ,.;।]+ )?\Z"
)
MOST_BEFORE = 24  # code points before such a place or occupation in which that stands
# Readers are told what to do: পরীক্ষা করান, রস ফুটিয়ে খান; not দোয়া করুন, রক্ত দিন, which one asks for somebody.
_BIDS = Wording(
    re.compile,
    lambda stems: (
        rf"(?<![{BANGLA}])(?!{stems.asked_for_somebody}[{BANGLA}]* )[{BANGLA}]+ (?:{normalise('না করে|দেরি না করে')} )?"
        rf"(?:{stems.advice}|[{BANGLA}]+{normalise('বেন না')})(?![{BANGLA}])|{normalise('য়ে খান')}(?![{BANGLA}])"
    ),
)
# পশ্চিমপাড়ার, a quarter's name; Puja, 9, and Rupa (16): an age beside a name that no list has
_PLACE = re.compile(rf"(?<![{BANGLA}])[{BANGLA}]{{3,}}{normalise('পাড়া')}(?:{normalise('র|য়|তে')})?(?![{BANGLA}])")
# রোল ১৭; শিশু সাব্বির, পিতা মৃত আলমাছ; the only girl student: whom one of these tells is one person
_KNOWN_BY = re.compile(
    rf"(?<![a-z{BANGLA}])(?:{normalise('রোল')}|roll)(?: ?(?:{normalise('নম্বর|নং')}|no\.?|number))?[ :.,-]{{0,3}}[0-9]"
    rf"|, ?(?:{normalise('পিতা|মাতা|বাবা')}|pita|mata)[ :-]{{1,3}}(?:{normalise('মৃত')} |mrito )?[a-z{BANGLA}]{{3,}}"
    rf"|(?<![a-z{BANGLA}])(?:{normalise('একমাত্র')}|ek ?matro|only) (?:[a-z{BANGLA}]+ )?(?:{normalise('ছাত্রী|ছাত্র|মেয়ে|ছেলে|নারী|মহিলা|কন্যা|পুত্র|সন্তান')}|meye|chele|chatri|chatro|girl|boy|daughter|son|woman)"
)
_AGED = re.compile(
    rf"(?<![a-z{BANGLA}])(?:[a-z{BANGLA}]{{3,}},? ?\((?:{normalise('বয়স')} )?[0-9]{{1,2}}\)|[a-z]{{3,}}, [0-9]{{1,2}}[,.])"
)


def is_spread(around: Surroundings, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether places lie in more than one sentence, or in one that is very long."""
    first, last = sentence_of(around, spans[0][0]), sentence_of(around, spans[-1][0])
    return first != last or around.normal.count(" ", *first) >= MOST_WORDS


def is_named(around: Surroundings, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether somebody is named in the sentences of these places or beside them: nobody who is accused, nor an officer who led a raid."""
    start, end = _beside(around, spans)
    return any(name.role != "accused" and not led_it(around, name) for name in names(around, start, end))


def is_of_one(around: Surroundings, sentence: tuple[int, int]) -> bool:
    """Whether a sentence names a private person, or tells one from others."""
    return bool(private_names(around, *sentence)) or _is_singled_out(around, *sentence)


def is_singled_out(around: Surroundings, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a house, a trade, a relation or an age in these sentences tells one person from others."""
    return _is_singled_out(around, *_beside(around, spans))


def _is_singled_out(around: Surroundings, start: int, end: int) -> bool:
    described = any(known.search(around.normal, start, end) for known in (_PLACE, _AGED, _KNOWN_BY))
    signs = around.between(start, end, SIGNS)
    return described or any(not is_of_any(around, sign) for sign in signs)


def is_of_nobody(around: Surroundings) -> bool:
    """Whether nothing in the whole draft tells one person from others: no name but an officer's, no relation, trade or village, one place at most.

    The house that an officer reached is any house.
    """
    whole = (0, len(around.normal))
    if is_named(around, (whole,)) or len({mark.start for mark in around.between(*whole, (LOCATOR,))}) >= FEWEST_PLACES:
        return False
    described = any(known.search(around.normal) for known in (_PLACE, _AGED, _KNOWN_BY))
    signs = around.between(*whole, SIGNS)
    return not described and all(is_of_any(around, sign) or _is_the_house(around, sign) for sign in signs)


def _is_the_house(around: Surroundings, sign: Mark) -> bool:
    return sign.kind == HOME[0] and around.normal.endswith("the ", 0, sign.start)


def is_of_any(around: Surroundings, sign: Mark) -> bool:
    """Whether a sign is a measure, or a place or an occupation like any other: ১২০ গ্রাম, in a village, রিকশাচালকদের."""
    if _MEASURED.search(around.normal, max(0, sign.start - 2), sign.start):
        return True
    if sign.kind == OCCUPATION and is_many(around.normal[sign.start : sign.end]):
        return True
    return (
        sign.kind in (OCCUPATION, *HOME)
        and _SOME.search(around.normal, max(0, sign.start - MOST_BEFORE), sign.start) is not None
    )


def bids_readers(around: Surroundings, spans: Sequence[tuple[int, int]], beside: bool = False) -> bool:
    """Whether the sentences of these places, or those `beside` them too, tell readers what to do, as advice on an illness does."""
    start, end = _beside(around, spans)
    if not beside:
        start, end = sentence_of(around, spans[0][0])[0], sentence_of(around, spans[-1][0])[1]
    return _BIDS.of(around.stems).search(around.normal, start, end) is not None


def lists_matters(around: Surroundings, spans: Sequence[tuple[int, int]], kinds: tuple[str, ...]) -> bool:
    """Whether three or more matters stand in a row, as topics do: dowry, acid, rape; diabetes 22, pressure 31."""
    start, end = _beside(around, spans)
    ends, row = -1, 1
    for mark in around.between(start, end, kinds):
        if mark.start < ends:
            continue
        row = row + 1 if ends >= 0 and _ROW.fullmatch(around.normal, ends, mark.start) else 1
        if row == FEWEST_IN_ROW:
            return True
        ends = mark.end
    return False


def speaks_of(around: Surroundings, spans: Sequence[tuple[int, int]], kinds: tuple[str, ...]) -> bool:
    """Whether a word of such a matter stands in the sentences of these places."""
    return around.has(sentence_of(around, spans[0][0])[0], sentence_of(around, spans[-1][0])[1], kinds)


def _beside(around: Surroundings, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """From the sentence before the first place to the one behind the last."""
    before, behind = around.sentence_at(spans[0][0]), around.sentence_at(spans[-1][0])
    sentences = around.sentences
    return sentences[max(0, before - 1)][0], sentences[min(len(sentences), behind + 2) - 1][1]


def sentence_of(around: Surroundings, place: int) -> tuple[int, int]:
    """The span of the sentence in which a place lies."""
    return around.sentences[around.sentence_at(place)]
