"""What a check looks at: the draft, its normal form, what the lists matched, and who posts."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from server.draft import Draft
from server.institution import Institution
from server.personal.cues import cues_in
from server.personal.surroundings import Surroundings
from server.text.offsets import Offsets
from server.text.sentences import sentences
from server.wordlists.ruleset import Match, Ruleset


@dataclass(frozen=True)
class Posting:
    """One draft, read once for all checks. Offsets in it are code points of `normal`."""

    draft: Draft
    ruleset: Ruleset
    institution: Institution | None

    @cached_property
    def offsets(self) -> Offsets:
        """From the normal form back to the draft as typed."""
        return Offsets(self.draft.text)

    @property
    def normal(self) -> str:
        """The draft's normal form."""
        return self.offsets.normal

    @cached_property
    def stretches(self) -> Set[str]:
        """What stands between spaces and is not known as calm: no list and no finder has a use for those."""
        return set(self.normal.split()) - self.ruleset.calm

    def remember_calm(self) -> None:
        """Once all checks have looked: what none of them had a use for need not be looked at in another draft."""
        self.ruleset.remember_calm(self.stretches & self.ruleset.data(cues_in).quiet)

    @cached_property
    def matches(self) -> list[Match]:
        """What all lists matched."""
        return self.ruleset.look(self.normal, self.stretches)

    @cached_property
    def around(self) -> Surroundings:
        """The words around its numbers and names, and which finders need look at it at all."""
        return Surroundings(self.normal, self.ruleset.data(cues_in), self.stretches)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The spans of the sentences."""
        return sentences(self.normal)

    @cached_property
    def folders(self) -> Set[str]:
        """The folders whose lists matched."""
        return {match.word_list.folder for match in self.matches}

    def matches_of(self, folder: str) -> list[Match]:
        """What the lists of one folder matched."""
        return [match for match in self.matches if match.word_list.folder == folder]

    @cached_property
    def kind(self) -> str:
        """institution or employee. An unknown account is treated as an institution's."""
        return "employee" if self.draft.account.kind == "employee" else "institution"

    @cached_property
    def assumed(self) -> bool:
        """Whether nobody said who posts, and the account is not the profile's either."""
        known = self.institution is not None and self.institution.is_own(self.draft.account)
        return self.draft.account.kind == "unknown" and not known
