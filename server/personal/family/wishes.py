"""An office's condolence, or its wish that somebody gets well: of its own people and of public life, never of the writer's family."""

from __future__ import annotations

from server.personal.around.surroundings import Surroundings
from server.personal.family.kin import RELATIVE

CONDOLENCE, COLLEAGUE = "condolence", "colleague"


def is_colleagues_wish(around: Surroundings) -> bool:
    """Whether a colleague or a person of public life is condoled for or wished well, and no relative of the writer's is named."""
    return around.holds(CONDOLENCE, COLLEAGUE) and not around.holds_any(RELATIVE)
