"""Bursts of load by wrk: how many requests a second were answered well, and how late the last hundredth came."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

from tests.bench import material

SCRIPT = Path(__file__).with_name("drafts.lua")


class Burst(NamedTuple):
    """What one burst met. Times in milliseconds."""

    rate: float
    refused: int
    broken: int
    p50: float
    p99: float


def write_sentences(path: Path) -> Path:
    """The sentences of which drafts are made, one a line behind its length, as they stand in JSON."""
    found = {sentence.strip() for sentence in material.ordinary(material.DRAFTS).replace("।", "।\n").splitlines()}
    rows = (
        f"{len(one)}\t{json.dumps(one, ensure_ascii=False)[1:-1]}\n" for one in sorted(found) if 10 < len(one) < 200
    )
    path.write_text("".join(rows), encoding="utf-8")
    return path


def burst(
    url: str, sentences: Path, seed: int, mode: str, token: str, seconds: float = 2, connections: int = 8
) -> Burst:
    """`mode`: distinct, repeated, or new, whose sentences are hardly ever met twice. Another seed makes other drafts."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(SCRIPT), url]
    told = subprocess.run(
        [*command, "--", str(sentences), str(seed), mode, token], capture_output=True, text=True, check=True
    )
    found = json.loads(told.stdout.partition("RESULT ")[2].splitlines()[0])
    rate = found["requests"] / found["seconds"]
    return Burst(rate, found["refused"], found["broken"], found["p50"], found["p99"])
