"""Growth, drawn: time over claims, rules and the size of groups, as SVG beside README.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

PLOTS: Final = {
    "scale": ("claims", "claims", "Four jobs: seconds over claims"),
    "rules": ("rules", "rules", "A million claims: seconds over rules"),
    "groups": ("group", "claims in a group", "A million claims: seconds over the size of groups"),
}
"""Scenario: (what of the size runs along the axis, its name, title)."""


def plot(results: Mapping[str, Any], folder: Path) -> list[Path]:
    """Writes `growth-SCENARIO.svg` for each result that shows growth; the same results give the same bytes."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams |= {"svg.hashsalt": "factlint", "svg.fonttype": "none", "font.family": "sans-serif"}
    return [_draw(results[name], *PLOTS[name], folder / f"growth-{name}.svg") for name in PLOTS if name in results]


def lines(result: Mapping[str, Any], along: str) -> dict[str, list[tuple[int, float, float]]]:
    """Of each program: (size, median seconds, peak MiB), by size. Rows that could not be measured are left out."""
    found: dict[str, dict[int, tuple[float, float]]] = defaultdict(dict)
    for row in result["rows"]:
        if "median" in row and along in row["size"]:
            name = row["size"]["program"] if along != "claims" else row["row"]
            if row["row"].endswith("everything"):
                name += ", each reads everything"
            found[name][row["size"][along]] = (row["median"], row["peak_mib"])
    return {name: [(at, *point) for at, point in sorted(points.items())] for name, points in found.items()}


def _draw(result: Mapping[str, Any], along: str, axis: str, title: str, file: Path) -> Path:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11, 5), layout="constrained")
    times, sizes = figure.subplots(1, 2)
    for name, points in lines(result, along).items():
        at = [point[0] for point in points]
        style = {
            "linewidth": 2.5 if name.startswith("factlint") else 1.2,
            "marker": "o",
            "markersize": 4,
            "label": name,
        }
        times.plot(at, [point[1] for point in points], **style)
        sizes.plot(at, [point[2] for point in points], **style)
    for axes, label in ((times, "seconds, median"), (sizes, "peak memory, MiB")):
        axes.set(xscale="log", yscale="log", xlabel=axis, ylabel=label)
        axes.grid(visible=True, which="major", alpha=0.3)
    figure.suptitle(title)
    handles, labels = times.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside right center", fontsize="small")
    figure.savefig(file, format="svg", metadata={"Date": None})
    return file
