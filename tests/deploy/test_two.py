"""Two servers behind a real nginx: one is killed under load and comes back, and nobody notices."""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.records.key import read_key
from server.records.migrate import migrate
from server.records.store import Records
from tests.conftest import ROOT
from tests.deploy.back import Back
from tests.deploy.front import Front
from tests.deploy.load import Load
from tests.deploy.test_guide import blocks
from tests.records.cluster import Cluster
from tests.records.conftest import patience
from tests.records.test_store import ALWAYS
from tests.records.test_views import REPORT
from tests.service.offices import TOKENS, bearer, write_list, write_profiles

pytestmark = pytest.mark.service
APPLICATION = "tests.service.patient:application"
WORKERS = 2  # of each server
KEY, OTHER_KEY = read_key("ab" * 32), read_key("cd" * 32)
QUICK = [("fail_timeout=5s", "fail_timeout=1s")]  # so that the test need not wait for one that came back


@pytest.fixture(scope="module")
def records() -> Iterator[str]:
    """A PostgreSQL that both share."""
    cluster = Cluster()
    try:
        cluster.start()
        with patience():
            migrate(cluster.url)
            yield cluster.url
    finally:
        cluster.remove()


@pytest.fixture(scope="module")
def backs(records: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Back]]:
    """Two servers with lists of their own, as git or rsync brought them to each machine."""
    made = []
    for name in ("one", "two"):
        folder = tmp_path_factory.mktemp(name)
        lists = write_list(folder / "wordlists", "কুলাঙ্গার")
        offices = write_profiles(folder / "offices", "override: reason\n")
        settings = {
            "records": records,
            "records_key": KEY.secret.hex(),
            "limit": "5000",
            "trusted_proxies": "127.0.0.1",
            "watch": "off",
        }
        made.append(Back(folder, APPLICATION, wordlists=str(lists), institutions=str(offices), **settings))
        made[-1].environment["WEB_CONCURRENCY"] = str(WORKERS)
    try:
        for back in made:
            back.start()
        for back in made:
            back.wait()
        yield made
    finally:
        for back in made:
            back.stop()


@pytest.fixture(scope="module")
def front(backs: list[Back], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """nginx before both."""
    made = Front(tmp_path_factory.mktemp("front"), [back.address for back in backs], changes=QUICK)
    made.start()
    yield made
    made.stop()


def served(front: Front) -> set[str]:
    """The servers that answered a check with 200."""
    lines = map(json.loads, front.lines())
    return {line["server"].split(", ")[-1] for line in lines if line["route"] == "check" and line["status"] == 200}


def bring_back(back: Back) -> None:
    """Starts it where it was killed: each test begins with what it needs, also where it is asked twice."""
    if back.process and back.process.poll() is not None:
        back.start()
        back.wait()


def wait_lists(backs: list[Back], same: bool) -> None:
    """Waits until both have the same lists, or have not."""
    deadline = time.monotonic() + 120
    while (ruleset(backs[0]) == ruleset(backs[1])) is not same:
        assert time.monotonic() < deadline, "the new lists never came"
        time.sleep(0.05)


def ruleset(back: Back) -> str:
    """What its /ready names."""
    name: str = json.loads(back.get("/ready"))["ruleset"]["hash"]
    return name


def test_one_is_killed_under_load_and_no_check_fails(front: Front, backs: list[Back]) -> None:
    bring_back(backs[0])
    load = Load(front, bearer("ka"))
    load.run(clients=6, each=100, after=150, harm=backs[0].kill)
    assert load.statuses == {200: 600}, load.faults  # even those in its hands: a check may be asked twice
    # at most what was half answered; what nginx itself holds is not lost
    assert len(load.faults) <= WORKERS, load.faults
    assert load.slowest < 30 and len(load.rulesets) == 1  # nobody waits for the dead one to answer
    assert served(front) == {back.address for back in backs}


def test_it_comes_back_by_itself(front: Front, backs: list[Back]) -> None:
    backs[0].kill()
    (front.folder / "jachai.log").write_text("")
    bring_back(backs[0])
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:  # until nginx's second without it is over
        Load(front, bearer("ka")).run(clients=2, each=10)
        if backs[0].address in served(front):
            return
    pytest.fail("nginx never asked it again")


def test_both_keep_in_one_database(backs: list[Back], records: str, front: Front) -> None:
    bring_back(backs[0])
    before = {row["id"] for row in Records(records).report_rows(*ALWAYS)}
    report = json.dumps({**REPORT, "check": "prohibited/service-words"}).encode()
    headers = {"Content-Type": "application/json", **bearer("kha")}
    made = [front.ask("POST", "/api/v1/reports", report, headers) for _ in range(4)]
    assert [status for status, *_ in made] == [201] * 4
    kept = {row["id"] for row in Records(records).report_rows(*ALWAYS)}
    assert {json.loads(body)["id"] for *_, body in made} == kept - before
    assert {row["office"] for row in Records(records).report_rows(*ALWAYS)} == {"kha"} and "kha" in TOKENS


def compared(backs: list[Back], folder: Path) -> list[tuple[str, str]]:
    """What the line of docs/scaling.md tells of both, each in the place of one of its machines: the key's id, the lists' hash."""
    [block] = [block for block in blocks(ROOT / "docs/scaling.md") if "/ready" in block]
    machines = re.findall(r"\d+\.\d+\.\d+\.\d+", block)
    for machine, back in zip(machines, backs, strict=True):
        (folder / machine).mkdir(parents=True)
        (folder / machine / "jachai.env").write_text(f"JACHAI_BIND={back.address}\n")
    ssh = f'ssh() {{ sh -c "$(printf %s "$2" | sed "s#/etc/jachai#{folder}/$1#")"; }}\n'
    told = subprocess.run(["sh", "-euc", ssh + block], capture_output=True, text=True, check=True).stdout
    line = r'(?m)^"profiles":"[0-9a-f]{16}" "records_key":"([0-9a-f]{8})" "hash":"([0-9a-f]{64})" "hash":"[0-9a-f]*" $'
    return re.findall(line, told)


def test_ready_tells_whether_both_have_the_same_lists(backs: list[Back], tmp_path: Path) -> None:
    bring_back(backs[0])
    write_list(backs[1].folder / "wordlists", "কুলাঙ্গার")
    backs[1].reload()
    wait_lists(backs, same=True)
    assert compared(backs, tmp_path) == [(KEY.id, ruleset(back)) for back in backs]
    write_list(backs[1].folder / "wordlists", "অন্যশব্দ")  # rsync reached one machine only
    backs[1].reload()
    wait_lists(backs, same=False)


def test_ready_tells_whether_both_hash_under_the_same_key(backs: list[Back], tmp_path: Path) -> None:
    """Under two keys one finding's reports no longer count as one, and who holds one key proves nothing of the other's rows."""
    for number, key in enumerate((OTHER_KEY, KEY)):
        backs[0].kill()
        backs[0].environment["JACHAI_RECORDS_KEY"] = key.secret.hex()
        bring_back(backs[0])
        told = [name for name, _ in compared(backs, tmp_path / str(number))]
        assert told == [key.id, KEY.id]
