"""Names of persons, by what stands before them (মোঃ, শ্রীমতী, নাম:) or behind (খাতুন, রহমান), and whose names they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from server.personal.around.gates import TOKEN, stems
from server.personal.around.surroundings import HOME, Mark, Surroundings, word_end
from server.text.normalise import normalise
from server.text.shapes import BANGLA

LABELS = frozenset(map(normalise, ("নাম", "name", "nam")))
NAMED = ("honorific", "given", "first", "surname")  # what begins or ends a name
SURNAMES = ("surname", "maybe-surname")
CHILD = ("young",)
# only where such a thing is told a child goes by a first name alone
DONE_TO = ("crime", "victim", "child-marriage", "harm")
PUBLIC = ("post", "title", "volunteer")
INSTITUTIONS = ("office", "premises")
NOT_NAMES = (
    *("not-name", "office", *PUBLIC, "accused", "against", "other", "amount", "call"),
    *(
        "victim",
        "complainant",
        "disease",
        "ill",
        "crime",
        "child-marriage",
        "locator",
        "young",
        "death",
        *HOME,
        "area",
        "vehicle",
    ),
)
# behind a word for a child: শিশু শিক্ষার্থীকে, কিশোরী মেয়েকে
NOT_CALLED = (*NOT_NAMES, "not-called", "kin", "parent", "person", "culprit", "relative")
_JOINED = re.compile(r"[ .:\-–ঃ]{1,3}")
_LABELLED = re.compile(r" ?[:\-–=ঃ] ?")
_IN = (normalise("ে"), normalise("ায়"))
_OBJECT = normalise("কে")
GENITIVE = normalise("র")
SO_CALLED = normalise("নামে|নামের|নামক")  # রাকিব নামের এক কিশোর
# what makes the word behind শিশু a name: শিশু আঁখিকে, শিশু আঁখি (৯), shishu Rabbi ke
_CALLED = re.compile(
    rf"(?<={_OBJECT})|[ -]?(?:{_OBJECT}|ke)(?![a-z{BANGLA}])"
    rf"| ?\((?:{normalise('বয়স')} )?[0-9]{{1,2}}(?: ?{normalise('বছর')})?\)"
)
MOST_WORDS = 3
OFFICE_BEFORE, OFFICE_AFTER = 30, 24
OFFICE_LETTERS = 12  # code points in which the word for an office stands behind a post
ACCUSED_BEFORE, ACCUSED_AFTER = 40, 30
TELLING = 24  # code points between who told it and the verb
LONGEST = 48  # code points: no cue is longer
FAR = 1_000  # code points: farther than any cue is looked for
RECOGNISABLE = ("victim", "complainant", "patient")
MANY = ("দের", "গণ", "গন", "রা", "বৃন্দ")  # of many nobody is recognisable
_MANY = tuple(map(normalise, MANY))
_DOING = normalise("য়ে")
# no name without the next word: আব্দুর রউফ
_HALF = re.compile(f"(?:{normalise('আব্দু|আবদু')}|abdu)[^ ]\\Z")
# behind a word of the accused: not he who is named before it, but who did it to her: দুই যুবকের হাতে
_BY = re.compile(rf" ?(?:{normalise('হাতে|দ্বারা|কর্তৃক')})")
_DONE_BY = " by "
# রুহুল নামে একজনকে গ্রেফতার: he who was caught, whoever else stands near
_CALLED_ONE = re.compile(
    rf"(?: [a-z{BANGLA}]+)? (?:(?:{SO_CALLED}) {normalise('এক')}(?: ?[^ ,;:।]+)?(?<={_OBJECT})|(?:name|namer) ek ?[a-z]+ ?ke) "
)
SENTENCE_ENDS = re.compile(r"[।!?;]|(?<=[^\s.]{4})\.(?=\s)")  # after ডা. and মো. the name comes


class Name(NamedTuple):
    """A person's name; `role`: official, accused, or "" for anybody else. Places in the normal form."""

    start: int
    end: int
    role: str


def names(around: Surroundings, start: int, end: int) -> Iterator[Name]:
    """The names between two places, in order."""
    known = around.once(_all_names)
    for name in islice(known, bisect_left(known, (start,)), None):
        if name.start >= end:
            return
        if name.end <= end:
            yield name


def has_names(around: Surroundings) -> bool:
    """Whether anybody is named."""
    return bool(around.once(_all_names))


def _all_names(around: Surroundings) -> list[Name]:
    """The names of the whole draft: looked for once, since every number asks for those near it."""
    return list(_each_name(around))


def _each_name(around: Surroundings) -> Iterator[Name]:
    last, end = 0, len(around.normal)
    kinds = (*NAMED, *CHILD) if around.holds_any(*CHILD) and around.holds_any(*DONE_TO) else NAMED
    for mark in around.between(0, end, kinds):
        found = _of(around, mark, last) if mark.start >= last else None
        if found and found[1] <= end and not around.in_link(mark.start):
            start, last = found[0], _with_surnames(around, *found)
            yield Name(start, last, _role(around, start, last))


