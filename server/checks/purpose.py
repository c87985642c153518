"""Clauses ৪ and ৬: a shop, an advertisement, a private sale, by the lists in wordlists/purpose/.

Warnings of fraud, raids, auctions, subsidised goods and fairs speak of selling too, and are an office's work.
"""

from __future__ import annotations

from collections.abc import Iterator

from server.checks import Check, Example
from server.finding import Finding
from server.institution import Institution
from server.posting import Posting
from server.wordlists.cues import cues


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for the whole post; none for an office whose business is to sell."""
    if posting.kind != "institution" or (posting.institution and posting.institution.sells):
        return
    matches = posting.matches_of("purpose")
    if matches and not cues(posting.normal, posting.ruleset, "fraud-warnings", "public-sales"):
        yield Finding.of_matches(matches)


CHECK = Check(
    id="purpose",
    clauses=("6",),
    look=look,
    folder="purpose",
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
        Example("কাল থেকে টিসিবির পণ্য ট্রাকে বিক্রি হবে"),
        Example("ঈদ অফার: ৯% সুদে ঋণ", institution=Institution("bank", name_bn="ব্যাংক", sells=True)),
    ),
)
