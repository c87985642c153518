"""Clause ৬(গ), on an own account ৮: numbers, addresses and names by which a private person is known.

An office's own and public ones pass; what nobody can tell is advised. The finders stand in `server/personal/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding, cap_of
from server.institution import Institution
from server.personal.around.gates import BIRTH, BLOOD
from server.personal.around.names import LONGEST, RECOGNISABLE, names, private_names
from server.personal.around.surroundings import Surroundings
from server.personal.candidate import Candidate
from server.personal.family.wishes import is_colleagues_wish
from server.personal.judging.masks import hidden
from server.personal.judging.messages import MESSAGES, instead_of, list_of
from server.personal.judging.rows import People, people_by_kin, people_in_rows
from server.personal.judging.severities import OFFICES_PASS, Judged, raised, severity, shares_a_fine
from server.personal.judging.whose import is_to_be_called
from server.personal.particulars import details, mail, numbers, papers, spoken
from server.personal.particulars.mended import mended
from server.personal.particulars.runs import local
from server.personal.people import recognisable
from server.personal.people.accused import led_it, tells_of_accused_only
from server.personal.people.deeds import HARM
from server.personal.people.singled import (
    bids_readers,
    is_named,
    is_of_nobody,
    is_of_one,
    is_singled_out,
    is_spread,
    lists_matters,
    sentence_of,
    speaks_of,
)
from server.posting import Posting
from server.severity import Severity
from server.text.normalise import normalise
from server.text.quantities import digits_in
from server.wordlists.learned.sums import LEANING
from server.wordlists.ruleset import Match

KINDS = (*MESSAGES, "list")
# in this order, of two that overlap the first counts; without one of its gates each finds nothing
FINDERS: tuple[tuple[Callable[[Surroundings], Iterator[Candidate]], tuple[str, ...]], ...] = (
    (details.births, (BIRTH,)),
    (papers.papers, papers.GATES),
    (numbers.numbers, numbers.GATES),
    (spoken.spoken, spoken.GATES),
    (mail.mails, mail.GATES),
    (details.blood_groups, (BLOOD,)),
    (details.addresses, details.HOMES),
    (recognisable.people, recognisable.GATES),
)
# of what a text must speak before learned evidence tells such a person; of two other matters the first counts
ABOUT = {
    "complainant": ("complainant", "told", "informed"),
    "patient": ("patient", "disease", "ill", "illness"),
    "victim": ("victim", "crime", "child-marriage", "harm", "wrong"),
}
BESIDE = 300  # code points on each side in which a word of a case is of it
PERSONS = ("he", "home-kin", "nga-he-latin")  # groups by which one person is spoken of
SOMEBODY = ("kin", "young", "person", "locator", "complainant")  # one person who is spoken of
LABEL_BEFORE = 30  # code points before a name in which its label stands
# কর্মকর্তার নাম: a post that labels who serves
_LABEL = re.compile(rf"(?: {normalise('নাম')}| name)? ?[:=\-–ঃ]")
# ভাঙতে চেয়েছিলেন: wanted to do something; not টাকা চেয়েছিলেন
_WANTED = re.compile(rf"{normalise('তে')} {normalise('চেয়ে')}[^ ]*\Z|[a-z]te (?:cheye|chay|chai)[a-z]*\Z")
OWNABLE = (*OFFICES_PASS, "plate", "list")  # what an office has too, so that its owner may be unclear


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for each private thing, one for a whole list of people."""
    around = mended(posting.around)
    found = candidates(around)
    judged = list(_judged(around, found, posting.institution)) if found else []
    judged = raised(around, judged) if len(judged) > 1 else judged
    rows = (people_in_rows(around, judged) if len(judged) > 1 else None) or people_by_kin(around)
    if rows:
        yield _of_list(posting, rows)
    for candidate, level in judged:
        if not (rows and candidate in rows.members):
            yield _of_one(posting, candidate, level)
    if not (rows or judged):
        yield from _by_wording(posting)


def _by_wording(posting: Posting) -> Iterator[Finding]:
    """Who is recognisable by what learned evidence knows of such reports: asked where no finder told anybody."""
    matches = [match for match in posting.learned_in("personal") if match.word_list.id in RECOGNISABLE]
    matches += posting.leaning_in("personal", *RECOGNISABLE)
    matches = [match for match in matches if _tells_whom(posting, match)]
    if not matches:
        return
    allowed = _allowed(posting, matches)
    matches = [match for match in matches if not _is_of_others(posting, match)]
    for kind, match in _by_kind(posting.around, matches).items():
        if allowed.isdisjoint((kind, match.word_list.id)):
            yield _of_wording(posting, kind, match)


