"""What is written down of pint's names is what pint says."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factlint.quantities.units as door
from factlint.quantities.pint_names import KNOWN, NAMES, PREFIXES
from tests.quantities import pint_names


def test_it_is_as_pint_says_today() -> None:
    assert pint_names.FILE.read_text(encoding="utf-8") == pint_names.table()


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_each_unit_is_that_of_pint(name: str) -> None:
    assert door._written_down(name) == door._from_registry(name)


@given(st.sampled_from(["", *PREFIXES]), st.sampled_from(sorted(NAMES)), st.sampled_from(["", "s", "ss", "x"]))
def test_names_are_what_pint_takes_them_for(prefix: str, name: str, ending: str) -> None:
    word = prefix + name + ending
    assert door._named(word) == door._from_registry(word)


def test_usual_units_and_words_that_are_none_do_not_load_pint() -> None:
    code = (
        "import sys; from factlint.quantities.units import Units; u = Units(); "
        "found = [u.find(it) for it in ('km/h', 'megawatt hours', 'barrels a day', 'drones', 'closed', 'kiloport')]; "
        "print([it and it.name for it in found], 'pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['kilometer/hour', 'megawatt hour', 'barrel/day', None, None, None] False\n"


@pytest.mark.parametrize("name", ["octave", "kilooctave", "megareaumur", "millidecibelwatt"])
def test_scales_that_do_not_multiply_are_no_units(name: str) -> None:
    assert door.Units().find(name) is None


def test_a_rare_unit_is_asked_of_pint() -> None:
    parsec = door.Units().parse("kiloparsecs")
    assert "kiloparsec" not in KNOWN
    assert parsec.factor == door.Units().parse("parsec").factor * 1000
