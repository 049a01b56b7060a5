#!/usr/bin/python3
"""Checks the Turtle of the project: ontology.py PROJECT, or --self-test. Exit 77 (skipped) without serdi or rdflib.

- serdi reads every file of ontology/ and examples/ strictly, and every query parses;
- every kb:, ir: and t: term used there is defined in ontology/;
- every class and property defined there has rdfs:label, rdfs:comment and rdfs:isDefinedBy;
- every kb: and ir: property has a domain and a range, its own or that of a property above it;
- a direct property (t:shortcutOf) names both roles, and one below another leads from and to classes below the other's.
"""
import os
import pathlib
import shutil
import subprocess
import sys

try:
    from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef
    from rdflib.plugins.sparql import prepareQuery
    from rdflib.plugins.sparql.parserutils import CompValue
except ImportError:
    print("rdflib is missing; on Debian: apt-get install python3-rdflib (and run this with /usr/bin/python3)", file=sys.stderr)
    sys.exit(1 if os.environ.get("TESTUDO_NO_SKIPS") else 77)

OURS = tuple(f"https://w3id.org/testudo/{name}#" for name in ("kb", "ir", "t"))
T = Namespace(OURS[2])
DEFINES = {OWL.Class, RDFS.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property, RDFS.Datatype}


def is_ours(node):
    # str first: rdflib's own startswith takes one prefix only
    return isinstance(node, URIRef) and str(node).startswith(OURS) and str(node) not in OURS


def undefined(used, ontology):
    """The terms of ours in used that the ontology says nothing of."""
    return sorted(term for term in used if is_ours(term) and (term, RDF.type, None) not in ontology)


def undescribed(ontology):
    """'term lacks property' for each class and property of ours without a label, a comment or its ontology."""
    terms = {s for kind in DEFINES for s in ontology.subjects(RDF.type, kind) if is_ours(s)}
    return [f"{term} lacks rdfs:{name}" for term in sorted(terms) for name in ("label", "comment", "isDefinedBy")
            if (term, RDFS[name], None) not in ontology]


def bounds(ontology, prop, axiom):
    """The domains or ranges of a property and of those above it."""
    return {bound for above in ontology.transitive_objects(prop, RDFS.subPropertyOf) for bound in ontology.objects(above, axiom)}


def unbounded(ontology):
    """'term lacks axiom' for each kb: or ir: property without a domain or a range."""
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    props = {s for kind in kinds for s in ontology.subjects(RDF.type, kind) if is_ours(s) and not str(s).startswith(OURS[2])}
    return [f"{prop} lacks rdfs:{name}" for prop in sorted(props) for name in ("domain", "range") if not bounds(ontology, prop, RDFS[name])]


def wrong_shortcuts(ontology):
    """What is wrong with the direct properties: a role that is missing, a class that is none of those of the property above."""
    found = []
    for prop in sorted(ontology.subjects(T.shortcutOf, None)):
        found += [f"{prop} lacks t:{name}" for name in ("shortcutSubject", "shortcutObject") if (prop, T[name], None) not in ontology]
        for above in ontology.objects(prop, RDFS.subPropertyOf):
            for axiom in (RDFS.domain, RDFS.range, T.shortcutOf):
                own, others = ontology.value(prop, axiom), ontology.value(above, axiom)
                if others not in set(ontology.transitive_objects(own, RDFS.subClassOf)):
                    found.append(f"{prop} is below {above}, but {own} is not below {others}")
    return found


def terms_of(graph):
    return {node for triple in graph for node in triple}


def terms_of_query(node):
    """Every IRI in a parsed query, paths included."""
    if isinstance(node, URIRef):
        return {node}
    if isinstance(node, CompValue):
        return set().union(*map(terms_of_query, node.values()), set())
    if hasattr(node, "args") and not isinstance(node, Exception):  # a path: sequence, alternative, negated set
        return set().union(*map(terms_of_query, node.args), set())
    if hasattr(node, "path") or hasattr(node, "arg"):  # a path: inverse, repeated
        return terms_of_query(getattr(node, "path", None)) | terms_of_query(getattr(node, "arg", None))
    if isinstance(node, (list, tuple, set, frozenset)):
        return set().union(*map(terms_of_query, node), set())
    return set()


