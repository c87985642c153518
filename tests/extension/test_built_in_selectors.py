"""What is built into the extension could come from a server, too: else newer selectors of that platform could not be written."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from server.wordlists.facts.selector_names import names_in
from server.wordlists.facts.selectors import read_selectors
from server.wordlists.reading.faults import Faults

EXTENSION = Path(__file__).parents[2] / "extension"
READ = """
import { readFileSync, readdirSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
const found = [];
const Jachai = { elements: {}, addPlatform: ({ name, selectors, labels = {} }) => found.push({ name, selectors, labels }) };
for (const file of readdirSync('platforms')) runInNewContext(readFileSync(`platforms/${file}`, 'utf8'), { Jachai });
console.log(JSON.stringify(found));
"""

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="the extension's files are read by node")


@pytest.fixture(scope="module")
def built_in() -> list[dict[str, Any]]:
    """Name, selectors and labels of each platform's file."""
    command = ["node", "--input-type=module", "--eval", READ]
    done = subprocess.run(command, cwd=EXTENSION, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_names_that_a_server_takes_are_those_of_the_extension(built_in: list[dict[str, Any]]) -> None:
    source = (EXTENSION / "content/platform.js").read_text(encoding="utf-8")
    [known] = re.findall(r"var JachaiSelectors = .*\(\[(.*)\]\);", source)
    any_selectors = {"composer", *re.findall(r"\w+", known)}
    taken = {name: (sorted(names.selectors), sorted(names.labels)) for name, names in names_in([]).items()}
    assert taken == {
        one["name"]: (sorted(any_selectors | set(one["selectors"])), sorted({"publish", *one["labels"]}))
        for one in built_in
    }


def test_all_that_is_built_in_is_taken_of_a_server(built_in: list[dict[str, Any]], tmp_path: Path) -> None:
    for one in built_in:
        path = tmp_path / f"{one['name']}.yaml"
        path.write_text(json.dumps({**one, "confirmed": "never", "written": "2026-12-01"}), encoding="utf-8")
        faults = Faults.of(path, tmp_path)
        found = read_selectors(path, faults, names_in([]))
        assert [str(fault) for fault in faults.found] == []
        assert found and found.selectors == one["selectors"]