def _allowed(posting: Posting, matches: Sequence[Match]) -> set[str]:
    """The kinds of people of whom such a post may tell."""
    around = posting.around
    allowed: set[str] = set()
    if around.holds_any("death"):  # a condolence may tell of the dead
        allowed |= {"patient", "complainant"}
    if around.holds_any("patients-all") and not any(_is_of_one(around, match.spans) for match in matches):
        allowed.add("patient")
    if around.holds_any("sought") and not around.holds_any("crime", "victim", HARM):
        allowed.add("victim")  # who is looked for has to be told
    if around.holds_any("withheld") and not any(names(around, 0, len(posting.normal))):
        allowed |= set(RECOGNISABLE)
    if _is_of_a_deed(around) and is_of_nobody(around):
        allowed |= {"victim", "complainant"}
    if is_colleagues_wish(around):
        allowed |= _wished(around)
    if _tells_how(around) or shares_a_fine(around):
        allowed.add("complainant")
    return allowed


def _is_of_a_deed(around: Surroundings) -> bool:
    """Whether a deed is condemned, or a child's marriage was stopped: an office says so of cases in which nobody is named."""
    if around.holds_any("condemned"):
        return True
    return around.holds_any("child-marriage") and not around.holds_any("crime", "victim", HARM)


def _is_of_others(posting: Posting, match: Match) -> bool:
    """Whether it tells of the accused or of officers, not of a victim or a complainant."""
    if match.word_list.id == "victim":
        return _is_of_accused(posting, match)
    return match.word_list.id == "complainant" and _is_of_officers(posting.around, match)


def _of_wording(posting: Posting, kind: str, match: Match) -> Finding:
    """The finding for what learned evidence says of a person: as severe as its own table has it only where the text is plain."""
    is_own = kind == match.word_list.id
    level = match.severity if is_own and _is_plain(posting, kind, match.spans) else Severity.ADVISE
    message = match.message if is_own else MESSAGES[kind]
    spans = _whole(posting.around, match.spans)
    found = _finding(posting, kind, level, message, spans, source=match.term.source)
    # `_finding` warns on an employee's account: not of what is only advice elsewhere
    return replace(found, severity=min(found.severity, level), cap=cap_of(match))


def _tells_whom(posting: Posting, match: Match) -> bool:
    """Whether somebody is named or singled out beside; words of a matter alone, that come together by chance, tell nobody."""
    around, spans, about = posting.around, match.spans, ABOUT[match.word_list.id]
    if match.of_sentence:
        if lists_matters(around, spans, about):
            return False
        said = sentence_of(around, spans[0][0])
        if not speaks_of(around, spans, about):
            return is_of_one(around, said) and posting.is_sure(match.word_list.id, said)
        if match.word_list.id == "complainant":  # officers tell and write every day
            return is_of_one(around, said)
    if is_named(around, spans):
        return True
    if any(_WANTED.search(around.normal, max(0, start - LONGEST), end) for start, end in spans):
        return False
    if is_singled_out(around, spans):
        return True
    if match.word_list.id == "patient" and bids_readers(around, spans):
        return False
    if match.how == LEANING or match.of_sentence:
        return False
    return not (is_spread(around, spans) or lists_matters(around, spans, about))


def _by_kind(around: Surroundings, matches: Sequence[Match]) -> dict[str, Match]:
    """The first match of each kind of person whose matter stands there: its table's, else of what the text does speak."""
    about = [kind for kind, cues in ABOUT.items() if around.holds_any(*cues)]
    found = {match.word_list.id: match for match in reversed(matches) if match.word_list.id in about}
    if not found and matches and about:
        found[about[0]] = matches[0]
    return found


def _wished(around: Surroundings) -> set[str]:
    """Of what kinds an office's condolence or wish to get well may speak: no crime, no illness by its name."""
    named = {"patient": around.holds_any("disease"), "victim": around.holds_any("crime", "child-marriage", "victim")}
    return {kind for kind, is_named in named.items() if not is_named}


