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
INSTALL, TOKEN, SWITCH_ON, _, FETCH, UPGRADE, ROLL_BACK, BACK_UP, RESTORE = blocks(ROOT / "docs/deployment.md")
START = TOKEN + SWITCH_ON
KEY, MIGRATE = blocks(ROOT / "docs/records.md")
[SWITCH] = blocks(ROOT / "docs/operations.md")
[SET] = blocks(ROOT / "docs/settings.md")
SHORT = TOKEN.splitlines()[0]  # the function `jachai`
# what lies below the folder instead
ELSEWHERE = ("/opt/jachai", r"/etc\b", "/var/lib/jachai", "/srv/jachai", "/var/www/acme")
NOTHING = "exit 0"
# What needs root, a network or systemd. The rest of the guide is run as it stands.
STANDS_FOR = {
    "apt-get": NOTHING, "useradd": NOTHING, "systemctl": NOTHING, "nginx": NOTHING, "curl": NOTHING,
    "runuser": 'shift 3; exec "$@"',
    "git": 'for place; do :; done; cp -r --preserve=timestamps "$RELEASE" "$place"',
    "install": 'for word; do shift; case "$last$word" in -[go]*) ;; *) set -- "$@" "$word" ;; esac\n'
    'case "$word" in -[go]) last=$word ;; *) last= ;; esac; done; exec /usr/bin/install "$@"',
    "python3": "mkdir -p .venv/bin; cd .venv/bin; printf '#!/bin/sh\\nexit 0' > pip; chmod 755 pip\n"
    f"for name in flask gunicorn; do printf '#!/bin/sh\\nexec {sys.executable} -m %s \"$@\"' $name > $name; chmod 755 $name; done",
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
            shutil.copytree(ROOT / name, self.release / name)  # with what Python made of its modules, and times alike
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

    def run(self, *lines: str, version: str = "1", old: str = "1", fails: bool = False) -> str:
        """What those lines print; each starts where the one before has left off."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("JACHAI_")}
        named = {
            "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "V": version, "OLD": old, "REPO": "x", "RELEASE": str(self.release),
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


def test_what_is_installed_under_a_hardened_umask_can_be_read_by_the_server(tmp_path: Path) -> None:
    made = Machine(tmp_path)
    made.run("set -e", "umask 077", INSTALL)
    made.run("umask 077", FETCH, "test $(umask) = 0077", version="2")
    (made.folder / "etc/jachai/jachai.env").chmod(0o644)  # its group's, who may read it
    for name in ("opt", "etc"):
        for path in (made.folder / name).rglob("*"):
            needed = 0o005 if path.is_dir() else 0o004
            assert path.stat().st_mode & needed == needed, path


@pytest.fixture
def serving(installed: Machine) -> Machine:
    """After the second, with the token in the office's profile: the server would start."""
    told = installed.run("set -e", START)
    profile = installed.folder / "etc/jachai/institutions/nilkandi-upazila.yaml"
    [line] = re.findall(r"sha256:[0-9a-f]{64}", told)
    with profile.open("a", encoding="utf-8") as file:
        file.write(f'token_hashes:\n  - "{line}"\n')
    return installed


def test_a_version_with_faulty_lists_does_not_take_over(serving: Machine) -> None:
    with (serving.release / "wordlists/prohibited/service-words.yaml").open("a") as file:
        file.write("colour: red\n")
    assert "colour" in serving.run(FETCH, UPGRADE, version="2", fails=True)  # its own, not those of before
    assert serving.current == "1"


def test_a_version_that_is_fine_does_and_so_does_the_one_before(serving: Machine) -> None:
    assert not serving.run(FETCH, UPGRADE, version="2")
    assert serving.current == "2"
    assert not serving.run(ROLL_BACK)
    assert serving.current == "1"


# What a server refuses at its start, by the lines that change it.
REFUSED = {
    "the records' key is missing": ("JACHAI_RECORDS=sqlite:////var/lib/jachai/r.sqlite\nJACHAI_RECORDS_KEY=/etc/jachai/no.key", "JACHAI_RECORDS_KEY"),
    "nobody would answer": ("WEB_CONCURRENCY=0", "WEB_CONCURRENCY"),
    "a setting is not known": ("JACHAI_COLOUR=red", "JACHAI_COLOUR"),
}  # fmt: skip


@pytest.mark.one_row
@pytest.mark.parametrize(("lines", "named"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("block", [UPGRADE, ROLL_BACK], ids=["upgrade", "roll back"])
def test_what_the_server_would_refuse_is_told_before_anything_is_changed(
    serving: Machine, block: str, lines: str, named: str
) -> None:
    serving.run(FETCH, version="2")
    settings = serving.folder / "etc/jachai/jachai.env"
    with settings.open("a", encoding="utf-8") as file:
        file.write(serving.below(f"{lines}\n"))
    assert named in serving.run(block, version="2", old="2", fails=True)
    assert serving.current == "1"


@pytest.mark.one_row
@pytest.mark.parametrize(("lines", "named"), REFUSED.values(), ids=REFUSED)
def test_a_setting_is_tried_before_the_server_is_stopped_for_it(serving: Machine, lines: str, named: str) -> None:
    told = 'touch "$RELEASE/restarted"'
    (serving.folder / "bin/systemctl").write_text(f"#!/bin/sh\n{told}\n")
    settings = serving.folder / "etc/jachai/jachai.env"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(before + serving.below(f"{lines}\n"), encoding="utf-8")
    assert named in serving.run(SET, fails=True) and not (serving.release / "restarted").exists()
    settings.write_text(before, encoding="utf-8")
    assert not serving.run(SET) and (serving.release / "restarted").exists()


@pytest.mark.parametrize("block", [UPGRADE, ROLL_BACK], ids=["upgrade", "roll back"])
def test_an_office_without_a_token_behind_nginx_is_told_of_too(installed: Machine, block: str) -> None:
    installed.run(FETCH, version="2")
    assert "JACHAI_TRUSTED_PROXIES" in installed.run(block, version="2", old="2", fails=True)
    assert installed.current == "1"


# What a newer version may know: the script and its table of fields, and where an office then writes one.
NEWER = {
    "lists": ("wordlists/reading/schema.py", "HEAD_FIELDS", "wordlists/prohibited/own.yaml"),
    "profiles": ("institution.py", "FIELDS", "institutions/nilkandi-upazila.yaml"),
}


@pytest.mark.parametrize(("script", "table", "written"), NEWER.values(), ids=NEWER)
def test_what_was_written_for_a_newer_version_keeps_the_older_one_from_coming_back(
    serving: Machine, script: str, table: str, written: str
) -> None:
    with (serving.release / "server" / script).open("a") as file:
        file.write(f'{table} = (*{table}, "newer")\n')
    write_list(serving.folder / "etc/jachai/wordlists", "বেকুব", "own")
    with (serving.folder / "etc/jachai" / written).open("a") as file:
        file.write("newer: yes\n")
    assert not serving.run(FETCH, UPGRADE, version="2")
    assert "'newer'" in serving.run(ROLL_BACK, fails=True)
    assert serving.current == "2"


def test_what_changed_in_the_shipped_settings_is_shown(serving: Machine) -> None:
    with (serving.release / "deploy/jachai.service").open("a") as file:
        file.write("# newer\n")
    assert "+# newer" in serving.run(FETCH, version="2", fails=True)


def of(block: str, *programs: str) -> list[str]:
    """The block's lines that run those programs."""
    return [line for line in block.splitlines() if line.startswith(programs)]


def test_settings_come_back_as_they_were_backed_up(installed: Machine) -> None:
    settings, elsewhere = installed.folder / "etc/jachai", installed.folder / "srv/git"
    write_list(elsewhere, "বেকুব", "own")
    (settings / "wordlists").rmdir()
    (settings / "wordlists").symlink_to(elsewhere)  # a folder may be a link
    before = {path.relative_to(settings) for path in settings.rglob("*")} | {Path("wordlists/prohibited/own.yaml")}
    installed.run("set -e", *of(BACK_UP, "tar"))
    shutil.rmtree(elsewhere)
    (settings / "institutions/later.yaml").write_text("id: later\n")
    [backup] = installed.folder.glob("jachai-settings-*.tar.gz")
    installed.run("set -e", f"SETTINGS={backup}", *of(RESTORE, "mv", "tar"))
    assert before <= {path.relative_to(settings) for path in settings.rglob("*")}
    assert not (settings / "institutions/later.yaml").exists()
    [kept] = settings.parent.glob("jachai.before-*")
    assert (kept / "institutions/later.yaml").exists()


def test_the_check_leaves_nothing_behind_but_the_compiled_lists(serving: Machine) -> None:
    before = set(serving.folder.rglob("*"))
    serving.run(ROLL_BACK)
    compiled = serving.folder / "var/lib/jachai/compiled"
    left = set(serving.folder.rglob("*")) - before
    assert before <= set(serving.folder.rglob("*")) and {path for path in left if compiled not in path.parents} <= {
        compiled
    }


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
