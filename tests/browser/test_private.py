"""Private messages: never read, never sent, never held; and no alarm on the icon for them."""

from collections.abc import Callable, Iterator

import pytest
from chromium import Composer, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext
from scripted_server import ScriptedServer, flagging
from sites import SITES
from test_protection import ICON, told

pytestmark = pytest.mark.browser

VOTE = "নৌকায় ভোট দিন"
SECRET = f"গোপন: {VOTE}"

Open = Callable[[str, str], Composer]


@pytest.fixture
def opened(chromium: BrowserContext, extension: Extension, scripted: ScriptedServer) -> Iterator[Open]:
    """Opens a site's page at another address; the server blocks one phrase."""
    scripted.script = flagging(**{VOTE: "block"})
    extension.wait_office(scripted.office["name"])
    with tab(chromium) as page:
        yield lambda site, query: Composer(page, next(one for one in SITES if one.id == site)).open(query)


def read_of(scripted: ScriptedServer) -> list[str]:
    """What the server was told of messages."""
    return [question["text"] for question in scripted.questions if "গোপন" in question["text"]]


@pytest.mark.parametrize(
    ("site", "query"),
    [("threads post", "messages/t/1/"), ("facebook post", "?kind=message")],
    ids=["threads", "facebook, from a comment"],
)
def test_a_message_is_not_read_nor_held(
    opened: Open, scripted: ScriptedServer, extension: Extension, site: str, query: str
) -> None:
    message = opened(site, query)
    message.type(SECRET)
    message.click_post()
    assert message.wait_posts(1)[0]["text"] == SECRET
    assert message.drawn()["hosts"] == [] and extension.page.evaluate(ICON)["text"] == ""
    post = opened("facebook post", "")  # what is asked for from here on comes after it
    post.type(VOTE)
    post.wait_marks(block=[VOTE])
    assert read_of(scripted) == [] and told(scripted) == []


def test_a_post_that_is_made_a_private_mention_is_let_go(
    opened: Open, scripted: ScriptedServer, extension: Extension
) -> None:
    form = opened("mastodon post", "")
    form.type(VOTE)
    form.wait_marks(block=[VOTE])
    form.page.locator(".dropdown-button").click()
    form.page.locator(form.site.box).click()
    form.page.keyboard.press("Control+End")
    form.type(" গোপন")
    form.wait_world("!document.querySelector('jachai-badge')")
    form.key("Control+Enter")
    assert form.wait_posts(1)[0]["text"] == f"{VOTE} গোপন"
    assert read_of(scripted) == [] and extension.page.evaluate(ICON)["text"] == ""


def test_a_private_mention_that_is_made_a_post_is_held(opened: Open, scripted: ScriptedServer) -> None:
    form = opened("mastodon post", "")
    form.page.locator(".dropdown-button").click()
    form.page.locator(form.site.box).click()
    form.type(VOTE)
    form.page.locator(".dropdown-button").click()
    form.click_post()
    form.wait_dialog("প্রকাশ স্থগিত")
    assert form.posts() == []
