"""Several threads at once: each report is the one that its corpus has when nothing else runs."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from factlint import Request, check, read_settings
from factlint.reporters.formats import REPORTERS
from tests.hostile.project import FILES, factlint, write

THREADS, TIMES = 4, 1
KINDS = {
    "shares": "{share}",
    "other words for units": "{volume} barrels a day",
    "dates": "2025-03-0{day}",
    "a mistake": "{share} blorps",
}


def project(folder: Path, number: int, value: str) -> Path:
    """Like no other: units, rules and claims of its own, so that what leaks from one into another shows."""
    words = (
        f"properties:\n  rate: {{kind: quantity, unit: crate{number}}}\n  volume: {{kind: quantity, unit: barrel/day}}\n"
        f'  day: {{kind: date}}\nunits: ["crate{number} = {number + 2} kilogram"]\n'
    )
    named = {"shares": "rate", "other words for units": "volume", "dates": "day", "a mistake": "rate"}
    name = named[list(KINDS)[number % len(KINDS)]]
    claims = "".join(
        f"- {{subject: X, property: {name}, quote: q{it}, "
        f"value: {value.format(share=f'{it}{number} kg', volume=f'{it}.{number} million', day=1 + it)}}}\n"
        for it in range(4)
    )
    return write(
        folder / f"p{number}",
        {
            "corpus/vocabulary.yaml": words,
            "corpus/gazette.yaml": f"document: {{id: d{number}, outlet: O{number}, published: 2025-03-04}}\nclaims:\n{claims}",
            "rules/shares.rules": (
                f"let slack = {number + 1}%\nrule r{number}: {name} claims must agree\n"
                f"rule s{number}: rate, volume claims must agree within slack\n"
            ),
        },
    )


def reports(folder: Path) -> dict[str, str]:
    settings, problems = read_settings(folder)
    assert problems == []
    report = check(settings, Request())
    return {name: render(report) for name, render in REPORTERS.items()}


def test_checks_in_several_threads_give_what_they_give_alone(tmp_path: Path) -> None:
    folders = [project(tmp_path, number, value) for number, value in enumerate(KINDS.values())]
    alone = [reports(it) for it in folders]
    assert len({it["json"] for it in alone}) == len(folders)
    together = threading.Barrier(THREADS)

    def work(start: int) -> list[tuple[int, dict[str, str]]]:
        together.wait()
        order = [(start + it) % len(folders) for it in range(len(folders))] * TIMES
        return [(it, reports(folders[it])) for it in order]

    with ThreadPoolExecutor(THREADS) as pool:
        for done in pool.map(work, range(THREADS)):
            for number, found in done:
                assert found == alone[number]


LARGE = 20_400
"""Claims: from 20,000 on the first findings are listed."""


def test_the_number_of_threads_changes_no_byte_of_a_large_corpus(tmp_path: Path) -> None:
    document = [f'{{"id": "d{it}", "outlet": "O{it % 13}", "published": "2025-03-0{1 + it % 9}"}}' for it in range(97)]
    lines = "".join(
        f'{{"id": "c{it}", "document": {document[it % 97]}, "subject": "S{it * 7919 % 5003}", "property": "share", '
        f'"value": "{it * 31 % 97}%"}}\n'
        for it in range(LARGE)
    )
    folder = write(
        tmp_path,
        {
            "factlint.toml": 'corpus = "flat/claims.jsonl"\nrules = ["rules"]\n',
            "flat/claims.jsonl": lines,
            "flat/vocabulary.yaml": FILES["corpus/vocabulary.yaml"],
            "rules/shares.rules": "rule shares: share claims must agree within 10%\nrule few: share claims must be at most 95%\n",
        },
    )
    asked = ("check", "--no-cache", "--format", "text", "--format", "json=report.json")
    found = []
    for threads in ("1", "4"):
        outcome = factlint(folder, *asked, POLARS_MAX_THREADS=threads)
        assert outcome.status == 1, outcome.err[:2000]
        found.append((outcome, (folder / "report.json").read_bytes()))
    assert found[0] == found[1]
