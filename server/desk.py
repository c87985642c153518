"""What an app checks with, loaded once: the ruleset, the offices, their tokens and switch, and the answers it remembers."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, partial
from typing import Any, NamedTuple

import orjson

from server.checker import check_draft, read_data
from server.digest import CODE, digest
from server.draft import Draft
from server.finding import Answer
from server.institution import Institution, chosen, load_institutions
from server.repeats import Made, Repeats
from server.settings import Settings
from server.severity import Severity
from server.switch import Switch
from server.switchboard import Switchboard
from server.text.bounded import Bounded
from server.text.language import profiles
from server.tokens import Tokens
from server.wordlists.compiled_copy import CompiledCopy, bytes_in
from server.wordlists.facts.platforms import platforms_in
from server.wordlists.reading.faults import Fault, FaultyLists, refuse_fatal
from server.wordlists.reading.schema import SHADOW
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.lint import lint, no_collection
from server.wordlists.tending.own_process import made_in_own_process

log = logging.getLogger(__name__)

MIN_EXTENSION = "0.1.0"  # an older one does not speak this API
WORTH_A_COPY = 500_000  # bytes of lists, which take half a second to compile: fewer need no copy
MOST_PLAIN = 128  # answers that quote nothing, remembered


class Outcome(NamedTuple):
    """What one check told, for the log and the figures: ids and numbers, no word of the draft."""

    verdict: str
    moment: str
    office: str  # its id, "" for none
    findings: tuple[tuple[str, str, str, str], ...]  # clause, check, the list's entry, severity or "shadow"
    incomplete: tuple[tuple[str, str], ...]  # check, why
    line: Mapping[str, object]  # what the log says of it: findings by clause, checks that are incomplete
    repeated: bool = False

    def again(self) -> Outcome:
        """The same, told from memory."""
        return self._replace(line={**self.line, "repeated": True}, repeated=True)


@dataclass(frozen=True)
class Desk:
    """Never changed after it is made: each answer comes from one ruleset."""

    ruleset: Ruleset
    institutions: Mapping[str, Institution]
    time_limit: float
    tokens: Tokens = field(default_factory=lambda: Tokens(()))
    switches: Switchboard = field(default_factory=lambda: Switchboard(None, ()))
    repeats: Repeats[Outcome] = field(default_factory=Repeats)
    # answers that quote nothing
    plain: Bounded[tuple[object, ...], Made[Outcome]] = field(default_factory=lambda: Bounded(MOST_PLAIN))
    min_extension: str = MIN_EXTENSION

    @classmethod
    def open(cls, settings: Settings, in_own_process: bool = False, light: bool = False) -> Desk:
        """Loads lists and profiles. FaultyLists, with every fault as file:line, where one cannot be used.

        `in_own_process`: what need not be made in this process is not, so that it takes no memory here. `light`: without what
        only a maintainer's tools ask for.
        """
        with no_collection():
            return cls.over(_ruleset(settings, in_own_process, light), settings)

    @classmethod
    def over(cls, ruleset: Ruleset, settings: Settings) -> Desk:
        """On lists that are read already: loads profiles alone. FaultyLists where one cannot be used."""
        offices = load_institutions(settings.institutions, ruleset.guideline, platforms=ruleset.data(platforms_in))
        tokens = Tokens((hashed, office.id) for office in offices.values() for hashed in office.token_hashes)
        return cls(ruleset, offices, settings.time_limit, tokens, Switchboard(settings.switch, set(offices)))

    def check(self, draft: Draft, office: Institution | None = None) -> Answer:
        """The answer to one draft. `office`: the token's; without it the draft says whose it is."""
        office = office or self.institution(draft.institution)
        answer = check_draft(draft, self.ruleset, office, time_limit=self.time_limit)
        switch = self.switch(office)
        return _warning(answer) if switch and switch.mode == "warn_only" else answer

    def told(self, answer: Answer) -> dict[str, Any]:
        """An answer's fields as the client has them: with the central switch, where it is on for the office."""
        switch = self.switch(answer.posting.institution)
        return answer.as_json() | ({"switch": switch.as_json()} if switch else {})

    def tell(self, body: bytes, office: Institution | None = None) -> tuple[bytes, Outcome]:
        """The answer to a request's JSON, as JSON, remembered where it repeats. BadRequest where it holds no draft."""
        if self.switches.is_set():  # rare, and may change by the minute
            return self._answer(body, office)[:2]
        asked = b"%s\0%s" % (body, office.id.encode() if office else b"")
        return self.repeats.answer(asked, lambda: self._answer(body, office))

    def _answer(self, body: bytes, office: Institution | None) -> Made[Outcome]:
        draft = Draft.from_json(body)
        answer = self.check(draft, office)
        posts = answer.posting.institution
        if answer.quotes or answer.incomplete or draft.moment == "publish" or self.switch(posts):
            return self._written(answer)
        # Most answers quote nothing: each is written once.
        told = (answer.findings, answer.notes, *answer.language.items())
        asked = (*told, answer.posting.kind, answer.posting.assumed, draft.ui_language, posts.id if posts else "")
        return self.plain.get(asked) or self.plain.keep(asked, self._written(answer))

    def _written(self, answer: Answer) -> Made[Outcome]:
        """The answer as it is sent, and what is told of it beside."""
        draft, posts = answer.posting.draft, answer.posting.institution
        office_id = posts.id if posts else ""
        clauses: dict[str, int] = {}
        for finding in answer.findings:
            clauses[finding.clause] = clauses.get(finding.clause, 0) + 1
        shadowed = self._shadowed(answer.posting.normal) if draft.moment == "publish" else ()
        outcome = Outcome(
            verdict=answer.verdict,
            moment=draft.moment,
            office=office_id,
            findings=(*((it.clause, it.check, it.source, it.severity.word) for it in answer.findings), *shadowed),
            incomplete=tuple((it.check, it.why) for it in answer.incomplete),
            line={
                "office": office_id,
                "verdict": answer.verdict,
                "clauses": clauses,
                "incomplete": {it.check: it.why for it in answer.incomplete},
                "ruleset": self.ruleset.hash,
                "repeated": False,
            },
        )
        fields = self.told(answer)
        is_passing = bool(answer.incomplete or "switch" in fields)  # the next answer may be another
        return Made(orjson.dumps(fields), outcome, None if is_passing else outcome.again(), answer.quotes)

    def _shadowed(self, normal: str) -> Iterator[tuple[str, str, str, str]]:
        """What terms of `stage: shadow` would have found, as `Outcome.findings` has it: counted once a term, never shown."""
        matches = self.ruleset.shadowed(normal)
        found = {(it.word_list.clause, f"{it.word_list.folder}/{it.word_list.id}", it.term.source) for it in matches}
        return ((*named, SHADOW) for named in sorted(found))

    def warm(self) -> Desk:
        """Itself, after one check: what is read at first use is read now, once, and shared by the processes to come."""
        profiles()
        self.check(Draft("শুভ সকাল, আজ ০১৭১২৩৪৫৬৭৮ নম্বরে সভা। ajker shobha office e, see http://grs.gov.bd #সভা @office"))
        return self

    def switch(self, office: Institution | None) -> Switch | None:
        """What IT's central switch says for that office now."""
        return self.switches.now(office.id if office else "")

    def institution(self, wanted: str) -> Institution | None:
        """The office named, else the only one, else none."""
        return chosen(self.institutions, wanted)

    @cached_property
    def profiles_hash(self) -> str:
        """A short hash of all profiles, the code and its settings: two servers that stand for each other must show the same.

        Tokens are in it as hashes of their hashes.
        """
        return self._told_apart({name: asdict(office) for name, office in self.institutions.items()})

    def profile_hash(self, office: Institution | None) -> str:
        """A short hash of all that one office's answers depend on but the lists: its profile, the code, the settings.

        When it changes, the extension asks about open drafts anew. Tokens are left out: no answer depends on them.
        """
        return self._profile_hashes[office.id if office else ""]

    @cached_property
    def _profile_hashes(self) -> dict[str, str]:
        own = {name: asdict(replace(one, token_hashes=())) for name, one in self.institutions.items()}
        return {name: self._told_apart(profile) for name, profile in {"": {}, **own}.items()}

    def _told_apart(self, profiles: Mapping[str, object]) -> str:
        return digest([CODE, self.time_limit, bool(self.ruleset.learned.tables), profiles])

    def ruleset_name(self) -> dict[str, str]:
        """Version and hash, as every answer has them."""
        return {"version": self.ruleset.version, "hash": self.ruleset.hash}


