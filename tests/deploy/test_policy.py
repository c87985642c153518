"""flask policy: what each browser is given is what the extension knows, and the shipped examples are what it prints."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import Result

from server import create_app
from server.policy import CHROMIUM_ID, HOST, LONGEST, MOST_SITES, policy_command
from server.settings import Settings
from server.tokens import hash_of, new_token
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


def test_a_token_of_another_office_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With it every browser would be let in nowhere."""
    mine, other = new_token(), new_token()
    (tmp_path / "a.yaml").write_text(
        f"id: nilkandi-upazila\nnames: {{bn: ক}}\ntoken_hashes: ['{hash_of(mine)}']\n", encoding="utf-8"
    )
    monkeypatch.setenv("JACHAI_INSTITUTIONS", str(tmp_path))
    refused = run("--token", other)
    assert refused.exit_code == 2 and "not one of the office's tokens" in refused.stderr and other not in refused.output
    assert json.loads(run("--token", mine).stdout)
    assert "give --token" in run("--token", "").stderr and "give --token" not in run("--token", mine).stderr


def test_an_office_with_no_token_of_its_own_is_given_no_other_office_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its posts would be checked as the other's: the token says whose they are."""
    other = new_token()
    for name, row in {"nilkandi-upazila": "", "b": f"token_hashes: ['{hash_of(other)}']\n"}.items():
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\nnames: {{bn: ক}}\n{row}", encoding="utf-8")
    monkeypatch.setenv("JACHAI_INSTITUTIONS", str(tmp_path))
    refused = run("--token", other)
    assert refused.exit_code == 2 and "not one of the office's tokens" in refused.stderr
    assert "give --token" in run("--token", "").stderr


def test_firefox_gets_the_same_under_the_id_of_the_manifest() -> None:
    signed = "https://jachai.example.gov.bd/extension/jachai.xpi"
    printed = run("--browser", "firefox", "--from", signed)  # Chromium's id beside it is not Firefox's
    policies = json.loads(printed.stdout)["policies"]
    manifest = json.loads((ROOT / "extension/manifest.json").read_text(encoding="utf-8"))
    own = manifest["browser_specific_settings"]["gecko"]["id"]
    assert list(policies["ExtensionSettings"]) == list(policies["3rdparty"]["Extensions"]) == [own]
    known(policies["3rdparty"]["Extensions"][own])
    assert policies["ExtensionSettings"][own]["private_browsing"] is True


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


@pytest.mark.parametrize("browser", ["chrome-windows", "edge-windows"])
def test_windows_gets_a_bangla_address_in_ascii(browser: str) -> None:
    """Without a mark of UTF-16 a .reg file is read in the machine's code page: Bangla would name another host."""
    given = ["--server", "https://যাচাই.বাংলা:8443", "--from", "https://যাচাই.বাংলা/এক্সটেনশন/updates.xml?v=১"]
    text = run("--browser", browser, *given).stdout_bytes.decode("ascii")
    host = "xn--b5b1b8cycb.xn--54b7fta0cc"
    assert f'"serverUrl"="https://{host}:8443"' in text
    assert f';https://{host}/{quote("এক্সটেনশন")}/updates.xml?v={quote("১")}"' in text
    plain = "https://jachai.example.gov.bd:8443/a%20b/updates.xml?v=1&w=~"
    assert f";{plain}" in run("--browser", browser, "--from", plain).stdout  # which stays as it is
    signs = 'https://jachai.example.gov.bd/a"b\\c'
    assert r';https://jachai.example.gov.bd/a\"b\\c"' in run("--browser", browser, "--from", signs).stdout


@pytest.mark.parametrize(
    "host", ["র\u200d্যাব.বাংলা", "ক্\u200cষ.বাংলা", "ক" * 70 + ".বাংলা"], ids=["joiner", "non-joiner", "long"]
)
def test_windows_gets_no_host_of_which_browsers_know_another_form(host: str) -> None:
    result = run("--browser", "chrome-windows", "--from", f"https://{host}/updates.xml")
    assert result.exit_code == 2 and "xn--" in result.output


