"""VTL 2.1 by vtlengine: `python -m benchmarks.rivals.vtl FOLDER four`.

The language of official statistics for validation and transformation of data sets. It knows no units: Polars brings the
claims into one. Groups, extremes and the ratio are VTL. It joins on equal identifiers alone, and data sets of different
identifiers only where one has all of the other's, so claims cannot be paired within a group: how far each is from one
of another source comes from `polars_jobs`, and VTL compares that.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl
import vtlengine

from benchmarks.rivals.group_table import only_four
from benchmarks.rivals.polars_jobs import CELL, KEYS, grouped, name_of, needs
from benchmarks.rivals.polars_jsonl import claims
from benchmarks.rivals.program import Printed, first, main
from benchmarks.rules import FOUR

SCRIPT = """
    extremes := CLAIMS[aggr highest_low := max(low), lowest_high := min(high)
                       group by property, subject, product, month];
    agree <- extremes[filter property <> "export share"]
                     [calc needs := 100 * (highest_low - lowest_high) / highest_low]
                     [filter needs > {agree}];
    bounds <- extremes[filter property = "export share" and (highest_low > {bounds} or lowest_high < 0)];
    totals := extremes[sub property = "oil exports"];
    shares := extremes[sub property = "export share"]
                      [rename highest_low to share_low, lowest_high to share_high];
    implied <- inner_join(totals, shares)
               [calc needs := highest_low / (share_high / 100) / 1000000]
               [filter needs > {implied}];
    backed <- BACKING[filter needs > {backed}];
"""


def answer(folder: Path, rules: str) -> Printed:
    only_four(rules)
    read = claims(folder)
    backing = needs("backed", grouped(read), FOUR[2].allowed).select(*_texts(KEYS), "needs").collect()
    data = {
        "CLAIMS": read.select(*_texts(KEYS), "low", "high", claim=pl.int_range(pl.len())).to_pandas(),
        "BACKING": backing.to_pandas(),
    }
    structures = {"datasets": [_structure("CLAIMS", ["low", "high"], number="claim"), _structure("BACKING", ["needs"])]}
    script = SCRIPT.format_map({limit.name: limit.allowed for limit in FOUR})
    found = vtlengine.run(script=script, data_structures=structures, datapoints=data)
    return {limit.name: _violations(found, limit.name) for limit in FOUR}


def _texts(keys: list[str]) -> list[pl.Expr]:
    return [pl.col(key).cast(pl.String) for key in keys]


def _structure(name: str, measures: list[str], number: str | None = None) -> dict[str, Any]:
    columns = [(key, "String", "Identifier") for key in KEYS]
    columns += [(number, "Integer", "Identifier")] if number else []
    columns += [(key, "Number", "Measure") for key in measures]
    return {
        "name": name,
        "DataStructure": [
            {"name": key, "type": kind, "role": role, "nullable": role == "Measure"} for key, kind, role in columns
        ],
    }


def _violations(found: Mapping[str, Any], rule: str) -> tuple[int, list[str]]:
    frame = pl.from_pandas(found[rule].data)
    names = frame.select(name_of(CELL if rule == "implied" else KEYS)).to_series()
    return len(names), first(names)


if __name__ == "__main__":
    main(answer)
