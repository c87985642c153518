"""The key under which texts are hashed: without it nobody can try out which text a row stands for."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from server.bilingual import Bilingual
from server.settings import BadSetting

_DIGITS = re.compile(r"[0-9a-f]{64}")
_OF_REPORT = "report\0"  # no draft holds a NUL: no override's hash is ever a report's
CURE = (
    "JACHAI_RECORDS_KEY: {bn}৬৪টি হেক্সাডেসিমাল অঙ্ক বা তার ফাইল লাগবে; আগের চাবি থাকলে সেটিই ফিরিয়ে আনুন | "
    "{en}64 hexadecimal digits, or a file of them, are needed; where there was a key, bring it back. A first one:\n"
    "    flask --app wsgi records key > FILE; chgrp jachai FILE; chmod 640 FILE; JACHAI_RECORDS_KEY=FILE"
)
UNREADABLE = (
    "JACHAI_RECORDS_KEY: চাবির ফাইলটি এই ব্যবহারকারী পড়তে পারে না; চাবি বদলাবেন না, পড়তে দিন | "
    "this user may not read the key's file; keep the key and let it be read:\n"
    "    chgrp jachai {file}; chmod 640 {file}"
)


@dataclass(frozen=True)
class Key:
    """A secret of 32 bytes; its `id`, kept beside each hash, tells which key made it."""

    secret: bytes = field(repr=False)

    @property
    def id(self) -> str:
        """Eight digits of the secret's own hash."""
        return hashlib.sha256(b"jachai records key\0" + self.secret).hexdigest()[:8]

    def hash(self, text: str) -> str:
        """HMAC-SHA256 of a text, its white space and joined letters evened out: a platform changes those."""
        even = " ".join(unicodedata.normalize("NFC", text).split())
        return hmac.new(self.secret, even.encode(), hashlib.sha256).hexdigest()

    def fingerprint(self, fingerprint: str) -> str:
        """16 digits in place of a finding's own: with those alone, a number that an excerpt left out could be tried out."""
        return self.hash(_OF_REPORT + fingerprint)[:16]


def new_key() -> str:
    """A new key's 64 digits."""
    return secrets.token_hex(32)


def read_key(value: str) -> Key:
    """The key in JACHAI_RECORDS_KEY: its digits, or a file that holds them. BadSetting names the cure, not the value."""
    digits = value.strip()
    if not _DIGITS.fullmatch(digits):
        digits = _digits_of(value)
    if not _DIGITS.fullmatch(digits):
        raise BadSetting(CURE.format(**_what_is_wrong(value)._asdict()))
    return Key(bytes.fromhex(digits))


def _what_is_wrong(value: str) -> Bilingual:
    """What the file of the setting lacks; nothing where it names none: a key that was mistyped is shown to nobody."""
    if not value.startswith("/"):
        return Bilingual("", "")
    try:
        size = len(Path(value).read_bytes().strip())
    except OSError:
        return Bilingual(f"{value} ফাইলটি নেই; ", f"there is no file {value}; ")
    if not size:
        return Bilingual(f"{value} ফাইলটি খালি; ", f"the file {value} is empty; ")
    return Bilingual(f"{value} ফাইলে যা আছে তা চাবি নয়; ", f"what the file {value} holds is no key; ")


def _digits_of(file: str) -> str:
    try:
        return Path(file).read_text(encoding="ascii").strip() if file else ""
    except PermissionError:  # so it is a file's name, no key that was mistyped
        raise BadSetting(UNREADABLE.format(file=file)) from None
    except (OSError, ValueError):
        return ""
