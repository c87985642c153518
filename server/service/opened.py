"""The desk that an app checks with: opened once, swapped whole when new lists come in."""

from __future__ import annotations

from flask import Flask

from server.desk import Desk

EXTENSION = "jachai"


def open_desk(app: Flask) -> Desk:
    """The app's desk; its lists and profiles are loaded at the first call. FaultyLists where one cannot be used."""
    found: Desk | None = app.extensions.get(EXTENSION)
    return found or swap_desk(app, Desk.open(app.config["JACHAI"]))


def swap_desk(app: Flask, desk: Desk) -> Desk:
    """From the next request on, the app checks with this desk."""
    app.extensions[EXTENSION] = desk
    return desk
