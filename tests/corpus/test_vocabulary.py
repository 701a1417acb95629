"""How names are resolved: spellings, wholes and parts, and what is known where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus.lexicon import MOST_WHOLES, closure, fold
from factlint.corpus.vocabulary import NameList, Vocabulary
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.source import Source

TEXT = """
properties:
  loading rate: {kind: quantity, unit: barrel/day, varies by: day, qualifiers: [product]}
  export share: {kind: quantity, unit: percent, varies by: month, aliases: [share of exports]}
  role: {kind: entity, many: true}
entities:
  North Terminal: {aliases: [the north terminal, Terminal N], parts: [Berth 1, Berth 2], within: Port}
  Rosneft and Lukoil: {parts: [Rosneft, Lukoil]}
  Nobody's Port:
places:
  Washington: {aliases: ["Washington, DC", D.C.], within: United States}
  White House: {within: D.C.}
  United States: {aliases: [US], within: North America}
outlets: {Harbour Gazette: {aliases: [The Gazette]}}
speakers: {Volodymyr Zelenskiy: {aliases: [Zelensky, Zelenskiy]}}
units: ["drone = [drone]"]
conversions: {crude oil: {"7.33 ± 0.1 barrel": 1 tonne}}
hedges: {few: 2 to 5}
closed: [entities, outlets]
"""


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    vocabulary, problems = read_vocabulary(Source("vocabulary.yaml", TEXT))
    assert problems == []
    return vocabulary


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("North Terminal", "North Terminal"),
        ("TERMINAL  n", "North Terminal"),
        ("Nobody’s port", "Nobody's Port"),  # the shape of apostrophes does not matter
        ("d.c.", "Washington"),
        ("Berth 1", "Berth 1"),  # a part that has no entry of its own
        ("port", "Port"),  # a whole that has none
    ],
)
def test_every_spelling_leads_to_the_entity(words: Vocabulary, written: str, name: str) -> None:
    found = words.entity(written)
    assert (found.name, found.text, found.known) == (name, written, True)


def test_a_name_that_no_list_holds_is_itself(words: Vocabulary) -> None:
    found = words.entity("South  Terminal")
    assert (found.name, found.key, found.known) == ("South Terminal", "south terminal", False)


@pytest.mark.parametrize(
    ("inner", "outer", "lies"),
    [
        ("Washington", "US", True),
        ("White House", "North America", True),  # however far up
        ("Rosneft", "Rosneft and Lukoil", True),  # a part lies within the whole
        ("Berth 1", "Port", True),
        ("Washington", "D.C.", True),  # a name lies within itself
        ("United States", "Washington", False),
        ("Berth 1", "Berth 2", False),
        ("Miami", "United States", False),
    ],
)
def test_what_lies_within_what(words: Vocabulary, inner: str, outer: str, lies: bool) -> None:
    assert words.entity(inner).within(words.entity(outer)) is lies


def test_parts_are_those_listed(words: Vocabulary) -> None:
    parts = words.parts("terminal n")
    assert parts is not None
    assert [part.name for part in parts] == ["Berth 1", "Berth 2"]
    assert words.parts("Port") is None
    assert words.parts("South Terminal") is None


def test_outlets_and_speakers_have_lists_of_their_own(words: Vocabulary) -> None:
    assert words.outlet("the gazette").name == "Harbour Gazette"
    assert words.entity("the gazette").known is False
    assert words.speaker("zelensky").name == "Volodymyr Zelenskiy"
    assert words.speaker("Rosneft").known  # an entity may speak


@pytest.mark.parametrize(
    ("name", "speaks"),
    [("Zelensky", True), ("Rosneft and Lukoil", True), ("Washington", False), ("U.S. official", False)],
)
def test_a_speaker_is_named_if_listed_among_speakers_or_entities(words: Vocabulary, name: str, speaks: bool) -> None:
    assert words.speaks(words.speaker(name)) is speaks


def test_properties_are_found_by_alias(words: Vocabulary) -> None:
    prop = words.property("Share of  Exports")
    assert prop is not None
    assert (prop.name, prop.kind, prop.varies_by) == ("export share", "quantity", "month")
    assert prop.unit is not None
    assert prop.unit.name == "percent"
    assert words.property("mood") is None


@pytest.mark.parametrize(
    ("name", "where", "held"),
    [
        ("share of exports", "properties", True),
        ("the parts", "properties", False),
        ("us", "entities", True),
        ("The Gazette", "outlets", True),
        ("Zelensky", "speakers", True),
        ("Rosneft and Lukoil", "speakers", True),
        ("product", "qualifiers", True),
        ("Crude Oil", "conversions", True),
        ("gazette", "documents", False),
        ("gazette-loading", "claims", False),
    ],
)
def test_what_is_known_where(words: Vocabulary, name: str, where: NameList, held: bool) -> None:
    assert words.holds(name, where) is held


def test_what_the_corpus_states_is_known_too(words: Vocabulary) -> None:
    stated = words.with_stated({"claims": ["Gazette-Loading"], "entities": ["South Terminal"]})
    assert stated.holds("gazette-loading", "claims")
    assert stated.holds("south terminal", "entities")
    assert stated.holds("US", "entities")
    assert stated.nearest("gazete-loading", "claims") == "Gazette-Loading"


@pytest.mark.parametrize(
    ("name", "where", "nearest"),
    [
        ("loading rates", "properties", "loading rate"),
        ("Washingon", "entities", "Washington"),
        ("Zelenskyy", "speakers", "Zelensky"),
        ("crud oil", "conversions", "crude oil"),
        ("mood", "outlets", None),
    ],
)
def test_the_nearest_known_name(words: Vocabulary, name: str, where: NameList, nearest: str | None) -> None:
    assert words.nearest(name, where) == nearest


def test_what_is_wrong_is_left_out_and_the_rest_stands() -> None:
    text = "properties: {a: {kind: colour}, b: {kind: truth}}\nplaces: {X: {withn: Y}, Z: {within: Y}}\nclosed: [plces, places]"
    vocabulary, problems = read_vocabulary(Source("vocabulary.yaml", text))
    assert sorted(problem.code for problem in problems) == ["E410", "E413", "E413"]
    assert list(vocabulary.properties) == ["b"]
    assert vocabulary.unsure == {"a"}
    assert vocabulary.entity("Z").within(vocabulary.entity("Y"))
    assert vocabulary.closed == {"places"}


def test_in_a_circle_each_name_is_still_a_name() -> None:
    vocabulary, problems = read_vocabulary(Source("v.yaml", "places: {A: {within: B}, B: {within: C}, C: {within: A}}"))
    assert [problem.code for problem in problems] == ["E421"]
    assert vocabulary.entity("A").within(vocabulary.entity("C"))
    assert not vocabulary.entity("C").within(vocabulary.entity("A"))


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3, unique=True).map(tuple))
)
def test_wider_is_transitive_and_never_holds_itself(links: dict[str, tuple[str, ...]]) -> None:
    above = {key: links.get(key, ()) for key in "abcdef"}
    found = closure(above)
    assert found.crowded == []
    for key, ups in found.wider.items():
        assert key not in ups
        assert all(found.wider[up] <= ups for up in ups)
        assert all(up in ups or (key, up) in found.circular for up in above[key])


def test_a_chain_is_followed_as_far_as_any_map_goes() -> None:
    found = closure({str(i): (str(i + 1),) for i in range(MOST_WHOLES)} | {str(MOST_WHOLES): ()})
    assert len(found.wider["0"]) == MOST_WHOLES
    assert (found.circular, found.crowded) == ([], [])


def test_a_longer_chain_is_told_where_it_becomes_too_long() -> None:
    length = 20 * MOST_WHOLES
    entries = "".join(f"  e{i}: {{within: e{i + 1}}}\n" for i in range(length))
    vocabulary, problems = read_vocabulary(Source("v.yaml", f"places:\n{entries}"))
    assert {problem.code for problem in problems} == {"E406"}
    assert len(problems) == 19
    assert max(len(vocabulary.entity(f"e{i}").wider) for i in range(length)) == MOST_WHOLES


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_and_space_do_not_matter(text: str) -> None:
    assert fold(f"  {text} ") == fold(text)
