"""What an app checks with, loaded once: the ruleset, the offices, the limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from server.checker import check_draft
from server.draft import Draft
from server.finding import Answer
from server.institution import Institution, chosen, load_institutions
from server.settings import Settings
from server.tokens import Tokens
from server.wordlists.lint import lint
from server.wordlists.ruleset import Ruleset

MIN_EXTENSION = "0.1.0"  # an older one does not speak this API


@dataclass(frozen=True)
class Desk:
    """Never changed after it is made: each answer comes from one ruleset."""

    ruleset: Ruleset
    institutions: Mapping[str, Institution]
    time_limit: float
    tokens: Tokens = field(default_factory=lambda: Tokens(()))
    min_extension: str = MIN_EXTENSION

    @classmethod
    def open(cls, settings: Settings) -> Desk:
        """Loads lists and profiles. FaultyLists, with every fault as file:line, where one cannot be used."""
        ruleset, _ = lint(settings.wordlists, settings.learned == "on")
        institutions = load_institutions(settings.institutions)
        return cls(ruleset, institutions, settings.time_limit, _tokens_of(institutions))

    def check(self, draft: Draft, office: Institution | None = None) -> Answer:
        """The answer to one draft. `office`: the token's; without it the draft says whose it is."""
        office = office or self.institution(draft.institution)
        return check_draft(draft, self.ruleset, office, time_limit=self.time_limit)

    def institution(self, wanted: str) -> Institution | None:
        """The office named, else the only one, else none."""
        return chosen(self.institutions, wanted)

    def ruleset_name(self) -> dict[str, str]:
        """Version and hash, as every answer has them."""
        return {"version": self.ruleset.version, "hash": self.ruleset.hash}


def _tokens_of(institutions: Mapping[str, Institution]) -> Tokens:
    return Tokens((hashed, office.id) for office in institutions.values() for hashed in office.token_hashes)
