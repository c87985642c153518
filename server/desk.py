"""What an app checks with, loaded once: the ruleset, the offices, the limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server.checker import check_draft
from server.draft import Draft
from server.finding import Answer
from server.institution import Institution, chosen, load_institutions
from server.settings import Settings
from server.wordlists.lint import lint
from server.wordlists.ruleset import Ruleset

MIN_EXTENSION = "0.1.0"  # an older one does not speak this API


@dataclass(frozen=True)
class Desk:
    """Never changed after it is made: each answer comes from one ruleset."""

    ruleset: Ruleset
    institutions: Mapping[str, Institution]
    time_limit: float
    min_extension: str = MIN_EXTENSION

    @classmethod
    def open(cls, settings: Settings) -> Desk:
        """Loads lists and profiles. FaultyLists, with every fault as file:line, where one cannot be used."""
        ruleset, _ = lint(settings.wordlists, settings.learned == "on")
        return cls(ruleset, load_institutions(settings.institutions), settings.time_limit)

    def check(self, draft: Draft) -> Answer:
        """The answer to one draft."""
        return check_draft(draft, self.ruleset, self.institution(draft.institution), time_limit=self.time_limit)

    def institution(self, wanted: str) -> Institution | None:
        """The office named, else the only one, else none."""
        return chosen(self.institutions, wanted)

    def ruleset_name(self) -> dict[str, str]:
        """Version and hash, as every answer has them."""
        return {"version": self.ruleset.version, "hash": self.ruleset.hash}
