#!/usr/bin/python3
"""Checks that nothing of the ontology is there for show: reached.py PROJECT, or --self-test. Exit 77 (skipped) without rdflib.

- every class of situations that has no class below it is asserted by some rule;
- every class that some rule asserts is what an example of a rule yields, or stands in the Turtle of an example article.

That the examples hold is the check of the packs' business, and the Turtle that of tests/golden.
"""
import os
import pathlib
import sys

try:
    from rdflib import RDF, RDFS, BNode, Graph, Namespace, URIRef
except ImportError:
    print("rdflib is missing; on Debian: apt-get install python3-rdflib (and run this with /usr/bin/python3)", file=sys.stderr)
    sys.exit(1 if os.environ.get("TESTUDO_NO_SKIPS") else 77)

KB = Namespace("https://w3id.org/testudo/kb#")
T = Namespace("https://w3id.org/testudo/t#")
BOOKKEEPING = {KB.Fact}  # a mark on situations, which no rule gives


def situation_classes(ontology):
    return set(ontology.transitive_subjects(RDFS.subClassOf, KB.Situation))


def classes_in(ontology, node):
    """The classes named by what a rule asserts or an example yields: a class, a node, a list, and what is nested in them."""
    if isinstance(node, URIRef):
        return {node}
    found, open_nodes = set(), [node]
    while open_nodes:
        at = open_nodes.pop()
        for predicate, value in ontology.predicate_objects(at):
            if predicate == RDF.type:
                found.add(value)
            elif isinstance(value, BNode):
                open_nodes.append(value)
    return found


def named_by(ontology, predicate):
    return set().union(*(classes_in(ontology, node) for node in ontology.objects(None, predicate)), set()) & situation_classes(ontology)


def unasserted(ontology):
    """The classes of situations with none below them that no rule asserts."""
    asserted = named_by(ontology, T.asserts)
    leaves = {c for c in situation_classes(ontology) if (None, RDFS.subClassOf, c) not in ontology}
    return sorted(leaves - asserted - BOOKKEEPING)


def unreached(ontology, articles):
    """The classes that some rule asserts and neither an example nor an article's Turtle has."""
    return sorted(named_by(ontology, T.asserts) - named_by(ontology, T.yields) - set(articles.objects(None, RDF.type)))


def read(folder, but=""):
    graph = Graph()
    for file in sorted(folder.rglob("*.ttl")):
        if not but or but not in file.relative_to(folder).parts:
            graph.parse(str(file), format="turtle")
    return graph


def check(project):
    ontology = read(project / "ontology")
    return ([f"no rule asserts {c}" for c in unasserted(ontology)] +
            [f"no example has {c}" for c in unreached(ontology, read(project / "examples", but="pack"))])


def self_test():
    head = """@prefix kb: <https://w3id.org/testudo/kb#> . @prefix t: <https://w3id.org/testudo/t#> . @prefix x: <urn:x:> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix slot: <https://w3id.org/testudo/slot#> .\n"""
    ontology = Graph().parse(format="turtle", data=head + """
        x:Above rdfs:subClassOf kb:Situation . kb:Fact rdfs:subClassOf kb:Situation .
        x:Plain rdfs:subClassOf x:Above . x:Nested rdfs:subClassOf x:Above . x:Shown rdfs:subClassOf x:Above . x:Silent rdfs:subClassOf x:Above .
        x:one t:asserts x:Plain ; t:example [ t:yields () ] .
        x:two t:asserts [ a x:Shown ; kb:object [ a x:Nested ] ] ; t:example [ t:yields ( [ a x:Shown ] [ a kb:Actor ] ) ] .""")
    article = Graph().parse(format="turtle", data=head + "x:happened a x:Plain , kb:Fact .")
    x = lambda *names: [URIRef(f"urn:x:{name}") for name in names]
    checks = [
        ("a class that no rule asserts", unasserted(ontology), x("Silent")),
        ("classes without an example", unreached(ontology, Graph()), x("Nested", "Plain")),
        ("an article's classes", unreached(ontology, article), x("Nested")),
    ]
    return [f"{what}: wanted {want}, got {got}" for what, got, want in checks if got != want]


def main():
    found = self_test() if sys.argv[1:] == ["--self-test"] else check(pathlib.Path(sys.argv[1]))
    print(*found, sep="\n", file=sys.stderr)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
