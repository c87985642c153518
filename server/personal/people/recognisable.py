"""People who must not be recognisable: a victim, a patient, a complainant, with the name or with enough to tell who it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from server.personal.around.names import GENITIVE, LONGEST, NAMED, Name, has_names, is_many, names, private_names
from server.personal.around.surroundings import Mark, Surroundings
from server.personal.candidate import Candidate, joined
from server.personal.people.children import HONOURED, MATTERS, children, is_topic
from server.personal.people.deeds import HARM, victims
from server.personal.people.minors import HELD, KIND, accused_children, is_in_class, rolls
from server.personal.people.singled import FEWEST_PLACES, LOCATOR, is_of_any
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Wording

SAID = ("victim", "crime", "child-marriage", "patient", "disease", "complainant", "told")
IN_SENTENCE = (*SAID, HARM, "disgrace", HELD)
SPOKEN_OF = (*IN_SENTENCE, *MATTERS)
VICTIM_REACH, PATIENT_REACH, COMPLAINANT_REACH, PUPIL_REACH = 60, 70, 40, 60  # code points between a cue and the name
BESIDE, TOLD_REACH = 24, 56
FAMILY, FAMILY_REACH = ("kin", "parent"), 24  # code points between a word for a relative and the relative's name
INSTITUTE = 16  # code points behind a disease in which its hospital stands
MOST_MARKS = 8  # beside a name that are looked at
# who is told of, and what has to stand beside, where the name comes in the next sentence
BEHIND_IT = {"victim": ("victim", "young"), "patient": ("patient", "ill"), "complainant": ("complainant",)}
WITH_IT = {"victim": ("crime", "victim"), "patient": ("disease",), "complainant": ("complainant",)}
_PLURAL = rf"(?:{normalise('রা|দের|গণ|গণের|গুলো|গুলোর|গোষ্ঠীর?')}|ra|der|gon|ren|s|ies)"
_AND = rf"(?:{normalise('ও|এবং|বা')}|o|ba|and|or)"
# নির্যাতিত নারী ও শিশুদের, nirjatito narider
_MANY_BEHIND = Wording(
    re.compile,
    lambda stems: (
        rf" (?:[^ ,;:]+ {_AND} )?(?:{stems.many_people}[a-z{BANGLA}]*{_PLURAL}|women|people|children)(?![a-z{BANGLA}])"
    ),
)
_HIS_NAME = re.compile(
    rf"\s*(?:(?:{normalise('তার|তাঁর|ওই রোগীর|রোগীর|মেয়েটির|ভুক্তভোগীর|অভিযোগকারীর')}|tar|rogir|his|her|the patient's) )?(?:{normalise('নাম')}|naa?m|name)(?: is| holo)?(?![a-z{BANGLA}])[ :–-]{{0,3}}"
)
OF_SOMEBODY = ("occupation", "post", "title")
KIN_REACH = 24  # code points before a trade in which whose wife or son stands: the wife of the imam
_ENDING = rf"(?:{normalise('টি|টা')})?(?:{normalise('য়ের|ের|র|কে')})?(?:ta|ti)?(?:er|r|ke)?(?![a-z{BANGLA}])"
_KIN_BEHIND = Wording(
    re.compile,
    lambda stems: rf"(?:'s| er)? (?:(?:{stems.known_kin_adjectives}|ek matro) )*(?:{stems.known_kin}){_ENDING}",
)
_KIN_BEFORE = Wording(re.compile, lambda stems: rf"(?<![a-z])(?:{stems.known_kin.latin}) of (?:the |our )\Z")
_THOUGH = normalise("ও")
_LISTED = re.compile("[:ঃ]")
_CALLED = re.compile(
    rf"(?:[ ,:()0-9\-]|{normalise('নামের|নামে|নামক|নাম|একজন|এক|নম্বর|নং|মেধাবী')}|named|name|no|an?(?![a-z])|er|ek)*"
)


_HAPPENED = re.compile(
    normalise("শিকার|করেছে|করে |হয়েছে|ঘটেছে|ঘটিয়েছে|মামলা|উদ্ধার|বন্ধ কর|বন্ধ হ|(?:বিয়ে|বিবাহ) বন্ধ।")
    + rf"|(?<![{BANGLA}]){normalise('হন')}(?![{BANGLA}])|(?<![a-z])was |hoyeche|koreche|ghoteche"
)
# what was found, told as done: not হামে আক্রান্ত হলে বাড়িতে রাখুন
_FOUND_ILL = re.compile(
    rf"{normalise('(?:শনাক্ত|আক্রান্ত|ভর্তি|পজিটিভ) (?:হয়েছে|হয়েছিল|হয়ে|আছে|এসেছে)|ধরা পড়েছে')}"
    r"|(?:shonakto|akranto|vorti|bhorti) (?:hoyeche|hoise|ache)|dhora poreche|confirmed [a-z ]{3,24} in |tested positive|(?:was|been) diagnosed"
)
_IF = re.compile(
    rf"(?<![{BANGLA}])(?:{normalise('কোনো|কারো|কারও|যদি|যেকোনো|হলে|দিলে|পড়লে')})(?![{BANGLA}])"
    r"|(?<![a-z])(?:if|any|whoever|kono|karo|jodi|hole|dile|porle)(?![a-z])"
)
GATES = (*NAMED, "young", "learner", "kin")  # without one of these nobody is found


def people(around: Surroundings) -> Iterator[Candidate]:
    """Everyone who is recognisable in a sentence; two spans, what is said and of whom, and those of relatives named beside."""
    if not (around.holds_any(*GATES) and around.holds_any(*SPOKEN_OF)):
        return
    if not (has_names(around) or _may_be_nameless(around)):
        return
    candidates = []
    for start, end in around.sentences:
        if around.has(start, end, IN_SENTENCE):
            found = _in_sentence(around, start, end)
            if found:
                candidates.append(_with_family(around, found, start, end))
    yield from candidates
    yield from _named_behind(around, candidates)
    for child, sentence in children(around, candidates):
        yield _with_family(around, child, *sentence)


def _may_be_nameless(around: Surroundings) -> bool:
    """Whether somebody may be told of who is known without a name: by class and school, a relative's post, or a roll number."""
    if around.holds_any("disgrace"):
        return True
    if not around.holds_any("crime", "child-marriage", "disease", "victim"):
        return False
    return around.holds("young", LOCATOR) or (around.holds_any("kin", "young") and around.holds_any(*OF_SOMEBODY))


