"""check_draft: runs the checks, merges what they found, decides. Knows no Flask."""

from __future__ import annotations

import logging
import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from server.bilingual import Bilingual
from server.checks import Check, all_checks
from server.draft import Draft
from server.finding import Answer, Finding, Incomplete, Note, Why
from server.institution import Institution
from server.personal.around.cues import cues_in
from server.personal.around.gates import FOREIGN
from server.posting import Posting
from server.records.reasons import reasons_in
from server.severity import Severity
from server.text.ansi import is_ansi
from server.text.language import shares
from server.text.scripts import is_bangla
from server.wordlists.facts.answers import answers_in
from server.wordlists.facts.frames import frames_in
from server.wordlists.facts.leanings import leanings_in
from server.wordlists.facts.mandates import mandates_in
from server.wordlists.facts.platforms import platforms_in
from server.wordlists.facts.said import said_in
from server.wordlists.facts.selectors import selectors_in
from server.wordlists.facts.stems import stems_in
from server.wordlists.matching.overlap import Taken
from server.wordlists.reading.faults import FaultyLists, faults_of
from server.wordlists.reading.table import FOLDER as LEARNED
from server.wordlists.ruleset import Ruleset

log = logging.getLogger(__name__)

MAX_FINDINGS = 100  # told at once; the worst come first
COVERED = ("bn", "bn-Latn", "en")  # languages that the lists speak
MIN_FOREIGN = 0.5  # share from which a draft counts as written in another language
OWN_ACCOUNT = "5.tta.ii"
GRAVE = ("9.", "6.ga")  # the clauses of which a finding may block
OF_EVIDENCE = 0.75  # of the time limit, until which learned evidence is added up: the rest is left to the checks
DATA: tuple[Callable[[Sequence[Path]], object], ...] = (
    answers_in,
    said_in,
    cues_in,
    frames_in,
    leanings_in,
    mandates_in,
    platforms_in,
    reasons_in,
    selectors_in,
    stems_in,
)

SAID = {
    "no_institution": Bilingual(
        "কোন প্রতিষ্ঠানের পোস্ট, তা জানা নেই, তাই নাম, ওয়েবসাইট ও ট্যাগ মিলিয়ে দেখা হয়নি; নিজে দেখে নিন।",
        "It is not known which institution posts this, so its name, website and tags were not compared; look at them yourself.",
    ),
    "more": Bilingual(
        "আরও কিছু বিষয় পাওয়া গেছে; ওপরেরগুলো ঠিক করলে বাকিগুলো দেখানো হবে।",
        "More was found; once these are corrected, the rest will be shown.",
    ),
    "picture": Bilingual(
        "ছবি বা ভিডিওর ভেতরের লেখা যাচাই করা হয়নি; নিজে দেখে নিন।",
        "What stands in the picture or video was not checked; look at it yourself.",
    ),
    "language": Bilingual(
        "এই ভাষার শব্দতালিকা নেই, তাই লেখাটি পুরোপুরি যাচাই করা যায়নি; নিজে দেখে নিন।",
        "There are no word lists for this language, so the draft was not fully checked; look through it yourself.",
    ),
    "ansi": Bilingual(
        "লেখাটি বিজয় (ANSI) ফন্টের, তাই যাচাই করা যায়নি; ইউনিকোডে রূপান্তর করে দিন।",
        "The draft is in a legacy Bijoy (ANSI) font, so it could not be checked; convert it to Unicode.",
    ),
}
NOTES = {code: Note(code, said) for code, said in SAID.items()}


def read_data(ruleset: Ruleset) -> None:
    """Reads now what the checks will ask of the lists' data. FaultyLists, with every fault, where it cannot be used."""
    all_checks()  # their files are read now too, not with the first draft
    faults = faults_of(partial(ruleset.data, read) for read in DATA)
    if faults:
        raise FaultyLists(faults)


def check_draft(
    draft: Draft,
    ruleset: Ruleset,
    institution: Institution | None = None,
    checks: Sequence[Check] | None = None,
    time_limit: float = math.inf,
) -> Answer:
    """The answer to one draft; a check that fails, comes late or was not told all is named in it.

    `time_limit`: seconds, between checks and between the words that learned evidence is asked for. Late or not, what may
    block is looked for: the lists have matched by then, and such a check does little but read that.
    """
    if checks is None:
        checks = _gravest_first(all_checks())  # before the clock: the first time reads their files
    began = time.monotonic()
    latest = began + time_limit
    posting = Posting(draft, ruleset, institution, began + time_limit * OF_EVIDENCE, latest)
    found: list[Finding] = []
    incomplete: list[Incomplete] = []
    for check in checks:
        if time.monotonic() > latest and not _are_grave(check.clauses):
            incomplete.append(Incomplete(check.id, "timeout"))
            continue
        why = _run(check, posting, found)
        if why:
            incomplete.append(Incomplete(check.id, why))
    late = [it.check for it in incomplete if it.why == "timeout"]
    if late:
        log.warning("checks ran out of time: %s", ", ".join(late))
    merged = _merged(_for_account(it, posting) for it in found if not _is_mandate(it, posting)) if found else []
    language = _language(posting)
    posting.remember_calm()
    notes = tuple(map(NOTES.__getitem__, _notes(posting, language, len(merged))))
    return Answer(posting, tuple(merged[:MAX_FINDINGS]), tuple(incomplete), notes, language)


