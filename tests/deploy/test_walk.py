"""The guide is walked as it is written: installed, upgraded, records and the switch turned on, below a folder of one's own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.deploy.test_guide import blocks
from tests.service.offices import write_list

pytestmark = pytest.mark.service
INSTALL, START, _, UPGRADE, *_ = blocks(ROOT / "docs/deployment.md")
KEY, MIGRATE = blocks(ROOT / "docs/records.md")
[SWITCH] = blocks(ROOT / "docs/operations.md")
SHORT = START.splitlines()[0]  # the function `jachai`
ELSEWHERE = ("/opt/jachai", "/etc/", "/var/lib/jachai")  # what lies below the folder instead
NOTHING = "exit 0"
# What needs root, a network or systemd. The rest of the guide is run as it stands.
STANDS_FOR = {
    "apt-get": NOTHING, "useradd": NOTHING, "systemctl": NOTHING, "nginx": NOTHING, "curl": NOTHING,
    "runuser": 'shift 3; exec "$@"',
    "git": 'for place; do :; done; cp -r "$RELEASE" "$place"',
    "install": 'for word; do shift; case "$last$word" in -[go]*) ;; *) set -- "$@" "$word" ;; esac\n'
    'case "$word" in -[go]) last=$word ;; *) last= ;; esac; done; exec /usr/bin/install "$@"',
    "python3": f"mkdir -p .venv/bin; cd .venv/bin; printf '#!/bin/sh\\nexit 0' > pip; chmod 755 pip\n"
    f"printf '#!/bin/sh\\nexec {sys.executable} -m flask \"$@\"' > flask; chmod 755 flask",
}  # fmt: skip


class Machine:
    """A folder that has what a fresh machine has."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.release = folder, folder / "release"
        for name in ("bin", "var/lib", "etc/systemd/system", "etc/nginx/sites-available", "etc/nginx/sites-enabled"):
            (folder / name).mkdir(parents=True)
        for name, script in STANDS_FOR.items():
            (folder / "bin" / name).write_text(f"#!/bin/sh\n{script}\n")
            (folder / "bin" / name).chmod(0o755)
        for name in ("server", "deploy", "extension/page", "wordlists/data"):
            shutil.copytree(ROOT / name, self.release / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("wsgi.py", "requirements.txt", "extension/manifest.json", "wordlists/guideline.yaml"):
            shutil.copy(ROOT / name, self.release / name)
        write_list(self.release / "wordlists", "কুলাঙ্গার")
        self.moved(self.release / "deploy/jachai.env")

    def moved(self, file: Path) -> None:
        """Has the file name the places below the folder."""
        file.write_text(self.below(file.read_text(encoding="utf-8")), encoding="utf-8")

    def below(self, text: str) -> str:
        """The text with those places."""
        return re.sub(f"(?<![\\w.])({'|'.join(ELSEWHERE)})", lambda found: f"{self.folder}{found[0]}", text)

    def run(self, *lines: str, version: str = "1", fails: bool = False) -> str:
        """What those lines print; each starts where the one before has left off."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("JACHAI_")}
        named = {
            "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "V": version, "REPO": "x", "RELEASE": str(self.release),
            "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        script = self.below("\n".join(lines))
        done = subprocess.run(
            ["sh", "-c", script], cwd=self.folder, env={**kept, **named}, capture_output=True, text=True
        )
        assert (done.returncode != 0) is fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    @property
    def current(self) -> str:
        """The version that serves."""
        return (self.folder / "opt/jachai/current").resolve().name


@pytest.fixture
def installed(tmp_path: Path) -> Machine:
    """After the guide's first block."""
    made = Machine(tmp_path)
    made.run("set -e", INSTALL)
    return made


def test_what_the_guide_installs_starts(installed: Machine) -> None:
    told = installed.run("set -e", START, 'jachai check "সে একটা কুলাঙ্গার"')
    assert "token_hashes:" in told and "1 profiles: nilkandi-upazila" in told and "সতর্কতা" in told
    assert not list((installed.folder / "etc/jachai/wordlists").iterdir())  # the office's own lists come later


def test_a_version_with_faulty_lists_does_not_take_over(installed: Machine) -> None:
    with (installed.release / "wordlists/prohibited/service-words.yaml").open("a") as file:
        file.write("colour: red\n")
    assert "colour" in installed.run(UPGRADE, version="2", fails=True)
    assert installed.current == "1"


def test_a_version_that_is_fine_does(installed: Machine) -> None:
    write_list(installed.release / "wordlists", "নৌকায়")
    assert "নৌকায়" in installed.run(UPGRADE, version="2")  # its own lists were tried, not those of before
    assert installed.current == "2"


def test_records_and_the_switch_are_turned_on(installed: Machine) -> None:
    settings = installed.folder / "etc/jachai/jachai.env"
    settings.write_text(re.sub("(?m)^# (JACHAI_RECORDS)", r"\1", settings.read_text()), encoding="utf-8")
    key = installed.folder / "etc/jachai/records.key"
    installed.run("set -e", SHORT, KEY)
    made = key.read_text()
    assert re.fullmatch(r"[0-9a-f]{64}\n", made) and key.stat().st_mode & 0o777 == 0o640
    assert "\nok\n" in installed.run("set -e", SHORT, KEY, MIGRATE)
    assert key.read_text() == made  # a second time does no harm
    told = installed.run("set -e", SHORT, SWITCH.replace("18:00", '"2099-01-01 18:00"'))
    assert "all: hold, until 2099-01-01 18:00" in told and "nilkandi-upazila: warn_only" in told
    assert (installed.folder / "var/lib/jachai/switch.yaml").is_file()
