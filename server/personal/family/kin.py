"""The writer's own family: a relative who is nobody else's beside an occasion, as in ছোট বোনের আকদ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.personal.around.gates import TOKEN
from server.personal.around.names import GENITIVE, is_many
from server.personal.around.pairs import pairs
from server.personal.around.surroundings import Mark, Surroundings
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Wording

RELATIVE, OCCASION = "relative", "occasion"
OFFICIAL = ("official", "superior", "post", "title", "person", "benefit", "accused", "crime", "child-marriage")
WITHIN = 70  # code points between the relative and the occasion
BEFORE = 24  # and before the relative, to the beginning of a word, in which somebody else may own her: করিমের ছোট বোন
_OWN = frozenset(map(normalise, ("আমার", "আমাদের", "আর", "amar", "amader", "ar", "my", "our")))
_DAYS = normalise("বার")  # এবার, শুক্রবার own nobody
# neither times nor adjectives: ঈদের দিন ছোট বোন, একমাত্র ছোট বোন
_NOBODYS = Wording(re.compile, lambda stems: str(stems.owns_nobody))
# behind the relative: no person (mother and child hospital), or all readers (আপু ও ভাইয়েরা)
_NOT_ONE = re.compile(
    rf"[{BANGLA}]* ?(?:and|o|&|{normalise('ও|এবং')}) (?:child|shishu|{normalise('শিশু')}"
    rf"|[{BANGLA}]+(?:{normalise('েরা|রা|গণ|বৃন্দ')})(?![{BANGLA}]))"
)
# who came with her is told of, where nobody says "my": নাতনিকে নিয়ে এসেছেন রহিমা বেগম
_WITH = re.compile(rf"[{BANGLA}]* (?:{normalise('নিয়ে|সাথে|সঙ্গে')})(?![{BANGLA}])")
_DID = re.compile(rf"(?:{normalise('ছেন|লেন')})(?![{BANGLA}])")
# and readers are told what to do: পরিবারের সঙ্গে ভ্রমণে লাইফ জ্যাকেট পরুন; to pray and to wish well is no such thing
_BID = Wording(
    re.compile,
    lambda stems: (
        rf"(?<![{BANGLA}])(?!{stems.family_wishes} )[{BANGLA}]+ {stems.family_advice}(?![{BANGLA}])"
        rf"|(?<![{BANGLA}])(?:{normalise('ঘুরতে|বেড়াতে|দেখতে')}) (?:{normalise('আসুন|আসেন|আসবেন')})(?![{BANGLA}])"
        r"|(?<![a-z])(?:ghurte|berate|beraite|dekhte) ash?(?:un|en|ben)(?![a-z])"
    ),
)
_OTHERS = frozenset(("his", "her", "their", "your", "s", "tar", "tader"))


def own_kin(around: Surroundings, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[Mark, Mark]]:
    """A relative and an occasion for each sentence that speaks of them and of nothing official."""
    for start, end in sentences:
        if not around.has(start, end, (RELATIVE,)) or around.has(start, end, OFFICIAL):
            continue
        for mark, occasion in pairs(around, start, end, RELATIVE, OCCASION, WITHIN):
            if not is_many(around.normal[mark.start : mark.end]) and not _is_anothers(around, mark, start, end):
                yield mark, occasion
                break


def _is_anothers(around: Surroundings, mark: Mark, start: int, end: int) -> bool:
    """Whether somebody else owns the relative: তার ছোট ভাই, মুক্তিযোদ্ধা করিমের অসুস্থ বোন, her niece."""
    if _is_anybodys(around, mark, start, end):
        return True
    cut = around.normal.rfind(" ", start, max(start, mark.start - BEFORE)) + 1  # no word in two
    before = re.split("[,;:]", around.normal[max(start, cut) : mark.start])[-1]
    is_nobodys = _NOBODYS.of(around.stems).fullmatch
    words = [word for word in TOKEN.findall(before) if word not in _OWN and not is_nobodys(word)]
    return any(word in _OTHERS or (word.endswith(GENITIVE) and not word.endswith(_DAYS)) for word in words)


def _is_anybodys(around: Surroundings, mark: Mark, start: int, end: int) -> bool:
    """Whether the relative is no single person, or nobody says "my" and readers or somebody named are spoken of."""
    normal = around.normal
    if _NOT_ONE.match(normal, mark.end, end):
        return True
    if TOKEN.findall(normal, mark.start, mark.end)[0] in _OWN:
        return False
    is_told = _WITH.match(normal, mark.end, end) and _DID.search(normal, mark.end, end)
    return bool(is_told or _BID.of(around.stems).search(normal, start, end))
