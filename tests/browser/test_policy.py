"""Settings by policy, as IT sets them: they arrive while the browser runs, are locked, and hold at once in open pages."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import EXTENSION, Composer, extension_origin, launch
from named_sites import policies
from playwright.sync_api import Playwright, expect
from scripted_server import ScriptedServer, flagging

WORD = "কুলাঙ্গার"

pytestmark = pytest.mark.browser


@pytest.fixture
def policy_file() -> Iterator[Path]:
    """Where a policy for an extension of our own goes; gone afterwards."""
    path = policies() / f"jachai-test-{os.getpid()}.json"
    yield path
    path.unlink(missing_ok=True)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """The office's server."""
    server = ScriptedServer()
    server.script = flagging(**{WORD: "warn"})
    yield server
    server.stop()


def test_a_policy_that_arrives_late_is_locked_and_holds_at_once(
    playwright: Playwright, tmp_path: Path, site_port: int, policy_file: Path, server: ScriptedServer
) -> None:
    copy = shutil.copytree(EXTENSION, tmp_path / "extension")  # an id of its own, so that the policy is for it alone
    with launch(playwright, tmp_path / "profile", site_port, extension=copy) as context:
        context.set_default_timeout(30_000)
        origin = extension_origin(context)
        options = context.new_page()
        options.goto(f"{origin}/options/options.html")
        expect(options.locator("#serverUrl")).to_be_enabled()
        composer = Composer(context.new_page()).open()
        composer.type(f"ওই {WORD}")
        policy: dict[str, Any] = {
            "serverUrl": server.url,
            "token": "s3cret",
            "language": "fr",  # no such language: counts as not set
            "whenUnreachable": "hold",
            "allowPause": False,
            "sites": ["nothi.example.gov.bd", "https://not a host/"],
            "unknown": True,
        }
        extension_id = origin.removeprefix("chrome-extension://")
        policy_file.write_text(json.dumps({"3rdparty": {"extensions": {extension_id: policy}}}))
        expect(options.locator("#serverUrl")).to_have_value(server.url, timeout=120_000)
        for name in ("serverUrl", "token", "whenUnreachable"):
            expect(options.locator(f"#{name}")).to_be_disabled()
            expect(options.locator(f"#{name}-locked")).to_have_text("দপ্তর-নির্ধারিত")
        expect(options.locator("#language")).to_be_enabled()
        expect(options.locator("#sites")).to_contain_text("nothi.example.gov.bd")
        composer.wait_marks(warn=[WORD])  # the draft that was open is checked by the office's server
        assert server.headers[-1]["Authorization"] == "Bearer s3cret"
        reach = (
            "chrome.storage.managed.get().then((set) => JSON.stringify(set), (error) => 'refused: ' + error.message)"
        )
        assert composer.world(reach).startswith("refused")
