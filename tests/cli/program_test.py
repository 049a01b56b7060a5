#!/usr/bin/python3
"""The program as scripts see it: exit statuses, messages, files. Usage: program_test.py TESTUDO PROJECT"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TESTUDO = pathlib.Path(sys.argv[1]).resolve()
PROJECT = pathlib.Path(sys.argv[2]).resolve()
GOOD = "The truce in Syria holds. Trump's withdrawal from the INF Treaty in 2019 was noted.\n"
LONG_LINE_MB = int(os.environ.get("TESTUDO_LONG_LINE_MB", "50"))


def run(*args, stdin=b"", **more):
    return subprocess.run([str(TESTUDO), *map(str, args)], input=stdin, capture_output=True, check=False, **more)


class Program(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.at = pathlib.Path(self.folder.name)

    def file(self, name, content):
        path = self.at / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def check(self, done, status, *messages):
        said = done.stderr.decode(errors="replace")
        self.assertEqual(done.returncode, status, said)
        for message in messages:
            self.assertIn(message, said)
        return done.stdout.decode()

    # ---- what works

    def test_writes_turtle_to_standard_output(self):
        out = self.check(run("build", self.file("news.txt", GOOD)), 0, "1 article, 2 assertions")
        self.assertIn("a ir:Ceasefire", out)
        self.assertTrue(out.startswith("@prefix kb:"))

    def test_reads_standard_input(self):
        out = self.check(run("build", "-", stdin=GOOD.encode()), 0)
        self.assertIn("a ir:Withdrawal", out)

    def test_formats_by_name_extension_and_media_type(self):
        news = self.file("news.txt", GOOD)
        plain = self.check(run("build", news, "--format", "ntriples"), 0)
        self.assertEqual(plain, self.check(run("build", news, "--format", "nt"), 0))
        self.assertEqual(plain, self.check(run("build", news, "--format", "application/n-triples"), 0))
        run("build", news, "-o", self.at / "kb.nq")
        self.assertIn("article/news", (self.at / "kb.nq").read_text().splitlines()[0].split()[-2])
        self.assertIn(" {", self.check(run("build", news, "--format", "trig"), 0))

    def test_is_the_same_twice_and_each_part_whatever_the_order(self):
        one, two = self.file("one.txt", GOOD), self.file("two.md", "# Truce\n\nThe truce in Yemen may hold.\n")
        forth = self.check(run("build", one, two, "--format", "nquads"), 0)
        self.assertEqual(forth, self.check(run("build", one, two, "--format", "nquads"), 0))
        back = self.check(run("build", two, one, "--format", "nquads"), 0)
        alone = self.check(run("build", one, "--format", "nquads"), 0)
        self.assertTrue(forth.startswith(alone))
        self.assertTrue(back.endswith(alone))
        self.assertEqual(sorted(forth.splitlines()), sorted(back.splitlines()))

    def test_reads_every_format_and_folders(self):
        self.file("in/a.txt", GOOD)
        self.file("in/b.md", "# Talks\n\nTalks between Iran and Israel failed.\n")
        self.file("in/c.html", "<html><body><nav>Menu</nav><article><p>The truce in Yemen &amp; beyond holds.</p></article></body></html>")
        self.file("in/d.jsonl", json.dumps({"id": "d1", "text": "The truce in Libya holds."}) + "\n")
        self.file("in/skip.bin", b"\xff\xfe")
        self.check(run("build", self.at / "in"), 0, "4 articles")

    def test_offsets_find_the_words_again_in_html_too(self):
        source = "<html><body><p>\u201cCaf\u00e9\u201d &mdash; <b>the truce</b> in <i>Syria</i> holds.</p></body></html>"
        out = self.check(run("build", self.file("a.html", source), "--format", "ntriples"), 0)
        spans = [line for line in out.splitlines() if "kb#begin" in line]
        begin = int(spans[0].split('"')[1])
        end = int([line for line in out.splitlines() if "kb#end" in line][0].split('"')[1])
        self.assertEqual(source[begin:end], "truce</b> in <i>Syria")

    def test_leaves_the_words_out_on_request(self):
        self.assertNotIn("kb:text", self.check(run("build", self.file("a.txt", GOOD), "--no-text"), 0))

    def test_base_and_prefix(self):
        out = self.check(run("build", self.file("a.txt", GOOD), "--base", "https://example.org/x/", "--prefix", "x=https://example.org/x/"), 0)
        self.assertIn("@prefix x: <https://example.org/x/>", out)

    def test_version_and_help(self):
        self.assertIn("testudo 0.", self.check(run("--version"), 0))
        self.assertIn("build", self.check(run("--help"), 0))

    def test_analyse_gives_a_json_object_a_sentence(self):
        out = self.check(run("analyse", "--lines", "--format", "jsonl", self.file("a.txt", "It rains.\nIt pours. It stops.\n")), 0)
        rows = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([(r["begin"], r["end"]) for r in rows], [(0, 9), (10, 19), (20, 29)])
        self.assertEqual([t["lemma"] for t in rows[0]["tokens"]], ["it", "rain", "."])

    def test_analyse_tells_what_a_time_is(self):
        article = self.file("a.jsonl", json.dumps({"text": "It has held since last year.", "date": "2020-05-10"}) + "\n")
        time = json.loads(self.check(run("analyse", "--format", "jsonl", article), 0))["times"][0]
        told = {name: time[name] for name in ("kind", "value", "relation", "begin", "end", "modifier", "approximate")}
        self.assertEqual(told, {"kind": "year", "value": "2019", "relation": "since", "begin": {"value": "2019", "kind": "year"}, "end": None,
                                "modifier": False, "approximate": False})
        self.assertIn("time  last year: year 2019 since 2019..", self.check(run("analyse", article), 0))

    def test_analyse_shows_names_and_actors(self):
        article = self.file("a.txt", "Gen. Imre Vas met Hungarian officials.\n")
        (row,) = [json.loads(line) for line in self.check(run("analyse", "--format", "jsonl", article), 0).splitlines()]
        self.assertEqual(row["names"], [{"at": [5, 13], "whole": [0, 13], "kind": "person", "title": [0, 4], "given": [5, 9], "family": [10, 13]}])
        self.assertEqual(row["groups"], [{"at": [18, 37], "head": [28, 37], "kind": "government", "countries": [[18, 27]]}])
        table = self.check(run("analyse", article), 0)
        self.assertIn("name  Imre Vas: person title=Gen.", table)
        self.assertIn("actor  Hungarian officials: government country=Hungarian", table)

    def test_analyse_shows_clauses(self):
        article = self.file("a.txt", "The minister said that the treaty was signed by both of the presidents in the old capital of the country on a rainy day of the spring.\n")
        (row,) = [json.loads(line) for line in self.check(run("analyse", "--format", "jsonl", article), 0).splitlines()]
        said, signed = row["clauses"]
        self.assertEqual((said["lemma"], said["voice"], said["kind"]), ("say", "active", "main"))
        self.assertEqual((signed["lemma"], signed["voice"], signed["kind"], signed["reporter"]), ("sign", "passive", "complement", 0))
        self.assertEqual(signed["object"], [[27, 33]])
        table = self.check(run("analyse", article), 0)
        self.assertIn("complement passive  was signed", table)
        self.assertLessEqual(max(map(len, table.splitlines())), 100)

    def test_analyse_writes_conllu(self):
        article = self.file("a.txt", "Paris signed the treaty. It rained.\n")
        sentences = self.check(run("analyse", "--format", "conllu", article), 0).strip().split("\n\n")
        self.assertEqual(len(sentences), 2)
        rows = [line.split("\t") for line in sentences[0].splitlines() if not line.startswith("#")]
        self.assertEqual([(r[1], r[3], r[6], r[7]) for r in rows],
                         [("Paris", "PROPN", "2", "nsubj"), ("signed", "VERB", "0", "root"), ("the", "DET", "4", "det"),
                          ("treaty", "NOUN", "2", "obj"), (".", "PUNCT", "2", "punct")])
        self.assertIn("# text = It rained.", sentences[1])

    def test_analyse_tells_what_words_refer_to(self):
        text = "Peru signed a treaty. It praised the accord."
        out = self.check(run("analyse", "--format", "jsonl", self.file("a.txt", text)), 0)
        found = json.loads(out.splitlines()[1])["reference"]
        said = [(text[slice(*r["at"])], [text[slice(*a)] for a in r["antecedents"]], r["kind"], r["preference"]) for r in found]
        self.assertEqual(said, [("It", ["Peru"], "pronoun", "only candidate"),
                                ("accord", ["a treaty"], "description", "describing noun")])

    def explain(self, text, *more):
        out = self.check(run("explain", self.file("a.txt", text), "--format", "jsonl", *more), 0)
        return [json.loads(line) for line in out.splitlines()]

    def test_explain_tells_what_was_read_by_which_pattern_from_which_words(self):
        text = "Russia does not want to withdraw from New START."
        (row,) = self.explain(text)
        (reading,) = row["readings"]
        self.assertEqual((reading["class"], reading["modality"], reading["polarity"]), ("ir:Withdrawal", "Desired", "Negative"))
        self.assertRegex(reading["pattern"]["place"], r"^ontology/ir/rules/\w+\.ttl:\d+:\d+$")
        self.assertEqual([(r["role"], r["value"], text[slice(*r["at"])]) for r in reading["roles"]],
                         [("kb:agent", "id:Russia", "Russia"), ("kb:object", "id:New_START", "New START")])
        self.assertEqual([(text[slice(*o["at"])], o["operator"], o["decides"], o["negates"]) for o in reading["operators"]],
                         [("want", "operator:desire", True, False), ("not", "negation", False, True)])
        table = self.check(run("explain", self.file("a.txt", text)), 0)
        self.assertIn("Desired, Negative, in the view of id:Russia", table)
        self.assertIn("'not'  negation: turns the polarity round", table)
        self.assertLessEqual(max(map(len, table.splitlines())), 100)

    PACK = """@prefix t: <https://w3id.org/testudo/t#> . @prefix kb: <https://w3id.org/testudo/kb#> .
