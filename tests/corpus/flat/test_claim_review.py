"""ClaimReview, the mark-up of fact-checks: what becomes of a review, in whatever shape publishers write it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factlint.corpus.claim import Claim
from factlint.corpus.flat.claim_review import read_claim_reviews
from factlint.corpus.reader import Corpus, read_corpus
from factlint.pipeline import Request, check
from factlint.reporters.json_report import as_json
from factlint.settings import Settings

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://www.check.example/2031/storm",
    "name": "No, the port was not shut for a week",
    "claimReviewed": "The port was shut for a week",
    "inLanguage": "en",
    "datePublished": "2031-03-05",
    "author": {"@type": "Organization", "name": "Harbour Check"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ada Moor"},
        "datePublished": "2031-03-01",
        "appearance": [{"@type": "CreativeWork", "url": "https://posts.example/1"}],
    },
    "reviewRating": {"ratingValue": 2, "bestRating": 5, "worstRating": 1, "alternateName": "Mostly false"},
}

Read = Callable[..., Corpus]


def other(**changes: Any) -> dict[str, Any]:
    """A review with some keys changed; None takes one out."""
    changed = {**REVIEW, **changes}
    return {key: value for key, value in changed.items() if value is not None}


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def _read(content: Any) -> Corpus:
        text = content if isinstance(content, str) else json.dumps(content, indent=1)
        (tmp_path / "reviews.jsonld").write_text(text, encoding="utf-8")
        return read_corpus(tmp_path / "reviews.jsonld", root=tmp_path)

    return _read


def said(corpus: Corpus) -> dict[str, str]:
    return {claim.property.name: claim.value_text for claim in corpus.claims}


def told(corpus: Corpus) -> list[tuple[str, str]]:
    return [(it.code, it.message) for it in corpus.diagnostics]


def test_a_review_is_a_document_with_what_it_says_of_the_claim(read: Read) -> None:
    corpus = read(REVIEW)
    assert told(corpus) == []
    (document,) = corpus.documents
    assert (document.id, document.title) == ("check.example-2031-storm", REVIEW["name"])
    assert (document.url, document.language, document.author) == (REVIEW["url"], "en", None)
    assert document.outlet is not None
    assert document.published is not None
    assert (document.outlet.text, document.published.text) == ("Harbour Check", "2031-03-05")
    assert said(corpus) == {
        "rating": "Mostly false",
        "rating score": "2",
        "claimant": "Ada Moor",
        "claim date": "2031-03-01",
    }
    assert {claim.subject.text for claim in corpus.claims} == {REVIEW["claimReviewed"]}


def by(corpus: Corpus, name: str) -> Claim:
    (found,) = (claim for claim in corpus.claims if claim.property.name == name)
    return found


def test_the_reviewer_says_so_and_not_who_is_reviewed(read: Read) -> None:
    corpus = read(REVIEW)
    assert {(claim.speaker, claim.sources[0].name) for claim in corpus.claims} == {(None, "Harbour Check")}


def test_a_score_compares_on_its_scale_alone(read: Read) -> None:
    assert [(key, name.text) for key, name in by(read(REVIEW), "rating score").qualifiers] == [("scale", "1 to 5")]


def test_where_the_claim_appeared_is_a_note(read: Read) -> None:
    assert by(read(REVIEW), "rating").note == "the claim appeared at https://posts.example/1"
    (claim,) = read(other(itemReviewed={"firstAppearance": "https://posts.example/2"}, reviewRating="False")).claims
    assert claim.note == "the claim appeared at https://posts.example/2"


def test_each_claim_is_quoted_and_defined_where_the_file_says_it(read: Read, tmp_path: Path) -> None:
    corpus = read([other(url="https://a.example/1"), REVIEW])
    lines = (tmp_path / "reviews.jsonld").read_text(encoding="utf-8").split("\n")
    assert {lines[claim.defined.line] for claim in corpus.claims} == {'  "@context": "https://schema.org",'}
    assert len({claim.defined.line for claim in corpus.claims}) == 2
    assert {(claim.quote, claim.value_text) for claim in corpus.claims} == {
        (claim.value_text, claim.value_text) for claim in corpus.claims
    }


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ({"alternateName": "False"}, {"rating": "False"}),
        ({"ratingValue": "3"}, {"rating": "3", "rating score": "3"}),
        ({"ratingValue": "Pants on fire"}, {"rating": "Pants on fire"}),
        ({"alternateName": "False", "ratingValue": -1}, {"rating": "False"}),
        ({"alternateName": "False", "ratingValue": 1, "worstRating": 1, "bestRating": 1}, {"rating": "False"}),
        ({"alternateName": "False", "ratingValue": 1, "worstRating": 5, "bestRating": 0}, {"rating": "False"}),
        ({"alternateName": ["False", "Falsch"]}, {"rating": "False"}),
        ({"alternateName": {"@language": "en", "@value": "False"}}, {"rating": "False"}),
        ([{"alternateName": "False"}, {"alternateName": "True"}], {"rating": "False"}),
        ("False", {"rating": "False"}),
    ],
)
def test_ratings_in_every_shape(rating: Any, expected: dict[str, str], read: Read) -> None:
    corpus = read(other(reviewRating=rating, itemReviewed=None))
    assert told(corpus) == []
    assert said(corpus) == expected


@pytest.mark.parametrize(
    "wrap",
    [
        lambda review: review,
        lambda review: [{"@type": "WebPage"}, review],
        lambda review: {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, review]},
        lambda review: {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [review]}]},
        lambda review: {**review, "@type": ["Review", "http://schema.org/ClaimReview"]},
        lambda review: {"@type": "NewsArticle", "review": {**review, "@type": "schema:ClaimReview"}},
        lambda review: [
            {**review, "author": {"@id": "#org"}},
            {"@type": "Organization", "@id": "#org", "name": "Harbour Check"},
        ],
        lambda review: {**review, "author": "Harbour Check"},
        lambda review: {**review, "author": [{"name": "Harbour Check"}]},
    ],
    ids=["alone", "list", "graph", "feed", "two types", "in an article", "referred to", "author in words", "a list"],
)
def test_a_review_is_found_wherever_it_stands(wrap: Callable[[Any], Any], read: Read) -> None:
    assert [claim.sources[0].name for claim in read(wrap(REVIEW)).claims] == ["Harbour Check"] * 4


def test_a_person_who_reviews_is_the_author(read: Read) -> None:
    person = {"@type": "Person", "name": "Bo Lund"}
    (alone,) = read(other(author=person)).documents
    (employed,) = read(other(author=person, publisher={"name": "Harbour Check"})).documents
    assert [(it.author, it.outlet and it.outlet.text) for it in (alone, employed)] == [
        ("Bo Lund", "Bo Lund"),
        ("Bo Lund", "Harbour Check"),
    ]


def test_reviews_on_one_page_are_one_document(read: Read) -> None:
    corpus = read([REVIEW, other(claimReviewed="The port is open"), other(name="Another headline")])
    assert [document.id for document in corpus.documents] == ["check.example-2031-storm", "check.example-2031-storm-2"]
    assert [it[0] for it in told(corpus)] == []


@pytest.mark.parametrize(
    ("url", "id_"),
    [
        ("https://www.check.example/2031/storm?page=1#top", "check.example-2031-storm-page-1-top"),
        ("HTTP://Check.Example/Ärger", "Check.Example-Ärger"),
        ("https://check.example/" + "x" * 200, "check.example-" + "x" * 106 + ".20610dd1"),
        (None, "the-port-was-shut-for-a-week.540703ad"),
    ],
)
def test_ids_are_made_of_the_address(url: str | None, id_: str, read: Read) -> None:
    assert [document.id for document in read(other(url=url)).documents] == [id_]


@pytest.mark.parametrize(
    ("changes", "code", "message"),
    [
        ({"claimReviewed": None}, "E211", "a ClaimReview lacks `claimReviewed`"),
        ({"reviewRating": None}, "E211", "a ClaimReview lacks `reviewRating`"),
        ({"reviewRating": {"@type": "Rating"}}, "E211", "a ClaimReview lacks `reviewRating`"),
        ({"datePublished": "5 March"}, "E220", "`published`: `5 March` is no date by itself"),
        ({"name": "a\u0007b"}, "E218", "this text holds the control character U+0007"),
    ],
)
def test_a_review_with_a_mistake_is_told_and_the_others_stand(
    changes: dict[str, Any], code: str, message: str, read: Read
) -> None:
    corpus = read([other(url="https://a.example/1", **changes), REVIEW])
    assert told(corpus) == [(code, message)]
    assert corpus.diagnostics[0].help
    assert corpus.diagnostics[0].where[1] > 0
    assert {claim.document.id for claim in corpus.claims} == {"check.example-2031-storm"}
    assert corpus.rejected_claims + corpus.rejected_documents == 1


def test_a_key_written_twice_leaves_the_review_out(read: Read) -> None:
    twice = json.dumps(REVIEW).replace('"claimReviewed"', '"claimReviewed": "The port was open", "claimReviewed"')
    corpus = read(f"[{twice}, {json.dumps(other(url='https://a.example/1'))}]")
    assert told(corpus) == [("E205", "`claimReviewed` is written twice")]
    assert {claim.document.id for claim in corpus.claims} == {"a.example-1"}


def test_what_is_wrong_in_what_is_not_read_does_not_matter(read: Read) -> None:
    corpus = read(other(reviewBody="a\u0007b" + "c" * 100_001))
    assert (told(corpus), len(corpus.claims)) == ([], 4)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E209"),
        ("{", "E209"),
        ("{}", "E208"),
        ("null", "E208"),
        ('{"@type": "Review"}', "E208"),
        ("[" * 90, "E206"),
    ],
)
def test_a_file_without_a_review_is_told(text: str, code: str, read: Read) -> None:
    assert [it[0] for it in told(read(text))] == [code]


def test_a_folder_of_reviews(tmp_path: Path) -> None:
    for name in ("b.json", "a.jsonld"):
        text = json.dumps(other(url=f"https://x.example/{name}"))
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "settings.json").write_text("{}", encoding="utf-8")
    found = read_claim_reviews(tmp_path, tmp_path)
    assert [it.document.record.id for it in found.files if it.document] == ["x.example-a.jsonld", "x.example-b.json"]
    assert found.problems == []
    assert len(read_corpus(tmp_path, root=tmp_path).claims) == 8


def test_two_outlets_that_rate_a_claim_differently_are_found(tmp_path: Path) -> None:
    again = other(url="https://facts.example/7", author={"name": "Facts First"}, reviewRating="True")
    (tmp_path / "reviews.json").write_text(json.dumps([REVIEW, again]), encoding="utf-8")
    settings = Settings(root=tmp_path, corpus=tmp_path / "reviews.json")
    report = check(settings, Request(rule="rating claims per subject must agree"))
    (finding,) = as_json(report)["findings"]
    assert finding["message"] == "claims on rating of The port was shut for a week disagree: Mostly false against True"
    same = check(settings, Request(rule="claimant claims per subject must agree"))
    assert same.results[0].findings == ()
