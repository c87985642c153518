"""The guide: both languages give the same commands, and what they name is there."""

from __future__ import annotations

import re
import subprocess
from datetime import datetime
from pathlib import Path

import click
import pytest

from server import create_app
from server.service import access, logs
from server.settings import Settings
from tests.conftest import ROOT

BANGLA, ENGLISH = (ROOT / "docs" / name for name in ("deployment.md", "deployment.en.md"))
RECORDS, OPERATIONS, SCALING = (ROOT / "docs" / name for name in ("records.md", "operations.md", "scaling.md"))
OFFICE = ROOT / "deploy/policies/README.md"


def blocks(path: Path) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)


def test_both_languages_give_the_same_commands() -> None:
    assert blocks(BANGLA) == blocks(ENGLISH) and len(blocks(BANGLA)) == 9


def test_the_server_is_not_switched_on_by_the_lines_that_make_its_token() -> None:
    """Pasted at once, they would start it before the profile has the token, without which it refuses to."""
    for block in blocks(BANGLA):
        assert "institutions token" not in block or "systemctl" not in block


def prose(path: Path) -> list[str]:
    """What stands between backticks outside of the blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL))


def test_both_languages_name_the_same_beside_the_commands() -> None:
    assert set(prose(BANGLA)) == set(prose(ENGLISH))


def test_what_is_made_without_internet_is_what_is_installed() -> None:
    """`pip download` brings langdetect's source, which cannot be built without internet."""
    [installed] = [line for line in blocks(ENGLISH)[0].splitlines() if "pip install" in line]
    named = installed.split("pip install ")[1]
    assert {f"pip wheel -w wheels {named}", f".venv/bin/pip install --no-index --find-links wheels {named}"} < set(
        prose(ENGLISH)
    )
    assert "pip download" not in prose(ENGLISH)


def test_how_a_changed_port_is_taken_up_is_what_the_server_says() -> None:
    assert access.TAKE_UP.rpartition(" && ")[2] in prose(ENGLISH)


def test_what_asks_the_server_does_not_wait_for_ever() -> None:
    """systemd holds the port of a server that did not start: nothing answers, and nothing refuses."""
    for path in (BANGLA, ENGLISH, SCALING):
        asked = re.findall(r"\bcurl (.*http://\S+)", path.read_text(encoding="utf-8"))
        assert asked and all("-m 30 " in one for one in asked), path


def test_nginx_may_open_as_many_files_as_its_connections_need() -> None:
    """Debian's unit leaves it 1024: a check takes two, and connections that wait for a file wait for good."""
    for path in (BANGLA, ENGLISH, SCALING):
        told = path.read_text(encoding="utf-8")
        connections, files = (
            re.findall(rf"{name}\D*(\d+)", told) for name in ("worker_connections", "worker_rlimit_nofile")
        )
        assert int(files[0]) >= 2 * int(connections[0]), path


def test_the_commands_are_shell(tmp_path: Path) -> None:
    for block in [*blocks(BANGLA), *blocks(OFFICE)]:
        script = tmp_path / "block.sh"
        script.write_text(block, encoding="utf-8")
        assert subprocess.run(["sh", "-n", str(script)]).returncode == 0, block


def test_no_command_leaves_a_root_shell_in_which_lists_are_made_unreadable(tmp_path: Path) -> None:
    for block in (it for path in (BANGLA, RECORDS, OPERATIONS, OFFICE) for it in blocks(path)):
        script = f"umask 022\n{block}\numask"  # no program is found, and none is needed
        done = subprocess.run(["/bin/sh", "-c", script], cwd=tmp_path, env={"PATH": ""}, capture_output=True, text=True)
        assert done.stdout.splitlines()[-1] == "0022", block


def test_what_a_reload_came_to_is_told_from_what_was_before() -> None:
    [block] = [block for block in blocks(BANGLA) if "systemctl reload jachai\n" in block and "date" in block]
    [line] = [line for line in block.splitlines() if line.startswith("date")]
    printed = subprocess.run(line.split(), capture_output=True, text=True, check=True).stdout.strip()
    assert datetime.fromisoformat(f"{printed}+00:00") <= datetime.fromisoformat(logs.now())
    assert block.index(line) < block.index("systemctl") < block.index("curl")
    assert all("`at`" in path.read_text(encoding="utf-8") for path in (BANGLA, ENGLISH))


@pytest.mark.parametrize("path", [BANGLA, ENGLISH, RECORDS, OPERATIONS, OFFICE], ids=lambda path: path.name)
def test_every_command_of_jachai_is_one(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"(?m)(?:flask --app wsgi|^jachai|`jachai) ([a-z]+)(?: ([a-z-]+))?", text)
    commands = create_app(Settings()).cli.commands
    assert named
    for first, second in named:
        command = commands[first]
        if isinstance(command, click.Group):
            assert second in command.commands, (first, second)


@pytest.mark.parametrize("path", [BANGLA, ENGLISH, RECORDS, OPERATIONS, OFFICE], ids=lambda path: path.name)
def test_every_file_named_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name in re.findall(r"(?<![/\w])deploy/[\w./-]+\w", "".join(blocks(path))):
        assert (ROOT / name).exists(), name
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (path.parent / link).exists(), link


def test_a_settings_file_can_be_read_by_the_short_command(tmp_path: Path) -> None:
    """`. /etc/jachai/jachai.env` in the guide and EnvironmentFile= of the unit read the same file."""
    done = subprocess.run(
        ["sh", "-c", f"set -eu; set -a; . {ROOT}/deploy/jachai.env; env"], capture_output=True, text=True, check=True
    )
    assert "JACHAI_BIND=127.0.0.1:8420" in done.stdout


def test_an_address_with_signs_is_written_so_that_the_shell_reads_it() -> None:
    [line] = re.findall(r"`(JACHAI_RECORDS=.*&.*)`", RECORDS.read_text(encoding="utf-8"))
    done = subprocess.run(["sh", "-euc", f'{line}\nprintf %s "$JACHAI_RECORDS"'], capture_output=True, text=True)
    assert done.returncode == 0 and "&" in done.stdout and done.stdout == line.partition("=")[2].strip("'")
