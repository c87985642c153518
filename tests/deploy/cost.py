"""What one check costs, for docs/scaling.md: `python -m tests.deploy.cost`. Processor time, which a busy machine hardly changes."""

from __future__ import annotations

import json
import os
import random
import tempfile
import threading
from collections import Counter
from pathlib import Path

from tests.conftest import ROOT
from tests.deploy.back import Back
from tests.deploy.front import Front
from tests.service.offices import bearer, write_profiles

CHECKS = 4_000
CLIENTS = 4
LENGTH = 500  # characters of a draft
WRITING = 120  # seconds for which a writer stays connected
TICKS = os.sysconf("SC_CLK_TCK")


# What docs/scaling.md assumes of 1.5 million employees who all have the extension.
PEOPLE, POSTS, RESTS = 1_500_000, 2, 12  # a day each; checks while a post is written
PEAK_HOUR, PEAK = 0.2, 2  # share of the day's posts in the busiest hour; how far its busiest minute stands out
BUSY = 0.5  # of a core, at the peak


def drafts(count: int, seed: int = 8420) -> list[str]:
    """Distinct Bangla drafts, their words drawn as often as official texts use them."""
    lines = (ROOT / "wordlists/harmless/words.tsv").read_text(encoding="utf-8").splitlines()
    words, counts = zip(*(line.split("\t")[:2] for line in lines if "\t" in line), strict=True)
    chosen, weights = random.Random(seed), list(map(int, counts))
    found = []
    for number in range(count):
        drawn = chosen.choices(words, weights, k=LENGTH // 3)
        text = " ".join(word + ("।" if place % 11 == 10 else "") for place, word in enumerate(drawn))
        found.append(f"{number} {text}"[:LENGTH])
    return found


def needed(milliseconds: float, bytes_in: float) -> dict[str, float]:
    """What the assumptions ask for, of servers at the peak."""
    a_day = PEOPLE * POSTS * RESTS
    at_peak = a_day * PEAK_HOUR / 3600 * PEAK
    return {
        "checks a day": a_day,
        "checks a second at the peak": at_peak,
        "cores": at_peak * milliseconds / 1000 / BUSY,
        "Mbit/s in": at_peak * bytes_in * 8 / 1e6,
        "writers connected": at_peak / RESTS * WRITING,
    }


def processes(root: int) -> list[int]:
    """A process and all below it."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        children.setdefault(int(fields[1]), []).append(int(path.parent.name))
    found = [root]
    for process in found:
        found += children.get(process, [])
    return found


def processor_time(root: int) -> float:
    """Seconds that a process and all below it have used."""
    total = 0
    for process in processes(root):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def memory(root: int) -> float:
    """MB of a process and all below it, shared pages counted once (PSS)."""
    texts = [Path(f"/proc/{process}/smaps_rollup").read_text() for process in processes(root)]
    return sum(int(text.split("Pss:")[1].split()[0]) for text in texts) / 1024


def send(front: Front, texts: list[str], statuses: Counter[int]) -> None:
    """One client: a draft after the other on one connection."""
    connection = front.connection()
    headers = {"Content-Type": "application/json", **bearer("ka")}
    for text in texts:
        connection.request("POST", "/api/v1/check", json.dumps({"text": text}, ensure_ascii=False).encode(), headers)
        answer = connection.getresponse()
        answer.read()
        statuses[answer.status] += 1
    connection.close()


def measure(folder: Path) -> dict[str, float]:
    """Milliseconds, bytes and MB."""
    back = Back(
        folder, institutions=str(write_profiles(folder / "offices")), limit="100000", trusted_proxies="127.0.0.1"
    )
    front = Front(folder / "front", [back.address])
    texts = drafts(CHECKS + 400)
    statuses: Counter[int] = Counter()
    back.start()
    front.start()
    try:
        back.wait()
        if not back.process or not front.process:
            raise AssertionError
        send(front, texts[CHECKS:], statuses)  # warm
        roots = {"server": back.process.pid, "nginx": front.process.pid}
        before = {name: processor_time(pid) for name, pid in roots.items()}
        threads = [
            threading.Thread(target=send, args=(front, texts[n:CHECKS:CLIENTS], statuses)) for n in range(CLIENTS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        used = {name: (processor_time(pid) - before[name]) / CHECKS * 1000 for name, pid in roots.items()}
        held = {f"{name} MB": memory(pid) for name, pid in roots.items()}
    finally:
        front.stop()
        back.stop()
    if set(statuses) != {200}:
        raise AssertionError(statuses)
    lines = [json.loads(line) for line in (folder / "front/jachai.log").read_text().splitlines()][-CHECKS:]
    sizes = {name: sum(line[name] for line in lines) / len(lines) for name in ("in", "out")}
    return {**used, **held, **sizes}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        measured = measure(Path(name))
    asked = needed(measured["server"] + measured["nginx"], measured["in"])
    for figure, value in {**measured, **asked}.items():
        print(f"{figure:28} {value:14,.2f}")
