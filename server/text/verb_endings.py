"""The endings of Bangla verbs, standard, formal old style and colloquial, as they follow the root.

`কর` + `ছিলাম`, `মার` + `ে`, `খা` + `চ্ছে`, `ভাঙ` + `িয়ে`. Stored in normal form.
"""

from server.text.normalise import normalise
from server.text.noun_endings import Follows

_AFTER_CONSONANT = (
    "িব িবো িবে িবি িবেন িবা িল িলো িলি িলাম িলেন িতাম িতেন িতেছে িতেছি িতেছেন িতেছিল িতেছিলাম স ছস তাছস ুম"
    " ি িস ো ে েন ুন ুক িও েো া ার াতে ায় াই াকে াও িয়া িয়ে িতে িলে িবার বার বা বাই মু ম ইতেছে ইতেছি ইতেছেন"
    " েছি েছিস েছ েছো েছে েছেন েছিল েছিলাম েছিলে েছিলেন েছিলি েছিলো িয়াছি িয়াছে িয়াছেন িয়াছিল িয়াছিলেন"
    " ছি ছিস ছ ছো ছে ছেন ছিল ছিলাম ছিলে ছিলেন ছিলি ছিলো তাছি তাছে তাছেন তাছিল"
)
_AFTER_VOWEL = (
    "ইব ইবো ইবে ইবি ইবেন ইবা ইলেন ইলি ইছস ইছিস ইছেন ইতাছে ইতাছি ইতাছস ইতেছিল ইতেছিলাম ইয়াছি ইয়াছিল ইয়াছিলেন চ্ছস উম"
    " ই ইস ও য় ন ক উন উক ইও য়ো ওয়া ওয়ার ওয়াতে ওয়ায় য়ে ইয়া ইতে ইলে ইল ইলাম ইলো ইছে ইছি ইতেছে ইতেছি ইতেছেন বার বা মু"
    " চ্ছি চ্ছিস চ্ছ চ্ছো চ্ছে চ্ছেন চ্ছিল চ্ছিলাম চ্ছিলে চ্ছিলেন চ্ছিলি চ্ছিলো"
    " য়েছি য়েছিস য়েছ য়েছো য়েছে য়েছেন য়েছিল য়েছিলাম য়েছিলে য়েছিলেন ইয়াছে ইয়াছেন"
)
# After a root in া these change it: খে + লাম, not খাল, খাত.
CHANGES_A_ROOT = "লত"
_AFTER_ANY = "বাম ল লো লাম লি লে লেন লাইন তাম তিস তে ত তো তেন তা ব বো বি বে বেন বা তেছি তেছিস তেছ তেছে তেছেন তেছিল তেছিলাম"
_CAUSATIVE = (
    "াই াস াও ায় ান াচ্ছি াচ্ছিস াচ্ছ াচ্ছো াচ্ছে াচ্ছেন াচ্ছিল াচ্ছিলাম াচ্ছিলেন ালাম ালি ালে ালেন ালো াল াতাম াতে াতেন াতো"
    " াবো াব াবি াবে াবেন াক ান াবা ামু ানো ানোর ানোতে িয়ে িয়েছি িয়েছিস িয়েছ িয়েছো িয়েছে িয়েছেন িয়েছিল িয়েছিলাম িয়েছিলেন"
    " িও াবার াইল াইলো াইলাম াইছে াইতেছে াইয়া"
)
_EMPHASIS = ("", "ই", "ও", "তো")
# নি (have not) stands after the present alone: ফেলেনি, but ফেলানি is a name; না is written apart, করোনা is none.
_BEFORE_NI = "ি িস ো ে েন ই ইস ও য় ন াই ায় াও"


def _verb_endings() -> dict[str, Follows]:
    found: dict[str, Follows] = {}
    for follows, endings in (
        (Follows.ANY, _AFTER_ANY),
        (Follows.VOWEL, _AFTER_VOWEL),
        (Follows.CONSONANT, f"{_AFTER_CONSONANT} {_CAUSATIVE}"),
    ):
        forms = [end + emphasis for end in endings.split() for emphasis in _EMPHASIS]
        forms += [end + "নি" for end in _BEFORE_NI.split() if end in endings.split()]
        for ending in map(normalise, forms):
            found[ending] = found.get(ending, follows) | follows
    return found


VERB = _verb_endings()
