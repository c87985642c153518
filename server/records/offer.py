"""What an office is offered, as `GET /api/v1/office` tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.bilingual import Bilingual
from server.institution import Institution


def offer(on: bool, office: Institution | None, known: Mapping[str, Bilingual]) -> dict[str, Any]:
    """Whether overrides and reports are taken, and the reasons to choose from. `on`: whether records are kept at all."""
    overrides = on and may_override(office)
    reasons = known if overrides else {}
    return {
        "overrides": overrides,
        "reports": on,
        "reasons": [{"id": name, "bn": said.bn, "en": said.en} for name, said in reasons.items()],
    }


def may_override(office: Institution | None) -> bool:
    """Whether the office's profile lets a writer publish all the same, with a reason."""
    return office is not None and office.override == "reason"
