"""From a click in the browser to a row in the database: a real extension, a real server with a token, real records."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from chromium import Composer
from extension_settings import Extension
from test_offers import REPORT, click_in, open_more

from server.records.key import read_key
from server.records.migrate import migrate
from server.records.store import Records
from tests.deploy.back import Back
from tests.service.offices import TOKENS, write_list, write_profiles

pytestmark = pytest.mark.browser

WORD = "কুলাঙ্গার"
DRAFT = f"ওই {WORD} আসেনি"
KEY = "ab" * 32
PROFILE = "override: reason\nseverity:\n  prohibited/demeaning: {severity}\n"
ALWAYS = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Back]:
    """The office ka blocks the word, the office kha only warns."""
    folder = tmp_path_factory.mktemp("kept")
    offices = write_profiles(folder / "offices", PROFILE.format(severity="block"))
    warning = (offices / "kha.yaml").read_text(encoding="utf-8").replace("demeaning: block", "demeaning: warn")
    (offices / "kha.yaml").write_text(warning, encoding="utf-8")
    url = f"sqlite:///{folder}/records.sqlite"
    migrate(url)
    lists = write_list(folder / "wordlists", WORD, "demeaning")
    made = Back(folder, wordlists=str(lists), institutions=str(offices), records=url, records_key=KEY)
    made.start()
    made.wait()
    yield made
    made.stop()


@pytest.fixture
def records(back: Back) -> Records:
    """The same database, empty."""
    found = Records(f"sqlite:///{back.folder}/records.sqlite")
    found.purge(0)
    return found


def works_for(office: str, back: Back, extension: Extension, composer: Composer) -> None:
    """The extension is that office's, and has heard what it offers."""
    extension.set(serverUrl=f"http://{back.address}", token=TOKENS[office])
    composer.open()
    composer.type("ক")
    extension.wait_office(f"{office} দপ্তর")
    composer.page.keyboard.press("Backspace")


def test_an_override(back: Back, records: Records, extension: Extension, composer: Composer) -> None:
    works_for("ka", back, extension, composer)
    composer.type(DRAFT)
    composer.wait_marks(block=[WORD])
    composer.click_post()
    composer.wait_dialog("প্রকাশ স্থগিত")
    composer.press("কারণ জানিয়ে প্রকাশ করুন")
    composer.wait_dialog("শব্দটি এখানে অন্য অর্থে ব্যবহৃত")
    click_in(composer, "jachai-dialog", "label.choice", "শব্দটি এখানে অন্য অর্থে ব্যবহৃত")
    composer.page.keyboard.press("Tab")
    composer.type("গ্রামের নাম")
    composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
    assert [post["text"] for post in composer.wait_posts(1)] == [DRAFT]
    [row] = records.override_rows(*ALWAYS)
    assert (row["office"], row["platform"], row["reason"], row["note"]) == (
        "ka",
        "facebook",
        "other-meaning",
        "গ্রামের নাম",
    )
    assert (row["check"], row["clause"], row["severity"]) == ("prohibited/demeaning", "9.nga", "block")
    assert row["text_hash"] == read_key(KEY).hash(DRAFT)


def test_a_report(back: Back, records: Records, extension: Extension, composer: Composer) -> None:
    works_for("kha", back, extension, composer)
    composer.type(DRAFT)
    composer.wait_marks(warn=[WORD])
    open_more(composer)
    composer.press(REPORT)
    composer.wait_dialog("যে লেখাটুকু পাঠানো হবে")
    composer.press("পাঠান")
    composer.wait_no_dialog()
    [row] = records.report_rows(*ALWAYS)
    assert (row["office"], row["excerpt"], row["check"]) == ("kha", DRAFT, "prohibited/demeaning")
    assert row["term"] == f"prohibited/demeaning.yaml#{WORD}"


def test_nothing_is_kept_without_a_click(
    back: Back, records: Records, extension: Extension, composer: Composer
) -> None:
    works_for("kha", back, extension, composer)
    composer.type(DRAFT)
    composer.wait_marks(warn=[WORD])
    composer.click_post()
    composer.wait_dialog("সতর্কতা")
    assert [*records.override_rows(*ALWAYS), *records.report_rows(*ALWAYS)] == []
    for path in back.folder.rglob("*"):
        if path.suffix != ".yaml":
            with suppress(FileNotFoundError, IsADirectoryError):  # SQLite's and gunicorn's own come and go
                assert DRAFT.encode() not in path.read_bytes()