@prefix rule: <https://w3id.org/testudo/rule/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
rule:a a t:Rule ; rdfs:label "a"@en ; t:clause "{agent:kb:Actor} serenade {object:kb:Actor}" ; t:asserts kb:Event ;
    t:example [ t:text "It rains." ; t:yields () ] .
rule:b a t:Rule ; rdfs:label "b"@en ; t:clause "{agent:kb:Actor} serenade {object}" ; t:asserts kb:Event ;
    t:example [ t:text "It rains." ; t:yields () ] .
"""

    def test_explain_tells_what_gave_way_and_why(self):
        (row,) = self.explain("Russia serenaded China.", "--no-domain", "--pack", self.file("p.ttl", self.PACK + """
@prefix id: <https://w3id.org/testudo/id/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
id:Russia a kb:Organization ; skos:prefLabel "Russia"@en . id:China a kb:Organization ; skos:prefLabel "China"@en .
"""))
        self.assertEqual([r["rule"] for r in row["readings"]], ["rule:a"])
        self.assertEqual([(d["rule"], d["gaveWayTo"], d["step"]) for d in row["dropped"]], [("rule:b", "rule:a", "narrower classes of slots")])

    def test_explain_tells_why_a_rule_did_not_fire(self):
        pack = self.file("p.ttl", self.PACK)
        more = ("--pack", pack, "--rule", "rule:a")
        text = "Russia serenaded the moon. It rained."
        first, second = self.explain(text, *more)
        self.assertEqual(first["miss"]["reason"], "the object 'the moon' is no kb:Actor")
        self.assertEqual((first["miss"]["met"], first["miss"]["wanted"], first["miss"]["pattern"]["place"]), (2, 3, f"{pack}:3:48"))
        self.assertEqual((second["miss"]["reason"], second["miss"]["met"]), ("the verb 'serenade' is not in the sentence", 0))
        self.assertEqual(self.explain(text, "--pack", pack, "--rule", "https://w3id.org/testudo/rule/a"), [first, second])
        self.assertEqual(self.explain(text, "--sentence", "2", *more), [second])
        table = self.check(run("explain", self.file("a.txt", text), *more), 0)
        self.assertIn("not read  the object 'the moon' is no kb:Actor", table)

    def test_explain_wants_a_rule_and_a_sentence_that_there_are(self):
        news = self.file("a.txt", GOOD)
        self.check(run("explain", news, "--rule", "rule:visits"), 2, "there is no rule rule:visits; did you mean rule:visit?")
        self.check(run("explain", news, "--sentence", "9"), 2, "there are 2 sentences")
        self.check(run("explain", news, "--sentence", "0"), 2)

    def test_explain_drafts_rules_that_load_and_fire(self):
        text = "Hungary serenaded its neighbours in 2018. It rained. Poland thanked Hungary for \"old\" serenades."
        article = self.file("a.txt", text)
        table = self.check(run("explain", article), 0)
        self.assertIn("nothing read, though 'Hungary' is the subject of 'serenaded'; rule:serenade below", table)
        self.assertLessEqual(max(map(len, table.splitlines())), 100)
        pack = self.file("drafts/drafts.ttl", table[table.index("# Rules to start from"):])
        self.assertNotRegex(run("check", pack.parent).stderr.decode(), "drafts.ttl:[0-9:]* error")
        (reading,) = self.explain(text, "--pack", pack.parent)[0]["readings"]
        self.assertEqual((reading["rule"], reading["pattern"]["place"].split(":")[0]), ("rule:serenade", str(pack)))
        # Each by itself, too.
        one = self.explain(text)[0]["missing"]["turtle"]
        self.assertNotRegex(run("check", self.file("one/one.ttl", one)).stderr.decode(), "one.ttl:[0-9:]* error")

    def test_check_runs_the_shipped_examples(self):
        self.assertIn("0 errors", self.check(run("check"), 0))

    def test_check_runs_the_examples_of_a_pack_without_the_built_in_domain(self):
        self.assertIn("0 errors", self.check(run("check", PROJECT / "examples/mergers/pack", "--no-domain"), 0))

    def test_check_tells_mistakes_as_json_for_editors(self):
        pack = self.file("rules.ttl", """@prefix t: <https://w3id.org/testudo/t#> .
