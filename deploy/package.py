"""`make package`: extension/ as the zip that Mozilla signs for Firefox (policies/README.md).

Of the same files always the same bytes, so that whoever has the release can compare: sorted, with no times, owners or hidden files.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can name
MODE = 0o100644 << 16  # a file that all may read
UNIX = 3  # whatever machine packs it


def package(extension: Path, into: Path) -> Path:
    """Makes `into`/jachai-VERSION.zip, VERSION as the manifest has it."""
    version = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))["version"]
    into.mkdir(parents=True, exist_ok=True)
    packed = into / f"jachai-{version}.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(_files(extension)):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.external_attr, entry.create_system, entry.compress_type = MODE, UNIX, zipfile.ZIP_DEFLATED
            archive.writestr(entry, (extension / name).read_bytes())
    return packed


def _files(extension: Path) -> Iterator[str]:
    """Each file as the manifest writes it: page/text.js. Those of an editor, a file manager or git are none of ours."""
    for path in extension.rglob("*"):
        inside = path.relative_to(extension)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            yield inside.as_posix()


if __name__ == "__main__":
    sys.stdout.write(f"{package(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
