"""The lock files: what is installed is what pyproject.toml asks for, pinned, hashed, and from no place of one machine."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from tests.project.project_files import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PYTHONS = ("3.11", "3.12", "3.13")

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)(?P<rest>[^\n\\]*(?:\\\n[^\n\\]*)*)", re.MULTILINE)


def pins(lock: str) -> dict[str, Version]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {canonicalize_name(match["name"]): Version(match["version"]) for match in PIN.finditer(text)}


def asked_for(lock: str) -> list[Requirement]:
    lines = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    if lock == "requirements-dev.lock":
        lines += PROJECT["project"]["optional-dependencies"]["dev"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_pinned_within_its_range(lock: str) -> None:
    pinned = pins(lock)
    for wanted in asked_for(lock):
        assert canonicalize_name(wanted.name) in pinned, f"{wanted.name}: make lock"
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)], prereleases=True), (
            f"{wanted}: make lock"
        )


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("python", PYTHONS)
def test_what_the_pinned_packages_need_is_pinned_too(lock: str, python: str) -> None:
    pinned = pins(lock)
    environment = {"python_version": python, "python_full_version": f"{python}.0", "extra": ""}
    missing = []
    for name, version in pinned.items():
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue
        if Version(installed.version) != version:
            continue
        needs = [Requirement(line) for line in installed.requires or ()]
        missing += [
            f"{name} needs {need}"
            for need in needs
            if (need.marker is None or need.marker.evaluate(environment))
            and not need.specifier.contains(pinned.get(canonicalize_name(need.name), "0"), prereleases=True)
        ]
    assert not missing


def test_the_locks_agree_on_what_both_pin() -> None:
    run, dev = (pins(lock) for lock in LOCKS)
    assert run
    assert {name: version for name, version in dev.items() if name in run} == run


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_no_marker(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = list(PIN.finditer(text))
    assert found
    assert not [match["name"] for match in found if "--hash=sha256:" not in match["rest"]]
    # A pin with a marker would be left out on some of the Pythons that the lock is for.
    assert not [match["name"] for match in found if ";" in match["rest"]]


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_place_to_download_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.findall(
        r"\S*://\S*|^--?(?:index-url|extra-index-url|find-links|trusted-host|i|f)\b.*", text, re.MULTILINE
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_compiled_packages_are_pinned_for_both_kinds_of_machine(lock: str) -> None:
    """A package with one wheel for each Python and machine has many hashes; one wheel and a source archive are two."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    hashes = {str(canonicalize_name(match["name"])): match["rest"].count("--hash=") for match in PIN.finditer(text)}
    compiled = {"google-re2", "pydantic-core", "pyyaml", "rapidfuzz"}
    assert compiled <= hashes.keys()
    assert not {name for name in compiled if hashes[name] < 2 * len(PYTHONS)}
