"""Takes the pictures of the docs: `make pictures`. The real server, lists, extension and editor; nothing is retouched."""

from pathlib import Path
from typing import Literal

import pytest
from chromium import Composer
from extension_settings import Extension
from playwright.sync_api import BrowserContext
from practice_page import Practice

IMAGES = Path(__file__).parents[2] / "docs" / "images"
DRAFT = "আসন্ন নির্বাচনে নৌকায় ভোট দিন\nওই কুলাঙ্গারকে অফিসে ঢুকতে দেবেন না।"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_composer(composer: Composer, extension: Extension, server_url: str, scheme: Literal["light", "dark"]) -> None:
    """Underlines, badge and panel; then the dialog that holds Post."""
    extension.set(serverUrl=server_url, accountKind="institution")
    composer.page.emulate_media(color_scheme=scheme)
    composer.type(DRAFT)
    composer.wait_marks(warn=["নৌকায়", "ভোট দিন", "কুলাঙ্গারকে"])
    composer.open_panel()
    composer.wait_text("নির্বাচনী প্রচার")
    composer.page.screenshot(path=IMAGES / f"composer-{scheme}.png", animations="disabled")
    composer.click_post()
    composer.wait_dialog("৯(গ)")
    composer.page.screenshot(path=IMAGES / f"asked-{scheme}.png", animations="disabled")


@pytest.mark.parametrize(("name", "width", "height"), [("desktop", 1280, 800), ("phone", 390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_practice(
    chromium: BrowserContext, server_url: str, name: str, width: int, height: int, scheme: Literal["light", "dark"]
) -> None:
    """The practice page with the insult."""
    page = chromium.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    practice = Practice(page, server_url).open()
    practice.sample("insult")
    practice.wait_state("findings")
    page.screenshot(path=IMAGES / f"practice-{name}-{scheme}.png", animations="disabled", full_page=name == "phone")
    page.close()
