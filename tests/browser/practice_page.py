"""The practice page as a newcomer uses it, in the browser of the other tests."""

from typing import Any

from chromium import MARKS, Faults, as_json
from playwright.sync_api import Locator, Page, Request

BADGE = "jachai-badge"


class Practice:
    """A newcomer at the page. Its surfaces are open, so that locators see into them."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = f"{url}/practice/"
        self.faults = Faults(page, "error")
        self.asked: list[str] = []
        page.on("request", self.note_request)
        self.draft = page.locator("#draft")
        self.panel = page.locator("#dock .panel")
        self.badge = page.locator(f"{BADGE} button").first
        self.dialog = page.locator("jachai-dialog dialog")
        self.token = page.locator("#token")
        self.outcome = page.locator("#outcome")
        self.broken = page.locator("#broken")

    def note_request(self, request: Request) -> None:
        """Whom the page asked."""
        self.asked.append(request.url)

    def leave(self) -> None:
        """Lets go of the page, which is another's now."""
        self.faults.let_go()
        self.page.remove_listener("request", self.note_request)

    def open(self) -> "Practice":
        """Loads the page and waits until its scripts have run."""
        self.page.goto(self.url)
        self.page.wait_for_selector("#draft[data-ready]")
        return self

    def sample(self, name: str) -> None:
        """Takes one of the samples."""
        self.page.click(f'[data-sample="{name}"]')

    def write(self, text: str) -> None:
        """Types a draft in place of what is there."""
        self.draft.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def text(self) -> str:
        """The draft as the extension reads it."""
        return self.page.evaluate("Jachai.text.read(document.getElementById('draft')).text")

    def wait_state(self, state: str) -> None:
        """Waits until the badge is in a state."""
        self.page.wait_for_selector(f'{BADGE}[data-state="{state}"]', state="attached")

    def wait_marks(self, **wanted: list[str]) -> None:
        """Waits until exactly these words are underlined."""
        self.page.wait_for_function(f"(wanted) => JSON.stringify({MARKS}) === wanted", arg=as_json(wanted))

    def publish(self) -> None:
        """Presses the page's own Post button."""
        self.page.click("#publish")

    def answer(self, **reply: Any) -> None:
        """From now on the server's answers are these."""
        self.page.route("**/api/v1/check", lambda route: route.fulfill(**reply))

    def answer_with(self, script: Any) -> None:
        """From now on each question goes to `script`."""
        self.page.route("**/api/v1/check", script)


def boxes(one: Locator, other: Locator) -> tuple[dict[str, float], dict[str, float]]:
    """Where two things are drawn, CSS px of the viewport."""
    first, second = one.bounding_box(), other.bounding_box()
    assert first and second
    return dict(first), dict(second)


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes overlap."""
    return (
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )
