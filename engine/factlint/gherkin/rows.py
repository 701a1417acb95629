"""Tables of a feature file, read into rows, and rows into the files of a corpus."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

Row = dict[str, Any]

OF_DOCUMENT = ("outlet", "title", "author", "url", "language", "published", "anchor", "text", "sha256")
OF_CLAIM = (
    *("id", "subject", "property", "value", "period", "qualifiers", "stance", "modality", "speaker", "speech", "via"),
    *("quote", "occurrence", "prefix", "suffix", "reading", "status", "superseded by", "note"),
)
COLUMNS = ("document", *OF_DOCUMENT, "document via", *OF_CLAIM)
"""What a table of claims may have as columns; `document` is the id of one, `document via` whom all of it relays."""

_NEEDED = ("subject", "property", "value")


def read_table(table: Sequence[Sequence[str]], columns: Sequence[str], what: str) -> list[Row]:
    """The rows under a head of known columns; an empty cell says nothing."""
    head = [cell.strip().casefold() for cell in table[0]]
    for name in head:
        if name not in columns:
            raise AssertionError(f"a table of {what} has no column `{name}`; {_meant(name, columns)}")
    if len(table) == 1:
        raise AssertionError(f"this table of {what} has a head and no rows")
    return [{name: cell.strip() for name, cell in zip(head, row, strict=True) if cell.strip()} for row in table[1:]]


def _meant(name: str, columns: Sequence[str]) -> str:
    near = get_close_matches(name, columns, 1)
    return f"did you mean `{near[0]}`?" if near else f"columns are {', '.join(columns)}"


def claim_rows(table: Sequence[Sequence[str]], defaults: Mapping[str, str], already: int) -> list[Row]:
    """Claims of a table. Those without an id are numbered on from the `already` known: `claim-1`, `claim-2` …"""
    rows = []
    for number, row in enumerate(read_table(table, COLUMNS, "claims"), already + 1):
        rows.append(complete({**defaults, **row}, number))
    return rows


def complete(row: Row, number: int) -> Row:
    """A claim with what it needs, and its cells taken apart where they hold several things.

    Raises:
        AssertionError: it lacks its subject, property or value.
    """
    lacking = [name for name in _NEEDED if name not in row]
    if lacking:
        raise AssertionError(
            f"claim {row.get('id', number)} lacks {' and '.join(f'`{it}`' for it in lacking)}; "
            f'add the column, or write: the claims on "loading rate" of "North Terminal"'
        )
    done = {"id": f"claim-{number}", **row}
    if isinstance(done.get("qualifiers"), str):
        done["qualifiers"] = _pairs(done["qualifiers"])
    for key in ("via", "document via"):
        if isinstance(done.get(key), str):
            done[key] = _items(done[key], ";")
    if isinstance(done["value"], str) and done["value"].startswith("{"):
        done["value"] = _pairs(done["value"].strip("{}"))
    return done


def _pairs(text: str) -> dict[str, str]:
    pairs = {}
    for item in _items(text, ","):
        key, colon, value = item.partition(":")
        if not colon:
            raise AssertionError(f"`{item}` is no key and value; write `product: crude, destination: Norway`")
        pairs[key.strip()] = value.strip()
    return pairs


def _items(text: str, mark: str) -> list[str]:
    return [item.strip() for item in text.split(mark) if item.strip()]


def documents(rows: Sequence[Row], heads: Mapping[str, Row]) -> dict[str, Row]:
    """The files of a corpus, by document id: each with its `document` and its `claims`.

    Rows that name no document share one where all that they say of it is the same; a row that says nothing of its
    document has one of its own, from an outlet of its own. `heads` are documents known by other steps.
    """
    files: dict[str, Row] = {id_: {"document": {"id": id_, **head}, "claims": []} for id_, head in heads.items()}
    alike: dict[tuple[tuple[str, Any], ...], str] = {}
    for row in rows:
        claim = {key: value for key, value in row.items() if key in OF_CLAIM}
        head = {key: value for key, value in row.items() if key in OF_DOCUMENT}
        if "document via" in row:
            head["via"] = row["document via"]
        id_ = row.get("document")
        if id_ is None:
            head.setdefault("outlet", f"Outlet {len(files) + 1}")
            said = tuple((key, str(value)) for key, value in sorted(head.items()))
            id_ = alike.setdefault(said, _new_id(head, files))
        record = files.setdefault(id_, {"document": {"id": id_}, "claims": []})
        _merge(record["document"], head)
        record["claims"].append(claim)
    return files


def slug(words: str) -> str:
    """Words as an id: `valley-post`."""
    return re.sub(r"[^\w.-]+", "-", words).strip("-").casefold()


def _new_id(head: Row, files: Mapping[str, Row]) -> str:
    base = slug(f"{head['outlet']} {head.get('published', '')}")
    id_, number = base, 1
    while id_ in files:
        number += 1
        id_ = f"{base}-{number}"
    return id_


def _merge(document: Row, head: Row) -> None:
    for key, value in head.items():
        if document.setdefault(key, value) != value:
            raise AssertionError(
                f"the document `{document['id']}` has two different entries for {key}: {document[key]}, {value}"
            )
