"""What is not compared: cases that the specification leaves open, and bugs of the engine that are reported."""

from __future__ import annotations

REPORTED: frozenset[str] = frozenset()
"""Struck off one by one as they are mended: then the oracle's word is compared again."""


class Open(Exception):  # noqa: N818 - a case left open, not an error
    """The specification does not say."""


class Reported(Open):
    """It says, and the engine is known to say otherwise."""


def reported(bug: str) -> None:
    """
    Raises:
        Reported: the bug is not mended yet.
    """
    if bug in REPORTED:
        raise Reported(bug)
