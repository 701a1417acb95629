"""A place for what is written for this run alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder_aside() -> Iterator[Path]:
    """An empty folder, which goes with what is in it.

    Raises:
        OSError: there is no room for it.
    """
    import tempfile

    with tempfile.TemporaryDirectory(prefix="factlint-") as folder:
        yield Path(folder)


def table_file() -> Path:
    """Where to write a table; it goes with the process."""
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="factlint-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder / "claims.parquet"
