"""What an app works with: the desk, opened once and swapped whole when new lists come in, and the records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask, current_app

from server.desk import Desk
from server.service.watch import marks
from server.settings import Settings

if TYPE_CHECKING:
    from server.records.key import Key
    from server.records.store import Records

EXTENSION = "jachai"
RECORDS = "jachai.records"
READ = "jachai.read"  # how the folders were before the first desk was opened


def open_desk(app: Flask) -> Desk:
    """The app's desk; its lists and profiles are loaded at the first call. FaultyLists where one cannot be used."""
    found: Desk | None = app.extensions.get(EXTENSION)
    if found:
        return found
    app.extensions[READ] = marks(folders(app.config["JACHAI"]))
    return swap_desk(app, Desk.open(app.config["JACHAI"]))


def desk() -> Desk:
    """What this app checks with; opened here where a command, not a server, is the first to need it."""
    return open_desk(current_app)


def records_of(app: Flask) -> tuple[Records, Key] | None:
    """The app's records and the key for what they keep; None where they are off."""
    found: tuple[Records, Key] | None = app.extensions[RECORDS]
    return found


def folders(settings: Settings) -> list[Path]:
    """Where a desk's lists and profiles lie."""
    return [*settings.wordlists, *([settings.institutions] if settings.institutions else [])]


def close_desk(app: Flask) -> None:
    """Lets go of the desk; until another is swapped in, nobody may ask the app."""
    del app.extensions[EXTENSION]


def swap_desk(app: Flask, new: Desk) -> Desk:
    """From the next request on, the app checks with this desk."""
    app.extensions[EXTENSION] = new
    return new
