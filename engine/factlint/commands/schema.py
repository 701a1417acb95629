"""`factlint schema NAME`: what editors and other programs hold files against."""

from __future__ import annotations

import argparse
import json

from factlint.arguments import CallError
from factlint.commands import messages
from factlint.commands.shell import say
from factlint.schemas import NAMES, schema
from factlint.statuses import OK


def run(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema.

    Raises:
        CallError: there is none of this name.
    """
    if arguments.name not in NAMES:
        raise CallError(messages.unknown_word("schema", arguments.name, NAMES))
    say(json.dumps(schema(arguments.name), ensure_ascii=False, indent=2) + "\n")
    return OK
