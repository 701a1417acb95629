"""The layers are declared once, in pyproject.toml; every module has a place in them, and none reaches upward."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.project.project_files import ROOT

PACKAGE = ROOT / "engine" / "factlint"
CONFIGURED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]


def test_no_layer_imports_from_one_above_it() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_folder_of_modules_is_a_package() -> None:
    """One without `__init__.py` would be left out of the layers, silently."""
    assert not [
        path.name for path in PACKAGE.rglob("*/") if any(path.glob("*.py")) and not (path / "__init__.py").exists()
    ]


def test_every_module_has_a_layer() -> None:
    layered = {
        name.strip("() ").removeprefix("factlint.")
        for contract in CONFIGURED["contracts"]
        if contract["type"] == "layers"
        for line in contract["layers"]
        for part in line.split("|")
        for name in part.split(":")
    }
    modules = {path.stem for path in PACKAGE.glob("*.py")} | {
        path.parent.name for path in PACKAGE.glob("*/__init__.py")
    }
    assert modules - layered <= {"__init__", "__main__"}
