"""Lines of which nothing has to be asked: no line that a reader of JSON reads otherwise, or not at all, is one."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import polars as pl
import pytest

from factlint.bulk.json_shapes import certain
from factlint.bulk.lines import CLAIMS, DOCUMENTS

CLAIM = {"id": "c1", "document": "d", "subject": "North", "property": "rate", "value": 40, "quote": "40 a day"}
QUALIFIED = {**CLAIM, "qualifiers": {"product": "crude"}}


def _certain(seen: list[Any], line: str) -> bool:
    data = "".join(f"{json.dumps(it)}\n" for it in [seen[0], *seen, *seen]).encode()
    shape = certain(data, CLAIMS)
    return shape is not None and bool(pl.Series([line]).str.contains(shape).item())


@pytest.mark.parametrize(
    "line",
    [
        json.dumps(CLAIM),
        json.dumps(CLAIM) + "\r",
        json.dumps(CLAIM, separators=(",", ":")),
        json.dumps({key: value for key, value in CLAIM.items() if key not in {"id", "quote"}}),
        json.dumps({**CLAIM, "value": "nearly 40 % – or so"}, ensure_ascii=False),
        json.dumps({**CLAIM, "value": -0.5}),
        json.dumps(QUALIFIED),
    ],
)
def test_as_most_lines_are(line: str) -> None:
    assert _certain([CLAIM, QUALIFIED], line)


@pytest.mark.parametrize(
    "line",
    [
        json.dumps(CLAIM)[:-1],
        json.dumps(CLAIM)[:-1] + ",",
        json.dumps(CLAIM)[:-1] + ", ",
        json.dumps(CLAIM)[:-1] + ",}",
        json.dumps(CLAIM) + "}",
        json.dumps(CLAIM) + " ",
        json.dumps(CLAIM)[:-1] + ', "quote": "again"}',
        json.dumps(CLAIM)[:-1] + ', "colour": "red"}',
        json.dumps(dict(reversed(CLAIM.items()))),
        *(json.dumps({key: value for key, value in CLAIM.items() if key != it}) for it in CLAIMS.required),
        *(json.dumps({**CLAIM, "value": it}) for it in ([1], {"number": 4}, None, True, "", "[1]", "{}", "a \\ b", "\t")),
        *(json.dumps(CLAIM).replace("40,", f"{it},") for it in ("40.0", "4.50", "1e5", "-0", "04", "1234567890.5", "0.12345")),
        *(json.dumps({**CLAIM, "qualifiers": it}) for it in ("crude", {}, {"grade": "sour"}, {"product": 4}, {"product": ""})),
        json.dumps(QUALIFIED).replace('"crude"', '"crude", "product": "crude"'),
        json.dumps(QUALIFIED).replace('"crude"', '"crude",'),
    ],
)  # fmt: skip
def test_what_has_to_be_looked_at(line: str) -> None:
    """A key twice, a key too many or too few, a number written otherwise than it is read, what is no JSON."""
    assert not _certain([CLAIM, QUALIFIED], line)


def test_where_records_have_no_order_in_common_each_line_is_looked_at() -> None:
    assert not _certain([CLAIM, dict(reversed(CLAIM.items()))], json.dumps(CLAIM))
    assert certain(b"not JSON\n" * 40, DOCUMENTS) is None
    assert certain(b"", DOCUMENTS) is None
    assert certain(b"\n" + b"[" * 100_000 + b"\n", DOCUMENTS) is None  # deeper than Python reads


def test_qualifiers_of_endless_names_make_no_expression() -> None:
    assert not _certain([{**CLAIM, "qualifiers": {"product" * 10_000: "crude"}}], json.dumps(CLAIM))
    some = [{**CLAIM, "qualifiers": {f"product {at} (.*[<&~#-+$^|": "crude"}} for at in range(9)]
    assert _certain(some, json.dumps(some[4]))


@pytest.mark.parametrize("seed", range(4))
def test_a_number_of_a_certain_line_is_read_as_it_is_written(seed: int) -> None:
    chance = Random(seed)
    numbers = [
        f"{chance.choice(['', '-'])}{chance.randrange(10 ** chance.randint(1, 15))}"
        + chance.choice(["", f".{chance.randrange(10 ** chance.randint(1, 6))}"])
        for _ in range(3000)
    ]
    lines = pl.Series([json.dumps(CLAIM).replace("40,", f"{it},") for it in numbers])
    shape = certain(f"{json.dumps(CLAIM)}\n".encode() * 3, CLAIMS)
    assert shape is not None
    sure = lines.str.contains(shape)
    assert sure.sum() > 1000
    read = pl.read_ndjson("\n".join(lines.filter(sure)).encode(), schema={"value": pl.String()})["value"]
    assert read.to_list() == [it for it, known in zip(numbers, sure, strict=True) if known]
