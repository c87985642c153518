"""The records on both databases, for real."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from server.records import database, store
from server.records.migrate import migrate
from server.records.store import Records
from tests.records.cluster import Cluster
from tests.service.offices import write_list


@contextmanager
def patience() -> Iterator[None]:
    """A busy machine may take longer than the server has for its database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "WAIT", 60)
        patch.setattr(store, "LIMIT", 60.0)
        patch.setattr(store, "MOMENT", 60.0)
        yield


@pytest.fixture(scope="package", autouse=True)
def patient() -> Iterator[None]:
    """For all tests of the records."""
    with patience():
        yield


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that runs."""
    made = Cluster()
    try:
        made.start()
        yield made
    finally:
        made.remove()


@pytest.fixture(scope="session")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lists that are loaded at once: one term, কুলাঙ্গার, under the name that the tests report, and a learned table."""
    folder = write_list(tmp_path_factory.mktemp("lists") / "wordlists", "কুলাঙ্গার", "demeaning")
    (folder / "learned").mkdir()
    (folder / "learned/nga.tsv").write_text("&demeaning\t0.1\nঅকর্মা\t1.2\n", encoding="utf-8")
    return folder


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/kept/records.sqlite"
    found: str = request.getfixturevalue("cluster").url
    with Records(found).engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return found


@pytest.fixture
def records(url: str) -> Records:
    """Records that can be written."""
    migrate(url)
    return Records(url)
