"""Offices with tokens for the tests of the service: profiles in a folder, an app on few lists that starts at once."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from server import create_app
from server.service.opened import open_desk
from server.settings import Settings
from server.tokens import hash_of
from tests.conftest import NO_HURRY

TOKENS = {"ka": "jachai_token-of-ka", "kha": "jachai_token-of-kha"}
LIST = """\
id: {name}
clause: 9.nga
title:
  bn: "শব্দ"
  en: "Words"
message:
  bn: "শব্দটি বাদ দিন।"
  en: "Leave it out."
severity: warn
terms:
  - {term}
"""


def write_profiles(folder: Path, more: str = "") -> Path:
    """A profile for each token; `more` is added to each."""
    folder.mkdir(exist_ok=True)
    for office, token in TOKENS.items():
        text = f"id: {office}\nnames:\n  bn: {office} দপ্তর\ntoken_hashes: ['{hash_of(token)}']\n{more}"
        (folder / f"{office}.yaml").write_text(text, encoding="utf-8")
    return folder


def write_list(folder: Path, term: str, name: str = "service-words") -> Path:
    """A folder of lists with one list of one term."""
    path = folder / "prohibited" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(LIST.format(name=name, term=term), encoding="utf-8")
    return folder


def small_app(folder: Path, **settings: object) -> Flask:
    """An app on one list of one term (কুলাঙ্গার), with these settings."""
    lists = write_list(folder / "wordlists", "কুলাঙ্গার")
    app = create_app(Settings(wordlists=(lists,), time_limit=NO_HURRY, **settings))  # type: ignore[arg-type]
    open_desk(app)
    return app


def bearer(office: str) -> dict[str, str]:
    """The header with that office's token."""
    return {"Authorization": f"Bearer {TOKENS[office]}"}
