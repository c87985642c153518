"""Letters that stand apart and mean no harm: initials, measures, lists by letter."""

from itertools import pairwise

from server.text.normalise import normalise

# How English letters are written in Bangla, and letters that stand for a name or a title.
LETTER_NAMES = frozenset(
    normalise("এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ এক্স ওয়াই জেড মো মু ড ডা আ").split()
)
_MEASURES = frozenset(normalise("কি কে মি সে গ্রা লি মে হে জি টি টা ব ঘ বর্গ ঘন ফু ই কিলো").split())
_ALPHABETS = (normalise("কখগঘঙচছজঝঞটঠডঢণতথদধন"), normalise("অআইঈউঊঋএঐওঔ"), "abcdefghijklmnopqrstuvwxyz")


def means_no_harm(pieces: list[str]) -> bool:
    """Whether letters of the normal form stand apart as initials (এ কে এম), a measure (কি মি) or a list (ক খ গ)."""
    if LETTER_NAMES.issuperset(pieces) or _MEASURES.issuperset(pieces):
        return True
    return len(pieces) > 1 and all(
        any(first + second in alphabet for alphabet in _ALPHABETS) for first, second in pairwise(pieces)
    )
