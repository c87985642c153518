"""A Chromium whose IT names further sites by policy, and has packed the extension with the permission for them."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from chromium import EXTENSION, extension_origin, launch
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Playwright
from site_pages import OFFICE_SITE

POLICIES = Path("/etc/chromium/policies/managed")  # Chromium reads no others; only root may write there
PATTERN = f"*://{OFFICE_SITE}/*"
REGISTERED = "async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0"


def policies() -> Path:
    """The folder of Chromium's policies; skips the test of whoever may not write there."""
    if os.geteuid() != 0:
        pytest.skip("only root may write Chromium's policies")
    POLICIES.mkdir(parents=True, exist_ok=True)
    return POLICIES


@contextmanager
def launch_with_sites(
    playwright: Playwright, folder: Path, site_port: int, server_url: str, granted: bool = True
) -> Iterator[BrowserContext]:
    """A fresh profile and a copy of the extension, with an id and a policy of its own."""
    copy = shutil.copytree(EXTENSION, folder / "extension")
    if granted:
        manifest = json.loads((copy / "manifest.json").read_text())
        (copy / "manifest.json").write_text(json.dumps({**manifest, "host_permissions": [PATTERN]}))
    policy = policies() / f"jachai-sites-{os.getpid()}-{folder.name}.json"
    try:
        with launch(playwright, folder / "profile", site_port, extension=copy) as context:
            origin = extension_origin(context)
            extension_id = origin.removeprefix("chrome-extension://")
            managed = {"serverUrl": server_url, "sites": [OFFICE_SITE]}
            policy.write_text(json.dumps({"3rdparty": {"extensions": {extension_id: managed}}}))
            page = context.new_page()
            page.goto(f"{origin}/options/options.html")
            Extension(page).wait(
                "async () => (await chrome.storage.managed.get('sites')).sites?.length === 1", patience=120_000
            )
            if granted:
                Extension(page).wait(REGISTERED)
            page.close()
            yield context
    finally:
        policy.unlink(missing_ok=True)