@pytest.mark.parametrize(
    "changes, cure",
    [
        (["--server", "http://jachai.example.gov.bd"], "https://"),
        (["--from", "ftp://x"], "https://"),
        (["--from", "https://jachai.example.gov.bd/updates.xml and more"], "https://"),
        (["--browser", "firefox"], "for Firefox give the address of the signed .xpi"),
        (["--browser", "firefox", "--from", "https://a.bd/Updates.XML?v=1"], "for Firefox give the address"),
        (["--browser", "firefox", "--from", "https://a.bd/jachai.crx"], "for Firefox give the address"),
        (["--from", "https://a.bd/jachai.xpi"], "Chromium, Chrome and Edge give the address of updates.xml"),
        (["--browser", "edge-windows", "--from", "https://a.bd/jachai.crx#1"], "give the address of updates.xml"),
        (["--extension", "jachai"], "deploy/policies/README.md"),
        (["--token", "sha256:abcd"], "institutions token ID"),
        (["--token", "sha256:" + "ab" * 32], "institutions token ID"),
        (["--token", "TOKEN"], "institutions token ID"),
        (["--token", "jachai_"], "institutions token ID"),
        (["--token", "jachai_A B"], "institutions token ID"),
        (["--token", f"jachai_{'A' * 600}"], "institutions token ID"),
        (["--server", "https://jachai.example.gov.bd/?office=nilkandi"], "such as https://jachai.example.gov.bd"),
        (["--server", "https://jachai.example.gov.bd/#token=x"], "goes to --token"),
        (["--server", "https://nilkandi:secret@jachai.example.gov.bd"], "no user"),
        (["--server", "https://jachai.example.gov.bd:84200"], "such as https://jachai.example.gov.bd"),
        (["--server", "https://10.20.300.6"], "such as https://jachai.example.gov.bd"),
        (["--server", "https://[fd00::1"], "such as https://jachai.example.gov.bd"),
        (["--server", "https://jachai%20.example"], "such as https://jachai.example.gov.bd"),
        (["--server", f"https://jachai.example/{'a' * 600}"], "such as https://jachai.example.gov.bd"),
        (["--site", "https://barta.example"], "with no https://"),
        (["--site", "barta.example/"], "such as intranet.example.gov.bd"),
        (["--site", "barta.example:8080"], "such as intranet.example.gov.bd"),
        (["--site", "Barta.example"], "small letters"),
        (["--site", "*.example.gov.bd"], "such as intranet.example.gov.bd"),
        (["--site", "বার্তা.বাংলা"], "xn--"),
        ([word for number in range(50) for word in ("--site", f"s{number}.example")], "at most 50"),
    ],
)
def test_a_wrong_value_names_the_cure(changes: list[str], cure: str) -> None:
    result = run(*changes)
    assert result.exit_code == 2 and cure in result.output and "sha256:ab" not in result.output


@pytest.mark.parametrize(
    "browser, source",
    [
        ("firefox", "https://a.bd/jachai.xpi?v=updates.xml"),
        ("firefox", "https://a.bd/latest/jachai"),
        ("chrome", "https://clients2.google.com/service/update2/crx"),
        ("chromium", "https://a.bd/updates.xml?of=jachai.crx"),
        ("edge-windows", "https://jachai.xpi/updates"),
    ],
)
def test_an_address_that_the_browser_can_install_from(browser: str, source: str) -> None:
    result = run("--browser", browser, "--from", source)
    assert result.exit_code == 0 and source in result.stdout


# how the extension reads policies; by node, with the browser that its own tests have
READ = """
import { readSettings } from './extension/background/settings.js';
import { fakeBrowser } from './tests/extension/fake_chrome.mjs';
const read = [];
for (const managed of JSON.parse(process.argv[1])) {
  fakeBrowser({ managed });
  read.push(await readSettings());
}
console.log(JSON.stringify(read));
"""
TAKEN = [
    ["--language", "en"],
    ["--server", "https://jachai.example.gov.bd:8443/shared/jachai"],
    ["--server", "http://127.0.0.1:8420"],
    ["--server", "https://10.20.30.6"],
    ["--server", "https://[fd00::1]:8420"],
    ["--server", "https://যাচাই.বাংলা"],
    ["--site", "localhost", "--site", "10.20.30.6", "--site", "xn--p5b2bfp5fh3fra.xn--54b7fta0cc"],
    ["--token", f"jachai_{'A' * 505}"],
]


