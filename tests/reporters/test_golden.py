"""Each sample in each format, as readers get it.

`FACTLINT_UPDATE=1 pytest tests/reporters/test_golden.py` writes the files anew, to be reviewed as a diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factlint.reporters.formats import REPORTERS
from factlint.version import VERSION
from tests.reporters.conftest import Sample
from tests.reporters.samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"

ENDINGS = {
    "annotations": "annotations.json",
    "github": "github.txt",
    "junit": "junit.xml",
    "markdown": "markdown.txt",
    "sarif": "sarif.json",
}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", ENDINGS)
def test_as_readers_get_it(name: str, form: str, sample: Sample) -> None:
    shown = REPORTERS[form](sample(name)).replace(VERSION, "VERSION")
    expected = GOLDEN / f"{name}.{ENDINGS[form]}"
    if os.environ.get("FACTLINT_UPDATE"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")


def test_every_file_belongs_to_a_sample() -> None:
    wanted = {f"{name}.{ending}" for name in SAMPLES for ending in ENDINGS.values()}
    assert {path.name for path in GOLDEN.iterdir()} == wanted


@pytest.mark.parametrize("name", [*SAMPLES, "hostile"])
@pytest.mark.parametrize("form", ENDINGS)
def test_the_same_byte_for_byte(name: str, form: str, sample: Sample) -> None:
    assert REPORTERS[form](sample(name)).encode() == REPORTERS[form](sample(name)).encode()


@pytest.mark.parametrize("form", ENDINGS)
def test_no_path_of_the_machine(form: str, sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> None:
    base = str(tmp_path_factory.getbasetemp())
    assert not [name for name in SAMPLES if base in REPORTERS[form](sample(name))]
