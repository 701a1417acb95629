"""Everything that is said of compiled tables."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.diagnostics import Diagnostic

CODES = {
    "E270": "a compiled table cannot be read",
    "E271": "a Parquet file was not written by factlint",
    "E272": "a compiled table is of another version",
    "E273": "a compiled table belongs to another vocabulary",
    "E274": "a corpus changed while it was read",
    "E275": "the files of a table do not belong together",
    "E276": "a table of Spark's catalog cannot be read",
}
_COMPILE = "write it anew: factlint compile CORPUS -o claims.parquet"


def unreadable_table(name: str, why: str) -> Diagnostic:
    return Diagnostic("E270", f"the table cannot be read: {why}", file=name)


def no_parquet(name: str) -> Diagnostic:
    return Diagnostic(
        "E270", "the table cannot be read: it is no Parquet file, or it is damaged", file=name, help=_COMPILE
    )


def foreign_parquet(name: str) -> Diagnostic:
    return Diagnostic("E271", "the Parquet file was not written by `factlint compile`", file=name, help=_COMPILE)


def missing_columns(name: str, columns: Sequence[str]) -> Diagnostic:
    more = f" and {len(columns) - 3} more" if len(columns) > 3 else ""
    words = ", ".join(f"`{it}`" for it in columns[:3])
    return Diagnostic(
        "E271", f"the Parquet file lacks columns of a compiled table: {words}{more}", file=name, help=_COMPILE
    )


def other_version(name: str, found: object, wanted: int) -> Diagnostic:
    return Diagnostic("E272", f"the table is of version {found}, this is version {wanted}", file=name, help=_COMPILE)


def other_vocabulary(name: str, vocabulary: str) -> Diagnostic:
    return Diagnostic(
        "E273", f"the table was compiled with another vocabulary than `{vocabulary}`", file=name, help=_COMPILE
    )


def changed(name: str) -> Diagnostic:
    return Diagnostic(
        "E274", f"`{name}` changed while it was read", help="run factlint again once nothing writes to it any more"
    )


def no_room(why: str) -> Diagnostic:
    return Diagnostic(
        "E109",
        f"the corpus cannot be written as a table in the folder for temporary files: {why}",
        help="make room there, name another folder in TMPDIR, or compile the corpus: factlint compile CORPUS -o claims.parquet",
    )


_ONE_TABLE = "keep the files of one table alone in the folder, or compile all claims as one: factlint compile CORPUS -o claims.parquet"


def other_part(name: str, first: str) -> Diagnostic:
    return Diagnostic("E275", f"this file and `{first}` are not parts of one table", file=name, help=_ONE_TABLE)


def rows_twice(name: str, number: int) -> Diagnostic:
    return Diagnostic(
        "E275", f"rows of this table stand in its files more than once: {number:,}", file=name, help=_ONE_TABLE
    )


def rows_missing(name: str, number: int) -> Diagnostic:
    return Diagnostic(
        "E275",
        f"rows of this table are missing from its files: {number:,}",
        file=name,
        help="write the whole table: rows are numbered, and a rule may compare each with each",
    )


def partitioned(name: str, key: str) -> Diagnostic:
    return Diagnostic(
        "E275",
        f"the table is partitioned by `{key}`, which its files then lack",
        file=name,
        help="write it without partitions, such as df.write.parquet(FOLDER); or compile anew: factlint compile CORPUS -o claims.parquet",
    )


_BY_FILES = "write it as files of Parquet, and name their folder: df.write.parquet(FOLDER)"


def no_table_name(name: str) -> Diagnostic:
    return Diagnostic(
        "E276", f"`{name}` is no name of a table", help="write --corpus spark:TABLE or spark:SCHEMA.TABLE"
    )


def unknown_table(name: str) -> Diagnostic:
    help_text = (
        "its catalog is that of Spark's own settings, such as those in SPARK_CONF_DIR; or name a folder of files"
    )
    return Diagnostic("E276", f"Spark knows no table `{name}`", help=help_text)


def no_parquet_table(name: str) -> Diagnostic:
    return Diagnostic("E276", f"`{name}` is a view, or no table of Parquet files", help=_BY_FILES)


def table_elsewhere(name: str, scheme: str) -> Diagnostic:
    return Diagnostic(
        "E276", f"the files of `{name}` are not on a file system of this machine, but in {scheme}", help=_BY_FILES
    )


def empty_table(name: str) -> Diagnostic:
    return Diagnostic("E276", f"the table `{name}` has no files", help=_BY_FILES)
