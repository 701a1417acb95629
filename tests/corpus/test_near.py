"""Which names are slips of known ones, and which are simply other names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus.near import slip, suggest


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Kremiln", "Kremlin"),  # two letters swapped
        ("Rosneff", "Rosneft"),
        ("Harbor Gazette", "Harbour Gazette"),
        ("Harbour Gazete", "Harbour Gazette"),
        ("Witkof", "Witkoff"),
        ("Zelenski", "Zelensky"),
        ("Zelenskyy", "Zelensky"),
        ("Washington DC", "Washington, DC"),
        ("NorthTerminal", "North Terminal"),
        ("the North Terminal", "North Terminal"),
        ("Sao Paulo", "São Paulo"),
        ("Berht 1", "Berth 1"),
        ("Reuter", "Reuters"),
        ("Irna", "Iran"),
        ("Volodomir Zelenskiy", "Volodymyr Zelenskiy"),
    ],
)
def test_a_slip_is_recognised(written: str, known: str) -> None:
    assert slip(written, [known]) == known


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Berth 2", "Berth 1"),  # numbers tell things apart
        ("Terminal S", "Terminal N"),  # so do single letters
        ("South Terminal", "North Terminal"),
        ("Iraq", "Iran"),
        ("Russia", "Prussia"),
        ("Zambia", "Gambia"),
        ("Niger", "Nigeria"),
        ("Austria", "Australia"),
        ("Rosneft", "Rosneft and Lukoil"),  # a part of a name is another name
        ("CNN", "CNBC"),
        ("U.S. official", "Reuters"),
        ("March", "May"),
        ("2024 budget", "2025 budget"),
        ("東京", "京都"),
    ],
)
def test_two_names_are_two_names(written: str, known: str) -> None:
    assert slip(written, [known]) is None


def test_the_nearest_of_several_is_named_whatever_their_order() -> None:
    known = ["Harbour Gazettes", "Harbour Gazette", "Harbour Gazetta"]
    assert slip("Harbour Gazete", known) == slip("Harbour Gazete", known[::-1]) == "Harbour Gazette"


@pytest.mark.parametrize(
    ("written", "known", "nearest"),
    [
        ("qoute", ["quote", "note"], "quote"),
        ("varies_by", ["varies by", "kind"], "varies by"),
        ("export shares", ["export share", "oil exports"], "export share"),
        ("colour", ["quote", "note"], None),
    ],
)
def test_suggestions_are_freer(written: str, known: list[str], nearest: str | None) -> None:
    assert suggest(written, known) == nearest


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=5))
def test_no_name_breaks_the_comparison(name: str, known: list[str]) -> None:
    assert slip(name, known) in {None, *known}
    assert suggest(name, known) in {None, *known}


def test_a_name_of_a_megabyte_costs_nothing() -> None:
    assert slip("x" * 1_000_000, ["x"]) is None
    assert suggest("x" * 1_000_000, ["y"]) is None
