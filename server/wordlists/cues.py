"""Which words of which groups stand in a text: what a check asks when lists alone cannot decide."""

from __future__ import annotations

from collections import defaultdict
from weakref import WeakKeyDictionary

from server.text.normalise import normalise
from server.wordlists.look import Look
from server.wordlists.match import FORGIVING
from server.wordlists.overlap import Span
from server.wordlists.ruleset import Ruleset


def cues(normal: str, ruleset: Ruleset, *groups: str) -> dict[str, list[Span]]:
    """The spans (code points of the normal form, ascending) of each of these groups that stands in it.

    Most drafts hold none of them: what may forgive is looked up only where there is something to forgive.
    """
    phrases, asked = ruleset.phrases, ruleset.marks(groups)
    opened = phrases.open(normal)
    if not opened.marks & asked or not any(hit.role.mark & asked for hit in phrases.walk(opened, asked)):
        return {}
    look = Look(ruleset, normal, phrases.walk(opened, asked | FORGIVING))
    found: dict[str, list[Span]] = defaultdict(list)
    for hit in look.hits:
        if hit.role.mark & asked and not look.forgiven(hit):
            found[ruleset.owners[hit.role.number][0].id].append((hit.start, hit.end))
    return {group: sorted(spans) for group, spans in found.items()}


def holds_one_of(normal: str, ruleset: Ruleset, group: str) -> bool:
    """Whether a phrase of this group stands in it as its list writes it: no endings, no Banglish, a tenth of the time."""
    return any(phrase in normal for phrase in _phrases(ruleset, group))


_known: WeakKeyDictionary[Ruleset, dict[str, tuple[str, ...]]] = (
    WeakKeyDictionary()
)  # goes with its ruleset at a reload


def _phrases(ruleset: Ruleset, group: str) -> tuple[str, ...]:
    known = _known.setdefault(ruleset, {})
    if group not in known:
        terms = (term for word_list, term in ruleset.owners if word_list.is_group and word_list.id == group)
        texts = (phrase for term in terms for phrase in (term.text, *(term.romanised or ())) if phrase)
        known[group] = tuple(map(normalise, texts))
    return known[group]
