#!/usr/bin/python3
"""The runner itself: it must call equal answers equal whatever engine wrote them, and different ones different."""
import unittest

from engines import Failed, with_all_graphs
from stores import XSD, XSD_STRING, as_csv, difference, needs_ontology, table, term


def result(*rows):
    return {"head": {"vars": ["a", "b"]}, "results": {"bindings": list(rows)}}


def literal(value, **more):
    return {"type": "literal", "value": value, **{key.replace("_", ":"): v for key, v in more.items()}}


class RunnerTest(unittest.TestCase):
    def test_terms_are_equal_where_rdf_says_so(self):
        self.assertEqual(term(literal("x")), term(literal("x", datatype=XSD_STRING)))
        self.assertEqual(term(literal("x", xml_lang="en-GB")), term(literal("x", xml_lang="en-gb")))

    def test_whole_numbers_are_equal_by_value(self):
        self.assertEqual(term(literal("7", datatype=XSD + "nonNegativeInteger")), term(literal("7", datatype=XSD + "integer")))
        self.assertNotEqual(term(literal("7", datatype=XSD + "decimal")), term(literal("7", datatype=XSD + "integer")))

    def test_terms_differ_by_kind_datatype_and_language(self):
        terms = [{"type": "uri", "value": "x"}, literal("x"), literal("x", xml_lang="en"), literal("x", datatype="urn:other"), literal("<x>")]
        self.assertEqual(len({term(one) for one in terms}), len(terms))

    def test_rows_are_sorted_and_kept_as_often_as_they_come(self):
        one, other = {"a": literal("1")}, {"a": literal("0"), "b": literal("2")}
        self.assertEqual(table(result(one, other, one), term), [["a", "b"], ['"0"', '"2"'], ['"1"', ""], ['"1"', ""]])

    def test_csv_quotes_commas_and_newlines(self):
        self.assertEqual(as_csv(result({"a": literal("1,\n2"), "b": literal('"')})), 'a,b\n"1,\n2",""""\n')

    def test_an_ask_query_has_one_answer(self):
        self.assertEqual(as_csv({"head": {}, "boolean": True}), "answer\ntrue\n")

    def test_a_difference_names_rows_of_both_sides(self):
        self.assertEqual(difference("a\nb\n", "a\nc\n"), "  - b\n  + c")
        self.assertIn("another number", difference("a\na\n", "a\n"))

    def test_all_graphs_go_before_the_first_where(self):
        self.assertRegex(with_all_graphs("SELECT ?s WHERE { { SELECT ?s WHERE { } } }"), r"^SELECT \?s FROM .*\nWHERE \{ \{ SELECT \?s WHERE")
        with self.assertRaises(Failed):
            with_all_graphs("SELECT ?s { }")

    def test_only_the_whole_line_asks_for_the_ontology(self):
        self.assertTrue(needs_ontology("# Who?\n# Needs: ontology\nSELECT"))
        self.assertFalse(needs_ontology("# Needs: ontology or not\nSELECT"))


if __name__ == "__main__":
    unittest.main()
