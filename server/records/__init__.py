"""What is kept on request: overrides and reports, never a draft. Off unless IT names a database.

The light files (`kept`, `key`, `note`, `offer`, `reasons`, `subject`) know no database; `open_records` imports the
heavy ones only where records are on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from server.records.store import Records
    from server.settings import Settings


def open_records(settings: Settings) -> Records | None:
    """The records that the settings name, not yet connected; None where they are off. BadSetting without a key."""
    if not settings.records:
        return None
    from server.records.store import Records  # SQLAlchemy is not loaded for a server that keeps nothing

    return Records(settings.records, days=settings.records_days)