def _run(check: Check, posting: Posting, found: list[Finding]) -> Why | None:
    """Adds what a check finds to `found`; why it did not look at all of the draft, None where it did."""
    posting.missed = False
    try:
        if _is_asked(check, posting):
            found += check.look(posting)
    except TimeoutError:  # a pattern ran too long, or no time was left for the rest
        return "timeout"
    except Exception as error:  # one broken check must not silence the others
        log.error("check %s failed: %s", check.id, type(error).__name__)  # never its text: a draft may stand in it
        return "error"
    return "timeout" if posting.missed else None


def _is_asked(check: Check, posting: Posting) -> bool:
    """Whether the draft holds something of which the check makes anything."""
    if not (check.folder or check.gates) or posting.speaks_of(check.folder):
        return True
    return bool(check.gates) and posting.around.opens_each(check.gates)


def _gravest_first(checks: Sequence[Check]) -> list[Check]:
    """Those first of which a finding may block: where time runs out, what only advises is left."""
    return sorted(checks, key=lambda check: not _are_grave(check.clauses))


@cache
def _are_grave(clauses: tuple[str, ...]) -> bool:
    return any(clause.startswith(GRAVE) for clause in clauses)


def _language(posting: Posting) -> dict[str, float]:
    """The shares of the languages; a draft of known Bangla words need not be looked through."""
    if posting.around.may_hold(FOREIGN):
        return shares(posting.normal)
    return {"bn": 1.0} if is_bangla(posting.normal) else {}


def _is_mandate(finding: Finding, posting: Posting) -> bool:
    """Whether the office's own work must speak of this. What blocks is nobody's mandate."""
    rulings = posting.rulings
    return rulings is not None and finding.severity < Severity.BLOCK and finding.check in rulings.forgiven


def _for_account(finding: Finding, posting: Posting) -> Finding:
    """The finding with its severity set by profile, then capped by its term's stage, then by who posts."""
    severity, message = finding.severity, finding.message
    if posting.institution and finding.check in posting.institution.severities:
        severity = min(posting.institution.severities[finding.check], finding.cap)
    if posting.kind == "employee":
        # Weights were learned from strangers' quarrels, whose familiar tone is how friends speak too.
        severity = min(severity, Severity.ADVISE if finding.check.startswith(f"{LEARNED}/") else Severity.WARN)
        if finding.clause.startswith("9."):
            message = _recalling(message, posting)
    elif posting.assumed and finding.clause.startswith("6"):
        severity = min(severity, Severity.WARN)
    if severity is finding.severity and message is finding.message:
        return finding
    return replace(finding, severity=severity, message=message)


def _recalling(message: Bilingual, posting: Posting) -> Bilingual:
    """The message with the clause under which an employee answers for an own account."""
    edition = posting.institution.edition if posting.institution else ""
    label = posting.ruleset.guideline.label(OWN_ACCOUNT, edition)
    return Bilingual(
        f"{message.bn} প্রকাশ করলে এর জন্য আপনি ব্যক্তিগতভাবে দায়ী হবেন (অনুচ্ছেদ {label})।",
        f"{message.en} Once published, you answer for it personally (clause {label}).",
    )


def _merged(findings: Iterable[Finding]) -> list[Finding]:
    """One cause, one finding: of overlapping ones for a clause the worst; the worst first, then in the text's order.

    Rules that say the same of one word and another are one finding over all of these words: one card, not three alike.
    """
    found = list(findings)
    if len(found) < 2:
        return found
    kept: list[Finding] = []
    taken: dict[str, Taken] = defaultdict(Taken)
    # what is said of a span → the place of the finding that says it
    sharing: dict[tuple[Finding, tuple[int, int]], int] = {}
    for finding in sorted(found, key=lambda finding: (-finding.severity, finding.spans)):
        places = taken[finding.clause]
        if finding.spans and places.touches_all(finding.spans):
            continue
        said = replace(finding, spans=(), source="")
        place = next((sharing[said, span] for span in finding.spans if (said, span) in sharing), len(kept))
        if place < len(kept):
            kept[place] = kept[place].over(finding.spans)
        else:
            kept.append(finding)
        sharing.update(((said, span), place) for span in finding.spans)
        places.take(finding.spans)
    return kept


def _notes(posting: Posting, language: dict[str, float], found: int) -> Iterator[str]:
    if posting.institution is None and posting.kind == "institution":
        yield "no_institution"
    if found > MAX_FINDINGS:
        yield "more"
    if any(item.kind in ("image", "video") for item in posting.draft.attachments):
        yield "picture"
    if not posting.around.may_hold(FOREIGN):
        return  # without a Latin letter it is neither
    if is_ansi(posting.draft.text):
        yield "ansi"
    elif sum(share for name, share in language.items() if name not in COVERED) >= MIN_FOREIGN:
        yield "language"
