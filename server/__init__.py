"""Jachai: checks a post draft against the Cabinet Division's guideline. `create_app` only wires."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from server.settings import Settings

MAX_BODY = 1024 * 1024  # bytes: the longest draft with every unit escaped is 390,000


def create_app(settings: Settings | None = None) -> Flask:
    """The app. BadSetting where a setting is wrong. `open_desk` then loads the lists."""
    from flask import Flask  # here, so that server.text and server.wordlists are importable without Flask

    from server import record_views
    from server.api import api
    from server.commands import check_command, wordlists_commands
    from server.institution_commands import institutions_commands
    from server.platform_views import platforms
    from server.policy import policy_command
    from server.practice import practice
    from server.record_commands import records_commands
    from server.service import access, around, error_answers
    from server.service.metrics import metrics
    from server.service.notice import NOTICE, Notice
    from server.service.openapi import openapi
    from server.settings import Settings
    from server.switch_commands import switch_commands

    settings = settings or Settings.from_environment()
    app = Flask(__name__, static_folder=None)
    app.config["JACHAI"] = settings
    app.extensions[NOTICE] = Notice()
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # Flask's default provider has it
    error_answers.install(app)
    around.install(app)
    access.install(app)
    app.register_blueprint(api)
    app.register_blueprint(practice)
    app.register_blueprint(metrics)
    app.register_blueprint(openapi)
    app.register_blueprint(platforms)
    record_views.install(app)
    app.cli.add_command(check_command)
    app.cli.add_command(wordlists_commands)
    app.cli.add_command(institutions_commands)
    app.cli.add_command(switch_commands)
    app.cli.add_command(policy_command)
    app.cli.add_command(records_commands)
    return app
