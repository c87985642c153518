"""A child who is named in one sentence and told of in it or the one beside: caught, rescued, ill-used, to be married off.

Told only beside an age under eighteen or a class at school; not where it is looked for, nor where it only won a prize.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from server.personal.around.names import LONGEST, Name, names
from server.personal.around.surroundings import Mark, Surroundings
from server.personal.candidate import Candidate
from server.personal.people.minors import CALLED, HELD, KIND, is_a_childs, is_in_class, is_rescued
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Wording

CAUGHT = (HELD, "caught")
HARMED = ("crime", "harm", "child-marriage", "wedding", "despair", "taken")
MATTERS = (*CAUGHT, *HARMED)
HONOURED = "honoured"  # a prize, a song, a speech: told of whom it is with pride
AHEAD = 70  # code points of a sentence in which the child is named of whom the one before tells
REACH = 160  # from her name to what was once done to her
MOST_NAMES = 40  # in a sentence
BEFORE_TOPIC = 48  # code points before a topic in which it is a poster's
# whom the sentence before means: তাদের একজন, এদের মধ্যে, its leader, the younger
_OF_THEM = Wording(
    re.compile, lambda stems: rf"(?<![{BANGLA}]){stems.one_of_them.bangla}|(?<![a-z]){stems.one_of_them.latin}"
)
_HELD_A_CHILD = Wording(
    re.compile,
    lambda stems: (
        rf"{stems.held_children.bangla}{normalise('কে')}|(?<![a-z])a {stems.held_children.latin}(?![a-z])|kishor ke|chele ke"
    ),
)
# she to whom it was done, though she sings now: যাকে সৎবাবা নির্যাতন করত
_WHO = re.compile(
    rf"(?<![{BANGLA}])(?:{normalise('যাকে|যার|যাঁর|সেই')})(?![{BANGLA}])|(?<![a-z])(?:jake|jar|who|whom|whose|shei|sei)(?![a-z])"
)
# and in the sentence behind
_OF_HERS = re.compile(
    rf"(?:{normalise('সে|তাকে|তার|মেয়েটি|শিশুটি|ছেলেটি|কনের|কিশোরীটি')}|she|he|her|his|the (?:girl|child|boy)|se|take|tar)(?![a-z])"
)
# a child's marriage as a topic: বাল্যবিবাহ প্রতিরোধ, বাল্যবিবাহের বিরুদ্ধে পোস্টার
_ABOUT = rf"(?:{normalise('বিষয়ে|নিয়ে|সম্পর্কে|বিরুদ্ধে')}|niye|biruddhe)"
_TOPIC = Wording(
    re.compile,
    lambda stems: (
        rf"[{BANGLA}]{{0,6}}[ -]?(?:{stems.campaign_words}|{_ABOUT}(?: [a-z{BANGLA}]{{1,12}}){{0,2}} {stems.works_on_topics})"
    ),
)
# a poster against drug traffickers
_ON_TOPIC = Wording(
    re.compile,
    lambda stems: rf"(?<![a-z]){stems.works_on_topics_english} (?:against|on|about) (?:[a-z]{{1,12}} ){{0,2}}\Z",
)


def children(around: Surroundings, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, tuple[int, int]]]:
    """The children of each sentence who are not among those told already, with that sentence."""
    if not around.holds_any(*MATTERS) or around.holds_any("sought"):
        return
    known = {span for candidate in candidates for span in candidate.spans}
    for number, (start, end) in enumerate(around.sentences):
        named = [
            name for name in names(around, start, end) if is_a_childs(around, name, CALLED) or is_in_class(around, name)
        ][:MOST_NAMES]
        named = [name for name in named if (name.start, name.end) not in known]
        found = _told_of(around, number, named) if named else None
        if found:
            yield found, (start, end)


def _told_of(around: Surroundings, number: int, named: Sequence[Name]) -> Candidate | None:
    """What is told of the children of a sentence, by its own words or by those of the sentences beside it."""
    start, end = around.sentences[number]
    if around.has(start, end, (HONOURED,)):
        return _once_harmed(around, named, end)
    rescued = [name for name in named if is_rescued(around, name)]
    if rescued and around.has(around.sentences[max(0, number - 1)][0], end, ("accused", *CAUGHT)):
        return _of("victim", (), rescued)
    own = _deeds(around, start, end)
    if own:
        blamed = [name for name in named if _is_blamed(around, name)]
        return _of(KIND if blamed else "victim", own[:1], blamed or named)
    return _as_before(around, number, named) or _as_behind(around, number, named)


def _is_blamed(around: Surroundings, name: Name) -> bool:
    """Whether a word for the accused stands right before a name: শিশু আসামি জাহিদুল."""
    before = around.before(name.start, (HELD,), LONGEST)
    return before is not None and before.end == name.start - 1


def _once_harmed(around: Surroundings, named: Sequence[Name], end: int) -> Candidate | None:
    """Who is honoured is told with what was once done to her: she is the girl whose stepfather had beaten her."""
    for name in named:
        for mark in _deeds(around, name.end, min(end, name.end + REACH))[:1]:
            if _WHO.search(around.normal, name.end, mark.start):
                return _of("victim", (mark,), (name,))
    return None


def _as_before(around: Surroundings, number: int, named: Sequence[Name]) -> Candidate | None:
    """Those who are meant by the sentence before, in the same line."""
    (first, last), (start, _) = around.sentences[number - 1], around.sentences[number]
    if not number or "\n" in around.normal[last:start] or named[0].start > start + AHEAD:
        return None
    if around.has(first, last, (HONOURED,)):
        return None
    caught = next(around.between(first, last, CAUGHT), None)
    meant = _OF_THEM.of(around.stems).search(around.normal, start, named[0].start)
    if caught and (
        meant or (_HELD_A_CHILD.of(around.stems).search(around.normal, first, last) and caught.kind == HELD)
    ):
        return _of(KIND, (caught,), named)
    deeds = _deeds(around, first, last)
    return _of("victim", deeds[:1], named) if deeds else None


def _as_behind(around: Surroundings, number: int, named: Sequence[Name]) -> Candidate | None:
    """Those of whom the sentence behind goes on, in the same line: তাকে মারধর করা হতো."""
    if number + 1 >= len(around.sentences):
        return None
    (_, last), (start, end) = around.sentences[number], around.sentences[number + 1]
    if "\n" in around.normal[last:start] or not _OF_HERS.match(around.normal, start):
        return None
    deeds = _deeds(around, start, end)
    return _of("victim", deeds[:1], named) if deeds else None


def _deeds(around: Surroundings, start: int, end: int) -> list[Mark]:
    """What was done to a child or by it in despair, between two places; no topic of an essay."""
    return [mark for mark in around.between(start, end, HARMED) if not is_topic(around, mark)]


def is_topic(around: Surroundings, mark: Mark) -> bool:
    """Whether a word only names what is spoken against: বাল্যবিবাহ প্রতিরোধ, a poster against traffickers."""
    if _TOPIC.of(around.stems).match(around.normal, mark.end):
        return True
    return _ON_TOPIC.of(around.stems).search(around.normal, max(0, mark.start - BEFORE_TOPIC), mark.start) is not None


def _of(kind: str, marks: Sequence[Mark], named: Collection[Name]) -> Candidate:
    spans = {(mark.start, mark.end) for mark in marks} | {(name.start, name.end) for name in named}
    return Candidate(kind, tuple(sorted(spans)), sure=False)
