"""A place for a table that is written for this run alone."""

from __future__ import annotations

from pathlib import Path


def table_file() -> Path:
    """Where to write a table; it goes with the process."""
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="factlint-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder / "claims.parquet"
