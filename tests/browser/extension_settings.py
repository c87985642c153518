"""The extension's settings, written through a page of its own."""

from playwright.sync_api import Page


class Extension:
    """What IT or a user would set, and where the extension's pages are."""

    def __init__(self, settings_page: Page) -> None:
        self.page = settings_page
        self.origin = settings_page.url.removesuffix("/options/options.html")

    def set(self, **settings: str) -> None:
        """All settings anew; what is not named has its default, and what the office told is forgotten."""
        self.page.evaluate(
            "async (settings) => { await chrome.storage.local.clear(); await chrome.storage.local.set({settings}); }",
            settings,
        )

    def settings(self) -> dict[str, str]:
        """The settings as they are kept."""
        kept: dict[str, str] = self.page.evaluate("async () => (await chrome.storage.local.get('settings')).settings")
        return kept

    def wait_office(self, name: str) -> None:
        """Waits until what the office told is remembered."""
        self.page.wait_for_function(
            "async (name) => (await chrome.storage.local.get('office')).office?.office.name === name", arg=name
        )
