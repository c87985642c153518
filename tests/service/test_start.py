"""A server that cannot start says which file and what to do, and nothing else."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from server.service.worker import NO_PORT
from tests.conftest import ROOT, clean_environment, free_port, wait_for
from tests.service.offices import write_list, write_profiles

pytestmark = pytest.mark.service


REFUSING = """
import server
def refuse():
    raise PermissionError(13, "Permission denied", "/lists/prohibited/x.yaml")
server.create_app = refuse
import wsgi
"""


def start(code: str = "import wsgi", **settings: Path) -> subprocess.CompletedProcess[str]:
    environment = clean_environment(**settings)
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)


def test_a_file_that_may_not_be_read_is_named_with_its_cure() -> None:
    done = start(REFUSING)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "/lists/prohibited/x.yaml: Permission denied: " in done.stderr
    assert "let the server's user read it" in done.stderr


@pytest.mark.parametrize("name", ["wordlists/prohibited/.#a.yaml", "wordlists/prohibited/a.yaml", "offices/.#ka.yaml"])
def test_a_link_to_nothing_ends_in_no_traceback(tmp_path: Path, name: str) -> None:
    lists, offices = write_list(tmp_path / "wordlists", "প্রথমশব্দ"), write_profiles(tmp_path / "offices")
    (tmp_path / name).symlink_to("nowhere")
    done = start(wordlists=lists, institutions=offices)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0 or (done.returncode == 1 and Path(name).name in done.stderr)


def test_a_port_that_another_has_is_told_with_its_cure(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        bind = f"127.0.0.1:{other.getsockname()[1]}"
        environment = clean_environment(wordlists=write_list(tmp_path, "প্রথমশব্দ"), bind=bind)
        command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "wsgi:application"]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 1 and json.loads(done.stdout.splitlines()[-1])["message"] == NO_PORT


def test_a_hup_while_it_starts_ends_no_server_and_is_heard(tmp_path: Path) -> None:
    """As of a script that brings lists to a server which is just being started anew."""
    early = "import os, signal\nos.kill(os.getpid(), signal.SIGHUP)\nfrom wsgi import application as application\n"
    (tmp_path / "early.py").write_text(early, encoding="utf-8")
    lists, port, log = write_list(tmp_path / "wordlists", "প্রথমশব্দ"), free_port(), tmp_path / "log"
    environment = clean_environment(wordlists=lists, bind=f"127.0.0.1:{port}", watch="off")
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "--pythonpath", str(tmp_path)]
    with log.open("wb") as out:
        process = subprocess.Popen([*command, "early:application"], cwd=ROOT, env=environment, stdout=out, stderr=out)
    try:
        wait_for(f"http://127.0.0.1:{port}/health", process, log)
        while "reload: unchanged" not in log.read_text(encoding="utf-8"):
            assert process.poll() is None
            time.sleep(0.02)
    finally:
        process.terminate()
        process.wait(120)


def test_flask_s_own_server_logs_no_request(tmp_path: Path) -> None:
    environment = clean_environment(wordlists=write_list(tmp_path / "wordlists", "প্রথমশব্দ"))
    port, log = free_port(), tmp_path / "log"
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "run", "--port", str(port)]
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/health", process, log)
            with pytest.raises(urllib.error.HTTPError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/nowhere?text=SECRET", timeout=30)
        finally:
            process.terminate()
    assert "SECRET" not in log.read_text(encoding="utf-8") and "nowhere" not in log.read_text(encoding="utf-8")


def test_a_faulty_switch_keeps_nobody_from_starting(tmp_path: Path) -> None:
    lists, switch = write_list(tmp_path / "wordlists", "প্রথমশব্দ"), tmp_path / "switch.yaml"
    switch.write_text("all:\n  mode: hol\n", encoding="utf-8")
    done = start(wordlists=lists, switch=switch)
    assert done.returncode == 0 and "faulty from the start: switch.yaml:2" in done.stdout


def test_a_command_speaks_bangla_into_a_pipe_of_windows(tmp_path: Path) -> None:
    """Whose own encoding there, cp1252, has none of its letters."""
    environment = clean_environment(wordlists=write_list(tmp_path, "কুলাঙ্গার")) | {"PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "wordlists", "explain", "সে একটা কুলাঙ্গার"]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert "মিলেছে | found: «কুলাঙ্গার»" in told.stdout.decode("utf-8")
