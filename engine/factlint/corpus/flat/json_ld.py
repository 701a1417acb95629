"""JSON-LD as publishers write it: objects of schema.org, wherever they stand in a file, and what they refer to."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.corpus.yaml_nodes import Listing, Mapping, Node, Scalar

MAX_DEPTH = 40
"""A feed of reviews nests about twelve deep."""

_PREFIXES = ("https://schema.org/", "http://schema.org/", "schema:")


class Graph:
    """The objects of one file. An object that is only named, `{"@id": …}`, is looked up where it is described."""

    def __init__(self, root: Node) -> None:
        self._named: dict[str, Mapping] = {}
        self._objects = list(_objects(root))
        for node in self._objects:
            name = node.text("@id")
            if name is not None and len(node.entries) > 1:
                self._named.setdefault(name, node)

    def of_type(self, wanted: str) -> Iterator[Mapping]:
        """The objects of a type of schema.org, in the order of the file."""
        return (node for node in self._objects if wanted in types(node))

    def every(self, node: Node | None, *path: str) -> list[Node]:
        """What stands at a path of keys: JSON-LD writes a list of values where there are several, or one."""
        found = _spread(node)
        for key in path:
            below = [self._described(it) for it in found]
            found = [item for it in below if isinstance(it, Mapping) for item in _spread(it.get(key))]
        return [self._described(it) for it in found]

    def texts(self, node: Node | None, *path: str) -> list[Scalar]:
        """The texts at a path; of an object there its name."""
        found = [
            it.get("name") or it.get("@value") if isinstance(it, Mapping) else it for it in self.every(node, *path)
        ]
        return [it for item in found for it in _spread(item) if isinstance(it, Scalar) and it.text.strip()]

    def text(self, node: Node | None, *path: str) -> Scalar | None:
        """The first of the texts at a path."""
        return next(iter(self.texts(node, *path)), None)

    def _described(self, node: Node) -> Node:
        name = node.text("@id") if isinstance(node, Mapping) and len(node.entries) == 1 else None
        return node if name is None else self._named.get(name, node)


def types(node: Mapping) -> set[str]:
    """The types of an object, without the prefix of schema.org."""
    found = set()
    for item in _spread(node.get("@type")):
        if isinstance(item, Scalar):
            name = item.text.strip()
            found.add(next((name.removeprefix(it) for it in _PREFIXES if name.startswith(it)), name))
    return found


def _spread(node: Node | None) -> list[Node]:
    return [] if node is None else list(node.items) if isinstance(node, Listing) else [node]


def _objects(root: Node) -> Iterator[Mapping]:
    """Every object, the outer before the inner."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            yield node
            waiting += [value for _, value in reversed(node.entries.values())]
        elif isinstance(node, Listing):
            waiting += reversed(node.items)
