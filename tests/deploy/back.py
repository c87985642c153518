"""A real gunicorn with its own settings, that a test may kill."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.conftest import NO_HURRY, ROOT, START, free_port


class Back:
    """One server. What it writes goes to `folder`; its temporary files too."""

    def __init__(self, folder: Path, application: str = "wsgi:application", **settings: str) -> None:
        self.folder, self.application, self.root = folder, application, ROOT
        self.address = f"127.0.0.1:{free_port()}"
        (folder / "tmp").mkdir(parents=True, exist_ok=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("JACHAI_")}
        named = {f"JACHAI_{name.upper()}": value for name, value in settings.items()}
        self.environment = {
            **kept,
            **named,
            "JACHAI_BIND": self.address,
            "JACHAI_TIME_LIMIT": f"{NO_HURRY}",
            "TMPDIR": f"{folder}/tmp",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.process: subprocess.Popen[bytes] | None = None
        self.wrap: Callable[[list[str]], list[str]] = lambda command: command  # to run it under a tool
        self.passed: tuple[int, ...] = ()  # descriptors that it inherits

    def start(self, *arguments: str) -> None:
        """Comes back at once; `wait` waits. `arguments`: more for gunicorn."""
        command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", *arguments, self.application]
        with (self.folder / "out").open("ab") as out, (self.folder / "err").open("ab") as err:
            self.process = subprocess.Popen(
                self.wrap(command),
                cwd=self.root,
                env=self.environment,
                stdout=out,
                stderr=err,
                start_new_session=True,
                pass_fds=self.passed,
            )

    def wait(self) -> None:
        """Comes back when it answers."""
        deadline = time.monotonic() + START
        while time.monotonic() < deadline:
            if self.process is None or self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"http://{self.address}/health", timeout=30):
                    return
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
        raise RuntimeError((self.folder / "err").read_text() + (self.folder / "out").read_text())

    def get(self, path: str) -> bytes:
        """The body of the answer, whatever its status."""
        return self._ask(urllib.request.Request(f"http://{self.address}{path}"))

    def post(self, path: str, body: object, **more: str) -> bytes:
        """The body of the answer to a JSON body. `more`: headers."""
        headers = {"Content-Type": "application/json", **more}
        return self._ask(urllib.request.Request(f"http://{self.address}{path}", json.dumps(body).encode(), headers))

    def _ask(self, request: urllib.request.Request) -> bytes:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                body: bytes = answer.read()
        except urllib.error.HTTPError as error:
            with error:
                body = error.read()
        return body

    def master(self) -> int:
        """gunicorn's first process, which may stand below a tool."""
        made = self.process.pid if self.process else 0
        below = Path(f"/proc/{made}/task/{made}/children").read_text().split()
        return made if self.wrap([]) == [] else int(below[0])

    def stop(self) -> None:
        """Ends it in peace."""
        if self.process and self.process.poll() is None:
            os.kill(self.master(), signal.SIGTERM)
            self.process.wait(120)

    def kill(self) -> None:
        """Ends it, and all its workers, as a power cut would; nothing where it has ended."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(60)

    def reload(self) -> None:
        """Tells it to take in new lists; comes back at once."""
        if self.process:
            self.process.send_signal(signal.SIGHUP)
