"""Which words of which groups stand in a text: what a check asks when lists alone cannot decide."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from server.text.normalise import normalise
from server.wordlists.look import Look
from server.wordlists.overlap import Span
from server.wordlists.ruleset import Ruleset


def cues(normal: str, ruleset: Ruleset, *groups: str) -> dict[str, list[Span]]:
    """The spans (code points of the normal form, ascending) of each of these groups that stands in it."""
    found: dict[str, list[Span]] = defaultdict(list)
    look = Look(ruleset, normal, ruleset.phrases.find(normal))
    for hit in look.hits:
        word_list, _ = ruleset.owners[hit.role.number]
        if word_list.is_group and word_list.id in groups and not look.forgiven(hit):
            found[word_list.id].append((hit.start, hit.end))
    return {group: sorted(spans) for group, spans in found.items()}


def holds_one_of(normal: str, ruleset: Ruleset, group: str) -> bool:
    """Whether a phrase of this group stands in it as its list writes it: no endings, no Banglish, a tenth of the time."""
    return any(phrase in normal for phrase in _phrases(ruleset, group))


@lru_cache(maxsize=64)
def _phrases(ruleset: Ruleset, group: str) -> tuple[str, ...]:
    terms = (term for word_list, term in ruleset.owners if word_list.is_group and word_list.id == group)
    return tuple(normalise(phrase) for term in terms for phrase in (term.text, *(term.romanised or ())) if phrase)