def _named_behind(around: Surroundings, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Who is named in a sentence of his own behind the one that tells what he has: একজন যক্ষ্মা রোগী পাওয়া গেছে। নাম করিম মিয়া."""
    known = {span for candidate in candidates for span in candidate.spans}
    for (start, end), behind in pairwise(around.sentences):
        label = _HIS_NAME.match(around.normal, behind[0], behind[1])
        if not label or "\n" in around.normal[end : behind[0]] or around.has(start, end, ("accused", "death")):
            continue
        name = next((name for name in private_names(around, *behind) if name.end > label.end() >= name.start - 2), None)
        for kind, cues in BEHIND_IT.items():
            mark = next(iter(_singular(around, start, end, cues)), None)
            if name and mark and around.has(start, end, WITH_IT[kind]) and (name.start, name.end) not in known:
                yield _joined(kind, mark, name, sure=False)
                break


def _with_family(around: Surroundings, found: Candidate, start: int, end: int) -> Candidate:
    """The same with the names of relatives in its sentence or row: once hers is out, her father's would tell who she is."""
    roles = ("", "accused") if found.kind == KIND else ("",)
    spans = {
        (name.start, name.end)
        for place in ((start, end), *_rows_of(around, found, end))
        for name in names(around, *place)
        if name.role in roles and around.before(name.start, FAMILY, FAMILY_REACH)
    }
    apart = [span for span in spans if not _overlaps(found.spans, span)]
    return found._replace(spans=tuple(sorted((*found.spans, *apart)))) if apart else found


def _overlaps(spans: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether a span overlaps one of these, which stand in order and apart."""
    before = bisect_left(spans, (span[1],))
    return before > 0 and spans[before - 1][1] > span[0]


def _rows_of(around: Surroundings, found: Candidate, end: int) -> set[tuple[int, int]]:
    """The lines of those who are listed below its sentence."""
    return {around.line(first) for first, _ in found.spans if first >= end}


def _in_sentence(around: Surroundings, start: int, end: int) -> Candidate | None:
    """The worst thing that is said of a person."""
    if not any(names(around, start, end)):
        return (
            _young(around, start, end, ())
            or _relative(around, start, end)
            or _ill_child(around, start, end)
            or _pupil(around, start, end, ())
            or accused_children(around, start, end)
        )
    named = private_names(around, start, end)
    return (
        _near("victim", _singular(around, start, end, ("victim",)), named, VICTIM_REACH)
        or next(victims(around, start, end), None)
        or _young(around, start, end, named)
        or _bride(around, start, end, named)
        or _near("complainant", _singular(around, start, end, ("complainant",)), named, COMPLAINANT_REACH)
        or _complainant(around, start, end, named)
        or _patient(around, start, end, named)
        or _ill_child(around, start, end)
        or _pupil(around, start, end, named)
        or accused_children(around, start, end)
    )


def _complainant(around: Surroundings, start: int, end: int, named: Sequence[Name]) -> Candidate | None:
    """Who told it: a name beside the cue, or before whom it is told of: সালাম সাহেব লাইনম্যানের বিরুদ্ধে ... অভিযোগ করেছেন."""
    tellings = list(around.between(start, end, ("told",)))
    found = _near("complainant", tellings, named, TOLD_REACH, sure=False)
    if found or not (tellings and named):
        return found
    whom = next(around.between(named[0].end, tellings[-1].start, ("accused", "against")), None)
    return _near("complainant", tellings[-1:], named[:1], PATIENT_REACH, sure=False) if whom else None


def _patient(around: Surroundings, start: int, end: int, named: Sequence[Name]) -> Candidate | None:
    if not named or around.has(start, end, ("death",)):
        return None
    direct = _near("patient", _singular(around, start, end, ("patient",)), named, BESIDE)
    if direct or not around.has(start, end, ("ill",)):
        return direct
    diseases = [mark for mark in around.between(start, end, ("disease",)) if not _is_an_institutes(around, mark)]
    return _near("patient", diseases, named, PATIENT_REACH)


def _ill_child(around: Surroundings, start: int, end: int) -> Candidate | None:
    """A child's disease, known by class and school though nobody is named: confirmed tuberculosis in the Class 10 girl at Kanaipur school."""
    who = _singular(around, start, end, ("young",))
    told = _FOUND_ILL.search(around.normal, start, end) and not _IF.search(around.normal, start, end)
    if not who or not told or around.has(start, end, ("death",)):
        return None
    places = {mark.start for mark in around.between(start, end, (LOCATOR,))}
    diseases = [mark for mark in around.between(start, end, ("disease",)) if not _is_an_institutes(around, mark)]
    known = len(places) >= FEWEST_PLACES and bool(diseases)
    return _joined("patient", diseases[0], who[0], sure=False) if known else None


def _relative(around: Surroundings, start: int, end: int) -> Candidate | None:
    """Who is known by a relative's post or trade, nobody being named: সভাপতির ছোট ছেলে, the wife of the imam; not of any imam."""
    if around.has(start, end, ("accused", "death")) or _IF.search(around.normal, start, end):
        return None
    who = next(filter(None, (_relative_of(around, mark) for mark in around.between(start, end, OF_SOMEBODY))), None)
    if who is None:
        return None
    crimes = [mark for mark in _cases(around, start, end, ("victim", "crime")) if mark.start > who[1]]
    if crimes and _happened(around, start, end):
        return joined("victim", (crimes[0].start, crimes[0].end), who, sure=False)
    diseases = [mark for mark in around.between(start, end, ("disease",)) if not _is_an_institutes(around, mark)]
    is_ill = diseases and _singular(around, start, end, ("ill", "patient"))
    return joined("patient", (diseases[0].start, diseases[0].end), who, sure=False) if is_ill else None


def _relative_of(around: Surroundings, mark: Mark) -> tuple[int, int] | None:
    """Where a post or a trade of one person stands with his relative: সভাপতির ছোট ছেলে; none of any guard's, nor of guards'."""
    normal = around.normal
    if is_many(normal[mark.start : mark.end]) or is_of_any(around, mark):
        return None
    before = _KIN_BEFORE.of(around.stems).search(normal, max(0, mark.start - KIN_REACH), mark.start)
    if before:
        return before.start(), mark.end
    is_genitive = normal.endswith(GENITIVE, mark.start, mark.end) or normal.startswith((" er ", "'s "), mark.end)
    behind = _KIN_BEHIND.of(around.stems).match(normal, mark.end) if is_genitive else None
    return (mark.start, behind.end()) if behind else None


def _is_an_institutes(around: Surroundings, mark: Mark) -> bool:
    """হৃদরোগ ইনস্টিটিউট, ক্যান্সার হাসপাতাল: where one is treated, not of what."""
    return around.has(mark.end, mark.end + INSTITUTE, ("office", "premises"))


def _young(around: Surroundings, start: int, end: int, named: Sequence[Name]) -> Candidate | None:
    """A crime, and the girl, child or wife to whom it was done: by name, or by class and school, village and father."""
    crimes = _cases(around, start, end, ("crime", "child-marriage"))
    who = _singular(around, start, end, ("young",))
    if not crimes or not who or around.has(start, end, ("accused",)):
        return None
    grave = crimes[0].kind == "crime"
    places = {mark.start for mark in around.between(start, end, (LOCATOR,))}
    if named:
        return _joined("victim", crimes[0], named[0], sure=grave and len(places) >= FEWEST_PLACES)
    if len(places) < FEWEST_PLACES or not _happened(around, start, end):
        return None
    return _joined("victim", crimes[0], who[0], sure=grave and len(places) > FEWEST_PLACES)


def _cases(around: Surroundings, start: int, end: int, kinds: tuple[str, ...]) -> list[Mark]:
    """Crimes and children's marriages that are told; none of an essay against them for which somebody won a prize."""
    marks = list(around.between(start, end, kinds))
    return [mark for mark in marks if not is_topic(around, mark)] if around.has(start, end, (HONOURED,)) else marks


def _bride(around: Surroundings, start: int, end: int, named: Sequence[Name]) -> Candidate | None:
    """A name beside a child's marriage that was stopped: Class 7 er Jannatul er biye thekano hoyeche."""
    stopped = _cases(around, start, end, ("child-marriage",))
    if not stopped or not _happened(around, start, end):
        return None
    return _near("victim", stopped, named, BESIDE, sure=False)


def _pupil(around: Surroundings, start: int, end: int, named: Sequence[Name]) -> Candidate | None:
    """A pupil by name beside what shames: ছাত্রী মিতুকে টিসি দেওয়া হলো. Of several only where they are listed behind it."""
    shames = [mark for mark in around.between(start, end, ("disgrace",)) if not _is_overcome(around, mark)]
    if not shames:
        return None
    learners = list(around.between(start, end, ("learner",)))
    if learners and all(is_many(around.normal[mark.start : mark.end]) for mark in learners):
        colon = _LISTED.search(around.normal, learners[0].end, end)
        named = [name for name in named if colon and name.start > colon.start()]
    else:
        named = [name for name in named if _is_learner(around, name) or is_in_class(around, name)]
    return _near("pupil", shames, named, PUPIL_REACH, sure=False) or _roll(around, shames, start, end)


def _roll(around: Surroundings, shames: Sequence[Mark], start: int, end: int) -> Candidate | None:
    """Who is known by class and roll alone: দশম শ্রেণির রোল ৩৩ টানা তিনবার ফেল করেছে."""
    for roll in rolls(around, start, end):
        behind = bisect_left(shames, (roll[1],))
        if behind < len(shames) and shames[behind].start - roll[1] <= PUPIL_REACH:
            shame = shames[behind]
            return joined("pupil", roll, (shame.start, shame.end), sure=False)
    return None


def _is_overcome(around: Surroundings, mark: Mark) -> bool:
    """Whether it only makes what came after the greater: ফেল করেও হাল ছাড়েনি."""
    return around.normal.endswith(_THOUGH, mark.start, mark.end)


def _is_learner(around: Surroundings, name: Name) -> bool:
    """Whether a word beside a name means its bearer: ছাত্র ফাহিম, ফাহিম নামের এক ছাত্র; not ছাত্র হয়রানির দায়ে করিম."""
    normal = around.normal
    before = around.between(max(0, name.start - PUPIL_REACH), name.start, ("learner",))
    behind = around.between(name.end, name.end + PUPIL_REACH, ("learner",))
    return any(_CALLED.fullmatch(normal, mark.end, name.start) for mark in before) or any(
        _CALLED.fullmatch(normal, name.end, mark.start) for mark in behind
    )


def _happened(around: Surroundings, start: int, end: int) -> bool:
    """Told as a case, not as a campaign against such cases."""
    return _HAPPENED.search(around.normal, start, end) is not None


def _singular(around: Surroundings, start: int, end: int, kinds: tuple[str, ...]) -> list[Mark]:
    """Those of these cues that speak of one: neither of many nor, as নির্যাতিত নারীদের does, of many behind it."""
    normal = around.normal
    return [
        mark
        for mark in around.between(start, end, kinds)
        if not is_many(normal[mark.start : mark.end]) and not _MANY_BEHIND.of(around.stems).match(normal, mark.end, end)
    ]


def _near(kind: str, marks: Sequence[Mark], named: Sequence[Name], reach: int, sure: bool = True) -> Candidate | None:
    """The closest mark and name of a sentence; `sure` where next to nothing stands between."""
    pairs = [
        (_apart(mark, name), mark, name)
        for name in named
        for mark in marks[bisect_left(marks, (name.start - reach - LONGEST,)) :][:MOST_MARKS]
    ]
    closest = min(pairs, default=None)
    if closest is None or closest[0] > reach:
        return None
    return _joined(kind, closest[1], closest[2], sure=sure and closest[0] <= BESIDE)


def _apart(mark: Mark, name: Name) -> int:
    return max(name.start - mark.end, mark.start - name.end, 0)


def _joined(kind: str, mark: Mark, name: Name | Mark, sure: bool) -> Candidate:
    return joined(kind, (mark.start, mark.end), (name.start, name.end), sure)
