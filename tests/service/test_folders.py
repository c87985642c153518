"""Folders as IT lays them out: linked from elsewhere, swapped whole, with files of any name."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from server.wordlists.load import load
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.tending.lint import lint
from tests.service.offices import write_list
from tests.service.test_start import start

NO_UTF8 = os.fsdecode(b"\xe6\xa6.yaml")
FOLDERS = ["data/parties", "data/contexts", "data/personal", "data/selectors"]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("is_link", [True, False])
def test_the_hash_knows_what_is_read_of_a_folder_of_data(tmp_path: Path, folder: str, is_link: bool) -> None:
    base = write_list(tmp_path / "wordlists", "শব্দটা")
    real = tmp_path / "elsewhere" if is_link else base / folder
    real.mkdir(parents=True)
    for path in sorted((SHIPPED / "data/parties").glob("*.yaml"))[:2]:
        shutil.copy(path, real)
    if is_link:
        (base / "data").mkdir()
        (base / folder).symlink_to(real)
    first = load([base])[0].hash
    sorted(real.iterdir())[1].unlink()
    assert load([base])[0].hash != first


def test_a_link_is_as_good_as_the_folder(tmp_path: Path) -> None:
    base = write_list(tmp_path / "wordlists", "শব্দটা")
    shutil.copytree(SHIPPED / "data/parties", base / "data/parties")
    first = load([base])[0].hash
    (base / "data/parties").rename(tmp_path / "elsewhere")
    (base / "data/parties").symlink_to("../../elsewhere")
    assert load([base])[0].hash == first


@pytest.mark.parametrize(
    "folder", ["prohibited", "groups", "data/parties", "data/contexts", "data", "learned", "harmless"]
)
def test_a_file_whose_name_is_no_utf8_is_named_in_a_fault(tmp_path: Path, folder: str) -> None:
    base = write_list(tmp_path / "wordlists", "শব্দটা")
    (base / folder).mkdir(parents=True, exist_ok=True)
    ending = {"learned": ".tsv", "harmless": ".txt"}.get(folder, ".yaml")
    path = (base / folder / NO_UTF8).with_suffix(ending)
    path.write_text("শব্দটা\n" if folder == "harmless" else "id: third\nterms:\n  - তৃতীয়শব্দ\n", encoding="utf-8")
    with pytest.raises(FaultyLists) as error:
        lint([base])
    told = str(error.value)
    assert f"{folder}/\\udce6\\udca6{ending}:1" in told and told.encode()
    assert "not UTF-8; rename it" in told or folder == "harmless"


@pytest.mark.service
def test_no_server_starts_on_it_and_says_why(tmp_path: Path) -> None:
    base = write_list(tmp_path / "wordlists", "শব্দটা")
    shutil.copy(base / "prohibited/service-words.yaml", base / "prohibited" / NO_UTF8)
    done = start(wordlists=base)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "udce6\\udca6.yaml:1: " in done.stderr and "rename it" in done.stderr
