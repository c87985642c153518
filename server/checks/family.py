"""Clause ৬(গ): family and private life on an institution's medium, by the lists in wordlists/personal/.

Beside them a relative and an occasion in one sentence, as wordlists/data/personal/family.yaml names them.
"""

from __future__ import annotations

from collections.abc import Iterator

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding
from server.personal.around.names import RECOGNISABLE
from server.personal.around.pairs import spans_of
from server.personal.around.surroundings import Surroundings
from server.personal.family.kin import OCCASION, OFFICIAL, RELATIVE, own_kin
from server.personal.family.sorrows import SORROW as SORROW_CUE
from server.personal.family.sorrows import sorrows
from server.personal.family.wishes import COLLEAGUE, is_colleagues_wish
from server.personal.people.minors import HELD
from server.personal.people.singled import bids_readers
from server.posting import Posting
from server.severity import Severity
from server.wordlists.ruleset import Match

SORROW = Bilingual(
    "এতে সহকর্মীর ব্যক্তিগত জীবনের কষ্টের কথা প্রকাশ পায়।", "This tells of a private sorrow in a colleague's life."
)
PLAIN = Bilingual(
    "শুধু কাজ, অবসর বা বদলির কথা লিখুন; পরিবার, ঋণ বা মানসিক অবস্থার কথা বাদ দিন।",
    "Tell only of the work, the retirement or the transfer; leave out family, debts and the state of mind.",
)
KIN = Bilingual("কথাটি নিজের পরিবার নিয়ে।", "This is about the writer's own family.")


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for the whole post; on an employee's own account family is nobody's business."""
    if posting.kind != "institution":
        return
    found = Finding.first(posting.listed_in("personal"), lambda: _by_rule(posting), _learned(posting), posting.normal)
    if found:
        yield found


def _learned(posting: Posting) -> list[Match]:
    """The table was taught with posts: in an answer it takes স্যার and ভাইয়া for relatives."""
    if posting.draft.is_answer or not (posting.learned_in("personal") or posting.leaning_in("personal", "family")):
        return []
    around = posting.around
    if around.holds_any("own-praise", "folk-play") or is_colleagues_wish(around):
        return []
    if _parts_with_a_colleague(around):
        return []
    if not around.holds_any(RELATIVE) and _is_at_work(around):
        return []
    is_own = around.holds_any("myself")
    if around.holds_any("child-marriage") and not is_own:
        return []  # whose daughters marry how old is what an office speaks of
    found = [
        match
        for match in posting.learned_in("personal")
        if match.word_list.id not in RECOGNISABLE and (is_own or not bids_readers(around, match.spans, beside=True))
    ]
    return found or posting.leaning_in("personal", "family", unless=OFFICIAL)


def _parts_with_a_colleague(around: Surroundings) -> bool:
    """Whether an office bids one of its people farewell, whom a family awaits or survives; no relative of the writer's own."""
    return around.holds("parting", COLLEAGUE) and not around.holds_any("myself")


def _is_at_work(around: Surroundings) -> bool:
    """Whether what an officer does at work is told, or who was caught, with a father's name: no family of the writer's."""
    return (around.holds("duty") and around.holds_any("superior", COLLEAGUE)) or around.holds_any(HELD)


def _by_rule(posting: Posting) -> Finding | None:
    return _of_sorrow(posting) or _of_kin(posting)


def _of_sorrow(posting: Posting) -> Finding | None:
    """The first private sorrow of an employee who is named."""
    for mark, name in sorrows(posting.around):
        spans = tuple(sorted(((mark.start, mark.end), (name.start, name.end))))
        return Finding("personal/family", "6.ga", Severity.WARN, SORROW, "checks/family#sorrow", spans, instead=PLAIN)
    return None


def _of_kin(posting: Posting) -> Finding | None:
    """The first relative of the writer's own with an occasion in one sentence."""
    if not posting.around.holds(RELATIVE, OCCASION):
        return None
    for pair in own_kin(posting.around, posting.sentences):
        return Finding("personal/family", "6.ga", Severity.WARN, KIN, "checks/family#kin", spans_of(pair))
    return None


CHECK = Check(
    id="personal/family",
    clauses=("6.ga",),
    look=look,
    folder="personal",
    gates=((RELATIVE, SORROW_CUE), (OCCASION, SORROW_CUE)),
    flags=(
        Example("[[আমার মেয়ের]] আজ [[জন্মদিন]], সবাই [[দোয়া করবেন]]"),
        Example("[[শুভ জন্মদিন]] মা। [[কলিজার টুকরা]] আমার।"),
        Example("[[ছোট বোনের]] [[আকদ]] হয়ে গেল আজ"),
    ),
    passes=(
        Example("আমার মেয়ের আজ জন্মদিন, সবাই দোয়া করবেন", {"account": {"kind": "employee"}}),
        Example("জাতির কৃতী সন্তানদের স্মরণে আলোচনা সভা"),
        Example("স্যার, ওয়ালাইকুম আসসালাম", {"action": "reply"}),
        Example("আমাদের সহকর্মী জনাব ফরিদ উদ্দিন আর নেই। তাঁর পরিবারের প্রতি সমবেদনা।"),
        Example("বিদ্যালয় পরিবার গভীরভাবে শোকাহত"),
        Example("রিকশাচালক করিমের ছোট বোনের বিয়ে হয়ে গেল"),
        Example("ছোট বোনের বিয়ে ঠেকাতে ইউএনওকে খবর দেয় সে"),
    ),
)
