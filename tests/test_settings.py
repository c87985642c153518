"""Settings come from the environment, an unknown one is an error, and the docs have them all."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from ipaddress import ip_network
from pathlib import Path

import pytest

from server.settings import COMPILED, MEANINGS, READERS, BadSetting, Settings
from tests.conftest import ROOT, clean_environment, pytest_configure

pytestmark = pytest.mark.service


def test_defaults_and_values(tmp_path: Path) -> None:
    assert Settings.from_environment({"PATH": "/bin"}) == Settings(compiled=COMPILED)
    given = {"JACHAI_WORDLISTS": f"{ROOT / 'wordlists'}:{tmp_path}", "JACHAI_TIME_LIMIT": "0.5"}
    settings = Settings.from_environment(given)
    assert settings.wordlists == (ROOT / "wordlists", tmp_path) and settings.time_limit == 0.5


@pytest.mark.parametrize(
    "name, value, cure",
    [
        ("JACHAI_WORDLIST", "x", "JACHAI_WORDLISTS"),
        ("JACHAI_WORDLISTS", "/nowhere", "No such folder"),
        ("JACHAI_BIND", "8420", "host:port"),
        ("JACHAI_BIND", "localhost:65536", "host:port"),
        ("JACHAI_BIND", "localhost:0", "host:port"),
        ("JACHAI_BIND", "127.0.0.1:²", "host:port"),
        ("JACHAI_BIND", "127.0.0.1:৮৪২০", "host:port"),
        ("JACHAI_BIND", "http://127.0.0.1:8420", "host:port"),
        ("JACHAI_BIND", "::1:8420", "host:port"),
        ("JACHAI_BIND", ":8420", "host:port"),
        ("JACHAI_BIND", "", "host:port"),
        ("JACHAI_INSTITUTIONS", "/nowhere", "No such folder"),
        ("JACHAI_SWITCH", "/nowhere/switch.yaml", "a folder that exists"),
        ("JACHAI_SWITCH", f"{ROOT}", "Name a file"),
        ("JACHAI_LAST_GOOD", "/nowhere/last-good", "a folder that exists"),
        ("JACHAI_LAST_GOOD", f"{ROOT}/wsgi.py", "Name a folder"),
        ("JACHAI_COMPILED", "/nowhere/compiled", "a folder that exists"),
        ("JACHAI_COMPILED", f"{ROOT}/wsgi.py", "Name a folder"),
        ("JACHAI_SWITCH", f"{ROOT}/switch.yaml # of IT", "a line of its own"),
        ("JACHAI_RECORDS", f"sqlite:///{ROOT}/r.sqlite\t# of IT", "a line of its own"),
        ("JACHAI_BIND", "127.0.0.1:8420\r", "line ends of Windows"),
        ("JACHAI_SWITCH", f"{ROOT}/switch.yaml\r", "line ends of Windows"),
        ("JACHAI_LIMIT", "²", "a number of staff"),
        ("JACHAI_LIMIT", "9" * 5_000, "a number of staff"),
        ("JACHAI_LIMIT", "1000001", "a number of staff"),
        ("JACHAI_RECORDS_DAYS", "0", "1 to 36500"),
        ("JACHAI_RECORDS_DAYS", "36501", "1 to 36500"),
        ("JACHAI_TIME_LIMIT", "soon", "0.01 to 60"),
        ("JACHAI_TIME_LIMIT", "nan", "0.01 to 60"),
        ("JACHAI_TIME_LIMIT", "1_0", "0.01 to 60"),
        ("JACHAI_TIME_LIMIT", "১০", "0.01 to 60"),
        ("JACHAI_TIME_LIMIT", "1e1", "0.01 to 60"),
        ("JACHAI_TIME_LIMIT", "60.5", "0.01 to 60"),
        ("JACHAI_WATCH", "0", "0.01 to 60; off for none"),
        ("JACHAI_LOG_LEVEL", "all", "debug"),
        ("JACHAI_METRICS_FROM", "10.20.0.256", "IP addresses with commas"),
        ("JACHAI_METRICS_FROM", "127.0.0.1, 10.20.0.5/24", "write 10.20.0.0/24 for the whole network or 10.20.0.5"),
        (
            "JACHAI_TRUSTED_PROXIES",
            "127.0.0.1, 0.0.0.0/0",
            "0.0.0.0/0 is every machine there is; write your own proxy's",
        ),
        ("JACHAI_TRUSTED_PROXIES", "::/0", "::/0 is every machine"),
        ("JACHAI_TRUSTED_PROXIES", "::ffff:0:0/96", "0.0.0.0/0 is every machine"),
        ("JACHAI_TRUSTED_PROXIES", "fd00::5/64", "write fd00::/64 for the whole network or fd00::5"),
    ],
)
def test_a_bad_setting_names_the_cure(name: str, value: str, cure: str) -> None:
    with pytest.raises(BadSetting, match=cure) as error:
        Settings.from_environment({name: value})
    assert str(error.value).startswith(name)


@pytest.mark.parametrize(
    "name, value, cure",
    [
        ("JACHAI_WORDLIST", "x", "শেষে দেওয়া নামগুলোর একটি লিখুন"),
        ("JACHAI_WORDLISTS", "/nowhere", "যে ফোল্ডার আছে তার নাম লিখুন"),
        ("JACHAI_LIMIT", "৩০০", "ইংরেজি অঙ্কে, যেমন 300"),
        ("JACHAI_RECORDS_DAYS", "৭৩০", "ইংরেজি অঙ্কে, যেমন 730"),
        ("JACHAI_TIME_LIMIT", "১০", "ইংরেজি অঙ্কে, যেমন 2.5 |"),
        ("JACHAI_WATCH", "০", "ইংরেজি অঙ্কে, যেমন 2.5; না চাইলে off |"),
        ("JACHAI_LEARNED", "yes", "এগুলোর একটি লিখুন: on, off |"),
        ("JACHAI_REDIS", "redis", "যেমন redis://host:6379/0 |"),
        ("JACHAI_TRUSTED_PROXIES", "0.0.0.0/0", "শুধু নিজের প্রক্সির ঠিকানা লিখুন, যেমন 127.0.0.1 |"),
    ],
)
def test_the_cure_stands_in_the_bangla_too(name: str, value: str, cure: str) -> None:
    with pytest.raises(BadSetting) as error:
        Settings.from_environment({name: value})
    assert cure in str(error.value)


@pytest.mark.parametrize("name", ["JACHAI_WORDLISTS", "JACHAI_INSTITUTIONS"])
def test_a_folder_that_is_gone_may_have_a_copy(tmp_path: Path, name: str) -> None:
    """By which a server starts; what is a file, and was never a folder, has none."""
    kept = {"JACHAI_LAST_GOOD": str(tmp_path / "kept")}
    for value in (f"{tmp_path}/gone", str(Path(__file__))):
        with pytest.raises(BadSetting, match=f"{name}: .*No such folder"):
            Settings.from_environment({name: value, **kept})
    (tmp_path / "kept").mkdir()
    assert Settings.from_environment({name: f"{tmp_path}/gone", **kept})
    with pytest.raises(BadSetting, match=f"{name}: .*No such folder"):
        Settings.from_environment({name: str(Path(__file__)), **kept})


@pytest.mark.parametrize("value", ["127.0.0.1:8420", "localhost:1", "jachai.example-1:65535", "[::1]:8420"])
def test_where_the_server_may_listen(value: str) -> None:
    assert Settings.from_environment({"JACHAI_BIND": value}).bind == value


@pytest.mark.parametrize(
    "name, value, read",
    [
        ("REDIS", "redis://host:6379/0", "redis://host:6379/0"),
        ("REDIS", "rediss://host:6379/0", "rediss://host:6379/0"),
        ("REDIS", "redis+unix:///run/redis.sock", "redis+unix:///run/redis.sock"),
        ("LEARNED", "off", "off"),
        ("LOG_LEVEL", "warning", "warning"),
        ("TIME_LIMIT", "0.01", 0.01),
        ("TIME_LIMIT", "60", 60.0),
        ("WATCH", "off", 0.0),
        ("WATCH", "5", 5.0),
        ("SWITCH", f"{ROOT}/switch.yaml", ROOT / "switch.yaml"),
        ("COMPILED", "off", None),
        ("COMPILED", "", COMPILED),
        ("COMPILED", f"{ROOT}/copies", ROOT / "copies"),
        ("RECORDS", "postgresql://host/jachai", "postgresql://host/jachai"),
        ("RECORDS_DAYS", "36500", 36_500),
        ("METRICS_FROM", " 10.0.0.5 , 10.1.0.0/16, ", (ip_network("10.0.0.5"), ip_network("10.1.0.0/16"))),
    ],
)
def test_what_is_read(name: str, value: str, read: object) -> None:
    assert getattr(Settings.from_environment({f"JACHAI_{name}": value}), name.lower()) == read


@pytest.mark.parametrize(
    "value, network",
    [
        ("::ffff:10.0.0.5", "10.0.0.5/32"),  # as a proxy's address looks to a server on [::]
        ("::ffff:10.1.0.0/112", "10.1.0.0/16"),
        ("10.1.0.0/16", "10.1.0.0/16"),
        ("fd00::/64", "fd00::/64"),
    ],
)
def test_an_ipv4_network_is_one_however_it_is_written(value: str, network: str) -> None:
    (read,) = Settings.from_environment({"JACHAI_TRUSTED_PROXIES": value}).trusted_proxies
    assert str(read) == network


def test_what_is_left_empty_is_none_and_no_folder_that_happens_to_be_there() -> None:
    empty = (
        "WORDLISTS",
        "INSTITUTIONS",
        "SWITCH",
        "REDIS",
        "RECORDS",
        "RECORDS_KEY",
        "TRUSTED_PROXIES",
        "METRICS_FROM",
    )
    assert Settings.from_environment({f"JACHAI_{name}": "" for name in empty}) == Settings(compiled=COMPILED)


@pytest.mark.parametrize("value, staff", [("on", 300), ("off", 0), ("1", 1), ("1000000", 1_000_000)])
def test_for_how_many_staff(value: str, staff: int) -> None:
    assert Settings.from_environment({"JACHAI_LIMIT": value}).limit == staff


def test_every_setting_has_a_reader_a_meaning_and_a_line_in_the_docs() -> None:
    names = {field.name for field in dataclasses.fields(Settings)}
    assert names == set(READERS) == set(MEANINGS)
    docs = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    for name, meaning in MEANINGS.items():
        assert f"| JACHAI_{name.upper()} |" in docs and meaning in docs, name


def test_the_docs_have_the_defaults() -> None:
    docs = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| JACHAI_(\w+) \| ([^|]+) \|", docs, re.MULTILINE))
    assert told == {field.name.upper(): shown(field.default) for field in dataclasses.fields(Settings)} | {
        "COMPILED": shown((COMPILED,))
    }


def shown(default: object) -> str:
    """As the table has it; folders as they lie in the repository."""
    if default in (None, "", ()):
        return "none"
    if isinstance(default, tuple):
        default = ":".join(f"{folder.relative_to(ROOT)}/" for folder in default)
    return f"`{default}`"


def test_no_test_heeds_the_shell_of_whoever_runs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JACHAI_TRUSTED_PROXIES", "127.0.0.1")
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "/nowhere")
    monkeypatch.setenv("JACHAIS", "another's")
    started = clean_environment(limit=7, records_key="ab")
    assert {name: value for name, value in started.items() if name.startswith(("JACHAI", "PROMETHEUS_"))} == {
        "JACHAI_LIMIT": "7",
        "JACHAI_RECORDS_KEY": "ab",
        "JACHAIS": "another's",
    }
    assert started["PATH"] == os.environ["PATH"]
    pytest_configure()  # and what runs in the tests' own process
    assert Settings.from_environment() == Settings(compiled=COMPILED)


@pytest.mark.parametrize("name, value", [("JACHAI_COLOUR", "red"), ("JACHAI_WORDLISTS", "tests/wordlists")])
def test_the_server_refuses_to_start(name: str, value: str) -> None:
    environment = clean_environment() | {name: value}
    done = subprocess.run(
        [sys.executable, "-c", "import wsgi"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "যাচাই চালু হলো না" in done.stderr and "Traceback" not in done.stderr
