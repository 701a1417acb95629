"""Files that change while they are read: no run keeps, under what a file held before, what it read of it later."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

from factlint import files
from tests.cache.world import RULES, VOCABULARY, Done, Project, claims, make_project

OTHER_RULES = RULES.replace("10%", "90%")
OTHER_WORDS = VOCABULARY.replace("unit: percent", "unit: meter")
TOML = 'corpus = "corpus"\nrules = ["rules"]\nsources = ["texts"]\n'
LINES = 'corpus = "lines/claims.jsonl"\nrules = ["rules/flat.rules"]\n'
FLAT_RULE = "rule loading: loading rate claims must agree within 10%\n"


def line(rate: str) -> str:
    keys = {"subject": "Port", "property": "loading rate", "value": rate}
    return json.dumps({"id": "l", "document": {"id": "lantern", "outlet": "Lantern"}, **keys}) + "\n"


FIRST = line("1.2mn barrels a day").replace('"l"', '"f"').replace("antern", "ighter")

FILES: dict[str, tuple[str, str, str]] = {
    # the file, the configuration of its corpus, what it holds later
    "corpus/vocabulary.yaml": (TOML, VOCABULARY, OTHER_WORDS),
    "corpus/lantern.yaml": (TOML, claims("lantern", "800,000 barrels a day"), claims("lantern", "nearly 1.2mn barrels a day")),
    "rules/port.rules": (TOML, RULES, OTHER_RULES),
    "texts/gazette.txt": (TOML, "nearly 1.2mn barrels a day, two thirds of all", "nothing of the kind"),
    "factlint.toml": (TOML, TOML, LINES),
    "lines/claims.jsonl": (LINES, FIRST + line("800,000 barrels a day"), FIRST + line("1,200,000 barrels a day")),
    "lines/vocabulary.yaml": (LINES, VOCABULARY, VOCABULARY.replace("barrel/day", "percent")),
}  # fmt: skip


def replaced(path: Path, text: str) -> None:
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def written_over(path: Path, text: str) -> None:
    with path.open("r+", encoding="utf-8") as file:
        file.write(text)
        file.truncate()


class Moments:
    """Calls `change` when a file has been looked at so many times; counts how often it was."""

    def __init__(self, path: Path, moment: int, change: Callable[[], None]) -> None:
        self._path = os.path.realpath(path)
        self._moment = moment
        self._change = change
        self.seen = 0

    def __enter__(self) -> Self:
        self._patch = pytest.MonkeyPatch()
        for name, ask in list(files.QUESTIONS.items()):
            self._patch.setitem(files.QUESTIONS, name, self._watched(ask))
        self._patch.setattr(files, "_opened", self._watched(files._opened))
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.undo()

    def _watched(self, ask: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*words: Any) -> Any:
            found = ask(*words)
            if words and os.path.realpath(words[0]) == self._path:
                self.seen += 1
                if self.seen == self._moment:
                    self._change()
            return found

        return watched


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path)


@pytest.mark.parametrize("change", [replaced, written_over], ids=["replaced", "written over"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_changes_while_it_is_read(name: str, change: Callable[[Path, str], None], project: Project) -> None:
    setting, before, after = FILES[name]
    project.write("factlint.toml", setting)
    project.write("rules/flat.rules", FLAT_RULE if "lines" in setting else "")
    project.write("lines/vocabulary.yaml", VOCABULARY)
    project.write("lines/claims.jsonl", FIRST)
    path = project.folder / name
    fresh: dict[str, Done] = {}
    for text in (before, after):
        project.write(name, text)
        fresh[text] = project.call("check", "--no-cache")
    assert fresh[before] != fresh[after]
    moment, looked = 1, 99
    while moment <= looked:
        for entry in project.entries():
            (project.cache / entry).unlink()
        project.write(name, before)
        with Moments(path, moment, lambda: change(path, after)) as moments:
            project.call("check")
        looked = moments.seen
        assert project.call("check") == fresh[after], f"changed when it had been looked at {moment} times"
        project.write(name, before)
        assert project.call("check") == fresh[before], f"changed when it had been looked at {moment} times"
        moment += 1
    assert moment > 3
