"""What every part of the soak stands on: an office with a token, sentences, and the server on the shipped lists."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.tokens import new_token
from tests.bench.http import CONFIG, write_office
from tests.bench.served import Served
from tests.bench.wrk import Burst, burst, write_sentences
from tests.conftest import ROOT


@dataclass
class Setting:
    """One server and those who load it."""

    folder: Path
    served: Served
    sentences: Path
    token: str

    @property
    def lists(self) -> Path:
        """The server's own copy of the shipped lists."""
        return self.folder / "wordlists"

    def load(self, seconds: float, connections: int = 8, seed: int = 1) -> Burst:
        """Checks of distinct drafts for so long."""
        return burst(
            f"{self.served.url}/api/v1/check", self.sentences, seed, "distinct", self.token, seconds, connections
        )

    def ask(self, path: str, body: dict[str, Any] | None = None) -> tuple[int, Any]:
        """Status and JSON."""
        data = json.dumps(body).encode() if body is not None else None
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        request = urllib.request.Request(self.served.url + path, data, headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def figure(self, name: str) -> float:
        """The sum of a figure over all its labels."""
        with urllib.request.urlopen(f"{self.served.url}/metrics", timeout=60) as answer:
            rows = [line for line in answer.read().decode().splitlines() if line.startswith(name)]
        return sum(float(row.rpartition(" ")[2]) for row in rows)


@contextmanager
def setting(folder: Path, **settings: str) -> Iterator[Setting]:
    """A server, started and in the end stopped."""
    folder.mkdir()
    token = new_token()
    shutil.copytree(ROOT / "wordlists", folder / "wordlists")
    own = {"wordlists": str(folder / "wordlists"), "institutions": str(write_office(folder / "offices", token))}
    served = Served("wsgi:application", folder / "log", CONFIG, **own, limit="1000000", **settings)
    try:
        yield Setting(folder, served, write_sentences(folder / "sentences"), token)
    finally:
        served.stop()
