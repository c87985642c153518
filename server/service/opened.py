"""The desk that an app checks with: opened once, swapped whole when new lists come in."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from server.desk import Desk
from server.service.watch import marks
from server.settings import Settings

EXTENSION = "jachai"
READ = "jachai.read"  # how the folders were before the first desk was opened


def open_desk(app: Flask) -> Desk:
    """The app's desk; its lists and profiles are loaded at the first call. FaultyLists where one cannot be used."""
    found: Desk | None = app.extensions.get(EXTENSION)
    if found:
        return found
    app.extensions[READ] = marks(folders(app.config["JACHAI"]))
    return swap_desk(app, Desk.open(app.config["JACHAI"]))


def folders(settings: Settings) -> list[Path]:
    """Where a desk's lists and profiles lie."""
    return [*settings.wordlists, *([settings.institutions] if settings.institutions else [])]


def swap_desk(app: Flask, desk: Desk) -> Desk:
    """From the next request on, the app checks with this desk."""
    app.extensions[EXTENSION] = desk
    return desk
