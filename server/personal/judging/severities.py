"""How bad it is to tell a candidate, by its kind and by whose it is. None: it may be told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from enum import Enum
from typing import Final

from server.personal.around.names import RECOGNISABLE, SENTENCE_ENDS, is_many, names, private_names
from server.personal.around.surroundings import HOME, Surroundings
from server.personal.candidate import Candidate
from server.personal.judging.forms import Form, form_of
from server.personal.judging.owners import owner_of
from server.personal.judging.whose import OFFICE, PRIVATE, UNCLEAR, has_person, in_heading, whose
from server.severity import Severity
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Wording

Judged = tuple[Candidate, Severity]
_CLAUSE_ENDS = re.compile("[\u0964.!?;,]")

ALWAYS = ("nid", "birth-registration", "passport", "card")  # nobody else's business, whoever's it is
WITH_A_PERSON = ("birth-date", "address", "bank", "tin")  # worst where one reads whose it is
ONLY_WITH_A_PERSON = ("student", "patient-number")
OFFICES_PASS = ("mobile", "email", "address", "bank", "bin")
BELONGS = ("mobile", "birth-date", "address", "email", "blood")
BY_NAME = (*RECOGNISABLE, "pupil", "child-accused")
PLACES = ("premises", "public-place")
NEAR = 48  # code points before a number, and before its name
SAMPLE = 24  # and in which it is called a sample
_SAMPLE = Wording(re.compile, lambda stems: rf"(?<![a-z{BANGLA}]){stems.sample_words}[ .:,(\"'–-]{{0,4}}\Z")
VEHICLE_REACH = 72  # code points around a plate in which it is said to be the state's
VEHICLE_BESIDE = 40  # and in which an ambulance is called so
FUND_REACH = 120  # code points in which a public fund's name stands


class Passing(Enum):
    """What a rule says of what may be told; None leaves it to the next rule."""

    PASSES = "passes"


PASSES: Final = Passing.PASSES
Ruling = Severity | Passing | None


def severity(around: Surroundings, candidate: Candidate) -> Severity | None:
    """How severe it is to publish this candidate; None: it may be published.

    The first rule of `BY_ITSELF` that gives a ruling decides, then, once the owner is known, the first of `BY_OWNER`.
    """
    for rule in BY_ITSELF:
        ruling = rule(around, candidate)
        if ruling is not None:
            return None if ruling is PASSES else ruling
    owner = whose(around, candidate)
    for owners_rule in BY_OWNER:
        ruling = owners_rule(around, candidate, owner)
        if ruling is not None:
            return None if ruling is PASSES else ruling
    return _of_nobody(candidate.kind, owner)


def _example(around: Surroundings, candidate: Candidate) -> Ruling:
    """It only shows how such a number is written, and nobody is spoken of: so even an NID's passes."""
    if candidate.kind in BY_NAME:
        return None
    if _is_called_a_sample(around, candidate):
        return PASSES
    if not around.may_hold("example"):
        return None
    start, end = around.line(candidate.start)
    start, end = max(start, candidate.start - NEAR), min(end, candidate.end + NEAR)
    if not around.has(start, end, ("example",)) or private_names(around, start, end):
        return None
    return None if around.has(start, end, ("kin", "person")) else PASSES


def _is_called_a_sample(around: Surroundings, candidate: Candidate) -> bool:
    """Whether nothing stands between the word for it and the number, whoever is spoken of: your TIN (e.g. 123456789012)."""
    before = max(around.line(candidate.start)[0], candidate.start - SAMPLE)
    return _SAMPLE.of(around.stems).search(around.normal, before, candidate.start) is not None


def _always(_: Surroundings, candidate: Candidate) -> Ruling:
    """What is never told, an official's neither: nobody asks whose it is."""
    if candidate.kind not in ALWAYS:
        return None
    return Severity.BLOCK if candidate.sure else Severity.WARN


def _recognisable(around: Surroundings, candidate: Candidate) -> Ruling:
    """A name next to what happened is a private person's: those who find it have seen to that."""
    if candidate.kind == "complainant" and shares_a_fine(around):
        return PASSES
    return _of_recognisable(around, candidate) if candidate.kind in BY_NAME else None


def shares_a_fine(around: Surroundings) -> bool:
    """Whether who complained got the part of the fine that the law gives to consumers, in public; an informer stays secret."""
    return around.holds_any("fine-share") and not around.holds_any("informer")