def check(project):
    found, ontology = [], Graph()
    defining = sorted((project / "ontology").rglob("*.ttl"))
    others = sorted((project / "examples").rglob("*.ttl"))
    if not defining:
        return [f"no Turtle in {project}/ontology"]
    graphs = {}
    for file in defining + others:
        read = subprocess.run(["serdi", "-i", "turtle", "-o", "ntriples", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              encoding="utf8", check=False)
        if read.returncode or read.stderr:
            found.append(read.stderr.strip() or f"{file}: serdi ended with {read.returncode}")
            continue
        graphs[file] = Graph().parse(str(file), format="turtle")
        if file in defining:
            ontology += graphs[file]
    for file, graph in graphs.items():
        found += [f"{file}: not defined in ontology/: {term}" for term in undefined(terms_of(graph), ontology)]
    for file in sorted((project / "examples").rglob("*.rq")):
        try:
            query = prepareQuery(file.read_text("utf8"))
        except Exception as told:  # rdflib raises whatever its parser does
            found.append(f"{file}: {told}")
            continue
        found += [f"{file}: not defined in ontology/: {term}" for term in undefined(terms_of_query(query.algebra), ontology)]
    return found + undescribed(ontology) + unbounded(ontology) + wrong_shortcuts(ontology)


def self_test():
    head = "@prefix kb: <https://w3id.org/testudo/kb#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    ontology = Graph().parse(data=head + 'kb:A a owl:Class ; rdfs:label "a" ; rdfs:comment "A." ; rdfs:isDefinedBy kb: . kb:B a owl:Class ; rdfs:label "b" .', format="turtle")
    data = Graph().parse(data=head + "<urn:x> a kb:A ; kb:missing <urn:y> .", format="turtle")
    query = prepareQuery("PREFIX kb: <https://w3id.org/testudo/kb#> SELECT * { ?s kb:one/^kb:two ?o . ?s kb:three* ?p . FILTER NOT EXISTS { ?s a kb:A } }")
    direct = Graph().parse(format="turtle", data=head.replace("\n", " @prefix t: <https://w3id.org/testudo/t#> .\n") + """
        kb:all a owl:ObjectProperty ; rdfs:domain kb:A ; rdfs:range kb:A ; t:shortcutOf kb:S ; t:shortcutSubject kb:one ; t:shortcutObject kb:two .
        kb:some a owl:ObjectProperty ; rdfs:subPropertyOf kb:all ; rdfs:domain kb:A ; rdfs:range kb:B ; t:shortcutOf kb:S ; t:shortcutObject kb:two .
        kb:loose a owl:DatatypeProperty ; rdfs:domain kb:A .""")
    kb = lambda *names: [URIRef(OURS[0] + name) for name in sorted(names)]
    checks = [
        ("an undefined property of data", undefined(terms_of(data), ontology), kb("missing")),
        ("undefined terms of a query", undefined(terms_of_query(query.algebra), ontology), kb("one", "two", "three")),
        ("a property without a range", unbounded(direct), [f"{OURS[0]}loose lacks rdfs:range"]),
        ("direct properties that are wrong", wrong_shortcuts(direct),
         [f"{OURS[0]}some lacks t:shortcutSubject", f"{OURS[0]}some is below {OURS[0]}all, but {OURS[0]}B is not below {OURS[0]}A"]),
        ("missing descriptions", undescribed(ontology), [f"{OURS[0]}B lacks rdfs:{name}" for name in ("comment", "isDefinedBy")]),
    ]
    return [f"{what}: wanted {want}, got {got}" for what, got, want in checks if got != want]


def main():
    if not shutil.which("serdi"):
        print("serdi is missing; on Debian: apt-get install serdi", file=sys.stderr)
        sys.exit(1 if os.environ.get("TESTUDO_NO_SKIPS") else 77)
    found = self_test() if sys.argv[1:] == ["--self-test"] else check(pathlib.Path(sys.argv[1]))
    print(*found, sep="\n", file=sys.stderr)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
