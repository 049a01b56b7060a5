#!/usr/bin/python3
"""Tests that what testudo writes is read, and answers queries, alike in independent stores. See CMakeLists.txt for the list.

  stores.py write     --program TESTUDO --examples DIR --out DIR            the example articles as kb.ttl and kb.nq; with the pack in
                                                                            DIR/pack, where there is one, in place of the built-in domain
  stores.py prepare   ENGINE                 --out DIR                      jena or npm: what the engine needs, once
  stores.py reread    ENGINE FILE            --out DIR                      serdi or riot: strict reading
  stores.py same      TURTLE QUADS           --out DIR                      both formats hold the same triples
  stores.py answers   ENGINE FILE            --examples DIR --ontology DIR --out DIR
  stores.py agree     ENGINE…                --out DIR                      the answers kept by 'answers' are equal, datatypes included
  stores.py shapes    ENGINE SHAPES FILE     --out DIR [--broken FILE]      jena or npm: FILE conforms, and every node of the broken one that
                                                                            should is found out

Queries are examples/queries/NAME.rq, their answers examples/expected/NAME.csv: the variables' names, then the rows, sorted.
A query with the line '# Needs: ontology' is asked of the data and the ontology together.

examples/no-reset-just-guardrails.ttl is what an article became that is no part of the project; the tests read the Turtle alone. Whoever
has the article writes it anew with
  testudo build --no-text no-reset-just-guardrails.txt -o examples/no-reset-just-guardrails.ttl

TESTUDO_UPDATE_EXPECTED=1 writes the expected answers anew; the diff is the review. TESTUDO_NO_SKIPS=1 makes a missing engine a failure.
"""
import argparse
import csv
import io
import json
import os
import pathlib
import re

from engines import Engines, Failed, Missing, is_quads, main_guard, run

XSD = "http://www.w3.org/2001/XMLSchema#"
XSD_STRING = XSD + "string"
# Oxigraph keeps one datatype for all whole numbers; the value is what counts.
WHOLE_NUMBERS = {XSD + name for name in ("nonNegativeInteger", "positiveInteger", "int", "long", "short", "unsignedInt", "unsignedLong")}


# ---- answers --------------------------------------------------------------------------------------------------------

def term(node):
    """A term of the JSON results as one string, equal for equal terms whatever engine wrote it."""
    if node["type"] == "uri":
        return f"<{node['value']}>"
    if node["type"] == "bnode":
        return "_:"
    if "xml:lang" in node:
        return json.dumps(node["value"], ensure_ascii=False) + "@" + node["xml:lang"].lower()
    datatype = node.get("datatype", XSD_STRING)
    if datatype in WHOLE_NUMBERS:
        datatype = XSD + "integer"
    return json.dumps(node["value"], ensure_ascii=False) + ("" if datatype == XSD_STRING else f"^^<{datatype}>")


def table(result, show):
    """Header and sorted rows of a JSON result, each term as show(term) says and an unbound variable as nothing."""
    if "boolean" in result:
        return [["answer"], [str(result["boolean"]).lower()]]
    names = result["head"]["vars"]
    rows = [[show(row[name]) if name in row else "" for name in names] for row in result["results"]["bindings"]]
    return [names, *sorted(rows)]


def as_csv(result):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table(result, lambda node: node["value"]))
    return text.getvalue()


def difference(want, got):
    """The first few rows that only one of two tables of text has."""
    want, got = want.splitlines(), got.splitlines()
    lines = [f"  - {row}" for row in want if row not in got] + [f"  + {row}" for row in got if row not in want]
    return "\n".join(lines[:10]) or "  the same rows, another number of times"


def queries_in(examples):
    found = {file.stem: file.read_text("utf8") for file in sorted((examples / "queries").glob("*.rq"))}
    if not found:
        raise Failed(f"no queries in {examples / 'queries'}")
    return found


def needs_ontology(text):
    return any(line.strip() == "# Needs: ontology" for line in text.splitlines())


def ask(engines, a):
    """Every query's JSON result, by the engine named."""
    queries, engine = queries_in(a.examples), getattr(engines, a.engine)
    ontology = sorted(a.ontology.rglob("*.ttl"))
    plain = {name: text for name, text in queries.items() if not needs_ontology(text)}
    wide = {name: text for name, text in queries.items() if needs_ontology(text)}
    return {**(engine([a.file], plain) if plain else {}), **(engine([a.file, *ontology], wide) if wide else {})}


def answers(engines, a):
    expected, wrong = a.examples / "expected", []
    kept = engines.folder / f"answers-{a.engine}-{a.file.name}.json"
    kept.unlink(missing_ok=True)  # of an earlier run, whatever becomes of this one
    results = ask(engines, a)
    for name, result in results.items():
        file, got = expected / f"{name}.csv", as_csv(result)
        if os.environ.get("TESTUDO_UPDATE_EXPECTED"):
            file.write_text(got, "utf8")
        elif not file.is_file():
            wrong.append(f"{file} is missing; TESTUDO_UPDATE_EXPECTED=1 writes it")
        elif len(got.splitlines()) < 2:
            wrong.append(f"{name}: no answer at all")
        elif (want := file.read_text("utf8")) != got:
            wrong.append(f"{name}: not what {file} says:\n{difference(want, got)}")
    wrong += [f"{file}: no query of that name" for file in sorted(expected.glob("*.csv")) if file.stem not in results]
    full = {name: table(result, term) for name, result in results.items()}
    kept.write_text(json.dumps(full), "utf8")
    report(wrong)


