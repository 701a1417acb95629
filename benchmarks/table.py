"""Results as Markdown: `python -m benchmarks.table` writes the tables between the markers of README.md, and the plots."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.plot import plot
from benchmarks.run import RESULTS
from benchmarks.scenarios import SCENARIOS

README = Path(__file__).with_name("README.md")

Row = Mapping[str, Any]


def main() -> None:
    results = {name: json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8")) for name in _measured()}
    text = README.read_text(encoding="utf-8")
    text = between(text, "targets", targets(results))
    drawn = {file.stem.removeprefix("growth-"): file.name for file in plot(results, README.parent)}
    for name, result in results.items():
        picture = f"\n![Growth]({drawn[name]})\n" if name in drawn else ""
        text = between(text, name, table(result) + picture)
    README.write_text(text, encoding="utf-8")


def _measured() -> Iterator[str]:
    return (name for name in SCENARIOS if (RESULTS / f"{name}.json").exists())


def between(text: str, marker: str, new: str) -> str:
    """The text with what stands between `<!-- marker -->` and `<!-- /marker -->` replaced.

    Raises:
        ValueError: it has no such markers.
    """
    pattern = re.compile(rf"(<!-- {marker} -->\n).*?(<!-- /{marker} -->)", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"no markers for {marker}")
    return pattern.sub(lambda found: f"{found[1]}\n{new}\n{found[2]}", text)


def targets(results: Mapping[str, Any]) -> str:
    """What was to be reached, and what was."""
    lines = ["| | reached | to reach | |", "| --- | ---: | ---: | --- |"]
    for result in results.values():
        for block in _blocks(result["rows"]):
            for row in block:
                lines += [_target(row, target, block, result["scenario"]) for target in row["targets"]]
    return "\n".join(lines) + "\n"


def _target(row: Row, target: Row, block: Sequence[Row], scenario: str) -> str:
    name = f"{row['row']} ({scenario}{_claims(row)})"
    limit = f"{target['most']:,.0f} MiB" if target["than"] is None else f"{target['most']:g} × {target['than']}"
    reached = row.get("peak_mib") if target["than"] is None else ratio(row, target["than"], block)
    if reached is None:
        return f"| {name} | – | {limit} | not measured: {_because(row, target, block)} |"
    shown = f"{reached:,.0f} MiB" if target["than"] is None else f"{reached:.2f} ×"
    if reached <= target["most"]:
        return f"| {name} | {shown} | {limit} | reached |"
    return f"| {name} | {shown} | {limit} | **missed by {100 * (reached / target['most'] - 1):.0f} %** |"


def _because(row: Row, target: Row, block: Sequence[Row]) -> str:
    other = next((it for it in block if it["row"] == target["than"]), None)
    return str(row.get("problem") or (other or {}).get("problem") or f"{target['than']} was not run")


def ratio(row: Row, than: str, block: Sequence[Row]) -> float | None:
    """Median to median, of rows that ran in turns."""
    other = next((it for it in block if it["row"] == than), None)
    if other is None or "median" not in row or "median" not in other:
        return None
    return float(row["median"] / other["median"])


def table(result: Mapping[str, Any]) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in result["versions"].items())
    lines = [
        f"`{result['call']}` on {result['machine']}, {result['date']} (load before: {result['load_before']}; {versions})",
        "",
        "| | claims | minimum s | median s | CPU s | peak MiB | ratio | |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for block in _blocks(result["rows"]):
        lines += [_line(row, block) for row in block]
    return "\n".join([*lines, *_imports(result)]) + "\n"


def _line(row: Row, block: Sequence[Row]) -> str:
    claims = f"{row['size']['claims']:,}" if "claims" in row["size"] else ""
    if "problem" in row:
        return f"| {row['row']} | {claims} | – | – | – | – | – | {row['problem']} |"
    times = " | ".join(_seconds(row[key]) for key in ("minimum", "median", "cpu_median"))
    found = None if row["against"] is None else ratio(row, row["against"], block)
    shown = "" if found is None else f"{found:.2f} × {row['against']}"
    return f"| {row['row']} | {claims} | {times} | {row['peak_mib']:,.0f} | {shown} | {row['runs']} runs |"


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _claims(row: Row) -> str:
    return f", {row['size']['claims']:,} claims" if "claims" in row["size"] else ""


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that ran in turns: a name that comes again begins the next block."""
    block: list[Row] = []
    for row in rows:
        if any(it["row"] == row["row"] for it in block):
            yield block
            block = []
        block.append(row)
    yield block


def _imports(result: Mapping[str, Any]) -> list[str]:
    if "imports" not in result:
        return []
    lines = ["", "`python -X importtime`, modules by their own time:", ""]
    lines += ["| call | modules | ms together | slowest (ms) |", "| --- | ---: | ---: | --- |"]
    for it in result["imports"]:
        slowest = ", ".join(f"{one['module']} {one['milliseconds']}" for one in it["slowest"][:6])
        lines.append(f"| `{it['call']}` | {it['modules']} | {it['milliseconds']} | {slowest} |")
    return lines


if __name__ == "__main__":
    main()
