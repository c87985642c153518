"""Settings come from the environment, an unknown one is an error, and the docs have them all."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

from server.settings import MEANINGS, READERS, BadSetting, Settings

pytestmark = pytest.mark.service
ROOT = Path(__file__).resolve().parent.parent


def test_defaults_and_values(tmp_path: Path) -> None:
    assert Settings.from_environment({"PATH": "/bin"}) == Settings()
    given = {"JACHAI_WORDLISTS": f"{ROOT / 'wordlists'}:{tmp_path}", "JACHAI_TIME_LIMIT": "0.5"}
    settings = Settings.from_environment(given)
    assert settings.wordlists == (ROOT / "wordlists", tmp_path) and settings.time_limit == 0.5


@pytest.mark.parametrize(
    "name, value, cure",
    [
        ("JACHAI_WORDLIST", "x", "JACHAI_WORDLISTS"),
        ("JACHAI_WORDLISTS", "/nowhere", "No such folder"),
        ("JACHAI_BIND", "8420", "host:port"),
        ("JACHAI_BIND", "localhost:99999", "host:port"),
        ("JACHAI_TIME_LIMIT", "soon", "0.01 to 60"),
        ("JACHAI_TIME_LIMIT", "nan", "0.01 to 60"),
        ("JACHAI_LOG_LEVEL", "all", "debug"),
    ],
)
def test_a_bad_setting_names_the_cure(name: str, value: str, cure: str) -> None:
    with pytest.raises(BadSetting, match=cure) as error:
        Settings.from_environment({name: value})
    assert str(error.value).startswith(name)


def test_every_setting_has_a_reader_a_meaning_and_a_line_in_the_docs() -> None:
    names = {field.name for field in dataclasses.fields(Settings)}
    assert names == set(READERS) == set(MEANINGS)
    docs = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    for name, meaning in MEANINGS.items():
        assert f"| JACHAI_{name.upper()} |" in docs and meaning in docs, name


@pytest.mark.parametrize("name, value", [("JACHAI_COLOUR", "red"), ("JACHAI_WORDLISTS", "tests/wordlists")])
def test_the_server_refuses_to_start(name: str, value: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import wsgi"], cwd=ROOT, env={**os.environ, name: value}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "যাচাই চালু হলো না" in done.stderr and "Traceback" not in done.stderr
