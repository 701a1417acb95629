"""The file of documents beside a large flat corpus: those that need no second look are read by columns as well."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factlint import files
from factlint.bulk.forms import lines_of
from factlint.bulk.lines import DOCUMENTS, Lines, NotInBulkError
from factlint.bulk.parts import chains_of, is_told
from factlint.bulk.wordings import NOWHERE
from factlint.corpus.build import UNKNOWN, Head
from factlint.corpus.claim import Defined, Document
from factlint.corpus.flat.documents import NAMES
from factlint.corpus.flat.rows import Row
from factlint.corpus.lexicon import fold
from factlint.corpus.names import NameCheck
from factlint.corpus.vocabulary import Vocabulary
from factlint.quantities.dates import DateError, parse_date
from factlint.quantities.values import DateSpan, Name

if TYPE_CHECKING:
    import polars as pl

_PLAIN_ID = r"^[A-Za-z0-9_.-]{1,200}$"


@dataclass(frozen=True, slots=True)
class Beside:
    """A file of documents: those of which nothing is to be told as `heads` by folded id, and where each line stands."""

    lines: Lines
    heads: Mapping[str, Head]
    places: pl.DataFrame

    def without(self, named: Collection[str]) -> dict[str, Head]:
        """The heads of documents of which no record is needed. `named`: ids, folded, whose records are.

        Where somebody names a document that is not listed, all are: one of them is what was meant.
        """
        ids = set(self.places["key"].drop_nulls())
        if not ids.issuperset(named):
            return {}
        return {key: head for key, head in self.heads.items() if key not in named}

    def rows(self, without: Collection[str]) -> list[Row]:
        """The records as they stand in the file, but for those of some documents."""
        import polars as pl

        found = self.places.filter(~pl.col("key").is_in(list(without)).fill_null(value=False))
        return list(self.lines.rows(found.select("number", "start", "length").iter_rows()))


def beside(claims: Path, name: str, known: Vocabulary) -> Beside | None:
    """The documents of a flat corpus; None where there is no file of them, or it is read line by line.

    Raises:
        OSError: it cannot be read.
    """
    import polars as pl

    there = [it for it in NAMES if files.is_file(claims.with_name(it))]
    if len(there) != 1:
        return None
    path = claims.with_name(there[0])
    try:
        lines = lines_of(path, f"{name[: len(name) - len(claims.name)]}{path.name}", DOCUMENTS)
        found = list(lines.pieces())
    except NotInBulkError:
        return None
    if not found:
        return None
    read = pl.concat(found)
    read = read.with_columns(key=pl.col("id").str.to_lowercase())
    good = _good(read, known)
    usual = read.filter(
        pl.col("plain")
        & pl.col("id").str.contains(_PLAIN_ID).fill_null(value=False)
        & ~pl.col("key").is_duplicated()
        & pl.all_horizontal(pl.col("text").is_null(), pl.col("sha256").is_null())
        & pl.all_horizontal(pl.col(key).is_null() | pl.col(key).is_in(list(texts)) for key, texts in good.items())
    )
    return Beside(lines, _heads(usual, good, lines.name), read.select("number", "start", "length", "key"))


def _good(read: pl.DataFrame, known: Vocabulary) -> dict[str, Mapping[str, object]]:
    """The texts of which nothing is to be told, by key, and what each means."""
    check = NameCheck(known)
    outlets: dict[str, object] = {}
    for text in read["outlet"].drop_nulls().unique():
        alone = NameCheck(known)
        if not is_told(alone.outlet(text, NOWHERE)) and not alone.has_strangers:
            outlets[text] = known.outlet(text)
    vias: dict[str, object] = {}
    for text in read["via"].drop_nulls().unique():
        chains = chains_of(text)
        if chains is not None and not any(is_told(check.link(it, NOWHERE)) for links in chains for it in links):
            vias[text] = chains
    dates: dict[str, object] = {}
    for text in {*read["published"].drop_nulls().unique(), *read["anchor"].drop_nulls().unique()}:
        if text.strip().casefold() == UNKNOWN:
            dates[text] = None
            continue
        try:
            dates[text] = parse_date(text.strip())
        except DateError:
            continue
    return {"outlet": outlets, "via": vias, "published": dates, "anchor": dates}


def _heads(usual: pl.DataFrame, good: Mapping[str, Mapping[str, object]], name: str) -> dict[str, Head]:
    keys = ("id", "outlet", "via", "published", "anchor", "title", "author", "url", "language", "number")
    heads = {}
    for id_, outlet, via, published, anchor, title, author, url, language, number in usual.select(keys).iter_rows():
        out, above = good["outlet"].get(outlet), good["via"].get(via, ())
        day, first = good["published"].get(published), good["anchor"].get(anchor)
        assert isinstance(out, Name | None)
        assert isinstance(above, tuple)
        assert isinstance(day, DateSpan | None)
        assert isinstance(first, DateSpan | None)
        document = Document(
            id=id_, outlet=out, title=title, author=author, url=url, language=language, published=day, text=None,
            sha256=None, defined=Defined(name, number),
        )  # fmt: skip
        heads[fold(id_)] = Head(sound=True, document=document, anchor=first or day, via=above)
    return heads
