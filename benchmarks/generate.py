"""Writes a generated corpus: `python -m benchmarks.generate 100000 --group 2 --conflict 10 --to FOLDER`.

The same call writes the same bytes everywhere. Beside the claims it writes the vocabulary, the rules, and what they are
to find (`expected.json`).
"""

from __future__ import annotations

import argparse
import calendar
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import IO, Final, get_args

import polars as pl

from benchmarks.answers import to_json
from benchmarks.claims import SPEAKERS, WIRES, blocks
from benchmarks.expected import expected
from benchmarks.rules import FOUR, everywhere, many, rule_file
from benchmarks.shape import Form, Shape, Style
from benchmarks.units import PROPERTY_UNIT

FORMS: Final[tuple[Form, ...]] = get_args(Form)
RULE_FILES: Final = (1, 100, 1000)


def generate(shape: Shape, folder: Path, forms: Sequence[Form] = ("jsonl",)) -> None:
    """Writes `claims.jsonl` with `documents.jsonl`, `claims.csv`, or a folder `yaml`; and all that goes with them."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "vocabulary.yaml", vocabulary(shape))
    _write(folder / "shape.json", json.dumps({**asdict(shape), "months": shape.months}) + "\n")
    _write(folder / "four.rules", rule_file(FOUR))
    _write(folder / "expected-four.json", to_json(expected(shape, FOUR)))
    for number in RULE_FILES:
        sets = {"rules": FOUR[:1] if number == 1 else many(number, shape.months), "everywhere": everywhere(number)}
        for name, limits in sets.items():
            _write(folder / f"{name}-{number}.rules", rule_file(limits))
            _write(folder / f"expected-{name}-{number}.json", to_json(expected(shape, limits, named=False)))
    if "yaml" in forms:
        _write_yaml(shape, folder / "yaml")
    if "jsonl" in forms or "csv" in forms:
        _write_lines(documents(shape).select(_document()), folder / "documents.jsonl")
        _write_flat(shape, folder, forms)


def documents(shape: Shape) -> pl.DataFrame:
    """A document for each outlet, month and part: `via` an agency where the outlet is a relay, else None."""
    outlets = pl.DataFrame({"outlet": range(shape.outlets + shape.relays)})
    months = pl.DataFrame({"month": range(1, shape.months + 1)})
    parts = pl.DataFrame({"part": range(shape.parts)})
    outlet, month, part = pl.col("outlet"), pl.col("month"), pl.col("part")
    days = pl.lit(pl.Series([calendar.monthrange(2025, it)[1] for it in range(1, 13)])).gather(month - 1)
    relay = outlet - shape.outlets
    return (
        outlets.join(months, how="cross")
        .join(parts, how="cross")
        .select(
            id=pl.format("d{}-{}-{}", *(_padded(it, width) for it, width in ((outlet, 3), (month, 2), (part, 5)))),
            outlet=_outlet(shape),
            published=pl.format("2025-{}-{}", _padded(month, 2), _padded((outlet + part * 7) % days + 1, 2)),
            via=pl.when(relay >= 0).then(pl.format("Wire {}", relay % WIRES + 1)),
        )
    )


def _document() -> pl.Expr:
    """A document as a line of JSON; the outlets that relay nobody have no key `via`."""
    return pl.concat_str(_key("id", '{"'), _key("outlet"), _key("published", end='"'), _key("via"), pl.lit("}"))


def _outlet(shape: Shape) -> pl.Expr:
    outlet = pl.col("outlet")
    return (
        pl.when(outlet < shape.outlets)
        .then(pl.format("Outlet {}", _padded(outlet, 3)))
        .otherwise(pl.format("Relay {}", _padded(outlet, 3)))
    )


def _padded(number: pl.Expr, width: int) -> pl.Expr:
    return number.cast(pl.String).str.zfill(width)


def vocabulary(shape: Shape) -> str:
    lines = ["properties:"]
    lines += [
        f"  {name}: {{kind: quantity, unit: {unit}, varies by: month, qualifiers: [product]}}"
        for name, unit in PROPERTY_UNIT.items()
    ]
    outlets = pl.DataFrame({"outlet": range(shape.outlets + shape.relays)}).select(_outlet(shape)).to_series()
    lines += ["outlets:", *(f"  {name}: {{}}" for name in outlets)]
    voices = [f"Wire {it}" for it in range(1, WIRES + 1)] + [f"Minister {it}" for it in range(1, SPEAKERS + 1)]
    lines += ["speakers:", *(f"  {name}: {{}}" for name in voices)]
    return "\n".join(lines) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _write_flat(shape: Shape, folder: Path, forms: Sequence[Form]) -> None:
    """A block at a time, so that ten million claims take no more memory than a hundred thousand."""
    with ExitStack() as stack:
        files = {
            form: stack.enter_context((folder / f"claims.{form}").open("wb"))
            for form in ("jsonl", "csv")
            if form in forms
        }
        for number, block in enumerate(blocks(shape)):
            if "jsonl" in files:
                _write_lines(block.select(_line(shape)), files["jsonl"])
            if "csv" in files:
                block.select(_columns(shape)).write_csv(files["csv"], include_header=number == 0)


def _write_lines(lines: pl.DataFrame, to: Path | IO[bytes]) -> None:
    lines.write_csv(to, include_header=False, quote_style="never", separator="\x01")


def _line(shape: Shape) -> pl.Expr:
    """A claim as a line of JSON; keys without a value are left out, as people do. No text holds a quotation mark."""
    number = pl.concat_str(pl.lit(', "value": '), "value")
    return pl.concat_str(
        _key("id", '{"'),
        *(_key(name) for name in ("document", "subject", "property")),
        number if shape.style == "raw" else _key("value"),
        _key("unit"),
        _key("period"),
        _key("product", ', "qualifiers": {"', '"}'),
        *(_key(name) for name in ("speaker", "via")),
        _key("quote", end='"}'),
    )


def _key(name: str, start: str = ', "', end: str = '"') -> pl.Expr:
    value = pl.col(name)
    given = pl.concat_str(pl.lit(f'{start}{name}": "'), value, pl.lit(end))
    return pl.when(value.is_null()).then(pl.lit("")).otherwise(given)


def _columns(shape: Shape) -> list[str | pl.Expr]:
    names = ["id", "document", "subject", "property", "value", "unit", "period", "speaker", "via", "quote"]
    if shape.style == "words":
        names.remove("unit")
    return [*names, pl.col("product").alias("qualifiers.product")]


def _write_yaml(shape: Shape, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    _write(folder / "vocabulary.yaml", vocabulary(shape))
    claims = pl.concat(blocks(shape)).sort("document", "id")
    heads = {row["id"]: row for row in documents(shape).iter_rows(named=True)}
    for (name,), rows in claims.group_by("document", maintain_order=True):
        head = {key: value for key, value in heads[str(name)].items() if value is not None}
        lines = [f"document: {json.dumps(head)}", "claims:", *(f"  - {line}" for line in _yaml_claims(shape, rows))]
        _write(folder / f"{name}.yaml", "\n".join(lines) + "\n")


def _yaml_claims(shape: Shape, rows: pl.DataFrame) -> Iterator[str]:
    for row in rows.iter_rows(named=True):
        del row["document"]
        row["qualifiers"] = {"product": row.pop("product")}
        unit = row.pop("unit")
        if shape.style == "raw":
            row["value"] = {"number": row["value"], "unit": unit} if unit else {"number": row["value"]}
        yield json.dumps({key: value for key, value in row.items() if value is not None})


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description="Writes a generated corpus.")
    parser.add_argument("claims", type=int, help="how many")
    parser.add_argument("--group", type=int, default=2, help="claims in a group (default 2)")
    parser.add_argument("--conflict", type=int, default=10, help="thousandths of the groups in conflict (default 10)")
    parser.add_argument("--style", choices=get_args(Style), default="raw", help="raw numbers, or words (default raw)")
    parser.add_argument("--seed", type=int, default=1, help="moves the figures, not the verdicts (default 1)")
    parser.add_argument("--form", choices=FORMS, action="append", help="jsonl (default), csv or yaml; repeatable")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where to write")
    call = parser.parse_args(argv)
    shape = Shape(call.claims, call.group, call.conflict, call.style, call.seed)
    generate(shape, call.to, call.form or ("jsonl",))


if __name__ == "__main__":
    main()