def _whole(around: Surroundings, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The same places, each name of which a word was found in one piece: not উদ্দিন alone of ফরিদ উদ্দিন; no name of who led a raid."""
    whole: dict[int, int] = {}
    for start, end in spans:
        touching = [name for name in names(around, *around.line(start)) if name.start < end and start < name.end]
        if any(led_it(around, name) for name in touching):
            continue
        for name in touching:
            start, end = min(start, name.start), max(end, name.end)
        whole[start] = max(end, whole.get(start, 0))
    return tuple(sorted(whole.items())) or tuple(spans)


def _is_plain(posting: Posting, kind: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a word of such cases stands beside, or what was learned weighs enough without: successes are told of people too.

    Of an illness that is not named a person has to be spoken of as well: what an office says of drugs or of despair is for all.
    Who said something or suffered has to be told from others: of that an office speaks every day.
    """
    start, end = max(0, spans[0][0] - BESIDE), spans[-1][1] + BESIDE  # in a long report there is such a word somewhere
    said = (*recognisable.SAID, "ill")
    if posting.around.holds_any(*said) and posting.around.has(start, end, said):
        return kind == "patient" or posting.is_sure(kind) or _is_of_one(posting.around, spans)
    return posting.is_sure(kind) and (kind != "patient" or _is_of_somebody(posting))


def _is_of_one(around: Surroundings, spans: Sequence[tuple[int, int]]) -> bool:
    return is_named(around, spans) or is_singled_out(around, spans)


def _is_of_somebody(posting: Posting) -> bool:
    around = posting.around
    if around.holds_any(*SOMEBODY) or private_names(around, 0, len(around.normal)):
        return True
    return posting.ruleset.stands(around.normal, PERSONS)


def _is_of_accused(posting: Posting, match: Match) -> bool:
    """Whether its lines name the accused and officers alone, and nothing else tells to whom it was done."""
    around, spans = posting.around, match.spans
    return tells_of_accused_only(around, around.line(spans[0][0])[0], around.line(spans[-1][1])[1])


def _is_of_officers(around: Surroundings, match: Match) -> bool:
    """Whether its lines tell of an office's information officer, or name those alone whose post is the label: কর্মকর্তার নাম: ..."""
    start, end = around.line(match.spans[0][0])[0], around.line(match.spans[-1][1])[1]
    if around.has(start, end, ("information-officer",)):
        return True
    named = list(names(around, start, end))
    posts = [around.before(name.start, ("post",), LABEL_BEFORE) for name in named]
    return bool(posts) and all(post and _LABEL.match(around.normal, post.end) for post in posts)


def _tells_how(around: Surroundings) -> bool:
    """Whether everybody is told where to complain, and nobody is spoken of."""
    numbers_said = re.findall("[0-9]+", around.normal)
    where = around.holds_any("complaints-office") or not around.cues.public["numbers"].isdisjoint(numbers_said)
    return where and not (around.holds_any(*SOMEBODY) or private_names(around, 0, len(around.normal)))


def candidates(around: Surroundings) -> list[Candidate]:
    """Everything private in a normal form, by its place; of two that overlap the one found first."""
    found = [candidate for find, gates in FINDERS if around.may_hold(*gates) for candidate in find(around)]
    return _apart(found) if len(found) > 1 else found


def _apart(found: Sequence[Candidate]) -> list[Candidate]:
    """Those that overlap none before them, in the text's order."""
    kept: list[Candidate] = []
    end = 0
    for candidate in sorted(found, key=lambda candidate: candidate.spans):
        if len(candidate.spans) > 1 or candidate.start >= end:
            kept.append(candidate)
            end = max(end, candidate.spans[0][1])
    return kept


def _judged(around: Surroundings, found: Sequence[Candidate], institution: Institution | None) -> Iterator[Judged]:
    own = _own(institution)
    for candidate in found:
        level = severity(around, candidate)
        if level and _plain(around.normal[candidate.start : candidate.end]) not in own:
            yield candidate, level


def _own(institution: Institution | None) -> frozenset[str]:
    """The office's own numbers and addresses, in the form in which `_plain` gives a found one."""
    if institution is None:
        return frozenset()
    texts = (*institution.phones, *institution.emails, *institution.bank_accounts)
    return frozenset(_plain(normalise(text)) for text in texts)


def _plain(written: str) -> str:
    """A number's digits alone, a mobile's without the country; an address as it is."""
    if any("a" <= letter <= "z" for letter in written):
        return written.replace(" ", "")
    return local(digits_in(written))


def _of_one(posting: Posting, candidate: Candidate, level: Severity) -> Finding:
    typed = posting.draft.text[slice(*posting.offsets.span(candidate.start, candidate.end))]
    hides = len(candidate.spans) == 1 and not is_to_be_called(posting.around, candidate)
    replacement = hidden(typed, candidate.kind) if hides else ""
    return _finding(posting, candidate.kind, level, MESSAGES[candidate.kind], candidate.spans, replacement)


def _of_list(posting: Posting, rows: People) -> Finding:
    spans = tuple(span for member in rows.members for span in member.spans)
    return _finding(posting, "list", rows.severity, list_of(rows.rows, rows.numbers), tuple(sorted(set(spans))))


def _finding(
    posting: Posting,
    kind: str,
    level: Severity,
    message: Bilingual,
    spans: tuple[tuple[int, int], ...],
    mask: str = "",
    source: str = "",
) -> Finding:
    employee = posting.kind == "employee"
    unclear = level is Severity.ADVISE and kind in OWNABLE and not employee
    return Finding(
        check=f"personal/{kind}",
        clause="8" if employee else "6.ga",
        severity=Severity.WARN if employee else level,
        message=message,
        source=source or f"checks/identifiers#{kind}",
        spans=spans,
        replacements=(mask,) if mask else (),
        may_be_own=unclear,
        instead=instead_of(kind, employee, unclear),
    )


CHECK = Check(
    id="personal/identifiers",
    clauses=("6.ga", "8"),
    look=look,
    kinds=tuple(f"personal/{kind}" for kind in KINDS),
    flags=(
        Example("রোগীর মোবাইল [[০১৭১২৩৪৫৬৭৮]]"),
        Example("যোগাযোগ: [[+880 1812-345678]]"),
        Example("জাতীয় পরিচয়পত্র নম্বর [[১৯৯০২৬৯২৫০৩০০]]"),
        Example("ঠিকানা [[rahim.bd@gmail.com]]"),
        Example("তাঁর নম্বর [[01912345678]]", {"account": {"kind": "employee"}}),
        Example("রহিমা খাতুন, জন্ম তারিখ [[১২/০৫/১৯৯০]], রক্তের গ্রুপ [[ও পজিটিভ]]"),
        Example("[[ধর্ষণের শিকার]] [[রহিমা খাতুন]] এখন সুস্থ"),
        Example("[[শরিফা খাতুনকে]] [[ধর্ষণের]] অভিযোগে একজন গ্রেপ্তার।"),
        Example("থানা থেকে আপনার মোবাইল [[০১৭১৬৮৮৯৯০০]] নম্বরে যোগাযোগ করা হবে।"),
        Example("নাম\tএনআইডি\nকরিম মিয়া\t[[৭৩১৪০৯৮২৬৫]]\nরহিমা খাতুন\t[[৭৩১৪০৯৮২৬৬]]"),
    ),
    passes=(
        Example("জরুরি প্রয়োজনে ৯৯৯ বা ৩৩৩ নম্বরে কল করুন"),
        Example("টেলিফোন ০২-৯৫৭৪৪২৫"),
        Example("স্মারক নং ০৫.৪৭.৮৮১২.০০১.১৬.০০৪.২৬-৩১৭"),
        Example("ই-মেইল: dcdhaka@mopa.gov.bd"),
        Example("ডিউটি অফিসার, নীলকান্দি থানা: ০১৭১২-৩৪৫৬৭৮"),
        Example("ধর্ষণ মামলার আসামি মোঃ সেলিম মিয়া গ্রেফতার"),
        Example("কিশোরী ধর্ষণ মামলার আসামি জুয়েল রানাকে (৩২) গাজীপুর থেকে গ্রেপ্তার করেছে র‍্যাব।"),
        Example("করিম মিয়াকে ধর্ষণের অভিযোগে গ্রেপ্তার করেছে পুলিশ।"),
        Example("আপনার থানার নম্বর ০১৭১২৩৪৫৬৭৮"),
        Example("কিডনি, ক্যান্সার ও থ্যালাসেমিয়া রোগীর এককালীন অনুদানের আবেদন চলছে, সমাজসেবা কার্যালয়ে জমা দিন।"),
        Example("A quarter of the fine went to the complainant, Mr. Selim: Tk 2,500."),
        Example("We condemn the harassment of a female student in a city bus. Thanks to all who spoke up."),
        Example("জরুরি সেবায় ৯৯৯, তথ্য ও অভিযোগে ৩৩৩, দুদকে ১০৬। নম্বরগুলো ফোনে সেভ করে রাখুন।"),
        Example("Want to complain? Go to grs.gov.bd, describe the matter and keep the tracking number."),
        Example("জন্ম তারিখ ০১/০১/২০০৫ এর পূর্বে হতে হবে"),
        Example("রোল ১২৩৪৫৬৭৮৯০\nরোল ১২৩৪৫৬৭৮৯১"),
        Example("নিয়ন্ত্রণ কক্ষ ০১৭০০-৭১০০০১", institution=Institution("demo", phones=("০১৭০০৭১০০০১",))),
    ),
)
