"""A place for what is written for this run alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factlint.diagnostics import RunError
from factlint.table import messages


@contextmanager
def folder_aside() -> Iterator[Path]:
    """An empty folder, which goes with what is in it.

    Raises:
        OSError: there is no room for it.
    """
    import tempfile

    with tempfile.TemporaryDirectory(prefix="factlint-") as folder:
        yield Path(folder)


def table_file(write: Callable[[Path], object]) -> Path:
    """The file that `write` makes a table of; it goes with the process.

    Raises:
        RunError: there is no room for it.
    """
    import atexit
    import shutil
    import tempfile

    import polars as pl

    try:
        folder = Path(tempfile.mkdtemp(prefix="factlint-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        file = folder / "claims.parquet"
        write(file)
    except (OSError, pl.exceptions.PolarsError) as error:
        why = (isinstance(error, OSError) and error.strerror) or "the system refuses to write so much"
        raise RunError(messages.no_room(why.lower())) from error
    return file