def _labelled_place(around: Surroundings, candidate: Candidate) -> Ruling:
    """A centre's address passes before its owner is asked for: it may be in somebody's yard."""
    return PASSES if candidate.kind == "address" and _is_labelled_place(around, candidate) else None


# What its kind and the words beside it say alone.
BY_ITSELF: tuple[Callable[[Surroundings, Candidate], Ruling], ...] = (
    _example,
    _always,
    _recognisable,
    _labelled_place,
)


def _offices_own(_: Surroundings, candidate: Candidate, owner: str) -> Ruling:
    """An office may tell how it is reached, whoever is named beside it."""
    return PASSES if owner == OFFICE and candidate.kind in OFFICES_PASS else None


def _public_fund(around: Surroundings, candidate: Candidate, owner: str) -> Ruling:
    """A fund's account is told to all, and mostly nobody says whose it is; names of those who help stand near it."""
    if candidate.kind not in ("bank", "mobile") or owner == PRIVATE:
        return None
    return PASSES if _is_fund(around, candidate) and not _is_named(around, candidate) else None


def _the_states(around: Surroundings, candidate: Candidate, owner: str) -> Ruling:
    """What is the state's passes before a person near it is looked for."""
    return PASSES if _is_the_states(around, candidate, owner) else None


def _somebodys(around: Surroundings, candidate: Candidate, owner: str) -> Ruling:
    """A person's is told to nobody; but the family of somebody who is missing wants to be called."""
    if not _is_a_persons(around, candidate, owner):
        return None
    missing = around.may_hold("missing") and around.has(*around.line(candidate.start), ("missing",))
    return Severity.WARN if missing else _of_person(candidate.kind)


def _place_of_many(around: Surroundings, candidate: Candidate, _: str) -> Ruling:
    """The address of a place for all passes only where nobody is beside it: he may live there."""
    return PASSES if candidate.kind == "address" and _is_of_many(around, candidate) else None


# Then by whose it is: what an office, a fund or the state may tell comes before the persons who are named near it.
BY_OWNER: tuple[Callable[[Surroundings, Candidate, str], Ruling], ...] = (
    _offices_own,
    _public_fund,
    _the_states,
    _somebodys,
    _place_of_many,
)


def _is_a_persons(around: Surroundings, candidate: Candidate, owner: str) -> bool:
    """Whether it is a private person's, or one stands so near that it is taken for his."""
    kind = candidate.kind
    if owner == PRIVATE or (kind in ONLY_WITH_A_PERSON and not candidate.sure):  # found beside a name
        return True
    if _is_beside_one(around, candidate):
        return True
    if kind == "plate":
        return owner_of(around, candidate) is not None
    return kind not in ("mobile", "email", "bin") and has_person(around, candidate)


def _is_the_states(around: Surroundings, candidate: Candidate, owner: str) -> bool:
    """An office's own TIN or BIN that is said to be so; a vehicle of the state: sold by auction, an ambulance, a fire engine."""
    if candidate.kind in ("tin", "bin"):
        return owner == OFFICE and around.before(candidate.start, ("institutions-own",), NEAR) is not None
    return candidate.kind == "plate" and _is_public_vehicle(around, candidate)


def _is_public_vehicle(around: Surroundings, candidate: Candidate) -> bool:
    """Right beside its name, or anywhere in a notice of an auction; none that was seized, nor one with its driver."""
    start, end = around.line(candidate.start)
    near, far = max(start, candidate.start - VEHICLE_REACH), min(end, candidate.end + VEHICLE_REACH)
    if around.has(near, far, ("kin", "person", "seized")) or private_names(around, near, far):
        return False
    if around.has(near, far, ("auction",)) or in_heading(around, start, ("auction",)):
        return True
    named = around.before(candidate.start, ("public-vehicle",), VEHICLE_BESIDE)
    if named and not _CLAUSE_ENDS.search(around.normal, named.end, candidate.start):
        return True
    return around.has(candidate.end, min(end, candidate.end + VEHICLE_BESIDE), ("public-vehicle",))


def _is_of_many(around: Surroundings, candidate: Candidate) -> bool:
    """Whether an address is that of a school or a centre, or only says in which village something is built or given."""
    start, end = candidate.start, candidate.end
    if around.has(around.line(start)[0], start, PLACES):
        return True
    return around.has(*around.line(start), ("public-works",)) and not around.has(start, end, ("home", "residence"))


