"""Clause ৫(ছ), on an own account ৫(ট)(অ): the platform's own limits, as wordlists/data/ has them.

Each platform counts in its own way: UTF-16 units, what a reader sees as one character, or X's weights.
"""

from __future__ import annotations

from collections.abc import Iterator

from server.bilingual import Bilingual, in_bangla
from server.checks import Check, Example
from server.draft import Draft
from server.finding import Finding
from server.posting import Posting
from server.severity import Severity
from server.text.hashtags import HASHTAG
from server.text.shapes import TIMEOUT

LENGTH = Bilingual(
    "লেখাটি প্ল্যাটফর্মের সীমার চেয়ে {over} অক্ষর বেশি (সীমা {limit})।",
    "The post is {over} characters over the platform's limit of {limit}.",
)
HASHTAGS = Bilingual(
    "হ্যাশট্যাগের সংখ্যা প্ল্যাটফর্মের সীমা ({limit}) ছাড়িয়েছে।", "More hashtags than the platform's limit of {limit}."
)
MENTIONS = Bilingual("ট্যাগের সংখ্যা প্ল্যাটফর্মের সীমা ({limit}) ছাড়িয়েছে।", "More tags than the platform's limit of {limit}.")


def look(posting: Posting) -> Iterator[Finding]:
    """What this platform would cut or refuse; nothing where it is unknown."""
    draft, platform = posting.draft, posting.platform
    if platform is None:
        return
    over = posting.excess()
    if over:
        yield _exceeded(posting, "platform/length", LENGTH, platform.limit(draft.is_answer), over)
    if platform.hashtags and len(HASHTAG.findall(draft.text, timeout=TIMEOUT)) > platform.hashtags:
        yield _exceeded(posting, "platform/hashtags", HASHTAGS, platform.hashtags)
    if platform.mentions and _tags(draft) > platform.mentions:
        yield _exceeded(posting, "platform/mentions", MENTIONS, platform.mentions)


def _tags(draft: Draft) -> int:
    return len({mention.text for mention in draft.mentions})


def _exceeded(posting: Posting, check: str, message: Bilingual, limit: int, over: int = 0) -> Finding:
    employee = posting.kind == "employee"
    return Finding(
        check,
        "5.tta.a" if employee else "5.chha",
        Severity.ADVISE if employee else Severity.WARN,
        Bilingual(
            message.bn.format(over=in_bangla(over), limit=in_bangla(limit)),
            message.en.format(over=over, limit=limit),
        ),
        f"checks/platform_limits#{check.partition('/')[2]}",
    )


_X = {"platform": "x"}
CHECK = Check(
    id="platform",
    clauses=("5.chha", "5.tta.a"),
    look=look,
    kinds=("platform/length", "platform/hashtags", "platform/mentions"),
    flags=(
        Example("ক" * 281, _X),
        Example("漢" * 141, _X),
        Example("🎉" * 141, _X),
        Example("সভা " * 200, {"platform": "threads"}),
        Example("আজকের ছবি " + "#ক" * 31, {"platform": "instagram"}),
        Example("ক" * 281, {"platform": "x", "account": {"kind": "employee"}}),
    ),
    passes=(
        Example("ক" * 280, _X),
        Example("漢" * 140, _X),
        Example("👨‍👩‍👧‍👦" * 140, _X),
        Example("বিস্তারিত https://nilkandi.gov.bd/" + "a" * 400, _X),
        Example("ক" * 281, {"platform": "facebook"}),
        Example("ক" * 281),
    ),
)
