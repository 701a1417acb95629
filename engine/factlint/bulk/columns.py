"""The columns of a table out of wordings: what claims have in common stands once, and rows refer to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factlint.bulk.numbering import numbered
from factlint.bulk.numerals import ends
from factlint.bulk.parts import Parts
from factlint.bulk.wordings import Understood
from factlint.corpus.build import qualifiers
from factlint.corpus.claim import Claim, Evidence, QuoteStatus
from factlint.corpus.independence import Chain, sources
from factlint.quantities.dates import parse_date
from factlint.quantities.values import DateSpan, Name
from factlint.table.columns import COLUMNS, schema
from factlint.table.freeze import (
    GROUP,
    Codes,
    Row,
    of_document,
    of_period,
    of_qualifiers,
    of_sources,
    of_speaker,
    of_stand,
    of_subject,
    of_value,
    row_of,
)

if TYPE_CHECKING:
    import polars as pl


def _columns(*prefixes: str) -> tuple[str, ...]:
    return tuple(name for name in COLUMNS if any(name == it or name.startswith(f"{it}_") for it in prefixes))


PARTS: Mapping[str, tuple[str, ...]] = {
    "subject": _columns("subject"),
    "qualifiers": _columns("qualifiers"),
    "period": tuple(it for it in _columns("period") if it != "period_given"),
    "speaker": _columns("speaker"),
    "sources": ("sources", "source_count", "source_code", "unnamed"),
    "document": tuple(
        it for it in _columns("document", "outlet", "published", "title", "author", "url", "language", "text", "sha256")
    ),
    "value": (
        "property", "property_code", "kind", "low_open", "high_open", "unit", "unit_code", "unit_written",
        "unit_written_code", "precision", "why", "form", "hedge", "counted", "odd", *_columns("date"),
        *_columns("name"), "truth",
    ),
    "said": ("period_given", "plain", "stance", "modality", "status", "speech", "quote_status"),
}  # fmt: skip
"""Columns that are gathered, by the part of a claim that decides them."""

OWN = ("low", "high", "nominal", "sharp")
"""Columns of each claim itself, beside `id`, `row` and `group`."""


@dataclass(slots=True)
class Distinct:
    """The distinct values of some columns together, by number."""

    columns: tuple[str, ...]
    known: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def number(self, row: Mapping[str, Any]) -> int:
        return self.known.setdefault(tuple(map(row.get, self.columns)), len(self.known))

    def frame(self) -> pl.DataFrame:
        import polars as pl

        kinds = schema()
        return pl.DataFrame(list(self.known), schema={name: kinds[name] for name in self.columns}, orient="row")


Origin = tuple[tuple[Chain, ...], Name | None, str]
"""What a document says of who its claims come from: its `via`, its outlet, and, where it has none, its id."""


def base_schema() -> dict[str, pl.DataType]:
    """The columns of rows: their own, the place among the claims that are kept, and the number of each part."""
    import polars as pl

    kinds = schema()
    own = {name: kinds[name] for name in ("id", *OWN)}
    return {**own, "kept": pl.UInt32(), **dict.fromkeys(map(place, PARTS), pl.UInt32())}


def place(part: str) -> str:
    """The column that holds the number of a part."""
    return f"{part} at"


@dataclass
class Columns:
    """The parts of all claims, and the codes that they share."""

    parts: Parts
    codes: Codes = field(default_factory=Codes)
    distinct: Mapping[str, Distinct] = field(
        default_factory=lambda: {part: Distinct(columns) for part, columns in PARTS.items()}
    )
    _published: dict[DateSpan | None, int] = field(default_factory=dict)
    _origins: dict[Origin, int] = field(default_factory=dict)

    def of_claims(self, claims: Sequence[Claim]) -> pl.DataFrame:
        """Claims that were read by themselves; `kept` is the place of each."""
        import polars as pl

        rows = []
        for kept, claim in enumerate(claims):
            row = row_of(claim, self.codes)
            own = {name: row.get(name) for name in ("id", *OWN)}
            rows.append({**own, "kept": kept, **{place(part): it.number(row) for part, it in self.distinct.items()}})
        return pl.DataFrame(rows, schema=base_schema())

    def of_rows(self, rows: pl.DataFrame, wordings: Mapping[int, Understood]) -> pl.DataFrame:
        """Claims by their wordings: nothing is to be told of any of the rows. `wording_at` leads to the value."""
        import polars as pl

        rows = rows.with_columns(undated=pl.col("period").is_null()).with_columns(
            it.gather(rows["document"]) for it in self._documents()
        )
        rows = rows.with_columns(pl.when("undated").then("published").alias("published"))
        values = {at: of_value(found.sample, self.codes) for at, found in wordings.items()}
        made = {
            "value": self._numbered(rows, "value", ("wording_at",), values.__getitem__),
            "document": rows["listed"],
            "subject": self._numbered(rows, "subject", ("subject",), self._subject),
            "speaker": self._numbered(rows, "speaker", ("speaker",), self._speaker),
            "qualifiers": self._numbered(rows, "qualifiers", ("property", "qualifiers"), self._qualifiers),
            "period": self._numbered(rows, "period", ("property", "period", "published"), self._period),
            "sources": self._numbered(rows, "sources", ("speaker", "via", "origin"), self._sources),
            "said": self._numbered(
                rows,
                "said",
                ("wording_at", "undated", "quoted", "speaker", "speech", "status"),
                lambda at, *said: self._said(wordings[at].sample, *said),
            ),
        }
        numbers = {place(part): column for part, column in made.items()}
        lines = {at: found.lines for at, found in wordings.items()}
        return (
            rows.select("id", *ends(rows, lines, values), kept=pl.lit(None, dtype=pl.UInt32()))
            .with_columns(**numbers)
            .select(list(base_schema()))
        )

    def frame(self, base: pl.DataFrame) -> pl.LazyFrame:
        """The columns of the table over the rows of the base; each is made when it is asked for."""
        import polars as pl

        return base.lazy().with_columns(
            pl.lit(values).gather(pl.col(place(part))).alias(values.name)
            for part, frame in self._frames.items()
            for values in frame
        )

    @cached_property
    def _frames(self) -> Mapping[str, pl.DataFrame]:
        """The parts, once all claims are in."""
        return {part: distinct.frame() for part, distinct in self.distinct.items()}

    def groups(self, base: pl.DataFrame) -> pl.Series:
        """The number of the group of each row: claims that compare with one another by default."""
        import polars as pl

        ranks = []
        for name in GROUP:
            part = next(part for part, columns in PARTS.items() if name in columns)
            values = self._frames[part][name]
            ranks.append((values.rank("dense") - 1).gather(base[place(part)]).alias(name))
        _, places = numbered(pl.DataFrame(ranks))
        return places

    def _numbered(self, rows: pl.DataFrame, part: str, keys: Sequence[str], make: Callable[..., Row]) -> pl.Series:
        """The number of a part for each row; the part is made once for each combination of keys."""
        import polars as pl

        distinct, places = numbered(rows.select(keys))
        numbers = [self.distinct[part].number(make(*key)) for key in distinct.iter_rows()]
        return pl.Series("made", numbers, dtype=pl.UInt32()).gather(places)

    # --- Parts by their wordings --------------------------------------------------------------------------------------

    def _documents(self) -> pl.DataFrame:
        """Of each document: its own number, that of its date, and that of where it comes from."""
        import polars as pl

        rows: list[tuple[int | None, int | None, int | None]] = []
        for head in self.parts.documents:
            if head is None:
                rows.append((None, None, None))
                continue
            document = head.document
            row = of_document(document)
            at = self._published.setdefault(document.published, len(self._published))
            origin = (head.via, document.outlet, document.id if document.outlet is None else "")
            rows.append(
                (
                    self.distinct["document"].number(row),
                    at,
                    self._origins.setdefault(origin, len(self._origins)),
                )
            )
        number = pl.UInt32()
        kinds = {"listed": number, "published": number, "origin": number}
        return pl.DataFrame(rows, schema=kinds, orient="row")

    def _subject(self, at: int) -> Row:
        return of_subject(self.parts.vocabulary.entity(self.parts.texts["subject"][at]))

    def _voice(self, at: int | None) -> Name | None:
        return None if at is None else self.parts.vocabulary.speaker(self.parts.texts["speaker"][at])

    def _speaker(self, at: int | None) -> Row:
        speaker = self._voice(at)
        named = speaker is not None and self.parts.vocabulary.speaks(speaker)
        return of_speaker(speaker, named=named)

    def _qualifiers(self, prop: int, at: int | None) -> Row:
        known = self.parts.properties[prop]
        assert known is not None
        written = {} if at is None else self.parts.qualifiers[at]
        return of_qualifiers(qualifiers(written, known, self.parts.vocabulary))

    def _period(self, prop: int, at: int | None, published: int | None) -> Row:
        if at is not None:
            period: DateSpan | None = parse_date(self.parts.texts["period"][at].strip())
        else:
            period = None if published is None else self._dates[published]
        known = self.parts.properties[prop]
        assert known is not None
        return of_period(period, known)

    def _sources(self, speaker: int | None, via: int | None, origin: int) -> Row:
        above, outlet, document = self._from[origin]
        names, unnamed = sources(
            speaker=self._voice(speaker),
            via=() if via is None else self.parts.chains[via] or (),
            document_via=above,
            outlet=outlet,
            document=document,
            vocabulary=self.parts.vocabulary,
        )
        return of_sources(names, unnamed, self.codes)

    def _said(
        self,
        claim: Claim,
        undated: bool,
        quoted: bool,
        speaker: int | None,
        speech: int | None,
        status: int | None,
    ) -> Row:
        spoken = None if speaker is None else "paraphrased"
        of_quote = QuoteStatus.NOT_HELD if quoted else QuoteStatus.NONE
        changes: dict[str, Any] = {
            "period_given": not undated,
            "speech": spoken if speech is None else self.parts.texts["speech"][speech],
            "status": "current" if status is None else self.parts.texts["status"][status],
            "evidence": Evidence(status=of_quote),
        }
        return of_stand(replace(claim, **changes))

    @cached_property
    def _dates(self) -> Sequence[DateSpan | None]:
        return list(self._published)

    @cached_property
    def _from(self) -> Sequence[Origin]:
        return list(self._origins)