def _of(around: Surroundings, mark: Mark, floor: int) -> tuple[int, int] | None:
    """The name to which a mark belongs, not before a place."""
    if mark.kind in CHILD:
        return _of_child(around, mark)
    return _before(around, mark, floor) if mark.kind == "surname" else _behind(around, mark)


def _of_child(around: Surroundings, mark: Mark) -> tuple[int, int] | None:
    """A child's first name alone, though it may be a word too or one that no list has: কিশোরী আঁখিকে, শিশু নাঈম (৯)."""
    token = next(around.words_from(mark.end), None)
    whole = around.normal[mark.start : mark.end] in around.cues.phrases  # ছাত্রীর মাকে: not hers
    if token is None or not whole or token.start() != mark.end + 1 or len(token[0]) <= len(_OBJECT):
        return None
    start, end = token.start(), word_end(token)
    if around.is_one(token, ("honorific", "given", "surname", *NOT_CALLED)):
        return None
    deed = next(around.between(end + 1, end + LONGEST, ("crime",)), None)
    beside = deed is not None and deed.start == end + 1 and around.is_one(token, ("first",))  # শিশু নাঈম ধর্ষণ মামলা
    return (start, end) if beside or _CALLED.match(around.normal, end) else None


def _with_surnames(around: Surroundings, start: int, end: int) -> int:
    """Where a name ends with the surnames behind its surname: কবির হোসেন; behind a case ending another's begins."""
    for token in around.words_from(end):
        follows = around.normal[end : token.start()] == " " and around.is_one(token, ("surname",))
        if not follows or TOKEN.findall(around.normal, start, end)[-1] not in around.cues.phrases:
            break
        start, end = token.start(), word_end(token)
    return end


def private_names(around: Surroundings, start: int, end: int) -> list[Name]:
    """The names that are neither an official's nor an accused person's."""
    return [name for name in names(around, start, end) if not name.role]


def _behind(around: Surroundings, mark: Mark) -> tuple[int, int] | None:
    """A title or a given name with the words after it, up to the surname; one that is a word too needs the surname."""
    if mark.end - mark.start == 1 and around.normal[mark.end : mark.end + 1] not in (*".:ঃ",):
        return None  # আঃ করিম, not আ মরি
    ends = _surnames_behind(around, mark)
    if ends:
        return mark.start, word_end(ends[-1])
    half = mark.kind == "given" and _HALF.search(around.normal, mark.start, mark.end)
    if mark.kind in ("given", "first") and not half:
        alone = mark.kind == "given" and not _begins_no_name(around, mark)
        return (mark.start, mark.end) if alone else None
    words = list(_words_behind(around, mark))
    if half and not words:
        return mark.start, mark.end
    if words and _is_an_institutions(around, words[-1].end(), INSTITUTIONS):
        return None
    return (mark.start, word_end(words[0])) if words and len(words[0][0]) > 1 else None


def _begins_no_name(around: Surroundings, mark: Mark) -> bool:
    """Whether a longer word that is no name begins with it: Rasel's viper."""
    longer = around.between(mark.start, mark.end + LONGEST, ("not-name",))
    return any(other.start == mark.start and other.end > mark.end for other in longer)


def _is_an_institutions(around: Surroundings, end: int, kinds: tuple[str, ...]) -> bool:
    """Whether a school or an office bears the name: নাম: চরপাড়া প্রাথমিক বিদ্যালয়; one in which she lies does not."""
    after = next(around.words_from(end), None)
    if after is None or after.start() != end + 1 or after[0].endswith(_IN):
        return False
    return around.is_one(after, kinds)


def _surnames_behind(around: Surroundings, mark: Mark) -> list[re.Match[str]]:
    """The surnames among the words that may go on a name."""
    if not around.holds_any(*SURNAMES):
        return []
    return [word for word in _words_behind(around, mark) if around.is_one(word, SURNAMES)]


def _words_behind(around: Surroundings, mark: Mark) -> Iterator[re.Match[str]]:
    """The words after a title that may belong to the name; a label (নাম:) needs its colon."""
    end = mark.end
    joined = _LABELLED if TOKEN.findall(around.normal, mark.start, end)[-1].rstrip("ঃ") in LABELS else _JOINED
    for token in islice(around.words_from(end), MOST_WORDS):
        gap = around.normal[end : token.start()]
        # রশিদ is a receipt too
        may_be_name = around.is_one(token, ("surname",)) or _may_be_name(around, token)
        if not joined.fullmatch(gap) or not may_be_name or _ends_name(around.normal[mark.start : end]):
            break
        yield token
        if around.is_one(token, SURNAMES):
            break
        end, joined = word_end(token), _JOINED


def _ends_name(written: str) -> bool:
    """Whether the word so far bears a case ending, behind which no name goes on: শাহনাজকে উদ্ধার করে."""
    return written.endswith(_OBJECT)