def _is_labelled_place(around: Surroundings, candidate: Candidate) -> bool:
    """Whether a centre's label stands before, though it is in somebody's yard: টিকাকেন্দ্র: করিম মিয়ার বাড়ি, গ্রাম: চরপাড়া."""
    start, end = around.line(candidate.start)
    places = around.between(start, candidate.start, PLACES)
    labelled = any(around.normal[mark.end : mark.end + 2].lstrip()[:1] in (*":–-ঃ",) for mark in places)
    return labelled and not around.has(start, end, ("kin", "person"))


def _is_beside_one(around: Surroundings, candidate: Candidate) -> bool:
    """Whether one patient or student is spoken of before the word that names the number: শিশু রোগী আয়ান (ভর্তি নং ...)."""
    naming = around.before(candidate.start, ONLY_WITH_A_PERSON, NEAR) if candidate.kind in ONLY_WITH_A_PERSON else None
    if naming is None:
        return False
    start = max(around.line(naming.start)[0], naming.start - NEAR)
    spoken = around.between(start, naming.start - 1, ("person",))
    return any(not is_many(around.normal[mark.start : mark.end]) for mark in spoken)


def _of_person(kind: str) -> Severity:
    return Severity.BLOCK if kind in (*WITH_A_PERSON, "mobile") else Severity.WARN


def _of_nobody(kind: str, owner: str) -> Severity | None:
    """Nobody knows whose it is."""
    if kind in ONLY_WITH_A_PERSON:
        return None
    return Severity.WARN if kind in ("licence", "tin") and owner == UNCLEAR else Severity.ADVISE


def _of_recognisable(around: Surroundings, candidate: Candidate) -> Severity:
    """A name next to what happened; a patient's with the father, the house or the number beside it."""
    if candidate.kind != "patient":
        return Severity.BLOCK if candidate.sure else Severity.WARN
    start, end = around.line(candidate.start)
    kin = around.has(max(start, candidate.start - 60), min(end, candidate.end + 120), ("kin", *HOME))
    is_named = any(next(names(around, *span), None) for span in candidate.spans)
    return Severity.BLOCK if kin and is_named else Severity.WARN


def _is_fund(around: Surroundings, candidate: Candidate) -> bool:
    """Accounts of public funds are told to everybody, and those into which a fee is paid."""
    start, end = around.line(candidate.start)
    kinds = ("fund", "fee") if candidate.kind == "bank" else ("fund",)
    return around.has(max(start, candidate.start - FUND_REACH), min(end, candidate.end + FUND_REACH), kinds)


def _is_named(around: Surroundings, candidate: Candidate) -> bool:
    """Whether a private person's name stands right before a number, in its sentence: a refund went to him."""
    start = max(around.line(candidate.start)[0], candidate.start - NEAR)
    cut = [found.end() for found in SENTENCE_ENDS.finditer(around.normal, start, candidate.start)]
    return bool(private_names(around, max([start, *cut]), candidate.start))


def raised(around: Surroundings, judged: Sequence[Judged]) -> list[Judged]:
    """What stands in one line or form with something that is surely a person's belongs to the same person.

    Right behind one who is recognisable, or told as a vehicle's owner, it is at least as bad as to name him.
    """
    worst = {form_of(around, candidate.start) for candidate, level in judged if level is Severity.BLOCK}
    warned = [candidate for candidate, level in judged if level is Severity.WARN]
    named = [end for candidate in warned if candidate.kind in RECOGNISABLE for _, end in candidate.spans]
    owners = [owner_of(around, candidate) for candidate in warned if candidate.kind == "plate"]
    named = sorted((*named, *(owner.end for owner in owners if owner)))
    return [(candidate, _level_beside(around, candidate, level, worst, named)) for candidate, level in judged]


def _level_beside(
    around: Surroundings, candidate: Candidate, level: Severity, worst: Collection[Form], named: Sequence[int]
) -> Severity:
    """`worst`: forms in which something is surely a person's; `named`: where those who are recognisable end."""
    if candidate.kind not in BELONGS:
        return level
    if worst and form_of(around, candidate.start) in worst:
        return Severity.BLOCK
    before = bisect_right(named, candidate.start)
    end = named[before - 1] if before else 0
    near = before > 0 and end >= max(around.line(candidate.start)[0], candidate.start - NEAR)
    return max(level, Severity.WARN) if near and not around.has(end, candidate.start, ("call",)) else level
