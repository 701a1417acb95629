"""What a run reaches: Python tells an auditor of every file it opens, every process, every connection and every code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import factlint
from tests.hostile.project import FILES, environment, write

MARK = "zqmarkzq"
"""Stands in everything that comes from outside: code that holds it was made of it."""

CALLS = [
    ["check", "--no-cache", "--output", "report.txt", *(
        word for name in ("json", "sarif", "junit", "github", "markdown", "annotations", "html")
        for word in ("--format", f"{name}=report.{name}")
    )],
    ["check", "--rule", f'"{MARK} share" of "{MARK}()" * 2 must be at most 50%'],
    ["check", "--corpus", "flat/claims.jsonl", "--rule", f'"{MARK} share" claims must agree'],
    ["check", "--corpus", "flat/claims.csv", "--rule", f'"{MARK} share" claims must agree'],
    ["check", "--corpus", "flat/reviews.json", "--rule", "claims must have quote"],
    ["compile", "corpus", "-o", "claims.parquet"],
    ["check", "--corpus", "claims.parquet", "--rule", f'"{MARK} share" claims must agree within 10%'],
    ["lint"],
    ["verify"],
    ["show"],
    ["show", "a"],
    ["explain", "shares"],
    ["explain", "E221"],
    ["baseline", "known.json"],
    ["check", "--baseline", "known.json"],
    ["fmt"],
    ["schema", "claims"],
    ["steps", "claim"],
    ["completion", "zsh"],
    ["init", "new"],
]  # fmt: skip

AUDITED = """
import json, os, sys
from pathlib import Path
seen = []
def hear(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        seen.append(["open", os.fsdecode(path) if isinstance(path, (str, bytes)) else None, bool(flags & (os.O_WRONLY | os.O_RDWR))])
    elif event == "compile":
        seen.append(["compile", repr(arguments[0])[:100_000], False])
    elif event == "exec":
        seen.append(["exec", repr(arguments[0].co_consts) + repr(arguments[0].co_names) + arguments[0].co_filename, False])
    elif event.split(".")[0] in {"subprocess", "socket", "urllib", "http", "ftplib", "smtplib", "pty", "pickle", "ctypes"} or event in {
        "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.startfile", "os.kill", "os.putenv", "code.__new__",
        "os.chown", "os.link", "os.symlink", "sqlite3.connect", "marshal.loads", "os.remove", "os.rename", "os.mkdir", "os.rmdir",
        "shutil.rmtree",
    }:
        seen.append([event, repr(arguments)[:500], False])
import factlint.cli
sys.addaudithook(hear)
for argv in json.loads(sys.argv[1]):
    seen.append(["call", " ".join(argv), False])
    status = factlint.cli.main(argv)
    seen.append(["status", str(status), False])
sys.addaudithook(lambda *_: None)
Path(sys.argv[2]).write_text(json.dumps(seen))
"""

Event = tuple[str, str | None, bool]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    review = {"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": f"{MARK} is true", "url": "https://example.org/r",
              "author": {"@type": "Organization", "name": "Checker"}, "itemReviewed": {"@type": "Claim", "author": {"name": MARK}},
              "reviewRating": {"@type": "Rating", "alternateName": "False"}}  # fmt: skip
    flat = {"id": "f", "document": {"id": "d"}, "subject": MARK, "property": f"{MARK} share", "value": "40%"}
    named = {
        name: text.replace("{id: a, subject: X", f"{{id: a, subject: '{MARK}()'").replace("share", f"{MARK} share")
        for name, text in FILES.items()
        if name.startswith("corpus")
    }
    return write(
        tmp_path_factory.mktemp("audited") / "project",
        {
            **named,
            "corpus/vocabulary.yaml": named["corpus/vocabulary.yaml"]
            + f"units: ['{MARK} = 3 meter']\nhedges: {{{MARK}ly: 5 %}}\n",
            "rules/shares.rules": f'rule   shares: "{MARK} share" claims where quote matches /{MARK}|4/ must agree because "{MARK}"\n',
            "flat/claims.jsonl": json.dumps(flat) + "\n",
            "flat/claims.csv": f"id,document,subject,property,value\nf,d,{MARK},{MARK} share,40%\n",
            "flat/reviews.json": json.dumps(review) + "\n",
        },
    )


@pytest.fixture(scope="module")
def events(place: Path) -> list[Event]:
    log = place.parent / "events.json"
    done = subprocess.run(
        [sys.executable, "-B", "-c", AUDITED, json.dumps(CALLS), str(log)],
        cwd=place, env=environment(place, FACTLINT_NO_CACHE="1"), capture_output=True, encoding="utf-8", check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [tuple(it) for it in json.loads(log.read_text(encoding="utf-8"))]


def test_every_call_did_its_work(events: list[Event]) -> None:
    """An auditor of calls that were refused would have nothing to see."""
    statuses = [what for event, what, _ in events if event == "status"]
    assert len(statuses) == len(CALLS)
    assert set(statuses) <= {"0", "1"}, [(argv, it) for argv, it in zip(CALLS, statuses, strict=True) if it == "2"]


def test_no_command_is_run_and_no_connection_made(events: list[Event]) -> None:
    own = {
        "call",
        "status",
        "open",
        "compile",
        "exec",
        "marshal.loads",
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.putenv",
    }
    others = [
        it for it in events if it[0] not in own and not it[0].startswith("ctypes.")
    ]  # Polars is called through it
    assert others == []


def test_no_code_is_made_of_what_is_read(events: list[Event]) -> None:
    code = [it for it in events if it[0] in {"compile", "exec"}]
    assert code, "modules are executed, so the auditor hears of code"
    assert [it for it in code if MARK in str(it[1])] == []


def test_nothing_is_written_but_what_the_calls_name(events: list[Event], place: Path) -> None:
    written = {Path(str(path)) for event, path, writing in events if event == "open" and writing and path}
    inside = {path for path in map(place.joinpath, written) if path.is_relative_to(place)}
    temporary = {path for path in inside if path.name.startswith(".")}
    assert {path.parent for path in temporary} <= {place, place / "rules"}
    assert {path.relative_to(place).parts[0] for path in inside - temporary} <= {"new"}
    others = {str(path) for path in written - inside if not str(path).startswith(str(place))}
    assert {it for it in others if Path(it).is_absolute() and it != os.devnull} == set()
    found = {path.name for path in place.iterdir()}
    assert found == {
        "factlint.toml", "corpus", "rules", "texts", "flat", "new", "claims.parquet", "known.json", "report.txt", "report.json",
        "report.sarif", "report.junit", "report.github", "report.markdown", "report.annotations", "report.html",
    }  # fmt: skip


def test_nothing_is_read_but_what_the_calls_name(events: list[Event], place: Path) -> None:
    """Beside Python itself and what is installed with it."""
    root = Path(factlint.__file__).parents[2]
    installed = [Path(it).resolve() for it in {sys.prefix, sys.base_prefix, *sys.path} if it] + [
        root / "grammar",
        root / "docs" / "codes",
    ]
    read = {place.joinpath(str(path)).resolve() for event, path, _ in events if event == "open" and path}
    strange = [
        str(path)
        for path in sorted(read)
        if not path.is_relative_to(place) and not any(path.is_relative_to(it) for it in installed)
    ]
    assert [it for it in strange if not it.startswith(("/proc/", "/dev/", "/sys/"))] == []
