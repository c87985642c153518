"""The extension's settings, written through a page of its own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from chromium import tab
from playwright.sync_api import Page


class Extension:
    """What IT or a user would set, and where the extension's pages are."""

    def __init__(self, settings_page: Page) -> None:
        """`settings_page`: any of the extension's own."""
        self.page = settings_page
        self.origin = "/".join(settings_page.url.split("/")[:3])

    def set(self, **settings: str) -> None:
        """All settings anew; what is not named has its default, and what the office told is forgotten."""
        self.page.evaluate(
            "async (settings) => { await chrome.storage.local.clear(); await chrome.storage.local.set({settings}); }",
            settings,
        )

    @contextmanager
    def options(self) -> Iterator[Page]:
        """The page of the settings, in a tab of its own before the others."""
        with tab(self.page.context) as page:
            page.goto(f"{self.origin}/options/options.html")
            yield page

    def settings(self) -> dict[str, str]:
        """The settings as they are kept."""
        kept: dict[str, str] = self.page.evaluate("async () => (await chrome.storage.local.get('settings')).settings")
        return kept

    def wait(self, test: str, arg: Any = None, patience: int = 30_000) -> None:
        """Waits until an async function holds in a page of the extension; `patience` in milliseconds.

        Playwright's own wait_for_function takes the promise itself for true.
        """
        self.page.evaluate(
            f"""async ([arg, patience]) => {{
              for (const until = Date.now() + patience; !(await ({test})(arg));) {{
                if (Date.now() > until) throw new Error('not so: ' + {json.dumps(test)});
                await new Promise((resolve) => setTimeout(resolve, 20));
              }}
            }}""",
            [arg, patience],
        )

    def wait_office(self, name: str) -> None:
        """Waits until what the office of today's settings told is remembered, and the worker has told the open pages of it."""
        self.wait(
            """async (name) => {
              const {lastOffice} = await import('/background/office.js');
              const {readSettings} = await import('/background/settings.js');
              const office = await lastOffice((await readSettings()).settings);
              if (office?.name !== name) return false;
              await chrome.runtime.sendMessage({type: 'nothing'}).catch(() => {}); // it hears this after the change
              return true;
            }""",
            name,
        )
