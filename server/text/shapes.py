"""The letters that make a Bangla word, and what a word is: shared by the files that look for words."""

from typing import NamedTuple

from server.text.normalise import normalise

BANGLA = "\u0980-\u0983\u0985-\u09b9\u09bc-\u09ce\u09d7\u09dc-\u09e3\u09f0\u09f1"

# How English letters are written in Bangla, and letters that stand for a name or a title: initials are made of them.
LETTER_NAMES = frozenset(
    normalise("এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ এক্স ওয়াই জেড মো মু ড ডা আ").split()
)


class Word(NamedTuple):
    """One word of the normal form; `start` and `end` (half-open) count its code points."""

    text: str
    start: int
    end: int
