"""The systemd units: systemd itself finds nothing wrong, and their sandbox stays as tight as it is."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from server.service.access import address
from server.service.network import is_within
from server.settings import READERS, Settings
from tests.conftest import ROOT
from tests.deploy.back import Back
from tests.service.offices import bearer, write_list, write_profiles

pytestmark = pytest.mark.service
DEPLOY = ROOT / "deploy"
UNITS = ("jachai.socket", "jachai.service", "jachai-purge.service", "jachai-purge.timer")
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


def setting(unit: str, name: str) -> list[str]:
    return re.findall(rf"(?m)^{name}=(.*)$", (DEPLOY / unit).read_text(encoding="utf-8"))


def test_the_port_opens_at_boot_though_its_address_comes_later() -> None:
    assert setting("jachai.socket", "FreeBind") == ["yes"]


def test_a_worker_that_took_too_much_memory_takes_none_with_it() -> None:
    assert setting("jachai.service", "OOMPolicy") == ["continue"]  # systemd's own is `stop`


def test_what_machines_of_their_own_must_change_is_told() -> None:
    scaling = (ROOT / "docs/scaling.md").read_text(encoding="utf-8")
    [told] = [part for part in scaling.split("\n1. ")[1].split("\n2. ") if "upstream jachai" in part]
    shut = [name for name in UNITS if setting(name, "IPAddressAllow")]
    assert len(shut) == 3
    for name in (*shut, "JACHAI_BIND", "ListenStream", "IPAddressAllow", "JACHAI_TRUSTED_PROXIES"):
        assert f"`{name}`" in told, name


def test_the_shipped_settings_are_settings(tmp_path: Path) -> None:
    assert Settings.from_environment(shipped_settings(tmp_path)).records == f"sqlite:///{tmp_path}/records.sqlite"


def shipped_settings(place: Path) -> dict[str, str]:
    """All that the settings file names, what is commented out too, with its folders at `place`."""
    lines = (DEPLOY / "jachai.env").read_text(encoding="utf-8").splitlines()
    pairs = [line.lstrip("# ").split("=", 1) for line in lines if re.match(r"(# )?JACHAI_[A-Z_]+=", line)]
    for name, _ in pairs:
        assert name.removeprefix("JACHAI_").lower() in READERS, name
    for folder in ("institutions", "current/wordlists", "wordlists"):
        (place / folder).mkdir(parents=True)
    return {name: re.sub("/(etc|opt|var/lib)/jachai", str(place), value) for name, value in pairs}


def test_in_a_container_the_machine_s_nginx_is_believed_and_the_machine_reads_figures(tmp_path: Path) -> None:
    """Through `-p` both come from the bridge, of which the settings file says nothing."""
    dockerfile = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    [told] = re.findall(r"(?m)^#   docker run (?:.*\\\n)*.*$", dockerfile)
    given = dict(re.findall(r"-e (JACHAI_[A-Z_]+)=(\S+)", told))
    assert given["JACHAI_BIND"] == "0.0.0.0:8420"
    settings = Settings.from_environment(shipped_settings(tmp_path) | given)
    bridge = "172.17.0.1"  # docker's own, unless somebody chose another
    assert address({"REMOTE_ADDR": bridge, "HTTP_X_FORWARDED_FOR": "203.0.113.9"}, settings) == "203.0.113.9"
    assert is_within(bridge, settings.metrics_from) and not is_within("172.17.0.5", settings.trusted_proxies)


def test_what_the_server_writes_lies_where_it_may() -> None:
    unit, settings = ((DEPLOY / name).read_text(encoding="utf-8") for name in ("jachai.service", "jachai.env"))
    assert "\nStateDirectory=jachai\n" in unit  # /var/lib/jachai; with ProtectSystem=strict it may write nowhere else
    for name in ("SWITCH", "RECORDS"):
        assert re.search(rf"(?m)^(# )?JACHAI_{name}=(sqlite:///)?/var/lib/jachai/", settings), name


@pytest.mark.every
def test_what_the_image_copies_is_all_that_a_server_reads(tmp_path: Path) -> None:
    """The image is not built here, but what it would hold is laid out and started with the settings file, as documented."""
    dockerfile = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    last = dockerfile.rpartition("\nFROM ")[2]
    [place_of_all] = re.findall(r"(?m)^WORKDIR (\S+)$", last)
    assert "--env-file /etc/jachai/jachai.env" in dockerfile
    root = tmp_path / "image"
    image = Path(f"{root}{place_of_all}")
    for names, target in re.findall(r"(?m)^COPY (?!--from)(.+) (\S+)$", last):
        for name in names.split():
            source, place = ROOT / name, image / target
            if source.is_dir():
                shutil.copytree(source, place)
            else:
                made = place / source.name if target.endswith("/") else place
                made.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, made)
    for name in ("prohibited", "learned"):  # read in a moment
        shutil.rmtree(image / "wordlists" / name)
    write_list(image / "wordlists", "কুলাঙ্গার")
    for name in ("etc/jachai/wordlists", "var/lib/jachai"):
        (root / name).mkdir(parents=True)
    write_profiles(root / "etc/jachai/institutions")
    back = Back(tmp_path / "back")
    lines = (DEPLOY / "jachai.env").read_text(encoding="utf-8").splitlines()
    named = dict(line.split("=", 1) for line in lines if line.startswith("JACHAI_"))
    moved = {name: re.sub("(^|:)/", rf"\1{root}/", value) for name, value in named.items()}
    back.environment |= moved | {"JACHAI_BIND": back.address}
    back.root = image
    back.start()
    try:
        back.wait()
        page = back.get("/practice/").decode()
        parts = re.findall(r'(?:src|href)="([^":#]+)"', page)
        assert len(parts) > 5
        for part in parts:
            assert b'"error"' not in back.get(part if part.startswith("/") else f"/practice/{part}")[:9], part
        assert b'"openapi"' in back.get("/openapi.json")
        assert image.joinpath("server") != ROOT / "server" and b"clear" in back.post(
            "/api/v1/check", {"text": "সভা"}, **bearer("ka")
        )
    finally:
        back.stop()
