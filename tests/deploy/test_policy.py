"""flask policy: what each browser is given is what the extension knows, and the shipped examples are what it prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import Result

from server import create_app
from server.policy import policy_command
from server.settings import Settings
from tests.conftest import ROOT

ID = "abcdefghijklmnopabcdefghijklmnop"
GIVEN = [
    "nilkandi-upazila", "--server", "https://jachai.example.gov.bd", "--from", "https://jachai.example.gov.bd/extension/updates.xml",
    "--token", "jachai_TOKEN", "--language", "bn", "--no-pause", "--site", "barta.nilkandi.example",
]  # fmt: skip
SCHEMA = json.loads((ROOT / "extension/managed_schema.json").read_text(encoding="utf-8"))["properties"]
TYPES = {"string": str, "boolean": bool, "array": list}


@pytest.fixture(autouse=True)
def profiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JACHAI_INSTITUTIONS", str(ROOT / "deploy/institutions"))


def run(*arguments: str) -> Result:
    return create_app(Settings()).test_cli_runner().invoke(policy_command, [*GIVEN, "--extension", ID, *arguments])


def known(managed: dict[str, object]) -> None:
    assert managed["institution"] == "nilkandi-upazila" and managed["whenUnreachable"] == "warn"
    for name, value in managed.items():
        assert isinstance(value, TYPES[SCHEMA[name]["type"]]), name


@pytest.mark.parametrize("browser", ["chromium", "chrome", "edge"])
def test_chromium_gets_what_the_extension_knows(browser: str) -> None:
    policy = json.loads(run("--browser", browser).stdout)
    assert policy["ExtensionInstallForcelist"] == [f"{ID};https://jachai.example.gov.bd/extension/updates.xml"]
    known(policy["3rdparty"]["extensions"][ID])


def test_firefox_gets_the_same_under_the_id_of_the_manifest() -> None:
    policies = json.loads(run("--browser", "firefox", "--extension", "").stdout)["policies"]
    manifest = json.loads((ROOT / "extension/manifest.json").read_text(encoding="utf-8"))
    own = manifest["browser_specific_settings"]["gecko"]["id"]
    assert list(policies["ExtensionSettings"]) == list(policies["3rdparty"]["Extensions"]) == [own]
    known(policies["3rdparty"]["Extensions"][own])


@pytest.mark.parametrize("browser, vendor", [("chrome-windows", "Google\\Chrome"), ("edge-windows", "Microsoft\\Edge")])
def test_windows_gets_a_reg_file(browser: str, vendor: str) -> None:
    text = run("--browser", browser).stdout_bytes.decode()
    assert text.startswith("Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE") and text.count(
        "\n"
    ) == text.count("\r\n")
    assert f"[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\{vendor}\\3rdparty\\extensions\\{ID}\\policy]" in text
    for line in text.splitlines()[1:]:
        assert re.fullmatch(r'|\[HKEY_LOCAL_MACHINE\\[^\[\]]+\]|"\w+"=(dword:0000000[01]|"[^"]*")', line), line
    assert '"allowPause"=dword:00000000' in text and '\\policy\\sites]\r\n"1"="barta.nilkandi.example"' in text


@pytest.mark.parametrize(
    "changes, cure",
    [
        (["--server", "http://jachai.example.gov.bd"], "https://"),
        (["--from", "ftp://x"], "https://"),
        (["--extension", "jachai"], "chrome://extensions"),
        (["--token", "sha256:abcd"], "institutions token ID"),
        (["--token", "sha256:" + "ab" * 32], "institutions token ID"),
        (["--token", "TOKEN"], "institutions token ID"),
        (["--token", "jachai_"], "institutions token ID"),
        (["--token", "jachai_A B"], "institutions token ID"),
    ],
)
def test_a_wrong_value_names_the_cure(changes: list[str], cure: str) -> None:
    result = run(*changes)
    assert result.exit_code == 2 and cure in result.output and "sha256:ab" not in result.output


def test_an_unknown_office_is_refused_with_those_there_are() -> None:
    arguments = ["nowhere", *GIVEN[1:], "--extension", ID]
    result = create_app(Settings()).test_cli_runner().invoke(policy_command, arguments)
    assert result.exit_code == 2 and "nilkandi-upazila" in result.output


@pytest.mark.parametrize("path", sorted((ROOT / "deploy/policies").glob("*.*[jg]*")), ids=lambda path: path.name)
def test_the_shipped_examples_are_what_the_command_prints(path: Path) -> None:
    own = ["--extension", "", "--from", "https://jachai.example.gov.bd/extension/jachai.xpi"]
    more = own if path.stem == "firefox" else []
    assert run("--browser", path.stem, *more).stdout_bytes == path.read_bytes()


def test_every_browser_has_its_example() -> None:
    from server.policy import MAKERS

    assert {path.stem for path in (ROOT / "deploy/policies").iterdir() if path.suffix in (".json", ".reg")} == set(
        MAKERS
    )


def test_the_example_for_updates_is_what_the_policy_asks_for() -> None:
    import xml.etree.ElementTree as tree

    [app] = tree.parse(ROOT / "deploy/policies/updates.xml").getroot()
    [update] = app
    manifest = json.loads((ROOT / "extension/manifest.json").read_text(encoding="utf-8"))
    assert app.get("appid") == ID and update.get("version") == manifest["version"]
    assert update.get("codebase") == "https://jachai.example.gov.bd/extension/jachai.crx"
