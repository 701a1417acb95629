"""Parts of a run that are worth keeping by themselves: where one rule or one claim changed, the rest need not be read.

Only the command line keeps anything (`keeping`); whoever uses factlint as a library has no cache unless they ask.
"""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from factlint import files
from factlint.cache import folder as cache
from factlint.cache.trace import Trace, still_true

T = TypeVar("T")

_place: tuple[str, str] | None = None
"""The cache's folder, and what stands for the code that runs."""
_memories: list[Memory] = []

MOST = 50_000
"""Answers of a memory; one that is full starts anew."""


@contextmanager
def keeping(folder: str, identity: bytes) -> Iterator[None]:
    """Keep parts in this folder while the block runs, and what was kept there before."""
    global _place  # noqa: PLW0603 - one cache a process, as there is one process a run
    _place = (folder, identity.hex())
    try:
        yield
        for memory in _memories:
            memory.save()
    finally:
        _place = None
        for memory in _memories:
            memory.drop()


def remembered(name: str, about: tuple[object, ...], compute: Callable[[], T]) -> T:
    """What is computed, or was computed before if every question that it asked has the same answer again.

    `about` is everything else that it depends on: values whose `repr` says all of them.
    """
    if _place is None:
        return compute()
    folder, identity = _place
    entry = f"{name}-{files.digest(repr((identity, about)).encode()).hex()}"
    content = cache.load(folder, entry)
    if content is not None:
        answers, pickled = marshal.loads(content)  # noqa: S302 - our own, and whole: see `folder.load`
        kept = _unpickled(pickled) if still_true(answers) else None
        if kept is not None:
            files.tell_again(answers)
            return kept  # type: ignore[no-any-return]
    trace = Trace()
    with files.listening(trace):
        found = compute()
    if trace.holds():
        pickled = _pickled(found)
        if pickled is not None:
            cache.store(folder, entry, marshal.dumps((trace.answers, pickled)))
    return found


class Memory:
    """Answers of a pure function that takes long to be ready, such as one that loads a library."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._answers: dict[Hashable, Any] | None = None
        self._grown = False
        _memories.append(self)

    def answer(self, key: Hashable, compute: Callable[[], T]) -> T:
        """What is computed for this key, or was before."""
        if _place is None:
            return compute()
        answers = self._loaded()
        if key not in answers:
            answers[key] = compute()
            self._grown = True
        return answers[key]  # type: ignore[no-any-return]

    def save(self) -> None:
        if _place is not None and self._grown and self._answers is not None:
            pickled = _pickled(self._answers if len(self._answers) <= MOST else {})
            if pickled is not None:
                cache.store(_place[0], self._entry(), pickled)

    def drop(self) -> None:
        self._answers, self._grown = None, False

    def _loaded(self) -> dict[Hashable, Any]:
        if self._answers is None and _place is not None:
            content = cache.load(_place[0], self._entry())
            self._answers = (None if content is None else _unpickled(content)) or {}
        return {} if self._answers is None else self._answers

    def _entry(self) -> str:
        return f"{self._name}-{'' if _place is None else _place[1]}"


def _unpickled(content: bytes) -> Any:
    """None for what does not let itself be put together again."""
    try:
        return pickle.loads(content)  # noqa: S301 - our own, and whole: see `folder.load`
    except Exception:  # noqa: BLE001 - whatever a class of ours raises; what was kept is computed, then
        return None


def _pickled(found: object) -> bytes | None:
    try:
        return pickle.dumps(found, protocol=5)
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError):  # deeper than Python can follow
        return None