@prefix rule: <https://w3id.org/testudo/rule/> .
@prefix ir: <https://w3id.org/testudo/ir#> .
rule:a a t:Rule ; t:phrase "{agent:ir:Contry} left" ; t:asserts ir:Withdrawal ; t:example [ t:text "It rains." ; t:yields () ] .
""")
        out = self.check(run("check", "--format", "jsonl", pack), 1)
        *told, counts = [json.loads(line) for line in out.splitlines()]
        self.assertIn({"file": str(pack), "line": 4, "column": 29, "severity": "error", "message": "rule:a: unknown class ir:Contry",
                       "suggestion": "did you mean ir:Country?"}, told)
        self.assertIn({"file": str(pack), "line": 4, "column": 1, "severity": "warning", "message": "rule:a has no rdfs:label", "suggestion": None}, told)
        self.assertEqual(counts["errors"], 1)
        self.assertEqual(counts["errors"] + counts["warnings"], len(told))
        out = self.check(run("check", "--format", "jsonl", self.at / "nowhere"), 2)
        missing, counts = [json.loads(line) for line in out.splitlines()]
        self.assertEqual((missing["line"], missing["severity"], counts["errors"]), (None, "error", 1))
        self.check(run("check", "--format", "xml"), 2, "--format")

    def test_check_runs_examples_and_audits_patterns(self):
        pack = PROJECT / "tests/pack/mistakes/examples_that_fail.ttl"
        self.check(run("check", pack), 1, "      agent is id:Rome, not id:Oslo", "found besides: ir:Leaving")
        self.check(run("check", PROJECT / "tests/pack/mistakes/contradictions.ttl"), 1, "error: rule:b: contradiction: ")

    def test_a_pack_reads_those_that_it_imports(self):
        head = "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix e: <https://example.org/> .\n"
        ports = self.file("ports/pack.ttl", head + "e:ports a owl:Ontology ; owl:imports e:trade .\n").parent
        out = self.check(run("check", ports), 1, "pack.ttl:3:38: error: e:ports imports <https://example.org/trade>")
        self.file("trade/pack.ttl", head + "e:trade a owl:Ontology .\n")
        out = self.check(run("check", ports), 0)
        self.assertIn("0 errors", out)
        self.check(run("build", self.file("a.txt", GOOD), "--pack", ports), 0)

    # ---- bad input: a message with its place, the right status, nothing lost of the rest

    def test_invalid_utf8_fails_alone(self):
        bad, good = self.file("bad.txt", b"The truce \xff in Syria."), self.file("good.txt", GOOD)
        out = self.check(run("build", bad, good), 1, "bad.txt: offset 10: error:")
        self.assertIn("a ir:Withdrawal", out)

    def test_truncated_utf8(self):
        self.check(run("build", self.file("bad.txt", b"The truce in Syria \xe2\x80")), 2, "bad.txt: offset 19: error:")

    def test_missing_file(self):
        out = self.check(run("build", self.at / "none.txt", self.file("good.txt", GOOD)), 1, "none.txt: error: cannot be read: No such file")
        self.assertIn("a ir:Withdrawal", out)
        self.check(run("build", self.at / "none.txt"), 2)

    def test_folder_without_articles(self):
        (self.at / "empty").mkdir()
        self.check(run("build", self.at / "empty"), 2, "a folder without articles")

    def test_empty_article(self):
        self.check(run("build", self.file("empty.txt", ""), self.file("good.txt", GOOD)), 1, "empty.txt: ")
        self.check(run("build", self.file("blank.txt", " \n\n ")), 2, "blank.txt: ")

    def test_a_folder_as_output(self):
        self.check(run("build", self.file("a.txt", GOOD), "-o", self.at), 2, "error:")

    def test_a_full_disk(self):
        self.check(run("build", self.file("a.txt", GOOD), "-o", "/dev/full"), 2, "No space left")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([str(TESTUDO), "build", str(self.file("a.txt", GOOD))], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)

    def test_an_old_output_stays_when_nothing_could_be_done(self):
        out = self.file("kb.ttl", "# old\n")
        self.check(run("build", self.at / "none.txt", "-o", out), 2)
        self.assertEqual(out.read_text(), "# old\n")
        self.assertEqual([p.name for p in self.at.iterdir()], ["kb.ttl"])

    def test_a_broken_line_of_json(self):
        lines = json.dumps({"id": "a", "text": GOOD}) + '\n{"id": "b", "text": \n' + json.dumps({"id": "c", "text": "The truce in Yemen holds."}) + "\n"
        out = self.check(run("build", self.file("n.jsonl", lines)), 1, "n.jsonl:2:")
        self.assertIn("id:Yemen", out)

    def test_two_articles_of_one_name(self):
        lines = (json.dumps({"id": "a", "text": GOOD}) + "\n") * 2
        self.check(run("build", self.file("n.jsonl", lines)), 1, 'another article is called "a" already')

    def test_html_without_a_body(self):
        self.check(run("build", self.file("a.html", "<html><head><title>T</title></head></html>")), 2, "a.html")

    def test_a_long_single_line(self):
        with open(self.at / "long.txt", "wb") as long:
            for _ in range(LONG_LINE_MB):
                long.write(b"The truce in Syria holds and the price of bread falls again and again. " * 14350)
        self.check(run("build", self.at / "long.txt", "-o", self.at / "kb.ttl", "--no-text"), 0)

    def test_unknown_options_and_formats(self):
        self.check(run("build"), 2)
        self.check(run("frobnicate"), 2)
        self.check(run("build", self.file("a.txt", GOOD), "--format", "xml"), 2, 'unknown format "xml"')
        self.check(run("build", self.file("a.txt", GOOD), "--base", "no iri"), 2, "--base wants an absolute IRI")

    def test_a_pack_with_mistakes_tells_them_all_and_builds_nothing(self):
        pack = self.file("pack/rules.ttl", """@prefix t: <https://w3id.org/testudo/t#> .
@prefix rule: <https://w3id.org/testudo/rule/> .
@prefix ir: <https://w3id.org/testudo/ir#> .
rule:a a t:Rule ; t:phrase "{agent:ir:Contry} (left" ; t:asserts ir:Witdrawal .
""").parent
        done = run("build", self.file("a.txt", GOOD), "--pack", pack)
        self.check(done, 2, "rules.ttl:4:", "'(' is never closed", "did you mean ir:Withdrawal?", "has no t:example")
        self.assertEqual(done.stdout, b"")
        self.check(run("check", pack), 1, "'(' is never closed")
        self.check(run("check", self.at / "nowhere"), 2, "the pack does not exist")

    def test_a_pack_with_100000_brackets(self):
        self.check(run("check", self.file("deep.ttl", "<a:b> <a:c> " + "[" * 100000)), 1, "deep.ttl:1:")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
