"""The installed command, called from an empty folder as a newcomer calls it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent


def called(folder: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """`factlint …` in a folder; nothing of this checkout but the installation is in its environment."""
    return run(folder, "factlint", *argv)


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={
            "PATH": f"{BIN}:{os.environ.get('PATH', os.defpath)}",
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            **environment,
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
