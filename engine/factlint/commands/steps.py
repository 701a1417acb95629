"""`factlint steps [WORDS]`: the steps in which scenarios are written, with an example each.

They are read from a list that the step library writes (`python -m factlint.gherkin.manual`), so that neither pytest nor
pytest-bdd is needed to look one up.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from factlint.arguments import CallError
from factlint.commands import messages
from factlint.commands.shell import in_color, say
from factlint.quantities.messages import shown
from factlint.statuses import OK
from factlint.telling.sections import Line, Section, render, section

_NEAREST = 6
_NEAR_ENOUGH = 55
"""Of 100, which is the same: below this, two steps have little but `the` in common."""

_LONGEST = 1_000
"""Characters of a step; every one is far shorter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A step of the catalogue. `words`: the ways to say it, with `{kind}` where a value stands."""

    keyword: str
    title: str
    words: tuple[str, ...]
    meaning: str
    example: str


def run(arguments: argparse.Namespace) -> int:
    """Print the steps, or those that speak of the words given.

    Raises:
        CallError: none does.
    """
    entries, kinds = catalogue()
    asked = " ".join(arguments.words)
    found = [it for it in entries if _speaks_of(it, arguments.words)] if asked else entries
    if not found:
        near = _near(asked, entries)
        if not near:
            raise CallError(messages.no_step(asked))
        found = near
        say(
            render(
                [section(f"no step has these words: {shown(asked, 200)}", "the nearest are:")],
                color=in_color(sys.stdout),
            )
            + "\n"
        )
    say(render(_sections(found, kinds), color=in_color(sys.stdout)))
    return OK


def catalogue() -> tuple[list[Entry], dict[str, str]]:
    """Every step, in the order of the manual, and what each kind of value stands for."""
    found = json.loads((files("factlint") / "gherkin" / "steps.json").read_text(encoding="utf-8"))
    steps = [Entry(**{**it, "words": tuple(it["words"])}) for it in found["steps"]]
    return steps, found["values"]


def nearest(words: str, known: Sequence[str]) -> list[int]:
    """The places in `known` of the steps that are most like these words, values apart; the best first, none if none is."""
    from rapidfuzz import fuzz, process

    asked = _skeleton(words[:_LONGEST])
    found = process.extract(
        asked, [_skeleton(it) for it in known], scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_NEAR_ENOUGH
    )
    return [index for _text, _score, index in found]


def _skeleton(words: str) -> str:
    """A step without its values, so that steps are alike if they say the same of other things."""
    words = re.sub(r"\{[a-z]+\d?\}|\".*?\"|\b\d[\d.,]*(?: ?%)?", "…", words)
    words = re.sub(r"\((\w+)\)", r"\1", words)
    words = re.sub(r"(\w+)(?:/\w+)+", r"\1", words)
    words = re.sub(r"…(?:(?:,| and|, and) …)+", "…", words)
    return words.rstrip(":").casefold()


def _near(asked: str, entries: Sequence[Entry]) -> list[Entry]:
    said = re.sub(r"^(given|when|then|and|but) ", "", asked, flags=re.IGNORECASE)
    known = [(entry, words) for entry in entries for words in entry.words]
    found = [known[index][0] for index in nearest(said, [words for _entry, words in known])]
    return list(dict.fromkeys(found))


def _speaks_of(entry: Entry, words: Sequence[str]) -> bool:
    text = " ".join([entry.keyword, *entry.words, entry.meaning, entry.example]).casefold()
    return all(word.casefold() in text for word in words)


def _sections(entries: Sequence[Entry], kinds: dict[str, str]) -> Iterator[Section]:
    title = ""
    for entry in entries:
        if entry.title != title:
            title = entry.title
            yield Section(title, ())
        yield Section("", tuple(_lines(entry)))
    used = sorted({it for entry in entries for words in entry.words for it in re.findall(r"\{([a-z]+)\d?\}", words)})
    if used:
        yield section("What stands in braces", *(Line(kinds[name], label=name) for name in used))


def _lines(entry: Entry) -> Iterator[Line]:
    for words in entry.words:
        yield Line(f"{entry.keyword} {words}", level=1)
    yield Line(entry.meaning, level=2)
    for line in entry.example.splitlines():
        yield Line(line, level=4, fixed=True)
