"""What is handed out: the folder as it is, small enough for a slow line."""

import io
import zipfile
from pathlib import Path

EXTENSION = Path(__file__).parents[2] / "extension"
LARGEST = 200 * 1024  # bytes


def test_the_zipped_folder_is_at_most_200_kb() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(EXTENSION.rglob("*")):
            archive.write(path, path.relative_to(EXTENSION))
    assert len(archive.namelist()) > 50
    assert len(packed.getvalue()) <= LARGEST