def _before(around: Surroundings, mark: Mark, floor: int) -> tuple[int, int] | None:
    """A surname with the word before it, if that may be a name; alone where that says what was done to her."""
    token = around.word_before(mark.start)
    if token is None or token.start() < floor:
        return None
    cue = around.before(token.end(), RECOGNISABLE, LONGEST)
    if cue and cue.end > token.start():  # ধর্ষণের শিকার পারভীন: the name begins here
        ends = _surnames_behind(around, mark)
        return mark.start, word_end(ends[-1]) if ends else mark.end
    return (token.start(), mark.end) if len(token[0]) > 2 and _may_be_name(around, token) else None


def _may_be_name(around: Surroundings, token: re.Match[str]) -> bool:
    """Not ফুটিয়ে খান, ধুয়ে খান: one is told how to eat."""
    return not token[0].endswith(_DOING) and not around.is_one(token, NOT_NAMES)


def is_many(word: str) -> bool:
    """Whether a word of the normal form speaks of many: রোগীদের, আবেদনকারীগণ, patients."""
    return word.endswith(_MANY) or (word.isascii() and word.endswith("s") and not word.endswith("ss"))


def _role(around: Surroundings, start: int, end: int) -> str:
    """Whose the name is, by the nearest word: ধর্ষণের শিকার রহিমা, আসামি গ্রেফতার names the victim, not the accused."""
    line = around.line(start)
    if _is_doer(around, start) or _is_caught(around, end):
        return "accused"
    accused = _gap(around, (start, end), ("accused", "against"), ACCUSED_BEFORE, 0)
    if accused < FAR and _gap(around, (start, end), ("told",), TELLING, TELLING) <= accused:
        accused = FAR  # against whom it was told stands before it: নায়েবের বিরুদ্ধে অভিযোগ করেছেন আবু তাহের
    accused = min(accused, _gap(around, (start, end), ("accused",), 0, ACCUSED_AFTER))
    official = _gap(around, (start, end), PUBLIC, OFFICE_BEFORE, 0)
    if _is_followed(around, end, line[1]):
        official = 0
    if accused < FAR and accused <= _nearer(around, (start, end), ("victim", "complainant"), accused):
        return "accused"
    if official < FAR and official <= _nearer(around, (start, end), RECOGNISABLE, official):
        return "official"
    return "official" if _is_an_institutions(around, end, ("named-after",)) else ""


def _is_doer(around: Surroundings, start: int) -> bool:
    """Whether a name says by whom it was done: was raped by Karim Mia."""
    if not around.normal.endswith(_DONE_BY, 0, start):
        return False
    near = start - len(_DONE_BY)
    done = around.before(near, ("victim", "crime"), LONGEST)
    return done is not None and done.end == near


def _is_caught(around: Surroundings, end: int) -> bool:
    """Whether behind a name stands that somebody of that name was caught."""
    called = _CALLED_ONE.match(around.normal, end)
    place = called.end() if called else 0
    return any(mark.start == place for mark in around.between(place, place + LONGEST, ("accused",))) if place else False


def _nearer(around: Surroundings, name: tuple[int, int], kinds: tuple[str, ...], gap: int) -> int:
    """The gap to a cue of these kinds that may be nearer than one at `gap`; else FAR."""
    return _gap(around, name, kinds, gap + LONGEST, gap)


def _gap(around: Surroundings, name: tuple[int, int], kinds: tuple[str, ...], before: int, behind: int) -> int:
    """How many code points lie between a name and the nearest cue of these kinds, so far before it or behind, in its sentence; else FAR."""
    if not around.may_hold(*kinds):
        return FAR
    start, end = name
    line = around.line(start)
    cut = [found.end() for found in SENTENCE_ENDS.finditer(around.normal, max(line[0], start - before), start)]
    floor = cut[-1] if cut else max(line[0], start - before)
    stop = SENTENCE_ENDS.search(around.normal, end, min(line[1], end + behind))
    ceiling = stop.start() if stop else min(line[1], end + behind)
    gaps = [start - mark.end for mark in around.between(floor, start, kinds) if not is_of_office(around, mark)]
    gaps += [mark.start - end for mark in around.between(end, ceiling, kinds) if not _BY.match(around.normal, mark.end)]
    return min(gaps, default=FAR)


def is_genitive(around: Surroundings, name: Name) -> bool:
    """Whether a name is in the genitive: রাকিব হাসানের; not আখতার, which ends so itself."""
    word = around.normal[name.start : name.end].split(" ")[-1]
    known = around.cues.phrases
    return word.endswith(GENITIVE) and word not in known and any(stem in known for stem in stems(word)[1:])


def is_of_office(around: Surroundings, mark: Mark) -> bool:
    """Whether a post only names its office: জেলা প্রশাসকের কার্যালয়, UNO office."""
    return mark.kind == "post" and around.has(mark.end, mark.end + OFFICE_LETTERS, ("office",))


def _is_followed(around: Surroundings, end: int, line_end: int) -> bool:
    """Whether a post stands behind a name: রহিম উদ্দিন, জেলা প্রশাসক; রহিম উদ্দিন (ওসি)."""
    apart = around.normal[end : end + 2].lstrip()[:1] in (*",(-–",)
    return apart and around.has(end, min(line_end, end + OFFICE_AFTER), PUBLIC)
