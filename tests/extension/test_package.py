"""What is handed out: the folder as it is, small enough for a slow line, packed by `make package`."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from deploy.package import package
from tests.conftest import ROOT

EXTENSION = ROOT / "extension"
VERSION = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))["version"]
LARGEST = 200 * 1024  # bytes


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("build")
    done = subprocess.run(
        ["make", "-s", "package", f"BUILD={into}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{into}/jachai-{VERSION}.zip\n"
    return Path(done.stdout.strip())


def test_the_zip_holds_exactly_the_extension_s_files(packed: Path) -> None:
    inside = (path.relative_to(EXTENSION) for path in EXTENSION.rglob("*") if path.is_file())
    files = sorted(path.as_posix() for path in inside if "/." not in f"/{path.as_posix()}")
    with zipfile.ZipFile(packed) as archive:
        assert archive.namelist() == files and len(files) > 50
        assert all(archive.read(name) == (EXTENSION / name).read_bytes() for name in files)


def test_the_zip_is_at_most_200_kb(packed: Path) -> None:
    assert packed.stat().st_size <= LARGEST


def test_the_same_files_make_the_same_bytes_whatever_lies_hidden_beside_them(packed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "extension"
    shutil.copytree(EXTENSION, copy, copy_function=shutil.copyfile)  # with times, and rights, of its own
    for name in (".DS_Store", "page/.text.js.swp", ".git/config", "platforms/.idea/x.xml"):
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text("", encoding="utf-8")
    (copy / "manifest.json").chmod(0o600)
    assert package(copy, tmp_path / "deep/build").read_bytes() == packed.read_bytes()
