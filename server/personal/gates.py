"""Which finders need look at a draft at all: by the beginnings that stand in it. Most drafts of an office open none.

A gate is a letter sequence without which its finder finds nothing; behind ^ it begins a stretch between spaces. What
each stretch holds is remembered.
"""

from __future__ import annotations

from server.text.normalise import normalise

DIGIT = "digit"
WORDS = {
    "birth": "জন্ম birth dob d.o.b jonmo born",
    "blood": "রক্ত ব্লাড blood rokt",
    "home": "গ্রাম সাং সাকিন মহল্লা বাড়ি বাসা ফ্ল্যাট ফ্লাট পার্টমেন্ট হাউজ হাউস হোল্ডিং house flat apartment apt vill holding gram: basa bari",
    "mail": "@ at) at] at} at> ^at",
    "paper": "পাসপোর্ট পাসর্পোট পাসপোট passport pasport লাইসেন্স licen ডিএল dl আইডি ^id student রোগী patient mrn ভর্তি টিকিট হাসপাতাল admission hospital",
    "people": "ভুক্তভোগ ভিকটিম ধর্ষ নির্যাত শিকার শ্লীলতা যৌন বলাৎ বাল্য রোগ আক্রান্ত পজিটিভ শনাক্ত সনাক্ত ভর্তি পেশেন্ট চিকিৎসাধীন"
    " ভুগছে অভিযোগকারি নালিশ দাতা সোর্স victim rape molest assault patient complain inform whistle tipped positive"
    " infected diagnosed suffering child dhors rogi akranto ovijog obhijog ballo totthod",
    "told": "অভিযোগ তথ্য খবর ধরা",  # every day's words, which mean somebody only before some others
}
BITS = {name: 1 << place for place, name in enumerate((DIGIT, *WORDS))}
_BEGINNINGS = tuple((BITS[name], tuple(normalise(words).split())) for name, words in WORDS.items())
_LONGEST, _MOST = 32, 16_384  # code points of a remembered stretch, and how many are remembered

_quiet: set[str] = set()  # stretches of recent drafts that open nothing
_loud: dict[str, int] = {}  # those that do, with their bits


def open_gates(normal: str) -> int:
    """The bits of `BITS` whose beginnings stand in a normal form."""
    found = 0
    for stretch in set(normal.split()) - _quiet:
        known = _loud.get(stretch)
        found |= _learn(stretch) if known is None else known
    return found


def _learn(stretch: str) -> int:
    """The bits of a stretch that was not met before."""
    if len(_quiet) + len(_loud) >= _MOST:
        _quiet.clear()
        _loud.clear()
    bits = _bits(stretch)
    if len(stretch) <= _LONGEST:
        if bits:
            _loud[stretch] = bits
        else:
            _quiet.add(stretch)
    return bits


def _bits(stretch: str) -> int:
    marked = f"^{stretch}"
    found = BITS[DIGIT] if any(digit in stretch for digit in "0123456789") else 0
    for bit, beginnings in _BEGINNINGS:
        if any(beginning in marked for beginning in beginnings):
            found |= bit
    return found
