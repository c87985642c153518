"""The cluster: a base character and everything after it that `normalise` may fold into it.

Every step of `normalise` stays inside one cluster. That is what makes `offsets` exact: a text can be
cut between clusters, the pieces normalised apart, and nothing changes.
"""

import regex

# Characters that normalise drops: format characters (joiners, zero-width, bidi, soft hyphen, tags),
# variation selectors, invisible fillers, and controls that are no white space.
DROPPED_CLASS = (
    r"\p{Cf}\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180f\u034f\u115f\u1160\u3164\uffa0\u17b4\u17b5"
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)

# What can join the character before it under NFKC though it is no mark: conjoining jamo and the
# compatibility letters that turn into them, half-width sound marks, Thai and Lao AM.
JOINING_CLASS = r"\u1160-\u11ff\u3130-\u318f\ud7b0-\ud7ff\uff9e-\uffdf\u0e33\u0eb3"

DROPPED = regex.compile(f"[{DROPPED_CLASS}]+")
CLUSTER = regex.compile(rf"(?s:\r\n|.)[\p{{M}}{JOINING_CLASS}{DROPPED_CLASS}]*+")
_GRAPHEME = regex.compile(r"\X")


def boundaries(text: str) -> list[int]:
    """Code points at which `text` may be cut: no cluster and no grapheme lies across, both ends included."""
    starts = {match.start() for match in CLUSTER.finditer(text)}
    starts.intersection_update(match.start() for match in _GRAPHEME.finditer(text))
    return [*sorted(starts), len(text)]
