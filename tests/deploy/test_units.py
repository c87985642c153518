"""The systemd units: systemd itself finds nothing wrong, and their sandbox stays as tight as it is."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from server.settings import READERS, Settings
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
UNITS = ("jachai.service", "jachai-purge.service", "jachai-purge.timer")
EXPOSED = 15  # of 100, as `systemd-analyze security` counts
ANALYSE = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(not ANALYSE, reason="no systemd here; run `make test` where it is")


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units, with programs that are really there."""
    programs = tmp_path / "current/.venv/bin"
    programs.mkdir(parents=True)
    for name in ("gunicorn", "flask"):
        shutil.copy(shutil.which("true") or "/bin/true", programs / name)
    for name in UNITS:
        text = (DEPLOY / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("/opt/jachai/current", f"{tmp_path}/current"), encoding="utf-8")
    return tmp_path


def analyse(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ANALYSE or "", *arguments, "--no-pager"], cwd=folder, capture_output=True, text=True)


@needs_systemd
def test_systemd_finds_nothing_wrong(units: Path) -> None:
    done = analyse("verify", *(f"./{name}" for name in UNITS), folder=units)
    assert done.returncode == 0 and "jachai" not in done.stdout + done.stderr, done.stderr


@needs_systemd
def test_systemd_finds_a_mistake(units: Path) -> None:
    unit = units / "jachai.service"
    unit.write_text(unit.read_text(encoding="utf-8").replace("ProtectHome=yes", "ProtectHomes=yes"), encoding="utf-8")
    assert "ProtectHomes" in analyse("verify", "./jachai.service", folder=units).stderr


@needs_systemd
@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_the_sandbox_stays_tight(units: Path, name: str) -> None:
    done = analyse("security", "--offline=true", f"--threshold={EXPOSED}", f"./{name}", folder=units)
    assert done.returncode == 0, done.stdout


@needs_systemd
def test_a_looser_sandbox_would_be_seen(units: Path) -> None:
    unit = units / "jachai.service"
    text = unit.read_text(encoding="utf-8")
    unit.write_text(re.sub(r"(?m)^(SystemCall|Restrict|Capability|User).*$", "", text), encoding="utf-8")
    assert analyse("security", "--offline=true", f"--threshold={EXPOSED}", "./jachai.service", folder=units).returncode


def test_the_shipped_settings_are_settings(tmp_path: Path) -> None:
    lines = (DEPLOY / "jachai.env").read_text(encoding="utf-8").splitlines()
    pairs = [line.lstrip("# ").split("=", 1) for line in lines if re.match(r"(# )?JACHAI_[A-Z_]+=", line)]
    for name, _ in pairs:
        assert name.removeprefix("JACHAI_").lower() in READERS, name
    for folder in ("institutions", "current/wordlists", "wordlists"):
        (tmp_path / folder).mkdir(parents=True)
    moved = {name: re.sub("/etc/jachai|/opt/jachai", str(tmp_path), value) for name, value in pairs}
    assert Settings.from_environment(moved).records == "sqlite:////var/lib/jachai/records.sqlite"


def test_what_the_image_copies_is_there_and_is_all_that_a_server_reads() -> None:
    copied = re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"))
    names = " ".join(copied).split()
    for name in names:
        assert (ROOT / name).exists(), name
    read = set(
        re.findall(
            r'ROOT / "([^"]+)"', "".join(path.read_text(encoding="utf-8") for path in (ROOT / "server").rglob("*.py"))
        )
    )
    for path in read:
        assert any(path == name or path.startswith(f"{name}/") for name in names), path
