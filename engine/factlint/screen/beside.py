"""Independent pieces of work side by side: columns let go of the interpreter while they are computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar, overload

Made = TypeVar("Made")

MOST = 8
"""Pieces at a time: each holds what it computes in memory."""


def side_by_side(calls: Sequence[Callable[[], Made]]) -> list[Made]:
    """What the calls give, in their order; as many at once as columns have threads."""
    import polars as pl

    at_once = min(len(calls), MOST, pl.thread_pool_size())
    if at_once < 2:
        return [call() for call in calls]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(at_once) as pool:
        return [it.result() for it in [pool.submit(call) for call in calls]]


class once(Generic[Made]):  # noqa: N801 - used as a word, as functools.cached_property is
    """`functools.cached_property`, but for its lock: before Python 3.12 it is one for all objects, and those that are
    computed side by side would wait for each other. No object is computed by two at a time.
    """

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[object], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[object]) -> once[Made]: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> Made: ...
    def __get__(self, instance: object | None, owner: type[object]) -> once[Made] | Made:
        if instance is None:
            return self
        made = instance.__dict__[self._name] = self._make(instance)  # found there from now on, before this
        return made
