"""SHACL by pySHACL: `python -m benchmarks.rivals.shacl FOLDER four`.

Shapes over a graph; what compares claims with one another is a SPARQL constraint. It knows no units and no sources:
Polars brings the claims into one unit and names their source, here a triple each. Every pair of a group is looked at,
and every triple is a Python object, so it is for small corpora.
"""

from __future__ import annotations

from pathlib import Path

from pyshacl import validate
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH

from benchmarks.rivals.group_table import only_four
from benchmarks.rivals.polars_jobs import CELL, KEYS, name_of
from benchmarks.rivals.polars_jsonl import claims
from benchmarks.rivals.program import Printed, first, main
from benchmarks.rules import FOUR

EX = Namespace("https://example.org/")

QUERIES = {
    "agree": """
        $this a ex:Amounts ; ex:claim [ ex:low ?low ] , [ ex:high ?high ] .
        FILTER (100 * (?low - ?high) / ?low > %(agree)s)
    """,
    "bounds": "$this a ex:Shares ; ex:claim [ ex:low ?low ; ex:high ?high ] . FILTER (?low > %(bounds)s || ?high < 0)",
    "backed": """
        $this a ex:Exports ; ex:claim ?one . ?one ex:low ?low ; ex:high ?high ; ex:source ?source .
        FILTER NOT EXISTS {
            $this ex:claim [ ex:low ?low2 ; ex:high ?high2 ; ex:source ?source2 ] .
            FILTER (?source2 != ?source && ?low * (1 - %(backed)s / 100) <= ?high2 && ?low2 * (1 - %(backed)s / 100) <= ?high)
        }
    """,
    "implied": """
        $this a ex:Cell ; ex:exports [ ex:claim [ ex:low ?low ] ] ; ex:shares [ ex:claim [ ex:high ?high ] ] .
        FILTER (?low / (?high / 100) / 1000000 > %(implied)s)
    """,
}
CLASSES = {"agree": "Amounts", "bounds": "Shares", "backed": "Exports", "implied": "Cell"}


def answer(folder: Path, rules: str) -> Printed:
    only_four(rules)
    data, names = _graph(folder)
    _, report, _ = validate(data, shacl_graph=_shapes(), advanced=False, inplace=True, allow_warnings=False)
    assert isinstance(report, Graph)
    found: dict[str, set[str]] = {limit.name: set() for limit in FOUR}
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape = str(report.value(result, SH.sourceShape)).removeprefix(EX)
        found[shape].add(names[str(report.value(result, SH.focusNode))])
    return {rule: (len(groups), first(groups)) for rule, groups in found.items()}


def _graph(folder: Path) -> tuple[Graph, dict[str, str]]:
    """The claims as triples, below their groups; and the name of each group and cell."""
    graph = Graph()
    names: dict[str, str] = {}
    kinds = {"oil exports": ("exports", [EX.Amounts, EX.Exports]), "export share": ("shares", [EX.Shares])}
    rows = claims(folder).with_columns(group=name_of(KEYS), cell=name_of(CELL))
    for number, row in enumerate(rows.iter_rows(named=True)):
        group, cell, claim = _node(row["group"]), _node(row["cell"]), EX[f"claim{number}"]
        names |= {str(group): row["group"], str(cell): row["cell"]}
        link, classes = kinds.get(row["property"], ("stock", [EX.Amounts]))
        graph.add((cell, RDF.type, EX.Cell))
        graph.add((cell, EX[link], group))
        for kind in classes:
            graph.add((group, RDF.type, kind))
        graph.add((group, EX.claim, claim))
        for end in ("low", "high"):
            graph.add((claim, EX[end], Literal(row[end], datatype=XSD.double)))
        graph.add((claim, EX.source, Literal(row["source"])))
    return graph, names


def _node(name: str) -> URIRef:
    return EX[name.replace(" ", "_").replace("|", "/")]


def _shapes() -> Graph:
    allowed = {limit.name: limit.allowed for limit in FOUR}
    text = """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        ex:prefixes sh:declare [ sh:prefix "ex" ; sh:namespace "https://example.org/"^^xsd:anyURI ] .
    """
    for rule, query in QUERIES.items():
        where = query % allowed
        text += f"""
            ex:{rule} a sh:NodeShape ; sh:targetClass ex:{CLASSES[rule]} ;
                sh:sparql [ sh:prefixes ex:prefixes ; sh:select \"\"\"SELECT DISTINCT $this WHERE {{ {where} }}\"\"\" ] .
        """
    return Graph().parse(data=text, format="turtle")


if __name__ == "__main__":
    main(answer)
