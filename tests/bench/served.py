"""A gunicorn with two sync workers for the benches, on loopback, and what memory it takes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.conftest import ROOT, free_port

WORKERS = 2


class Served:
    """Started at once; `stop` in the end."""

    def __init__(self, app: str, log: Path, config: str = "", **settings: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        own = {f"JACHAI_{name.upper()}": value for name, value in settings.items()}
        environment = {**os.environ, **own, "JACHAI_BIND": f"127.0.0.1:{self.port}", "WEB_CONCURRENCY": str(WORKERS)}
        options = ["-c", config] if config else ["-b", f"127.0.0.1:{self.port}", "--preload", "--log-level", "warning"]
        with log.open("wb") as out:
            command = [sys.executable, "-m", "gunicorn", *options, app]
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
        self._wait(log)

    def _wait(self, log: Path) -> None:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/health", timeout=5).close()
                return
            except urllib.error.HTTPError:
                return  # the bare app has no such address, and answers
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"it did not start:\n{log.read_text()}")

    def workers(self) -> list[int]:
        """The workers' process ids."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return list(map(int, found))

    def memory(self) -> tuple[float, float]:
        """(most that a worker has for itself, all of the service with its shared pages counted once), in MB."""
        self.settle()
        own = max(_kilobytes(pid, "Private_") for pid in self.workers())
        whole = sum(_kilobytes(pid, "Pss:") for pid in (self.process.pid, *self.workers()))
        return own / 1000, whole / 1000

    def seconds(self) -> float:
        """Processor time that the workers have used."""
        rows = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self.workers())
        return sum(int(row[11]) + int(row[12]) for row in rows) / os.sysconf("SC_CLK_TCK")

    def settle(self) -> None:
        """Waits until no worker comes or goes."""
        deadline, last = time.monotonic() + 30, list[int]()
        while time.monotonic() < deadline and (len(last) != WORKERS or last != self.workers()):
            last = self.workers()
            time.sleep(1)

    def stop(self) -> None:
        """Ends it."""
        self.process.terminate()
        self.process.wait(30)


def _kilobytes(pid: int, field: str) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(field))
