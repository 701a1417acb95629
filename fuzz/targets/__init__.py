"""Every target, one file each: a module of its name with a `TARGET`."""

from __future__ import annotations

import importlib

from fuzz.target import Target

NAMES = ("rules", "quantity", "yaml", "jsonl", "csv", "quotes")


def target(name: str) -> Target:
    """The target of a name in `NAMES`; its module, and all of factlint that it needs, are imported here."""
    found: Target = importlib.import_module(f"fuzz.targets.{name}").TARGET
    return found
