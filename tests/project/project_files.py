"""The files of the project as a clone has them: what git tracks, and what it would."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def project_files() -> list[Path]:
    """Paths relative to the root, sorted; what .gitignore leaves out is not of the project.

    Without git (an unpacked source distribution) every file is, but for hidden folders at the root and caches.
    """
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        names = {Path(name.decode("utf-8")) for name in listed.split(b"\0") if name}
    else:
        names = {path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()}
        names = {name for name in names if "__pycache__" not in name.parts and not _hidden_folder(name)}
    return sorted(name for name in names if (ROOT / name).is_file())


def _hidden_folder(name: Path) -> bool:
    return len(name.parts) > 1 and name.parts[0].startswith(".") and name.parts[0] != ".ci"


def copy_project(target: Path) -> Path:
    """A copy of the project, as a fresh clone is: nothing ignored, nothing beside it."""
    for name in project_files():
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy)
    return target


def read_text(name: Path) -> str | None:
    """The text of a project file; None where it is not one."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def outside_make() -> dict[str, str]:
    """The environment without what a `make` around the tests has left in it: its child would print folders."""
    return {key: value for key, value in os.environ.items() if key not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
