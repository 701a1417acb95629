"""Scenarios fail for the right reason: where the engine is spoilt, the features that speak of it notice."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.mutants.plugin import MUTANTS
from tests.project.project_files import ROOT

NOTICED_BY = {
    "a wider tolerance": "agreement/tolerance",
    "a strict boundary": "agreement/tolerance",
    "narrow hedges": "reading/hedges",
    "a few is many": "reading/hedges",
    "timeless groups": "reading/comparable",
    "groups without a subject": "reading/comparable",
    "every outlet is a source": "sources/independence",
}


def run(feature: str, *plugins: str, mutant: str = "") -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        *plugins,
        f"features/{feature}.feature",
    ]
    environment = {**os.environ, "FACTLINT_MUTANT": mutant}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)


def test_every_mutant_has_a_feature_that_should_notice() -> None:
    assert NOTICED_BY.keys() == MUTANTS.keys()


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_feature_notices(mutant: str) -> None:
    told = run(NOTICED_BY[mutant], "-p", "tests.mutants.plugin", mutant=mutant)
    assert told.returncode == 1, told.stdout[-2000:] + told.stderr[-2000:]
    assert " failed" in told.stdout
    assert "Error:" not in told.stdout.replace("AssertionError:", ""), "a scenario failed, rather than the engine"


@pytest.mark.parametrize("feature", sorted(set(NOTICED_BY.values())))
def test_a_sound_engine_passes(feature: str) -> None:
    told = run(feature)
    assert told.returncode == 0, told.stdout[-2000:]
