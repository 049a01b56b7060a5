"""The engines that read what testudo writes: rdflib, Apache Jena, Oxigraph (npm), serdi and rdf-validate-shacl (npm).

Each is asked by its own front door, in its own process, and answers in SPARQL's JSON results, so that none can borrow another's parser.
An engine that is not installed raises Missing, with the Debian package or the command that brings it.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
JAVA = pathlib.Path("/usr/share/java")
JARS = "jena-cmds jena-arq jena-core jena-base jena-iri jena-shacl commons-io guava thrift commons-compress dexx.collection slf4j-api slf4j-simple".split()
MEDIA_TYPE = {".ttl": "text/turtle", ".nt": "application/n-triples", ".nq": "application/n-quads", ".trig": "application/trig"}


class Missing(Exception):
    """The engine is not on this machine."""


class Failed(Exception):
    """The engine is there and refused."""


def is_quads(file):
    return pathlib.Path(file).suffix in (".nq", ".trig")


def run(command, **more):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf8", check=False, **more)
    if done.returncode:
        raise Failed(f"{pathlib.Path(command[0]).name} ended with {done.returncode}: {done.stderr.strip() or done.stdout.strip()}")
    return done


class Engines:
    """What the engines need of the build: a folder of our own for Jena's resources and npm's modules."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    # ---- npm ----------------------------------------------------------------------------------------------------

    def prepare_npm(self):
        """Installs what package-lock.json pins, unless it is there already."""
        if not shutil.which("npm"):
            raise Missing("npm is missing; on Debian: apt-get install npm")
        modules = self.folder / "npm"
        modules.mkdir(parents=True, exist_ok=True)
        lock = (HERE / "package-lock.json").read_bytes()
        stamp = modules / "installed-lock.json"
        if not (stamp.is_file() and stamp.read_bytes() == lock):
            for name in ("package.json", "package-lock.json", ".npmrc"):
                shutil.copy(HERE / name, modules / name)
            run(["npm", "ci", "--no-progress"], cwd=modules)
            stamp.write_bytes(lock)
        return modules

    def _node(self, script, *arguments, **more):
        if not shutil.which("node"):
            raise Missing("node is missing; on Debian: apt-get install nodejs")
        # A script finds its modules beside itself, so it goes to where they are.
        copy = self.prepare_npm() / script
        shutil.copy(HERE / script, copy)
        return run(["node", str(copy), *map(str, arguments)], **more).stdout

    # ---- Jena ---------------------------------------------------------------------------------------------------

    def prepare_jena(self):
        """The classpath: Jena's jars, and in front of them the message files that Debian left behind when it renamed Jena's copy of Xerces."""
        if not shutil.which("java"):
            raise Missing("java is missing; on Debian: apt-get install default-jre-headless")
        lacks = [jar for jar in JARS if not (JAVA / f"{jar}.jar").exists()]
        if lacks:
            raise Missing(f"Jena's {lacks[0]}.jar is missing; on Debian: apt-get install libapache-jena-java")
        resources = self.folder / "jena"
        if not (resources / "ready").exists():
            inside = "org/apache/jena/ext/"
            with zipfile.ZipFile(JAVA / "jena-core.jar") as jar:
                for name in jar.namelist():
                    if name.startswith(inside + "xerces/") and not name.endswith("/"):
                        target = resources / name[len(inside):]
                        target.parent.mkdir(parents=True, exist_ok=True)
                        target.write_bytes(jar.read(name))
            (resources / "ready").touch()
        return ":".join([str(resources), *(str(JAVA / f"{jar}.jar") for jar in JARS)])

    def _jena(self, main, *arguments):
        path = self.prepare_jena()
        return run(["java", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", path, main, *map(str, arguments)])

    # ---- SPARQL -------------------------------------------------------------------------------------------------

    def rdflib(self, data, queries):
        """{name: SPARQL JSON results} by rdflib. Where the data has graphs, a query sees them as one."""
        try:
            from rdflib import ConjunctiveGraph
        except ImportError as gone:
            raise Missing("rdflib is missing; on Debian: apt-get install python3-rdflib") from gone
        graph = ConjunctiveGraph()
        for file in data:
            graph.parse(str(file), format={".nq": "nquads", ".trig": "trig", ".nt": "nt"}.get(pathlib.Path(file).suffix, "turtle"))
        return {name: json.loads(graph.query(text).serialize(format="json")) for name, text in queries.items()}

    def oxigraph(self, data, queries):
        job = {"data": [[str(file), MEDIA_TYPE[pathlib.Path(file).suffix]] for file in data], "queries": queries,
               "union": any(map(is_quads, data))}
        return json.loads(self._node("oxigraph.mjs", input=json.dumps(job)))

    def jena(self, data, queries):
        answers = {}
        for name, text in queries.items():
            if any(map(is_quads, data)):
                text = with_all_graphs(text)
            query = self.folder / f"jena-{os.getpid()}.rq"
            query.write_text(text, "utf8")
            try:
                done = self._jena("arq.sparql", "--results=JSON", "--query", query, *(a for file in data for a in ("--data", file)))
            finally:
                query.unlink()
            answers[name] = json.loads(done.stdout)
        return answers

    # ---- reading again ------------------------------------------------------------------------------------------

    def serdi(self, file):
        """Reads the file strictly by Serd's own program; Failed names what it found wrong. Returns the number of statements."""
        if not shutil.which("serdi"):
            raise Missing("serdi is missing; on Debian: apt-get install serdi")
        syntax = {".ttl": "turtle", ".nt": "ntriples", ".nq": "nquads", ".trig": "trig"}[pathlib.Path(file).suffix]
        return len(run(["serdi", "-i", syntax, "-o", "nquads", str(file)]).stdout.splitlines())

    def riot(self, file):
        """Reads the file by Jena, which also checks IRIs, datatypes and language tags; its warnings are failures here."""
        done = self._jena("riotcmd.riot", "--validate", file)
        said = [line for line in (done.stdout + done.stderr).splitlines() if re.search(r"\b(WARN|ERROR)\b", line)]
        if said:
            raise Failed("\n".join(said[:20]))

    # ---- SHACL --------------------------------------------------------------------------------------------------

    def shacl_jena(self, shapes, data):
        """What violates the shapes, a line each; by Jena, whose exit status says nothing about it."""
        said = self._jena("shacl.shacl", "validate", "--text", "--shapes", shapes, "--data", data).stdout.strip()
        return [] if said == "Conforms" else said.splitlines() or ["Jena's report is empty"]

    def shacl_npm(self, shapes, data):
        report = json.loads(self._node("shacl.mjs", shapes, data))
        if report["conforms"] == bool(report["violations"]):
            raise Failed(f"a report that contradicts itself: {report}")
        return report["violations"]


def with_all_graphs(query):
    """The query over every graph of the data at once, in Jena's way of saying so."""
    every = "FROM <urn:x-arq:DefaultGraph> FROM <urn:x-arq:UnionGraph>\nWHERE "
    text, changed = re.subn(r"\bWHERE\b\s*", every, query, count=1)
    if not changed:
        raise Failed("the query has no WHERE to put the graphs before")
    return text


def main_guard(action):
    """Runs a test's action: exit 0, 1 with what failed, or 77 (CTest's 'skipped') where an engine is missing and may be."""
    try:
        action()
    except Missing as gone:
        print(gone, file=sys.stderr)
        sys.exit(1 if os.environ.get("TESTUDO_NO_SKIPS") else 77)
    except Failed as told:
        print(told, file=sys.stderr)
        sys.exit(1)
