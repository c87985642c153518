"""Clauses ৪ and ৬: a shop, an advertisement, a private sale, by the lists in wordlists/purpose/.

Warnings of fraud, raids, auctions, subsidised goods and fairs speak of selling too, and are an office's work.
"""

from __future__ import annotations

from collections.abc import Iterator

from server.checks import Check, Example
from server.finding import Finding
from server.institution import Institution
from server.personal.pairs import pairs, spans_of
from server.posting import Posting
from server.severity import Bilingual, Severity
from server.wordlists.cues import cues
from server.wordlists.ruleset import Match

OFFERED = Bilingual(
    "লেখাটি পণ্য বা ভাড়ার প্রস্তাব বলে মনে হচ্ছে; প্রতিষ্ঠানের উদ্দেশ্যের সঙ্গে মেলে না।",
    "This seems to offer goods or a let; it does not serve the institution's purpose.",
)
GOODS, OFFER = "goods", "offer"
OFFICES_OWN = ("office", "post", "official", "public-trade", "superior", "benefit", "premises", "person", "accused")
WITHIN = 50  # code points between the goods and the offer


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for the whole post; none for an office whose business is to sell."""
    if posting.kind != "institution" or (posting.institution and posting.institution.sells):
        return
    found = Finding.first(posting.listed_in("purpose"), lambda: _offered(posting), _learned(posting))
    if found and not cues(posting.normal, posting.ruleset, "fraud-warnings", "public-sales"):
        yield found


def _learned(posting: Posting) -> list[Match]:
    """The table was taught with posts: of an answer only the lists know."""
    if posting.draft.is_answer:
        return []
    found = posting.learned_in("purpose")
    return found or (posting.leaning_in("purpose") if posting.draft.action == "post" else [])


def _offered(posting: Posting) -> Finding | None:
    """Goods and an offer in one sentence of a new post that speaks of nothing official."""
    around = posting.around
    if posting.draft.action != "post" or not around.holds(GOODS, OFFER):
        return None
    if around.holds_any(*OFFICES_OWN):
        return None
    for start, end in posting.sentences:
        for pair in pairs(around, start, end, GOODS, OFFER, WITHIN):
            return Finding("purpose/adverts", "6", Severity.ADVISE, OFFERED, "checks/purpose#offer", spans_of(pair))
    return None


CHECK = Check(
    id="purpose",
    clauses=("6",),
    look=look,
    folder="purpose",
    gates=((GOODS,), (OFFER,)),
    flags=(
        Example("[[অর্ডার করতে]] পেজে লিখুন, সারাদেশে [[হোম ডেলিভারি]]"),
        Example("খাঁটি [[মধু]] লাগলে [[ইনবক্স করুন]]"),
        Example("ব্যবহৃত ফ্রিজ [[বিক্রি হবে]], [[দাম আলোচনা সাপেক্ষে]]"),
        Example("[[Order now]], free gift with every pair"),
    ),
    passes=(
        Example("ঈদের শাড়ি অর্ডার করতে ইনবক্স করুন", {"account": {"kind": "employee"}}),
        Example("অনলাইনে অর্ডার করতে গিয়ে প্রতারিত হলে ১৬১২১ নম্বরে জানান"),
        Example("পুরাতন আসবাব নিলামে বিক্রি হবে, দাম আলোচনা সাপেক্ষে নয়"),
        Example("ভাইয়া, হ্যাঁ, পারবেন।", {"action": "reply"}),
        Example("কাল থেকে টিসিবির পণ্য ট্রাকে বিক্রি হবে"),
        Example("ঈদ অফার: ৯% সুদে ঋণ", institution=Institution("bank", name_bn="ব্যাংক", sells=True)),
    ),
)
