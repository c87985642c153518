"""The key: hashes that only its holder can make, and that stay the same where a platform touches white space."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.records.key import Key, new_key, read_key
from server.settings import BadSetting

KEY = read_key("ab" * 32)


@pytest.mark.parametrize("other", ["আসন্ন  সভা\n", " আসন্ন সভা", "আসন্ন\u00a0সভা", "আসন্ন\r\nসভা"])
def test_white_space_does_not_matter(other: str) -> None:
    assert KEY.hash(other) == KEY.hash("আসন্ন সভা")


def test_split_and_joined_letters_are_one() -> None:
    assert KEY.hash("দৃষ্টি আকর্ষণ য়") == KEY.hash("দৃষ্টি আকর্ষণ \u09df")


@pytest.mark.parametrize("other", ["আসন্নসভা", "আসন্ন সভা।", "Asonno sobha", ""])
def test_other_texts_have_other_hashes(other: str) -> None:
    assert KEY.hash(other) != KEY.hash("আসন্ন সভা")


def test_another_key_gives_another_hash_and_another_id() -> None:
    other = read_key(new_key())
    assert other.hash("সভা") != KEY.hash("সভা") and other.id != KEY.id
    assert len(KEY.hash("সভা")) == 64 and len(KEY.id) == 8


def test_a_fingerprint_is_keyed_apart_from_texts() -> None:
    """Whoever may override a text of their own must not learn by its hash what a report's fingerprint is."""
    keyed = KEY.fingerprint("00ff00ff00ff00ff")
    assert keyed == KEY.fingerprint("00ff00ff00ff00ff") and len(keyed) == 16 and set(keyed) <= set("0123456789abcdef")
    others = KEY.fingerprint("00ff00ff00ff00fe"), read_key(new_key()).fingerprint("00ff00ff00ff00ff")
    assert keyed not in others and not KEY.hash("00ff00ff00ff00ff").startswith(keyed)


def test_the_key_does_not_show() -> None:
    assert "ab" * 4 not in repr(KEY) and KEY.secret.hex().startswith("abab")


def test_a_key_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "records.key"
    path.write_text(f"{'ab' * 32}\n")
    assert read_key(str(path)) == Key(bytes.fromhex("ab" * 32))


@pytest.mark.parametrize("value", ["", "ab", "zz" * 32, "AB" * 32])
def test_a_bad_key_names_the_cure_and_not_itself(value: str) -> None:
    with pytest.raises(BadSetting, match="records key") as error:
        read_key(value)
    assert not value or value not in str(error.value)


@pytest.mark.parametrize(
    ("held", "said"), [(None, "there is no file"), ("", "is empty"), ("ab", "is no key"), ("zz" * 32, "is no key")]
)
def test_what_is_wrong_with_the_file_is_told_and_not_what_it_holds(tmp_path: Path, held: str | None, said: str) -> None:
    path = tmp_path / "records.key"
    if held is not None:
        path.write_text(held)
    with pytest.raises(BadSetting, match=said) as error:
        read_key(str(path))
    assert str(path) in str(error.value)
    assert not held or held not in str(error.value).replace(str(path), "")


def test_a_key_that_may_not_be_read_is_not_to_be_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "records.key"
    path.write_text("ab" * 32)

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)  # root may read everything
    with pytest.raises(BadSetting, match=f"chmod 640 {path}") as error:
        read_key(str(path))
    assert "records key" not in str(error.value)


def test_a_file_that_holds_no_key(tmp_path: Path) -> None:
    path = tmp_path / "records.key"
    path.write_bytes("গোপন".encode())
    with pytest.raises(BadSetting):
        read_key(str(path))
