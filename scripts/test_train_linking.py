"""Tests of train_linking.py: python3 -m unittest test_train_linking (needs numpy and scipy)."""
import pathlib
import stat
import tempfile
import types
import unittest

import numpy
from scipy.optimize import check_grad

import train_linking as linking

UNKNOWN = ("unknown", "", {})


def reading(identifier, kind="person", **values):
    return identifier, kind, values


class ReadingTests(unittest.TestCase):
    def test_the_entity_is_right_or_else_its_short_form_or_else_nothing_known(self):
        readings = [reading("Q1"), reading("Q2"), ("short", "Q3", {}), UNKNOWN]
        self.assertEqual(linking.right_readings(readings, {"Q2"}), [1])
        self.assertEqual(linking.right_readings(readings, {"Q3"}), [2])
        self.assertEqual(linking.right_readings(readings, {"Q9"}), [3])
        self.assertEqual(linking.right_readings(readings, set()), [3])

    def test_a_short_form_of_somebody_unknown_is_as_right_as_nothing_known(self):
        readings = [reading("Q1"), ("short", "nil:person/ada-bell", {}), UNKNOWN]
        self.assertEqual(linking.right_readings(readings, {"Q9"}), [1, 2])

    def test_none_of_the_candidates_is_believed_of_people_with_ids_only(self):
        self.assertTrue(linking.is_telling([reading("Q1"), UNKNOWN]))
        self.assertFalse(linking.is_telling([reading("gz:mine"), UNKNOWN]))
        self.assertFalse(linking.is_telling([reading("Q1", "country"), UNKNOWN]))

    def test_words_for_peoples_are_not_marked_by_the_sets(self):
        self.assertTrue(linking.is_markable([reading("Q1", prior=4.0), UNKNOWN]))
        self.assertFalse(linking.is_markable([reading("Q1", "country", demonym=1.0), UNKNOWN]))


class ExampleTests(unittest.TestCase):
    def test_spans_are_compared_in_bytes(self):
        row = {"id": "a", "text": "É Bell", "entities": [{"start": 2, "end": 6, "wikidata": "Q1"}]}
        mentions = {0: [(3, 7, "Bell", [reading("Q1"), UNKNOWN])]}
        found = list(linking.span_examples([row], mentions))
        self.assertEqual([(example.document, example.words, example.right) for example in found], [("a", "Bell", [0])])

    def test_names_without_mark_or_choice_teach_nothing(self):
        row = {"id": "a", "text": "Bell", "entities": [{"start": 0, "end": 4}]}
        self.assertEqual(list(linking.span_examples([row], {0: [(0, 4, "Bell", [reading("Q1"), UNKNOWN])]})), [])
        row["entities"][0]["wikidata"] = "Q1"
        self.assertEqual(list(linking.span_examples([row], {0: [(0, 4, "Bell", [UNKNOWN])]})), [])

    def test_the_corpus_lists_every_name(self):
        row = {"id": "a", "names": {"Ada Bell": "Q1", "Niger Radio": None}}
        choices = [reading("Q1"), reading("Q2"), UNKNOWN]
        mentions = {0: [(0, 4, "Bell", choices), (5, 9, "Reading", choices), (10, 15, "Radio", choices)]}
        found = {example.words: example.right for example in linking.corpus_examples([row], mentions)}
        self.assertEqual(found, {"Bell": [0], "Reading": [0]})

    def test_marked_names_tell_the_kind_and_the_rest_is_no_name(self):
        row = {"id": "a", "text": "Bell May Chad", "entities": [{"start": 0, "end": 4, "type": "PER"}]}
        choices = [reading("Q1"), reading("Q2", "place"), UNKNOWN]
        mentions = {0: [(0, 4, "Bell", choices), (5, 8, "May", choices)]}
        found = {example.words: (example.right, example.weight) for example in linking.name_examples([row], mentions)}
        self.assertEqual(found, {"Bell": ([0, 2], linking.NAMES_WEIGHT), "May": ([2], linking.NAMES_WEIGHT)})

    def test_one_name_counts_no_more_than_a_few_times(self):
        examples = [linking.Mention("a", "Bell", [], []) for _ in range(6)] + [linking.Mention("b", "Bell", [], [])]
        self.assertEqual([example.weight for example in linking.thinned(examples)], [0.5] * 6 + [1.0])

    def test_the_printers_lines_are_read(self):
        lines = r"mention\t0\t3\t7\tBell\nreading\tQ1\tperson\tprior=4.5 title=1\nreading\tunknown\t\t\n"
        with tempfile.TemporaryDirectory() as folder:
            printer = pathlib.Path(folder) / "printer"
            printer.write_text(f"#!/bin/sh\nprintf '{lines}'\n")
            printer.chmod(printer.stat().st_mode | stat.S_IXUSR)
            args = types.SimpleNamespace(printer=str(printer), gazetteers="tables")
            found = linking.print_evidence(args, [{"text": "É Bell"}])
        readings = [("Q1", "person", {"prior": 4.5, "title": 1.0}), UNKNOWN]
        self.assertEqual(found[0], [(3, 7, "Bell", readings)])


