"""What a check looks at: the draft, its normal form, what the lists matched, and who posts."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Set
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from server.draft import Draft
from server.institution import Institution
from server.personal.around.cues import Cues, cues_in
from server.personal.around.gates import FOREIGN
from server.personal.around.surroundings import Surroundings
from server.text.links import links
from server.text.normalise import normalise
from server.text.offsets import Offsets
from server.text.scripts import script_shares
from server.wordlists.facts.leanings import BARE, BESIDE, SLIPPED, SURE, leanings_in
from server.wordlists.facts.lengths import length
from server.wordlists.facts.mandates import forgiven, mandates_in
from server.wordlists.facts.platforms import Platform, platforms_in
from server.wordlists.facts.stems import stems_in
from server.wordlists.learned.sums import LEARNED
from server.wordlists.matching.cues import written
from server.wordlists.ruleset import Match, Ruleset, Rulings


class _Found(NamedTuple):
    """What one look at a draft gave: matches and their folders; what learned evidence leans to, and the folders of that."""

    matches: list[Match]
    folders: Set[str]
    leaning: list[Match]
    leaning_folders: Set[str]
    is_cut: bool  # whether learned evidence was not added up to the end


EMERGENCY, EMERGENCIES = "an emergency", "emergencies"  # a gate, and the group whose phrases open it


def _cues(ruleset: Ruleset) -> Cues:
    """The cues, with a gate of what is looked for as its list writes it.

    What they remember of drafts is this ruleset's own: another's lists have a use for other words.
    """
    emergencies = written(ruleset, EMERGENCIES)
    return ruleset.data(cues_in).apart({EMERGENCY: emergencies.may_begin})


def _folders(matches: list[Match]) -> Set[str]:
    return {match.word_list.folder for match in matches}


def table_of(match: Match) -> str:
    """The id of the table that found a match of learned evidence; its list is called as the check calls it."""
    return PurePath(match.word_list.file).stem


def bare_address(address: str) -> str:
    """An address as addresses are compared: in the normal form, without scheme, www and last slash."""
    return normalise(address).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


class Posting:
    """One draft, read once for all checks. Offsets in it are code points of `normal`.

    What every draft needs is made at once, what costs more when a check first asks for it: to make the cheap things lazily
    would cost more than it saves.
    """

    def __init__(
        self,
        draft: Draft,
        ruleset: Ruleset,
        institution: Institution | None,
        until: float = math.inf,
        latest: float = math.inf,
    ) -> None:
        """`until`: by when (`time.monotonic`) learned evidence must be added up; what lists match is never left out.

        `latest`: by when whatever is asked of each of many things must be told.
        """
        self.draft = draft
        self.ruleset = ruleset
        self.institution = institution
        self.offsets = Offsets(draft.text)  # from the normal form back to the draft as typed
        self.normal = self.offsets.normal
        # The words around its numbers and names, and which lists and finders need look at it at all.
        self.around = Surroundings(self.normal, ruleset.once(_cues), ruleset.data(stems_in))
        # An unknown account is treated as an institution's.
        self.kind = "employee" if draft.account.kind == "employee" else "institution"
        # The platform's limits; None where it is unknown.
        self.platform: Platform | None = ruleset.data(platforms_in).get(draft.platform.lower())
        # Whether nobody said who posts, and the account is not the profile's either.
        self.assumed = draft.account.kind == "unknown" and not (institution and institution.is_own(draft.account))
        self._until, self._latest = until, latest
        self._found: _Found | None = None
        self._listed: Set[str] = frozenset()  # the stretches at which the lists had to look
        self.missed = False  # whether a check that asked for matches was not told all; the checker takes it back

    def remember_calm(self) -> None:
        """Once all checks have looked: what no list had a use for need not be looked at in another draft."""
        if self._listed:
            self.around.unlist(self.ruleset.calm(self._listed))

    def in_time(self) -> None:
        """TimeoutError where it is too late to look at one thing more."""
        if time.monotonic() > self._latest:
            raise TimeoutError

    @property
    def matches(self) -> list[Match]:
        """What all lists matched."""
        return self._looked().matches

    @property
    def sentences(self) -> list[tuple[int, int]]:
        """The spans of the sentences."""
        return self.around.sentences

    def sentences_of(self, match: Match) -> list[tuple[int, int]]:
        """The spans of the sentences over which a match reaches."""
        first, last = match.spans[0][0], match.spans[-1][1]
        return [place for place in self.sentences if place[1] > first and place[0] < last]

    def plain_sentences(self, match: Match) -> list[tuple[int, int]]:
        """Of these those whose own sum, by the table that found the match, is enough whatever is said around them (`is_plain`)."""
        table = table_of(match)
        return [place for place in self.sentences_of(match) if self.is_plain(table, place)]

    @property
    def folders(self) -> Set[str]:
        """The folders whose lists matched."""
        return self._looked().folders

    def _looked(self) -> _Found:
        if self._found is None:
            rulings = self.rulings
            self._listed = self.around.listed()
            matches, leaning = self.ruleset.look_further(self.normal, self._listed, self._until, rulings)
            is_cut = time.monotonic() > self._until
            matches = [*matches, *self.ruleset.in_hashtags(self.offsets, matches, rulings)]
            self._found = _Found(matches, _folders(matches), leaning, _folders(leaning), is_cut)
        self.missed = self.missed or self._found.is_cut
        return self._found

    @cached_property
    def rulings(self) -> Rulings | None:
        """What the office's profile says of whole lists; an employee's own account has no mandate. None: nothing."""
        office = self.institution
        if office is None or not (office.mandates or office.severities):
            return None
        mandates = () if self.kind == "employee" else office.mandates
        return Rulings(forgiven(mandates, self.ruleset.data(mandates_in)), office.severities)

    def tells_of_emergency(self) -> bool:
        """Whether a phrase stands in it of which there is no time to say more."""
        return self.around.may_hold(EMERGENCY) and written(self.ruleset, EMERGENCIES).stands_in(self.normal)

    def excess(self, more: str = "") -> int:
        """By how much the draft is longer than its platform lets it be, as that one counts, with `more` in a line of its own."""
        if self.platform is None:
            return 0
        text = f"{self.draft.text}\n{more}" if more else self.draft.text
        return max(0, length(text, self.platform) - self.platform.limit(self.draft.is_answer))

    @cached_property
    def leading_links(self) -> list[tuple[int, int]]:
        """The links that lead to something: the bare address of the office's own website signs the post and leads to nothing."""
        own = set(map(bare_address, self.institution.websites)) if self.institution else set()
        return [(start, end) for start, end in links(self.normal) if bare_address(self.normal[start:end]) not in own]

    def speaks_of(self, folder: str) -> bool:
        """Whether a list of the folder matched, or learned evidence for its checks leans that way."""
        found = self._looked()
        return folder in found.folders or folder in found.leaning_folders

    def matches_of(self, folder: str) -> list[Match]:
        """What the lists of one folder matched."""
        found = self._looked()
        return [match for match in found.matches if match.word_list.folder == folder] if folder in found.folders else []

    def listed_in(self, folder: str, clause: str = "") -> list[Match]:
        """What the lists of one folder matched, learned evidence left out; `clause`: those of that clause alone."""
        found = (match for match in self.matches_of(folder) if match.how != LEARNED)
        return [match for match in found if not clause or match.word_list.clause == clause]

    def learned_in(self, folder: str) -> list[Match]:
        """What learned evidence found for the checks of one folder."""
        return [match for match in self.matches_of(folder) if match.how == LEARNED]

    def leaning_in(self, folder: str, *ids: str, unless: tuple[str, ...] = ()) -> list[Match]:
        """Matches of learned evidence whose sum is nearly enough: a check may advise by them, where it sees nothing against it.

        `folder`: of the checks whose tables are asked. `ids`: of these tables alone; none: of all. `unless`: kinds of cues; where
        one of them stands, there are no such matches.
        """
        leaning = self._looked().leaning
        found = [it for it in leaning if it.word_list.folder == folder and (not ids or it.word_list.id in ids)]
        return [] if found and unless and self.around.holds_any(*unless) else found

    def bare_in(self, table: str, at_least: float = -math.inf) -> list[Match]:
        """What one table finds in a draft that holds hardly anything else.

        There a lower sum is enough: that of TABLE-bare in data/leanings.yaml, or `at_least` where that is higher.
        """
        least = self.ruleset.data(leanings_in).get(f"{table}{BARE}")
        if least is None:
            return []
        return self.ruleset.learned.leaning(table, self.normal, max(least, at_least), self._until)

    def slipped_in(self, table: str, *kinds: str) -> Iterator[tuple[tuple[int, int], Match]]:
        """Each sentence in which a cue of these kinds stands, and what one table finds in it, whatever is said around it.

        The sum that is enough there is TABLE-slipped in data/leanings.yaml; where that has none, nothing is.
        """
        least = self.ruleset.data(leanings_in).get(f"{table}{SLIPPED}")
        if least is None or not self.around.holds_any(*kinds):
            return
        for start, end in self.sentences:
            if self.around.has(start, end, kinds):
                for match in self.ruleset.learned.leaning(table, self.normal[start:end], least, self._until):
                    spans = tuple((start + first, start + last) for first, last in match.spans)
                    yield (start, end), match._replace(spans=spans)

    def is_sure(self, table: str, place: tuple[int, int] | None = None) -> bool:
        """Whether one table's sum, over the draft or a place in it, is so high that no other sign has to stand beside it.

        So high is TABLE-sure in data/leanings.yaml; where that has none, any sum is.
        """
        return self._comes_to(f"{table}{SURE}", table, place)

    def is_plain(self, table: str, sentence: tuple[int, int]) -> bool:
        """Whether one table's sum over a sentence is enough whatever is said around it: TABLE-slipped in data/leanings.yaml."""
        return self._comes_to(f"{table}{SLIPPED}", table, sentence)

    def bears_out(self, table: str) -> bool:
        """Whether one table's sum over the draft bears out what another finds: TABLE-beside in data/leanings.yaml."""
        return self._comes_to(f"{table}{BESIDE}", table, None)

    def _comes_to(self, level: str, table: str, place: tuple[int, int] | None) -> bool:
        least = self.ruleset.data(leanings_in).get(level)
        said = self.normal[slice(*place)] if place else self.normal
        return least is None or bool(self.ruleset.learned.leaning(table, said, least, self._until))

    @cached_property
    def is_latin(self) -> bool:
        """Whether more of its letters are Latin than Bangla: what is put in should be too."""
        letters = script_shares(self.normal) if self.around.may_hold(FOREIGN) else {}
        return letters.get("Latn", 0) > letters.get("bn", 0)
