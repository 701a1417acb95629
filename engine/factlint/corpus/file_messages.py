"""What is said of files, of their YAML and of its shape, whether claims or a vocabulary stand in them.

A mistake that both kinds of file can hold has one number under two letters: E2.. in claims, E4.. in the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from factlint.diagnostics import Diagnostic, Label
from factlint.quantities.messages import shown
from factlint.source import Source, Span

if TYPE_CHECKING:
    from factlint.corpus.yaml_nodes import Scalar

Stage = Literal["E2", "E4"]
Form = Literal["yaml", "json", "csv"]
"""What a record is written in, and so what a message tells its author to write."""


def _at(code: str, source: Source, span: Span, message: str, help_: str | None = None, label: str = "") -> Diagnostic:
    return Diagnostic(code, message, Label(source, span, label), help=help_)


def said_at(label: Label, text: str) -> Label:
    """A place that took part, and what to say under it."""
    return Label(label.source, label.span, text)


def _list(words: Iterable[str], last: str = "or") -> str:
    *head, tail = [f"`{word}`" for word in words]
    return f"{', '.join(head)} {last} {tail}" if head else tail


# --- Files ------------------------------------------------------------------------------------------------------------


def no_corpus(name: str) -> Diagnostic:
    return Diagnostic(
        "E200",
        f"there is no corpus at `{name}`",
        file=name,
        help="name a folder of claim files, such as `--corpus corpus`",
    )


def corpus_unreadable(name: str, reason: str) -> Diagnostic:
    return Diagnostic(
        "E200", f"the corpus cannot be read: {reason}", file=name, help="make the folder readable, or name another one"
    )


def corpus_is_no_folder(name: str) -> Diagnostic:
    return Diagnostic(
        "E200", "the corpus is neither a folder nor a file", file=name, help="name a folder of claim files"
    )


def unknown_corpus_format(name: str, suffix: str) -> Diagnostic:
    kind = f"a `{suffix}` file" if suffix else "a file without an ending"
    return Diagnostic(
        "E200",
        f"{kind} is no corpus",
        file=name,
        help="name a folder of claim files, or a `.yaml`, `.jsonl` or `.csv` file",
    )


def no_documents(name: str, flat: str | None = None) -> Diagnostic:
    """`flat`: a file in the folder that may be the corpus."""
    help_ = "put a `.yaml` file with `document:` and `claims:` there for each article"
    return Diagnostic(
        "E208",
        "this corpus holds no documents",
        file=name,
        help=help_ if flat is None else f"name the file of claims itself: `--corpus {flat}`; or {help_}",
    )


def file_unreadable(stage: Stage, name: str, reason: str) -> Diagnostic:
    return Diagnostic(
        f"{stage}01",
        f"this file cannot be read: {reason}",
        file=name,
        help="make it a readable file, or move it out of the corpus",
    )


def file_leads_out(name: str) -> Diagnostic:
    return Diagnostic(
        "E201",
        "this symbolic link leads out of the corpus",
        file=name,
        help="put a copy of what it leads to into the corpus",
    )


def no_vocabulary(name: str) -> Diagnostic:
    return Diagnostic(
        "E401",
        f"there is no vocabulary at `{name}`",
        file=name,
        help="name a file, such as `--vocabulary corpus/vocabulary.yaml`",
    )


def not_utf8(stage: Stage, source: Source, span: Span, what: str) -> Diagnostic:
    return _at(f"{stage}02", source, span, f"this file is {what}, not text in UTF-8", "save it as UTF-8 in your editor")


# --- YAML -------------------------------------------------------------------------------------------------------------


def unprintable(stage: Stage, source: Source, span: Span) -> Diagnostic:
    char = source.text[span.start : span.end]
    return _at(
        f"{stage}02",
        source,
        span,
        f"this file holds the character U+{ord(char):04X}, which YAML cannot hold",
        "delete it, or type the words again",
    )


def broken_yaml(stage: Stage, source: Source, span: Span, message: str, help_: str) -> Diagnostic:
    return _at(
        f"{stage}03",
        source,
        span,
        message,
        help_ or "check the indentation, the colons and the quotation marks around it",
    )


def alias(stage: Stage, source: Source, span: Span) -> Diagnostic:
    written = source.text[span.start : span.end]
    return _at(
        f"{stage}04",
        source,
        span,
        f"`{shown(written)}` is a YAML alias, which is refused",
        f'write the value out, or quote it: `"{written}"`',
    )


def anchor(stage: Stage, source: Source, span: Span, name: str) -> Diagnostic:
    return _at(
        f"{stage}04",
        source,
        span,
        f"`&{shown(name)}` is a YAML anchor, which is refused",
        "take it out, or put the text in quotation marks",
    )


def tag(stage: Stage, source: Source, span: Span, written: str) -> Diagnostic:
    return _at(
        f"{stage}04",
        source,
        span,
        f"`{shown(written)}` is a YAML tag, which is refused",
        "take it out, or put the text in quotation marks",
    )


def second_document(stage: Stage, source: Source, span: Span) -> Diagnostic:
    return _at(
        f"{stage}04", source, span, "a second YAML document begins here", "put it into a file of its own, without `---`"
    )


def key_is_no_text(stage: Stage, source: Source, span: Span) -> Diagnostic:
    return _at(f"{stage}04", source, span, "a key must be a word", "quote a text that begins with a bracket")


def duplicate_key(stage: Stage, source: Source, key: Scalar, first: Scalar) -> Diagnostic:
    return Diagnostic(
        f"{stage}05",
        f"`{shown(key.text)}` is written twice",
        Label(source, key.span),
        (Label(source, first.span, "first here"),),
        "keep one of the two",
    )


def too_deep(stage: Stage, source: Source, span: Span, limit: int) -> Diagnostic:
    return _at(
        f"{stage}06",
        source,
        span,
        f"this is nested more than {limit} levels deep",
        "check the indentation and the brackets",
    )


def too_long(stage: Stage, source: Source, span: Span, length: int, limit: int) -> Diagnostic:
    return _at(
        f"{stage}06",
        source,
        span,
        f"this value is {length:,} characters long",
        f"shorten it to at most {limit:,}, or check for a quotation mark that is never closed",
    )


def file_too_long(stage: Stage, name: str, size: int, limit: int) -> Diagnostic:
    return Diagnostic(
        f"{stage}06", f"this file is {size:,} bytes long", file=name, help=f"split it: at most {limit:,} bytes are read"
    )


def control_character(stage: Stage, source: Source, span: Span, char: str) -> Diagnostic:
    return _at(
        f"{stage}18",
        source,
        span,
        f"this text holds the control character U+{ord(char):04X}",
        "delete it, or type the words again",
    )


# --- Shape ------------------------------------------------------------------------------------------------------------


def empty_file(source: Source) -> Diagnostic:
    return _at(
        "E211",
        source,
        Span(0, 0),
        "this file is empty",
        "describe an article in it, beginning with `document:`, or delete it",
    )


def misnamed_vocabulary(source: Source, span: Span) -> Diagnostic:
    return _at(
        "E210",
        source,
        span,
        "this is a vocabulary under another name",
        "call the file `vocabulary.yaml`, or move it out of the corpus",
    )


def unknown_key(
    stage: Stage, source: Source, span: Span, key: str, place: str, nearest: str | None, known: Sequence[str]
) -> Diagnostic:
    key = shown(key)
    help_ = f"did you mean `{nearest}`?" if nearest else f"{place} may have {_list(known, 'and')}"
    return _at(f"{stage}10", source, span, f"{place} has no key `{key}`", help_)


def misplaced_key(stage: Stage, source: Source, span: Span, key: str, place: str, other: str) -> Diagnostic:
    return _at(f"{stage}10", source, span, f"{place} has no key `{key}`", f"`{key}` is said of {other}: move it there")


def missing_key(
    stage: Stage, source: Source, span: Span, key: str, place: str, example: str, form: Form = "yaml"
) -> Diagnostic:
    what = {"yaml": "add a line such as", "json": "add", "csv": "fill in"}[form]
    return _at(f"{stage}11", source, span, f"{place} lacks `{key}`", f"{what} `{_in_form(example, form)}`")


def _in_form(example: str, form: Form) -> str:
    """An example that is given in YAML, as the author of the record writes it."""
    if form != "json":
        return example
    import json

    import yaml

    try:
        read = yaml.load(example, Loader=yaml.BaseLoader)  # noqa: S506 - which makes nothing but text
    except yaml.YAMLError:  # the key is the author's own, and may be anything
        return example
    return json.dumps(read, ensure_ascii=False)[1:-1] if isinstance(read, dict) else example


def missing_document(source: Source, span: Span) -> Diagnostic:
    help_ = "say above the claims which article they are from: `document: {id: harbour-gazette-2025-03-04}`"
    return _at("E211", source, span, "this file lacks `document`", help_)


def wrong_shape(
    stage: Stage,
    source: Source,
    span: Span,
    what: str,
    found: str,
    wanted: str,
    example: str,
    form: Form = "yaml",
) -> Diagnostic:
    return _at(f"{stage}12", source, span, f"{what} is {found}, not {wanted}", f"write `{_in_form(example, form)}`")


def not_allowed(
    stage: Stage, source: Source, span: Span, key: str, found: str, nearest: str | None, allowed: Sequence[str]
) -> Diagnostic:
    help_ = f"did you mean `{nearest}`?" if nearest else f"write {_list(allowed)}"
    return _at(f"{stage}13", source, span, f"`{key}` cannot be `{found}`", help_)


def no_value(stage: Stage, source: Source, span: Span, key: str, form: Form = "yaml") -> Diagnostic:
    key = shown(key)
    help_ = "fill in the cell" if form == "csv" else "write one, or leave the key out"
    return _at(f"{stage}14", source, span, f"`{key}` has no value", help_)


def bad_id(source: Source, span: Span, key: str, found: str, suggestion: str) -> Diagnostic:
    return _at(
        "E215",
        source,
        span,
        f"`{key}` cannot be `{found}`: an id holds letters, digits, `.`, `_` and `-` alone",
        f"write `{suggestion}`" if suggestion else "write a short word",
    )


def bad_sha256(source: Source, span: Span) -> Diagnostic:
    return _at(
        "E213",
        source,
        span,
        "this is no sha256: it has 64 digits from 0-9 and a-f",
        "copy the whole of what `sha256sum FILE` prints first, or leave the key out",
    )


def bad_number(source: Source, span: Span, key: str, found: str) -> Diagnostic:
    return _at(
        "E213",
        source,
        span,
        f"`{key}` cannot be `{found}`",
        "write a whole number from 1: which one of the passages it is",
    )
