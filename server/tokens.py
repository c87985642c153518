"""Bearer tokens: random, kept only as hashes in an office's profile, compared in constant time."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping

from server.wordlists.reading.faults import Faults

SCHEME = "sha256:"
MARK = "jachai_"  # how a token begins
AT_ONCE = 2  # tokens of an office: the new one works before the old one is taken out
MAX_TOKEN = 200  # characters; a longer one is nobody's


def new_token() -> str:
    """A token of 256 random bits, easy to recognise where it turns up by mistake."""
    return f"{MARK}{secrets.token_urlsafe(32)}"


def hash_of(token: str) -> str:
    """What the profile keeps of a token: "sha256:" and 64 digits. The token is random, so it needs no salt."""
    return SCHEME + hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def refuse_hash(value: str, line: int, faults: Faults) -> None:
    """What stands where a token's hash belongs may be the token: it is never told again, for all may read /ready."""
    cure = "flask --app wsgi institutions token ID"
    bn, en = (
        ("এখানে টোকেনটিই লেখা আছে, তার হ্যাশ নয়", "this is the token, not its hash")
        if value.startswith(MARK)
        else ("এটি টোকেনের হ্যাশ নয়", "no token's hash")
    )
    faults.add(  # the command reads no faulty profile
        line,
        f"token_hashes: {bn}; সারিটি মুছুন, তারপর {cure} চালিয়ে যে sha256: সারি পাবেন সেটি লিখুন",
        f"token_hashes: {en}; take the row out, then run {cure} and write the sha256: row that it shows",
    )


class Tokens:
    """Which office each token means."""

    def __init__(self, hashes: Iterable[tuple[str, str]]) -> None:
        """`hashes`: (hash as the profile has it, the office's id)."""
        self._offices: Mapping[str, tuple[str, str]] = {
            hashed[: len(SCHEME) + 16]: (hashed, office) for hashed, office in hashes
        }

    def __len__(self) -> int:
        return len(self._offices)

    def office_of(self, token: str) -> str | None:
        """The id of the token's office; None where the token is nobody's.

        The right hash is found by its beginning, which tells a guesser nothing of a random token, and then compared in constant time.
        """
        if len(token) > MAX_TOKEN:
            return None
        given = hash_of(token)
        known, office = self._offices.get(given[: len(SCHEME) + 16], ("", ""))
        return office if hmac.compare_digest(known, given) else None
