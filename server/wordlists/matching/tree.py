"""The tree in which phrases are kept: a word leads to what ends with it and to what goes on behind it.

A phrase's last word leads to its role, packed as a code. A word behind which one phrase alone goes on leads to the rest of
it, its other words and its code: tens of thousands of them are kept, and a dictionary for each would be most of all memory.
"""

from __future__ import annotations

from typing import cast


class Branch:
    """Where phrases part, or where several end. `codes`: of those that end here; `marks`: also of those that go on."""

    __slots__ = ("children", "codes", "marks")

    def __init__(self, codes: tuple[int, ...], marks: int) -> None:
        self.children: Tree | Rest = {}
        self.codes = codes
        self.marks = marks


Rest = tuple[str | int, ...]
Node = int | Rest | Branch
Tree = dict[str, Node]


_NOTHING: Tree = {}  # behind thousands of words


def close(tree: Tree) -> None:
    """Once nothing comes in any more: a branch behind which one phrase goes on keeps its rest, those behind which none does share one empty dictionary."""
    for node in tree.values():
        if isinstance(node, Branch):
            node.children = _closed(cast(Tree, node.children))


def share(tree: Tree) -> None:
    """Keeps equal marks once: they are as long as there are groups. A tree just built or unpickled has them apart."""
    known: dict[int, int] = {}
    ahead = [tree]
    while ahead:
        for node in ahead.pop().values():
            if isinstance(node, Branch):
                node.marks = known.setdefault(node.marks, node.marks)
                if isinstance(node.children, dict):
                    ahead.append(node.children)


def _closed(tree: Tree) -> Tree | Rest:
    if len(tree) == 1:
        [(word, node)] = tree.items()
        if not isinstance(node, Branch):
            return (word, node) if isinstance(node, int) else (word, *node)
    close(tree)
    return tree or _NOTHING


def onward_in(rest: Rest) -> tuple[str, int | Rest]:
    """(the next word of a phrase that goes on alone, what that leads to)."""
    return cast(str, rest[0]), cast(int, rest[1]) if len(rest) == 2 else rest[1:]


def next_in(rest: Rest, word: str) -> int | Rest | None:
    """What a word leads to in a phrase that goes on alone; None where another word is next."""
    return onward_in(rest)[1] if rest[0] == word else None


def code_of(node: int | Rest) -> int:
    """The code of the one phrase that ends or goes on there."""
    return node if isinstance(node, int) else cast(int, node[-1])


def ends(node: Node | None) -> tuple[int, ...]:
    """The codes of the phrases that end at a node."""
    if isinstance(node, int):
        return (node,)
    return node.codes if isinstance(node, Branch) else ()


def goes_on(node: Node) -> Tree | Rest | None:
    """What comes behind a node's word; None where nothing does."""
    if isinstance(node, Branch):
        return node.children or None
    return node if isinstance(node, tuple) else None
