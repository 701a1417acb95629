"""Builds what a wheel brings ready-made, also for an editable install: the tables of the parsers."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Tables(BuildHookInterface[Any]):
    """Written into the source tree, from where both kinds of install read them; git ignores them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        sys.path.insert(0, str(Path(self.root) / "engine"))
        from factlint.grammars import TABLES, write_tables

        write_tables(TABLES)
        build_data["artifacts"].append("engine/factlint/tables/*.table")
