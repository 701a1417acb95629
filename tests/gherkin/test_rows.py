"""Tables of claims become the documents of a corpus."""

from __future__ import annotations

import pytest

from factlint.corpus.records import ClaimRecord, DocumentRecord
from factlint.gherkin import rows


def keys(record: type[ClaimRecord | DocumentRecord]) -> set[str]:
    return {field.alias or name for name, field in record.model_fields.items()}


def test_every_key_of_a_claim_is_a_column() -> None:
    assert set(rows.OF_CLAIM) == keys(ClaimRecord)


def test_every_key_of_a_document_is_a_column() -> None:
    assert {*rows.OF_DOCUMENT, "id", "via"} == keys(DocumentRecord)


def built(*table: str) -> dict[str, rows.Row]:
    cells = [[cell.strip() for cell in line.split("|")] for line in table]
    return rows.documents(rows.claim_rows(cells, {"subject": "A", "property": "share"}, 0), {})


def test_rows_that_say_nothing_of_their_document_are_of_outlets_of_their_own() -> None:
    files = built("value", "40%", "50%")
    assert [file["document"] for file in files.values()] == [
        {"id": "outlet-1", "outlet": "Outlet 1"},
        {"id": "outlet-2", "outlet": "Outlet 2"},
    ]


def test_rows_that_say_the_same_of_their_document_share_it() -> None:
    files = built("outlet | published | value", "G | 2025 | 40%", "G | 2025 | 50%", "G | 2026 | 60%")
    assert {id_: len(file["claims"]) for id_, file in files.items()} == {"g-2025": 2, "g-2026": 1}


def test_a_document_that_is_named_has_the_outlet_it_is_given_or_none() -> None:
    files = built("document | outlet | value", "d | G | 40%", "d | | 50%", "e | | 60%")
    assert [file["document"] for file in files.values()] == [{"id": "d", "outlet": "G"}, {"id": "e"}]


def test_empty_cells_say_nothing() -> None:
    (file,) = built("value | period | quote", "40% | | ").values()
    assert file["claims"] == [{"id": "claim-1", "subject": "A", "property": "share", "value": "40%"}]


def test_cells_that_hold_several_things_are_taken_apart() -> None:
    (file,) = built(
        "value | qualifiers | via | document via",
        "{number: 40, unit: percent} | product: crude, to: Norway | A < B; C | D",
    ).values()
    (claim,) = file["claims"]
    assert claim["value"] == {"number": "40", "unit": "percent"}
    assert claim["qualifiers"] == {"product": "crude", "to": "Norway"}
    assert claim["via"] == ["A < B", "C"]
    assert file["document"]["via"] == ["D"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (["vlaue", "40%"], "no column `vlaue`; did you mean `value`?"),
        (["period", "2025"], "claim 1 lacks `value`"),
        (["value"], "a head and no rows"),
        (["document | outlet | value", "d | G | 1", "d | H | 2"], "two different entries for outlet: G, H"),
        (["value | qualifiers", "1 | crude"], "`crude` is no key and value"),
    ],
)
def test_a_table_that_cannot_be_meant_says_so(table: list[str], words: str) -> None:
    with pytest.raises(AssertionError) as caught:
        built(*table)
    assert words in str(caught.value)