def agree(engines, a):
    kept = {}
    for engine in a.engines:
        for kind in ("ttl", "nq"):
            file = engines.folder / f"answers-{engine}-kb.{kind}.json"
            if not file.is_file():
                raise Missing(f"no answers of {engine} to compare: {file.name}")
            kept[engine, kind] = json.loads(file.read_text("utf8"))
    (first, want), *others = kept.items()
    wrong = []
    for who, got in others:
        for name in sorted(want.keys() | got.keys()):
            if want.get(name) != got.get(name):
                one, other = (json.dumps(x.get(name), indent=0, ensure_ascii=False) for x in (want, got))
                wrong.append(f"{name}: {' '.join(first)} and {' '.join(who)} differ:\n{difference(one, other)}")
    report(wrong)


# ---- reading again --------------------------------------------------------------------------------------------------

def reread(engines, a):
    if a.engine == "riot":
        engines.riot(a.file)
    elif engines.serdi(a.file) == 0:
        raise Failed(f"{a.file} holds no statement")


def same(engines, a):
    """The Turtle and the quads, both read by Serd, hold the same triples; every quad has its article's graph."""
    def lines(file):
        engines.serdi(file)
        kind = "nquads" if is_quads(file) else "turtle"
        return run(["serdi", "-i", kind, "-o", "nquads", str(file)]).stdout.splitlines()

    triples, quads = set(lines(a.turtle)), lines(a.quads)
    without_graph, wrong = set(), []
    for quad in quads:
        # Our terms are IRIs and literals, and only a literal has blanks: the graph is the last word before the full stop.
        triple, graph = quad.removesuffix(" .").rsplit(" ", 1)
        if not graph.startswith("<") or triple.count(" ") < 2:
            wrong.append(f"not in a graph: {quad}")
        without_graph.add(triple + " .")
    wrong += [f"only in the Turtle: {line}" for line in sorted(triples - without_graph)]
    wrong += [f"only in the quads: {line}" for line in sorted(without_graph - triples)]
    report(wrong)


# ---- shapes ---------------------------------------------------------------------------------------------------------

def shapes(engines, a):
    validate = getattr(engines, f"shacl_{a.engine}")
    wrong = validate(a.shapes, a.file)
    if a.broken:
        nodes = sorted(set(re.findall(r"https://example\.org/broken/[^>\s]+", a.broken.read_text("utf8"))))
        said = "\n".join(validate(a.shapes, a.broken))
        wrong += [f"{node} of {a.broken} breaks the shapes and was let through" for node in nodes if node not in said]
        if not nodes or "https://example.org/good/" in said:
            wrong.append(f"{a.broken} holds nothing broken, or what is right in it was found wrong:\n{said}")
    report(wrong)


def prepare(engines, a):
    getattr(engines, f"prepare_{a.engine}")()


# ---- the program ----------------------------------------------------------------------------------------------------

def write(engines, a):
    """The example articles as Turtle and as N-Quads, named as a user in their folder names them."""
    engines.folder.mkdir(parents=True, exist_ok=True)
    articles = sorted(file.name for file in a.examples.iterdir() if file.suffix in (".txt", ".md", ".html"))
    if not articles:
        raise Failed(f"no articles in {a.examples}")
    pack = ["--no-domain", "--pack=pack"] if (a.examples / "pack").is_dir() else []
    for kind, format_name in (("ttl", "turtle"), ("nq", "nquads")):
        run([str(a.program), "build", *articles, *pack, "--format", format_name, "-o", str(engines.folder / f"kb.{kind}")], cwd=a.examples)


def report(wrong):
    if wrong:
        more = [f"… and {len(wrong) - 20} more"] if len(wrong) > 20 else []
        raise Failed("\n".join(wrong[:20] + more))


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = cli.add_subparsers(dest="command", required=True)

    def command(action, *positional, **options):
        one = commands.add_parser(action.__name__)
        one.set_defaults(action=action)
        for name, kind in positional:
            one.add_argument(name, type=kind, **({"nargs": "+"} if name == "engines" else {}))
        for name, needed in {"out": True, **options}.items():
            one.add_argument(f"--{name}", type=lambda p: pathlib.Path(p).resolve(), required=needed)

    path = lambda p: pathlib.Path(p).resolve()
    command(write, program=True, examples=True)
    command(prepare, ("engine", str))
    command(reread, ("engine", str), ("file", path))
    command(same, ("turtle", path), ("quads", path))
    command(answers, ("engine", str), ("file", path), examples=True, ontology=True)
    command(agree, ("engines", str))
    command(shapes, ("engine", str), ("shapes", path), ("file", path), broken=False)
    a = cli.parse_args()
    main_guard(lambda: a.action(Engines(a.out), a))


if __name__ == "__main__":
    main()