def test_the_extension_takes_all_that_is_printed() -> None:
    printed = [json.loads(run(*more).stdout)["3rdparty"]["extensions"][ID] for more in TAKEN]
    command = ["node", "--input-type=module", "--eval", READ, json.dumps(printed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for managed, read in zip(printed, json.loads(done.stdout), strict=True):
        settings: dict[str, Any] = read["settings"]
        assert sorted(read["locked"]) == sorted(managed)
        same = managed.keys() - {"serverUrl"}  # which a browser may write in another way
        assert {name: settings[name] for name in same} == {name: managed[name] for name in same}


def test_a_site_is_what_the_extension_takes_for_one() -> None:
    """By the very pattern, since what it does not take it leaves out in silence."""
    source = (ROOT / "extension/background/settings.js").read_text(encoding="utf-8")
    assert f"HOST = /^{HOST.pattern}$/;" in source and f"MOST_SITES = {MOST_SITES};" in source
    assert f"LONGEST = {LONGEST};" in source


@pytest.mark.service
def test_the_id_is_that_of_the_packed_extension_and_stays(tmp_path: Path) -> None:
    readme = (ROOT / "deploy/policies/README.md").read_text(encoding="utf-8")
    [pack] = re.findall(r"```sh\n(\(\numask 077\n.*?)```", readme, re.DOTALL)
    [again] = re.findall("`(chromium .*--pack-extension-key=.*?)`", readme)
    shutil.copytree(ROOT / "extension", tmp_path / "extension")
    own = 'chromium() { command chromium --no-sandbox "$@" >&2; }\n'  # root has no other
    told = []
    for script in (pack, again):
        done = subprocess.run(
            ["sh", "-c", own + script], cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path)}, capture_output=True
        )
        told.append((done.stdout.decode(), id_of(tmp_path / "extension.crx")))
        (tmp_path / "extension.crx").unlink()
    assert told[0][0] == told[0][1] == told[1][1] and CHROMIUM_ID.fullmatch(told[0][0])
    assert (tmp_path / "extension.pem").stat().st_mode & 0o777 == 0o600


def id_of(crx: Path) -> str:
    """The id in a packed extension's head, by which Chromium knows it."""
    data = crx.read_bytes()
    head = data[12 : 12 + int.from_bytes(data[8:12], "little")]
    number = head.rpartition(b"\x82\xf1\x04\x12\x0a\x10")[2]  # the last field, of 16 bytes
    return number.hex().translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))


def test_an_unknown_office_is_refused_with_those_there_are() -> None:
    arguments = ["nowhere", *GIVEN[1:], "--extension", ID]
    result = create_app(Settings()).test_cli_runner().invoke(policy_command, arguments)
    assert result.exit_code == 2 and "nilkandi-upazila" in result.output


def test_a_faulty_profile_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("id: a\nname: x\n", encoding="utf-8")
    monkeypatch.setenv("JACHAI_INSTITUTIONS", str(tmp_path))
    result = run()
    assert result.exit_code == 1 and "a.yaml:2: " in result.output


def test_where_there_is_no_profile_the_cure_is_their_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JACHAI_INSTITUTIONS")
    result = run()
    assert result.exit_code == 2 and "JACHAI_INSTITUTIONS-এ প্রোফাইলের ফোল্ডার লিখুন" in result.output
    assert "there are: JACHAI" not in result.output


@pytest.mark.parametrize("path", sorted((ROOT / "deploy/policies").glob("*.*[jg]*")), ids=lambda path: path.name)
def test_the_shipped_examples_are_what_the_command_prints(path: Path) -> None:
    own = ["--from", "https://jachai.example.gov.bd/extension/jachai.xpi"]
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
