"""Broken YAML in an author's words: the parser's own speak of tokens and block mappings."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from factlint.corpus import file_messages
from factlint.corpus.file_messages import Stage
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span


def syntax_error(source: Source, stage: Stage, error: yaml.MarkedYAMLError) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(source.text)) if mark is not None else 0
    before = error.context_mark.index if error.context_mark is not None else at
    said = (Span(at, at + 1), f"{error.problem or 'this is not YAML'}", "")
    span, *words = next(_hints(source, at, before, str(error.problem or ""), str(error.context or "")), said)
    end = len(source.text)  # where the text breaks off there is nothing left to point at
    return file_messages.broken_yaml(stage, source, Span(min(span.start, end), min(span.end, end)), *words)


def _hints(source: Source, at: int, context: int, problem: str, doing: str) -> Iterator[tuple[Span, str, str]]:
    """Where, what and help for the slips that people make: the parser's own words speak of tokens."""
    text = source.text
    line = source.position(at).line
    row = source.line(line)
    start = source.offset(line, 1)
    lead = row[: len(row) - len(row.lstrip())]
    char = text[at : at + 1]
    if "\t" in lead or char == "\t":
        tab = start + row.index("\t")
        yield Span(tab, tab + 1), "a tab stands where YAML wants spaces", "indent with spaces, two for each level"
    if "mapping values" in problem:
        value = row.find(": ") + 2
        if 1 < value < at - start:
            said = row[value:].strip()
            yield (
                Span(start + value, start + len(row.rstrip())),
                "a text that holds `: ` must be quoted",
                f"write `{row[: value - 1].strip()} {_quoted(said)}`",
            )
        yield (
            Span(start + len(lead), max(at, start + len(lead) + 1)),
            "a key stands where none can",
            "indent it like the keys beside it, and look whether the line above it has its `:`",
        )
    if "cannot start any token" in problem and char in "@`%":
        yield (
            Span(at, at + 1),
            f"a text cannot begin with `{char}` unless it is quoted",
            f"write it in quotation marks: `{_quoted(row[at - start :].strip())}`",
        )
    if "alias" in doing or "anchor" in doing:
        yield (
            Span(context, context + 1),
            f"a text cannot begin with `{text[context : context + 1]}` unless it is quoted",
            f"write it in quotation marks: `{_quoted(row[context - start :].strip())}`",
        )
    if "block scalar" in doing:
        sign, words = text[context : context + 1], row[context - start :].strip()
        instead = f"write `more than {words[1:].strip()}`, or put" if sign == ">" and words[1:] else "put"
        yield (
            Span(context, context + 1),
            f"a text cannot begin with `{sign}` unless it is quoted",
            f"{instead} it in quotation marks: `{_quoted(words)}`",
        )
    if "quoted scalar" in doing and "end of stream" in problem:
        yield Span(context, context + 1), "this quotation mark is never closed", "close it at the end of the text"
    if "escape" in problem:
        yield (
            Span(at, at + 2),
            "a backslash in quotation marks begins an escape that does not exist",
            "put the text in single quotation marks, or write `\\\\` for a backslash",
        )
    if "flow" in doing:
        opening = text[context : context + 1]
        closing = {"[": "]", "{": "}"}.get(opening, "the bracket")
        yield (
            Span(context, context + 1),
            f"`{opening}` is never closed",
            f"close it with `{closing}`, items apart by `, `",
        )
    if "expected key" in problem or "'-' indicator" in problem:
        opening_mark = re.match(r"""\s*(?:- +)?(?:[^\s'":#][^'":#]*: +)?(["'])""", row)
        if opening_mark and opening_mark.end() <= at - start:
            begin = start + opening_mark.end() - 1
            said = text[begin : start + len(row.rstrip())]
            inside = len(said) > 1 and said[0] == said[-1]
            yield (
                Span(begin, begin + len(said)),
                "a quotation mark inside the text ends it"
                if inside
                else "words stand after the closing quotation mark",
                f"put the whole text in quotation marks: `{_quoted(said[1:-1] if inside else said)}`",
            )
        end = start + max(len(row.rstrip()), 1)
        yield Span(at, max(end, at + 1)), "this line does not fit the ones above", "indent it like its neighbours"
    if "node content" in problem or "document start" in problem:
        yield (
            Span(at, at + 1),
            f"`{char}` stands where a value belongs",
            "take it out, or quote the text that begins with it",
        )
    if "simple key" in doing:
        where = source.position(context).line
        begin, words = context, source.line(where)[source.position(context).column - 1 :].rstrip()
        key, colon, value_text = words.partition(":")
        fix = (
            f"write a space after the colon: `{key}: {value_text}`"
            if colon
            else "write it as `key: value`, or indent it as part of the text above"
        )
        yield Span(begin, begin + max(len(words), 1)), "this line is no `key: value`", fix
    if "sequence entries" in problem:
        yield (
            Span(at, at + 1),
            "a list cannot begin on the line of its key",
            "write it on the next line, or as `[a, b]`",
        )


def _quoted(text: str) -> str:
    """The text as YAML that stays the text: in the kind of quotation marks it does not hold."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
