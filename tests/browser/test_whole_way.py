"""The whole way: real lists, the real server, the extension, a real editor in a real browser."""

import json
import urllib.request
from typing import Any

import pytest
from chromium import Composer
from extension_settings import Extension

pytestmark = pytest.mark.browser

VOTE = "আসন্ন নির্বাচনে নৌকায় ভোট দিন"
INSULT = "ওই কুলাঙ্গারকে অফিসে ঢুকতে দেবেন না।"
MENDED_BY_A_WORD = "ওই মেথর অফিসে আসেনি।"
BADGE, CHECKING = "যাচাইয়ের ফলাফল দেখুন", "যাচাই চলছে"
HARMLESS = "আগামীকাল সকাল ১০টায় উপজেলা স্বাস্থ্য কমপ্লেক্সে শিশুদের টিকাদান কর্মসূচি অনুষ্ঠিত হবে।"


@pytest.fixture(autouse=True)
def asks_the_server(extension: Extension, server_url: str) -> None:
    """The extension asks the real server."""
    extension.set(serverUrl=server_url)


@pytest.fixture
def composer(composer: Composer) -> Composer:
    """One whose guard waits for each answer: the real server may take its time."""
    composer.wait_patiently()
    return composer


def ask(server_url: str, text: str) -> dict[str, Any]:
    """What the server says of a draft, asked as the extension asks."""
    body = json.dumps({"text": text, "account": {"kind": "unknown"}, "platform": "facebook", "action": "post"}).encode()
    request = urllib.request.Request(f"{server_url}/api/v1/check", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as reply:
        answer: dict[str, Any] = json.load(reply)
    return answer


def words_at(text: str, spans: list[list[int]]) -> list[str]:
    """The words at half-open spans in UTF-16 units."""
    units = text.encode("utf-16-le")
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in spans]


def marks_of(text: str, answer: dict[str, Any]) -> dict[str, list[str]]:
    """What must be underlined, by severity, in the order of the text."""
    marks: dict[str, list[list[int]]] = {}
    for finding in answer["findings"]:
        marks.setdefault(finding["severity"], []).extend(finding["spans"])
    return {severity: words_at(text, sorted(spans)) for severity, spans in marks.items() if spans}


@pytest.mark.parametrize("draft", [VOTE, INSULT, f"🙂 {INSULT}\n{VOTE}"])
def test_a_prohibited_draft_is_underlined_at_the_words_that_the_server_found(
    composer: Composer, server_url: str, draft: str
) -> None:
    answer = ask(server_url, draft)
    marks = marks_of(draft, answer)
    assert answer["verdict"] in ("warn", "block") and marks
    assert any(word in " ".join(marks.get("warn", []) + marks.get("block", [])) for word in ("ভোট", "কুলাঙ্গার"))
    composer.type(draft)
    composer.wait_marks(**marks)


def test_a_vote_call_is_held_and_the_dialog_cites_its_clause_in_bangla(composer: Composer, server_url: str) -> None:
    finding = next(one for one in ask(server_url, VOTE)["findings"] if one["clause"] == "9.ga")
    composer.type(VOTE)
    composer.wait_marks(**marks_of(VOTE, ask(server_url, VOTE)))
    composer.click_post()
    said = composer.wait_dialog(finding["clause_label"])
    assert finding["message"] in said
    assert composer.posts() == [] and composer.seen() == []


def test_an_insult_is_mended_by_one_click_and_then_published_once(composer: Composer, server_url: str) -> None:
    draft = MENDED_BY_A_WORD
    [finding] = [one for one in ask(server_url, draft)["findings"] if one["replacements"]]
    replacement = finding["replacements"][0]
    mended = draft.replace(words_at(draft, finding["spans"])[0], replacement)
    composer.type(draft)
    composer.wait_marks(**marks_of(draft, ask(server_url, draft)))
    composer.open_panel()
    composer.press(replacement)
    composer.page.wait_for_function("(mended) => draft() === mended", arg=mended)
    assert ask(server_url, mended)["verdict"] in ("clear", "advise")
    composer.click_post()
    assert composer.wait_posts(1) == [{"by": "click", "text": mended}]


def test_what_an_office_posts_every_day_goes_through_at_one_click(composer: Composer, server_url: str) -> None:
    assert ask(server_url, HARMLESS)["verdict"] in ("clear", "advise")
    composer.type(HARMLESS)
    named = f"drawn.buttons.filter((one) => one.name.includes({json.dumps(BADGE)}))"
    composer.wait_drawn(
        f"{named}.length && !{named}.some((one) => one.name.includes({json.dumps(CHECKING)}))", "a checked draft"
    )
    composer.click_post()
    assert composer.wait_posts(1) == [{"by": "click", "text": HARMLESS}]
