"""The whole way of an override and a report: the extension, the real server, its records on."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from chromium import ROOT, Composer
from extension_settings import Extension
from test_offers import REPORT, click_in, open_more

from tests.conftest import NO_HURRY, _wait_for, free_port

pytestmark = pytest.mark.browser

OFFICE = """id: nomunapur
names:
  bn: "উপজেলা প্রশাসন, নমুনাপুর"
  en: "Nomunapur Upazila Administration"
override: reason
severity:
  prohibited/demeaning: block
"""
WORD = "কুলাঙ্গার"
DRAFT = f"ওই {WORD} আসেনি"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that allows overrides, and the environment of a server that keeps records."""
    folder = tmp_path_factory.mktemp("records")
    (folder / "offices").mkdir()
    (folder / "offices" / "nomunapur.yaml").write_text(OFFICE)
    return folder


@pytest.fixture(scope="module")
def environment(folder: Path) -> dict[str, str]:
    """Of the server and of its commands."""
    return {
        **os.environ,
        "JACHAI_BIND": f"127.0.0.1:{free_port()}",
        "JACHAI_LEARNED": "off",
        "JACHAI_TIME_LIMIT": str(NO_HURRY),
        "JACHAI_INSTITUTIONS": str(folder / "offices"),
        "JACHAI_RECORDS": f"sqlite:///{folder / 'records.sqlite'}",
        "JACHAI_RECORDS_KEY": "5f" * 32,
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@pytest.fixture(scope="module")
def server(environment: dict[str, str], folder: Path) -> Iterator[str]:
    """The server, its tables made."""
    migrate = [sys.executable, "-m", "flask", "--app", "wsgi", "records", "migrate"]
    subprocess.run(migrate, cwd=ROOT, env=environment, check=True, capture_output=True)
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "wsgi:application"]
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(gunicorn, cwd=ROOT, env=environment, stdout=out, stderr=out)
    url = f"http://{environment['JACHAI_BIND']}"
    try:
        _wait_for(f"{url}/ready", process, log)
        yield url
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(autouse=True)
def asks_it(composer: Composer, extension: Extension, server: str) -> None:
    """The extension asks that server, and has heard of its office."""
    extension.set(serverUrl=server)
    composer.open()
    composer.type("ক")
    extension.wait_office("উপজেলা প্রশাসন, নমুনাপুর")
    composer.page.keyboard.press("Backspace")


def rows(folder: Path, query: str) -> list[tuple[str, ...]]:
    """What the server kept."""
    with closing(sqlite3.connect(folder / "records.sqlite")) as records:
        return records.execute(query).fetchall()


def test_an_override_is_kept_by_the_server_without_the_text(composer: Composer, folder: Path) -> None:
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(block=[WORD])
    composer.click_post()
    composer.wait_dialog("প্রকাশ স্থগিত")
    composer.press("কারণ জানিয়ে প্রকাশ করুন")
    click_in(composer, "jachai-dialog", "label.choice", "আদালতের আদেশ")
    composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
    assert [post["text"] for post in composer.wait_posts(1)] == [DRAFT]
    query = (
        """SELECT office, platform, reason, clause FROM overrides JOIN override_findings ON override = overrides.id"""
    )
    assert rows(folder, query) == [("nomunapur", "facebook", "court-order", "9.nga")]
    assert DRAFT.encode() not in (folder / "records.sqlite").read_bytes()


def test_a_note_that_repeats_the_draft_is_refused_with_its_cure(composer: Composer) -> None:
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(block=[WORD])
    composer.click_post()
    composer.press("কারণ জানিয়ে প্রকাশ করুন")
    click_in(composer, "jachai-dialog", "label.choice", "আদালতের আদেশ")
    composer.page.keyboard.press("Tab")
    composer.type(DRAFT)
    composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
    assert "কারণটি নিজের ভাষায় লিখুন" in composer.wait_dialog("কারণ রেকর্ড করা যায়নি")
    assert composer.posts() == []


def test_a_report_arrives_as_it_was_shown(composer: Composer, folder: Path) -> None:
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(block=[WORD])
    open_more(composer, reports=True)
    composer.press(REPORT)
    composer.wait_dialog("যে লেখাটুকু পাঠানো হবে")
    composer.press("পাঠান")
    composer.wait_no_dialog()
    query = 'SELECT office, platform, "check", excerpt FROM reports'
    assert rows(folder, query) == [("nomunapur", "facebook", "prohibited/demeaning", DRAFT)]
