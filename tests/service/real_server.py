"""A real gunicorn on a list of one word, started with whatever settings a test wants."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import NO_HURRY, ROOT, START, clean_environment, free_port


class RealServer:
    """Started at once; `stop` in the end. Its log lines are read from a file."""

    def __init__(self, folder: Path, workers: int = 2, **settings: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "log"
        own = {**settings, "bind": f"127.0.0.1:{self.port}", "time_limit": f"{NO_HURRY}"}
        environment = clean_environment(**own) | {"WEB_CONCURRENCY": f"{workers}", "PYTHONDONTWRITEBYTECODE": "1"}
        application = "tests.service.patient:application"
        command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", application]
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
        try:
            self.until(lambda: self.get("/ready")["status"] == "ready" and len(self.workers()) == workers, START)
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise

    def until(self, wanted: Callable[[], bool], seconds: float = 120) -> None:
        """Waits until that holds. What is asked meanwhile may fail: a server that starts refuses, one that ends resets."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                if wanted():
                    return
            except (OSError, http.client.HTTPException):
                if self.process.poll() is not None:
                    raise RuntimeError(f"the server ended:\n{self.text()}") from None
            if time.monotonic() > deadline:
                raise TimeoutError(f"it did not come to be:\n{self.text()}")
            time.sleep(0.02)

    def get(self, path: str) -> Any:
        """The JSON at that address."""
        return self._asked(urllib.request.Request(self.url + path))[1]

    def figures(self) -> str:
        """/metrics."""
        with urllib.request.urlopen(self.url + "/metrics", timeout=60) as answer:
            text: str = answer.read().decode()
            return text

    def check(self, text: str, **fields: Any) -> tuple[int, Any]:
        """Status and answer of a check."""
        body = json.dumps({"text": text, **fields}).encode()
        headers = {"Content-Type": "application/json"}
        return self._asked(urllib.request.Request(f"{self.url}/api/v1/check", body, headers))

    def _asked(self, request: urllib.request.Request) -> tuple[int, Any]:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def text(self) -> str:
        """All that it wrote, in whole lines: the last one may be half there."""
        return self.log.read_bytes().rpartition(b"\n")[0].decode()

    def events(self, event: str) -> list[dict[str, Any]]:
        """Its log lines of that kind."""
        return [line for line in map(json.loads, self.text().splitlines()) if line["event"] == event]

    def workers(self) -> set[int]:
        """The process ids of its workers."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return set(map(int, found))

    def until_replaced(self, old: set[int]) -> None:
        """Waits until there are as many other workers instead of those, and none of those is left to answer."""

        def replaced() -> bool:
            now = self.workers()  # one look: a second one might see others
            return len(now) == len(old) and not now & old

        self.until(replaced)

    def hup(self) -> None:
        """Asks for new lists."""
        self.process.send_signal(signal.SIGHUP)

    def stop(self) -> int:
        """Ends it as systemd would; its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(120)
