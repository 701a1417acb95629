"""What is said of flat files: their lines, their columns, and the documents that their claims name."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.corpus.file_messages import said_at
from factlint.diagnostics import Diagnostic, Label
from factlint.quantities.messages import shown
from factlint.source import Source, Span


def _at(code: str, source: Source, span: Span, message: str, help_: str) -> Diagnostic:
    return Diagnostic(code, message, Label(source, span), help=help_)


# --- Lines ------------------------------------------------------------------------------------------------------------


def line_too_long(source: Source, length: int, limit: int) -> Diagnostic:
    help_ = f"shorten it to at most {limit:,}, or check for line ends that were lost: a claim is a line"
    return _at("E206", source, Span(0, 1), f"this line is {length:,} bytes long", help_)


def not_json_lines(source: Source, span: Span, opening: str) -> Diagnostic:
    what, select = ("one list", "'.[]'") if opening == "[" else ("an object over several lines", ".")
    help_ = (
        "write each claim as an object on a line of its own, without brackets around them and commas between them: "
        f"`jq -c {select} FILE` prints them so"
    )
    return _at("E209", source, span, f"this file is {what}, not a claim a line", help_)


def no_claims(name: str) -> Diagnostic:
    return Diagnostic("E208", "this file holds no claims", file=name, help="write a claim on each of its lines")


def after_the_end(source: Source, span: Span) -> Diagnostic:
    rest = source.text[span.start : span.end]
    if "\n" not in source.text and rest == ",":
        return _at("E209", source, span, "a comma stands between two lines", "take it out: each line stands for itself")
    help_ = "put all objects into one list" if "\n" in source.text else "put one claim on a line"
    return _at("E209", source, span, "something stands behind the end of the object", help_)


def no_json_value(source: Source, span: Span) -> Diagnostic:
    found = source.text[span.start : span.end]
    return _at("E209", source, span, f"`{found}` stands where a value belongs", "write the value before it")


def unknown_json_word(source: Source, span: Span) -> Diagnostic:
    word = source.text[span.start : span.end]
    if word.strip("-+").casefold() in {"nan", "infinity", "inf", "none", "undefined"}:
        help_ = "leave the key out, or write `null`, where there is no value"
    elif word.casefold() in {"true", "false", "null"}:
        help_ = f"write `{word.casefold()}`"
    elif word[:1] in {"'", "\u2018", "\u201c"}:
        help_ = 'put the text in double quotation marks: `"…"`'
    else:
        help_ = f'put it in double quotation marks: `"{shown(word)}"`'
    return _at("E209", source, span, f"`{shown(word)}` is no value of JSON", help_)


def unclosed_string(source: Source, span: Span) -> Diagnostic:
    help_ = 'close it at the end of the text, and write `\\"` for a quotation mark inside'
    return _at("E209", source, span, "this quotation mark is never closed", help_)


def bad_escape(source: Source, span: Span) -> Diagnostic:
    return _at("E209", source, span, "a backslash begins an escape that does not exist", "write `\\\\` for a backslash")


def half_a_character(source: Source, span: Span, char: str) -> Diagnostic:
    message = f"this text holds U+{ord(char):04X}, which is half a character"
    return _at("E209", source, span, message, "type the words again")


def no_colon(source: Source, span: Span, key: str) -> Diagnostic:
    return _at("E209", source, span, f"no colon follows the key `{shown(key)}`", f'write `"{shown(key)}": "…"`')


def no_comma(source: Source, span: Span, closing: str) -> Diagnostic:
    found = source.text[span.start : span.end]
    message = f"`{found}` stands where a comma or `{closing}` belongs"
    return _at("E209", source, span, message, 'write a comma between two items, and `\\"` for a quotation mark inside')


def trailing_comma(source: Source, span: Span, closing: str) -> Diagnostic:
    return _at("E209", source, span, f"a comma stands before `{closing}`", "take it out")


def key_without_marks(source: Source, span: Span) -> Diagnostic:
    found = source.text[span.start : span.end]
    help_ = f'write `"{shown(found.strip(chr(39)))}"`' if found[:1].isalpha() or found[:1] == "'" else "take it out"
    return _at("E209", source, span, f"`{shown(found)}` stands where a key in quotation marks belongs", help_)


def unclosed_bracket(source: Source, span: Span, opening: str, closing: str) -> Diagnostic:
    help_ = f"close it with `{closing}`" + ("" if "\n" in source.text else " on the same line: a claim is a line")
    return _at("E209", source, span, f"`{opening}` is never closed", help_)


# --- Reviews ----------------------------------------------------------------------------------------------------------


def no_reviews(name: str) -> Diagnostic:
    return Diagnostic(
        "E208",
        "this file holds no ClaimReview",
        file=name,
        help='a `.json` corpus is the mark-up of fact-checks: an object with `"@type": "ClaimReview"` for each',
    )


def review_lacks(source: Source, span: Span, key: str) -> Diagnostic:
    example = {
        "claimReviewed": '"claimReviewed": "the port was shut"',
        "reviewRating": '"reviewRating": {"alternateName": "False"}',
    }[key]
    return _at("E211", source, span, f"a ClaimReview lacks `{key}`", f"add `{example}`")


# --- Documents --------------------------------------------------------------------------------------------------------


def undescribed_document(at: Label, id_: str, claims: int, nearest: str | None) -> Diagnostic:
    whose = "" if claims == 1 else f", which {claims:,} claims are from"
    help_ = f"did you mean `{nearest}`?" if nearest else "describe it in the file of documents, or in the claim itself"
    return Diagnostic("E219", f"no document is described as `{shown(id_)}`{whose}", at, help=help_)


def two_descriptions(at: Label, first: Label, id_: str) -> Diagnostic:
    return Diagnostic(
        "E217",
        f"two different documents have the id `{id_}`",
        at,
        (said_at(first, "first here"),),
        "describe a document in the same words each time, or once, in `documents.jsonl`; give another document an id of its own",
    )


def documents_file_as_corpus(name: str) -> Diagnostic:
    return Diagnostic(
        "E200",
        "this file describes documents, and holds no claims",
        file=name,
        help="name the file of claims beside it, such as `--corpus claims.jsonl`",
    )


# --- Values -----------------------------------------------------------------------------------------------------------


def unit_beside_words(at: Label, unit: Label, value: str, unit_text: str) -> Diagnostic:
    return Diagnostic(
        "E212",
        f"`unit` goes with a number, and `value` is `{shown(value)}`",
        at,
        (said_at(unit, "this unit"),),
        f"write value and unit as one, such as `40 {shown(unit_text)}`, and leave `unit` out; or a plain number",
    )


def unit_twice(unit: Label) -> Diagnostic:
    return Diagnostic(
        "E212",
        "`unit` goes with a plain number, and `value` has parts of its own",
        unit,
        help="move the unit into `value`, and leave this one out",
    )


# --- Columns ----------------------------------------------------------------------------------------------------------


def no_header(source: Source, place: str) -> Diagnostic:
    columns = "document,subject,property,value" if place == "a claim" else "id,outlet,published"
    return _at("E211", source, Span(0, 0), "this file is empty", f"begin it with a row of keys: `{columns}`")


def missing_column(source: Source, span: Span, place: str, key: str) -> Diagnostic:
    return _at("E211", source, span, f"{place} lacks `{key}`", f"add a column `{key}` to this header, and fill it in")


def unknown_column(
    source: Source, span: Span, place: str, name: str, nearest: str | None, known: Sequence[str]
) -> Diagnostic:
    if nearest:
        help_ = f"did you mean `{nearest}`?"
    else:
        usual = [f"`{it}`" for it in known if "." not in it]
        more = " and `qualifiers.` before a name" if place == "a claim" else ""
        help_ = f"take the column out, or call it one of {', '.join(usual)}{more}"
    return _at("E210", source, span, f"{place} has no column `{shown(name)}`", help_)


def cell_without_column(source: Source, span: Span) -> Diagnostic:
    message = "this cell stands in a column that has no name"
    return _at("E233", source, span, message, "write the key above it into the header, or empty the cell")


def row_does_not_fit(source: Source, span: Span, found: int, wanted: int) -> Diagnostic:
    cells = "1 cell" if found == 1 else f"{found} cells"
    help_ = (
        'put a cell that holds the delimiter or a quotation mark in quotation marks, and write `""` for one inside'
        if found > wanted
        else "leave a cell empty where there is nothing to say, but keep its delimiter"
    )
    return _at("E233", source, span, f"this row has {cells}, and the header has {wanted}", help_)


def unclosed_cell(source: Source, span: Span) -> Diagnostic:
    help_ = 'close it at the end of the cell, and write `""` for a quotation mark inside'
    return _at("E209", source, span, "this quotation mark is never closed", help_)


def words_behind_cell(source: Source, cell: Span, behind: Span) -> Diagnostic:
    return Diagnostic(
        "E209",
        "words stand behind the quotation mark that closes this cell",
        Label(source, behind),
        (said_at(Label(source, cell), "closed here"),),
        'write `""` for a quotation mark inside a cell, and the delimiter right behind the last one',
    )


def value_twice(source: Source, whole: Span, part: Span) -> Diagnostic:
    return Diagnostic(
        "E212",
        "`value` is given as a whole and in parts",
        Label(source, whole),
        (said_at(Label(source, part), "a part"),),
        "leave one of the two empty",
    )
