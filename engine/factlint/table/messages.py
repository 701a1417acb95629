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
