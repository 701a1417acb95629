"""The configuration of a project: `[tool.factlint]` in `pyproject.toml`, or `factlint.toml`."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factlint import files
from factlint.diagnostics import Diagnostic, Label
from factlint.source import Source, Span
from factlint.statuses import FAIL_ON, FailOn

KEYS = ("corpus", "rules", "sources", "vocabulary", "fail-on", "baseline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are. `root` is the folder of the configuration, or the working folder: paths are told from there."""

    root: Path
    corpus: Path | None = None
    rules: tuple[Path, ...] = ()
    sources: tuple[Path, ...] = ()
    vocabulary: Path | None = None
    fail_on: FailOn = "error"
    baseline: Path | None = None


def read_settings(folder: Path) -> tuple[Settings, list[Diagnostic]]:
    """The configuration that holds for a folder: its own, or that of the nearest folder above that has one."""
    for place in (folder, *folder.parents):
        for name in ("factlint.toml", "pyproject.toml"):
            file = place / name
            if files.is_file(file):
                found = _read(file)
                if found is not None:
                    return found
    return Settings(root=folder), []


def _read(file: Path) -> tuple[Settings, list[Diagnostic]] | None:
    """None where the file has nothing to say of factlint."""
    settings = Settings(root=file.parent)
    try:
        source = Source(file.name, files.read(file).decode("utf-8-sig"))
        table: Any = tomllib.loads(source.text)
    except (OSError, UnicodeDecodeError) as error:
        return settings, [Diagnostic("E110", f"the configuration cannot be read: {_why(error)}", file=file.name)]
    except tomllib.TOMLDecodeError as error:
        if file.name == "pyproject.toml" and "tool.factlint" not in source.text:
            return None  # somebody else's trouble
        return settings, [_broken(source, error)]
    except (RecursionError, ValueError):  # brackets without end, or a number of thousands of digits
        words = "the configuration cannot be read: it nests too deeply, or a number in it is too long"
        return settings, [
            Diagnostic("E110", words, file=file.name, help="give each key a path, a word or a list of paths")
        ]
    if file.name == "pyproject.toml":
        table = table.get("tool", {}).get("factlint") if isinstance(table.get("tool"), Mapping) else None
        if table is None:
            return None
    if not isinstance(table, Mapping):
        return settings, [Diagnostic("E111", "tool.factlint is not a table", file=file.name)]
    return _settings(settings, table, source)


def _settings(settings: Settings, table: Mapping[str, Any], source: Source) -> tuple[Settings, list[Diagnostic]]:
    problems: list[Diagnostic] = []
    for key, value in table.items():
        match key, value:
            case (("corpus" | "vocabulary" | "baseline"), str()) if "\0" not in value:
                settings = _with(settings, key, settings.root / value)
            case (("rules" | "sources"), str()) if "\0" not in value:
                settings = _with(settings, key, (settings.root / value,))
            case (("rules" | "sources"), list()) if all(isinstance(it, str) and "\0" not in it for it in value):
                settings = _with(settings, key, tuple(settings.root / it for it in value))
            case "fail-on", str() if value in FAIL_ON:
                settings = replace(settings, fail_on=value)
            case _:
                problems.append(_wrong(source, key))
    return settings, problems


def _with(settings: Settings, key: str, value: Any) -> Settings:
    """Keyed by the file's own words, which the caller has checked."""
    return replace(settings, **{key: value})


def _wrong(source: Source, key: str) -> Diagnostic:
    label = Label(source, _key_span(source, key))
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, 1)
        hint = f"did you mean `{near[0]}`? " if near else ""
        return Diagnostic("E111", f"unknown setting `{key}`", label, help=f"{hint}known settings: {', '.join(KEYS)}")
    wanted = {
        "fail-on": "one of " + ", ".join(f'"{word}"' for word in FAIL_ON),
        "rules": 'a path, or a list of paths: rules = ["rules"]',
        "sources": 'a path, or a list of paths: sources = ["sources"]',
    }.get(key, f'a path: {key} = "{key}"')
    return Diagnostic("E111", f"the setting `{key}` does not read", label, help=f"write {wanted}")


def _key_span(source: Source, key: str) -> Span:
    found = re.search(rf"^\s*[\"']?({re.escape(key)})[\"']?\s*=", source.text, re.MULTILINE)
    return Span(*found.span(1)) if found else Span(0, 0)


def _broken(source: Source, error: tomllib.TOMLDecodeError) -> Diagnostic:
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    words = re.sub(r"\s*\(at .*\)$", "", str(error))
    offset = source.offset(int(found[1]), int(found[2])) if found else len(source.text)
    message = f"the configuration is not TOML: {words[:1].lower()}{words[1:]}"
    return Diagnostic(
        "E110", message, Label(source, Span(offset, offset + 1)), help="see https://toml.io for its syntax"
    )


def _why(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    return (getattr(error, "strerror", None) or str(error)).lower()
