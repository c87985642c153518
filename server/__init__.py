"""Jachai: checks a post draft against the Cabinet Division's guideline. `create_app` only wires."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from server.settings import Settings

__version__ = "0.1.0"
MAX_BODY = 1024 * 1024  # bytes: the longest draft with every unit escaped is 390,000
HEADERS = ["Content-Type", "Authorization", "Jachai-Install", "Jachai-Extension"]  # what an extension sends
ORIGINS = [r"chrome-extension://[a-p]{32}", r"moz-extension://[0-9a-f-]{36}"]


def create_app(settings: Settings | None = None) -> Flask:
    """The app. BadSetting where a setting is wrong. `open_desk` then loads the lists."""
    from flask import Flask  # here, so that server.text and server.wordlists are importable without Flask
    from flask_cors import CORS

    from server import errors, record_views
    from server.api import api
    from server.commands import check_command, institutions_commands, wordlists_commands
    from server.practice import practice
    from server.record_commands import records_commands
    from server.service import access
    from server.settings import Settings

    settings = settings or Settings.from_environment()
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s")
    app = Flask(__name__, static_folder=None)
    app.config["JACHAI"] = settings
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # Flask's default provider has it
    errors.install(app)
    access.install(app)
    app.register_blueprint(api)
    app.register_blueprint(practice)
    record_views.install(app)
    CORS(
        app,
        resources={r"/api/.*": {"origins": ORIGINS}},
        allow_headers=HEADERS,
        expose_headers=["Retry-After"],
        max_age=600,
    )
    app.cli.add_command(check_command)
    app.cli.add_command(wordlists_commands)
    app.cli.add_command(institutions_commands)
    app.cli.add_command(records_commands)
    return app
