"""The whole way of an override: the extension, a real server of one office without tokens, its records on."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from chromium import Composer
from extension_settings import Extension
from test_offers import click_in

from server.records.migrate import migrate
from server.records.store import Records
from tests.deploy.back import Back
from tests.service.offices import write_list

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
ALWAYS = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Back]:
    """The server: its office allows overrides and blocks one word."""
    folder = tmp_path_factory.mktemp("records")
    offices = folder / "offices"
    offices.mkdir()
    (offices / "nomunapur.yaml").write_text(OFFICE, encoding="utf-8")
    url = f"sqlite:///{folder}/records.sqlite"
    migrate(url)
    lists = write_list(folder / "wordlists", WORD, "demeaning")
    made = Back(folder, wordlists=str(lists), institutions=str(offices), records=url, records_key="5f" * 32)
    made.start()
    made.wait()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def asks_it(composer: Composer, extension: Extension, back: Back) -> None:
    """The extension asks that server, has heard of its office, and a blocked draft is held."""
    extension.set(serverUrl=f"http://{back.address}")
    composer.open()
    composer.type("ক")
    extension.wait_office("উপজেলা প্রশাসন, নমুনাপুর")
    composer.page.keyboard.press("Backspace")
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(block=[WORD])
    composer.click_post()
    composer.press("কারণ জানিয়ে প্রকাশ করুন")
    click_in(composer, "jachai-dialog", "label.choice", "আদালতের আদেশ")


def test_an_override_is_kept_by_the_server_without_the_text(composer: Composer, back: Back) -> None:
    records = Records(f"sqlite:///{back.folder}/records.sqlite")
    records.purge(0)
    composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
    assert [post["text"] for post in composer.wait_posts(1)] == [DRAFT]
    [row] = records.override_rows(*ALWAYS)
    kept = [row[name] for name in ("office", "platform", "reason", "clause")]
    assert kept == ["nomunapur", "facebook", "court-order", "9.nga"]
    assert DRAFT.encode() not in (back.folder / "records.sqlite").read_bytes()


def test_a_note_that_repeats_the_draft_is_refused_with_its_cure(composer: Composer) -> None:
    composer.page.keyboard.press("Tab")
    composer.type(DRAFT)
    composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
    assert "কারণটি নিজের ভাষায় লিখুন" in composer.wait_dialog("কারণ রেকর্ড করা যায়নি")
    assert composer.posts() == []
