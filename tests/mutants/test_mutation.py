"""What `make mutants` is told to change and to run is there, and what came out of it is told as it was."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.mutants.mutate import CONFIGURATION, chosen, results, survivors, table
from tests.project.project_files import ROOT

PACKAGES = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))["package"]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_and_test_that_is_named_is_there(package: str) -> None:
    wanted = PACKAGES[package]
    folder = ROOT / "engine" / "factlint" / package
    assert all((folder / name).is_file() for name in [*wanted["files"], *wanted["spared"]])
    assert all((ROOT / test).exists() for test in wanted["tests"])
    assert not set(wanted["files"]) & set(wanted["spared"])


HEART = {"files": ["heart.py"], "every": 1}
CODES: dict[str, list[int | None]] = {"heart.py": [0, 1, 3, 1, -24], "other.py": [33, 1, None]}


def test_what_came_out_is_counted(tmp_path: Path) -> None:
    folder = tmp_path / "mutants" / "src" / "factlint"
    folder.mkdir(parents=True)
    for name, codes in CODES.items():
        tried = {f"factlint.{name}.x_f__mutmut_{number}": code for number, code in enumerate(codes)}
        (folder / f"{name}.meta").write_text(json.dumps({"exit_code_by_key": tried}), encoding="utf-8")
    found = results(tmp_path, HEART)
    assert survivors(found) == ["factlint.heart.py.x_f__mutmut_0", "factlint.other.py.x_f__mutmut_0"]
    assert [line.split() for line in table("package", found, ["heart.py"])][1:] == [
        ["heart.py", "5", "3", "1", "1", "0", "80.0%"],
        ["the", "others", "2", "1", "0", "0", "1", "50.0%"],
        ["all", "7", "4", "1", "1", "1", "71.4%"],
    ]


def test_of_the_others_a_sample_is_tried() -> None:
    wanted = {"files": ["heart.py"], "every": 10}
    names = [f"factlint.x_f__mutmut_{number}" for number in range(1000)]
    assert all(chosen(name, "heart.py", wanted) for name in names)
    assert 50 < sum(chosen(name, "other.py", wanted) for name in names) < 150
