"""Quantities found again in prose."""

from __future__ import annotations

import time

import pytest

from factlint.quantities.mentions import mentions
from tests.quantities.reading import reading

PROSE = [
    ("together they make two thirds of all shipments", "percent", ["two thirds"]),
    ("stands for nearly 40% of the total", "percent", ["nearly 40%"]),
    ("arrived within 48 hours of the order", "hour", ["within 48 hours"]),
    ("it takes a few months for that", "month", ["a few months"]),
    ("about 100 mln U.S. dlrs, up from 90 mln dlrs", "USD", ["about 100 mln U.S. dlrs", "90 mln dlrs"]),
    ("loads 4.4mn barrels of oil per day.", "barrel/day", ["4.4mn barrels of oil per day"]),
    ("hurt almost no one, but moved dozens of people", "people", ["almost no one", "dozens of people"]),
    ("a 48-hour truce", "hour", ["48-hour"]),
    ("no drones (304 drones last week)", "drone", ["no drones", "304 drones"]),
    ("nothing of the kind is told", "percent", ["nothing"]),
    ("they said so", "percent", []),
    ("paid USD 5 million for it, and EUR 2 million more", "USD", ["USD 5 million", "EUR 2 million"]),
]


@pytest.mark.parametrize(("text", "unit", "expected"), PROSE, ids=[row[0] for row in PROSE])
def test_mentions(text: str, unit: str, expected: list[str]) -> None:
    found = mentions(text, reading(unit, signed=True))
    assert [text[start:end] for start, end, _ in found if text[start:end] != "last week"] == expected


def test_ranks_are_found() -> None:
    text = "the world's second-largest exporter"
    [(start, end, quantity)] = mentions(text, reading(rank=True))
    assert text[start:end] == "second-largest"
    assert quantity.nominal == 2


@pytest.mark.parametrize(
    "words", ["between one and two ", "some about a few million of percent ", "1 ", "five six ", "x "]
)
def test_long_texts_take_bounded_time(words: str) -> None:
    began = time.perf_counter()
    mentions(words * 20_000, reading())
    assert time.perf_counter() - began < 5
