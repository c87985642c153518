"""No word of a draft is written anywhere: a marked string through every address, right and broken, then every byte searched."""

from __future__ import annotations

import base64
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from server import create_app
from server.records.store import Records
from server.settings import Settings
from tests.privacy.ground import Answered, Ground, addresses, told_in
from tests.privacy.marks import (
    DRAFT,
    EXCERPT,
    NOTE,
    NUMBER,
    beginnings,
    dresses,
    found_in,
    hashed_in,
    shows,
    unkeyed,
)
from tests.privacy.requests import REPORTS, TEXT, pieces
from tests.service.offices import write_list

pytestmark = pytest.mark.service
RECORDS = "records.sqlite"


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """Everything running."""
    folder = tmp_path_factory.mktemp("canary")
    lists = write_list(folder / "wordlists", "কুলাঙ্গার", "demeaning")  # the check reported; `make canary` has all lists
    with Ground(folder, lists=lists) as running:
        yield running


@pytest.fixture(scope="module")
def paths() -> list[str]:
    """Every address of the app; a new one is among them by itself."""
    return addresses(rule.rule for rule in create_app(Settings()).url_map.iter_rules())


@pytest.fixture(scope="module")
def answers(ground: Ground, paths: list[str]) -> list[Answered]:
    """What came back for all that was sent."""
    sent = ground.send(paths)
    return sent + ground.report(sent)


def test_the_canary_was_heard(ground: Ground, answers: list[Answered]) -> None:
    """The search is worth something only where drafts were really checked, failed, kept and refused."""
    statuses = Counter(answer.status for answer in answers)
    assert all(statuses[status] for status in (200, 201, 400, 404, 405, 413, 415, 422, 500)), statuses
    checked = next(a for a in answers if a.asked.path == "/api/v1/check" and a.status == 200)
    assert shows(checked.body, NUMBER) and b'"error"' in checked.body  # a finding quotes the draft; two checks failed
    log = (ground.back_folder / "out").read_bytes() + (ground.back_folder / "err").read_bytes()
    assert b"prohibited/fails failed: ValueError" in log and len(log) > 10_000
    assert (ground.front_folder / "jachai.log").stat().st_size > 10_000


def test_no_file_holds_a_word_of_a_draft(ground: Ground, answers: list[Answered]) -> None:
    assert found_in(ground.back_folder, *DRAFT) == set()
    assert found_in(ground.front_folder, *DRAFT) == set()


def test_no_file_holds_a_hash_of_a_draft_that_needs_no_key(ground: Ground, answers: list[Answered]) -> None:
    """Of such a hash a number is tried out; a finding's own fingerprint is one, and each was sent in a report."""
    told = told_in(answers)
    sent = [json.loads(it.asked.body)["fingerprint"] for it in answers if (it.asked.path, it.status) == (REPORTS, 201)]
    assert told.keys() <= set(sent) and {"prohibited/demeaning", "personal/mobile"} <= {
        it["check"] for it in told.values()
    }
    hashes = unkeyed(pieces()) | beginnings(told)
    assert hashed_in(ground.back_folder, hashes) | hashed_in(ground.front_folder, hashes) == set()


def test_no_draft_was_ever_spooled_to_a_file(ground: Ground, answers: list[Answered]) -> None:
    assert ground.spooled() == []


def test_no_error_repeats_what_was_sent(answers: list[Answered]) -> None:
    loud = {a.asked[:2] for a in answers if a.status >= 400 and shows(a.head + a.body, *DRAFT, EXCERPT, NOTE)}
    assert loud == set()


def test_no_header_repeats_what_was_sent(answers: list[Answered]) -> None:
    assert {a.asked[:2] for a in answers if shows(a.head, *DRAFT, EXCERPT, NOTE)} == set()


def test_no_figure_and_no_later_answer_tells_a_draft(ground: Ground, answers: list[Answered], paths: list[str]) -> None:
    for path in paths:
        assert shows(ground.back.get(path), *DRAFT, EXCERPT, NOTE) == [], path


def test_the_one_exception_is_in_the_records_and_goes(ground: Ground, answers: list[Answered]) -> None:
    """What the writer chose to send: a report's excerpt, and the note. Nowhere else, and deleted in time."""
    kept = {(RECORDS, EXCERPT), (RECORDS, NOTE)}
    assert found_in(ground.back_folder, EXCERPT, NOTE) == kept
    assert found_in(ground.front_folder, EXCERPT, NOTE) == set()
    with closing(sqlite3.connect(ground.back_folder / RECORDS, timeout=60)) as connection, connection:
        for table in ("reports", "overrides"):
            connection.execute(f"UPDATE {table} SET at = '2020-01-01 00:00:00'")
    Records(ground.records).purge(730)
    assert found_in(ground.back_folder, EXCERPT, NOTE) == set()


LOG = '\'{"time":"$time_iso8601",'


def test_a_leak_on_purpose_is_found(tmp_path: Path) -> None:
    """The canary sings: a draft in a log, in a file, in nginx's log, and one that was spooled for a moment."""
    changes = [
        (LOG, LOG[:2] + '"leak":"$request_body",' + LOG[2:]),
        ("client_body_buffer_size 1m;", "client_body_buffer_size 1k;"),
    ]
    with Ground(tmp_path, "yes", write_list(tmp_path / "wordlists", "কুলাঙ্গার"), changes) as leaking:
        leaking.send(["/api/v1/check"])
        found = found_in(leaking.back_folder, *DRAFT) | found_in(leaking.front_folder, *DRAFT)
        files = {file.split("/")[0] for file, _ in found}
        assert {mark for _, mark in found} == set(DRAFT)
        assert files & {"out", "err"} and "tmp" in files and "jachai.log" in files
        assert set(leaking.spooled()) >= {"body", "tmp"}
        assert {file.split("/")[0] for file in hashed_in(leaking.back_folder, unkeyed([TEXT]))} == {"tmp"}


@pytest.mark.parametrize("mark", [*DRAFT, EXCERPT, NOTE])
def test_every_dress_of_a_mark_is_known(mark: str) -> None:
    for text in (mark, f"a{mark}b", f"ab {mark}", f"abc{mark}।"):
        for data in (
            text.encode(), text.upper().encode(), json.dumps(text).encode(), quote(text).encode(), repr(text.encode()).encode(),
            text.encode("utf-16"), base64.b64encode(text.encode()), text.encode().hex().encode(),
        ):  # fmt: skip
            assert shows(data, mark) == [mark]
    assert shows("একটি সাধারণ লেখা word 0179".encode(), mark) == []
    assert len(dresses(mark)) >= 5