class LearningTests(unittest.TestCase):
    names = ["prior", "title", "demonym"]

    def setUp(self):
        generator = numpy.random.default_rng(3)
        self.examples = []
        for number in range(300):
            readings = [reading(f"Q{n}", prior=generator.normal(), title=float(generator.random() < 0.3))
                        for n in range(3)]
            scores = [2 * values["prior"] + 3 * values["title"] for _, _, values in readings]
            chances = numpy.exp(scores) / numpy.exp(scores).sum()
            right = int(generator.choice(3, p=chances))
            self.examples.append(linking.Mention(f"d{number // 3}", str(number), readings, [right]))
        self.problem = linking.Problem(self.examples, self.names)

    def test_shares_add_up_to_one(self):
        shares, right = self.problem.shares(numpy.array([1.0, 0.5, 0]))
        self.assertTrue(numpy.allclose(numpy.bincount(self.problem.owner, shares), 1))
        self.assertTrue(((0 < right) & (right <= 1)).all())

    def test_the_gradient_is_that_of_the_loss(self):
        prior = numpy.zeros(3)
        error = check_grad(lambda weights: self.problem.loss(weights, prior)[0],
                           lambda weights: self.problem.loss(weights, prior)[1], numpy.array([0.3, -0.2, 0.1]))
        self.assertLess(error, 1e-3)

    def test_the_weights_are_found_again_and_what_is_held_stays(self):
        prior = numpy.array([1.0, 1.0, 2.0])
        weights = self.problem.learn(prior, linking.bounds_of(prior, self.names))
        self.assertAlmostEqual(weights[0], 2, delta=0.5)
        self.assertAlmostEqual(weights[1], 3, delta=0.8)
        self.assertEqual(weights[2], 2.0)

    def test_a_weight_keeps_its_sign(self):
        self.assertEqual(linking.bounds_of([1.0, -1.0, 0.5, 0.0], ["a", "b", "demonym", "c"]),
                         [(0, None), (None, 0), (0.5, 0.5), (None, None)])

    def test_a_document_is_in_one_fold(self):
        folds = {}
        for example, fold in zip(self.examples, linking.folds_of(self.examples)):
            self.assertEqual(folds.setdefault(example.document, fold), fold)
        self.assertEqual(set(folds.values()), set(range(linking.FOLDS)))

    def test_what_is_left_out_is_missed(self):
        prior = numpy.array([1.0, 1.0, 0.0])
        share, loss = linking.cross_validated(self.examples, [], self.names, prior)
        self.assertGreater(share, 0.7)
        self.assertLess(loss, linking.cross_validated(self.examples, [], self.names, prior, 0)[1])


class TableTests(unittest.TestCase):
    def test_the_table_has_what_is_held(self):
        table = pathlib.Path(linking.__file__).parent.parent / "Gazetteers" / "linking" / "weights.tsv"
        rows = linking.read_table(table)
        self.assertTrue(all(len(row) == 4 and float(row[1]) * float(row[2]) >= 0 for row in rows))
        self.assertLessEqual(linking.HELD, {row[0] for row in rows})


if __name__ == "__main__":
    unittest.main()
