"""Names and words beyond ASCII, under every locale: the same bytes in every format, in messages, in files."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.hostile.project import BIN, FILES, environment, write

CYRILLIC, LETTERS = "Газета", "Żółw İı ſ 東京 e\u0301 é 𝒳"
PROJECT = {
    "factlint.toml": 'corpus = "Körper"\nrules = ["Regeln/Öl"]\nsources = ["Прием"]\nbaseline = "bekannt-é.json"\n',
    "Regeln/Öl/Prüfung.rules": (
        'import "näher.rules"\n'
        f'rule anteil "Änderung – {LETTERS}": share claims must agree within grenze because "größer"\n'
        "rule unknown: shär claims must agree\n"
    ),
    "Regeln/Öl/näher.rules": "let grenze = 10%\n",
    "Körper/vocabulary.yaml": FILES["corpus/vocabulary.yaml"] + f"entities:\n  Łódź: {{aliases: [{CYRILLIC}]}}\n",
    f"Körper/{CYRILLIC}.yaml": (
        f'document: {{id: z, outlet: {CYRILLIC}, title: "{LETTERS}", published: 2025-03-04, text: текст-é.txt}}\nclaims:\n'
        '- {id: a, subject: Łódź, property: share, value: 40%, quote: "Żółw – 40%"}\n'
        f'- {{id: b, subject: {CYRILLIC}, property: share, value: 60%, quote: "60 %"}}\n'
        "- {id: c, subject: Łódź, property: share, value: 4ü0%}\n"
    ),
    "Körper/e\u0301 zerlegt.yaml": "document: {id: e, outlet: É}\nclaims: [{subject: Łodz, property: share, value: ü}]\n",
    "Прием/текст-é.txt": "It was Żółw – 40%, or 60\u00a0% of 東京.\n",
    "bekannt-é.json": '{"version": 1, "findings": []}\n',
    "unordentlich-ä.rules": "rule   x  :  share   claims must agree\n",
}
FORMATS = ("json", "sarif", "junit", "github", "markdown", "annotations", "html")
FILES_ASKED = [word for name in FORMATS for word in ("--format", f"{name}=bericht-ß.{name}")]
CALLS: tuple[tuple[str, ...], ...] = (
    ("check", "Regeln/Öl", "--rule", "größe claims must agree", *FILES_ASKED),
    ("fmt", "unordentlich-ä.rules", "Regeln"),
)
LOCALES = {
    "C, as Python finds it": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "C, as Python mends it": {"LC_ALL": "C"},
    "a locale that is not installed": {"LC_ALL": "de_DE.ISO-8859-1", "LANG": "de_DE", "PYTHONUTF8": "0"},
    "output as Latin-1": {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1:replace"},
}
"""A locale that is not there is C; where de_DE in Latin-1 is, it is tried as itself."""


def outcome(folder: Path, locale: dict[str, str]) -> dict[str, bytes | int]:
    """All that the calls print, and all that lies in the folder afterwards."""
    write(folder, PROJECT)
    found: dict[str, bytes | int] = {}
    for argv in CALLS:
        done = subprocess.run(
            [str(BIN / "factlint").encode(), *(it.encode() for it in argv)],
            cwd=folder, env=environment(folder, FACTLINT_NO_CACHE="1", **locale), stdin=subprocess.DEVNULL,
            capture_output=True, check=False, timeout=900,
        )  # fmt: skip
        call = argv[0]
        found |= {f"{call}: stdout": done.stdout, f"{call}: stderr": done.stderr, f"{call}: status": done.returncode}
    return {**found, **{str(it.relative_to(folder)): it.read_bytes() for it in folder.rglob("*") if it.is_file()}}


@pytest.fixture(scope="module")
def in_utf8(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes | int]:
    return outcome(tmp_path_factory.mktemp("usual"), {"LC_ALL": "C.UTF-8"})


def test_what_is_said_is_said_in_its_letters(in_utf8: dict[str, bytes | int]) -> None:
    out, err = (
        b"".join(v for k, v in in_utf8.items() if k.endswith(it) and isinstance(v, bytes))
        for it in ("stdout", "stderr")
    )
    for word in ("Łódź", CYRILLIC, "größe", "Regeln/Öl/Prüfung.rules", "текст-é.txt", "Żółw"):
        assert word.encode() in out + err, word
    assert in_utf8["bericht-ß.html"]
    assert in_utf8["unordentlich-ä.rules"] == b"rule x:\n    share claims must agree\n"


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_the_locale_changes_no_byte(locale: dict[str, str], in_utf8: dict[str, bytes | int], tmp_path: Path) -> None:
    found = outcome(tmp_path, locale)
    assert {name for name, it in found.items() if it != in_utf8.get(name)} == set()
    assert found.keys() == in_utf8.keys()