def compiled_copy(settings: Settings, light: bool = False) -> CompiledCopy | None:
    """The copy of these lists, which may lie there; None where none is to be kept, or is worth it. `light`: as `Desk.open` has it."""
    if settings.compiled is None or bytes_in(settings.wordlists) < WORTH_A_COPY:
        return None
    return CompiledCopy(settings.compiled, settings.wordlists, CODE, settings.learned == "on", light)


def _ruleset(settings: Settings, in_own_process: bool, light: bool) -> Ruleset:
    """The lists as they lie there now, from their compiled copy where one is kept. FaultyLists, as `Desk.open` has it."""
    copy = compiled_copy(settings, light)
    if copy and (known := copy.read()):
        return known
    if copy and (told := copy.in_the_way()):
        log.warning(
            "JACHAI_COMPILED: তালিকার অনুলিপি রাখা যাচ্ছে না, তাই প্রতিবার চালু হতে আধা মিনিট পর্যন্ত লাগে: %s | "
            "no copy of the compiled lists can be kept, so every start takes up to half a minute: %s",
            *told,
        )
    if copy and in_own_process and copy.may_keep():
        refuse_fatal(made_in_own_process(partial(_keep_copies, settings, light, copy)))
        if known := copy.read():
            return known
    return _compiled(settings, in_own_process, light, copy)


def _keep_copies(settings: Settings, light: bool, copy: CompiledCopy) -> list[Fault]:
    """Compiles the lists and keeps their copies, where that can be; their faults, if they cannot be used.

    Compiling takes twice the memory that the lists need in the end, and leaves holes where it was.
    """
    try:
        _compiled(settings, False, light, copy)
    except FaultyLists as error:
        return error.faults
    return []


def _compiled(settings: Settings, in_own_process: bool, light: bool, copy: CompiledCopy | None) -> Ruleset:
    """The lists, compiled, and kept as this copy; the light ones are what is left of the whole."""
    if light:
        whole = compiled_copy(settings)
        ruleset = (whole and whole.read()) or _compiled(settings, in_own_process, False, whole)
        ruleset.lighten()
    else:
        # in a process of its own too where it is kept: what the lists' own sentences leave behind is no part of it
        beside = in_own_process or copy is not None
        ruleset, _ = lint(settings.wordlists, settings.learned == "on", in_own_process=beside)
        read_data(ruleset)
    if copy:
        copy.keep(ruleset)
    return ruleset


def _warning(answer: Answer) -> Answer:
    """The answer with nothing above a warning."""
    lowered = (replace(it, severity=min(it.severity, Severity.WARN)) for it in answer.findings)
    return replace(answer, findings=tuple(lowered))
