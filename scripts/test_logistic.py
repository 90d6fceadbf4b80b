"""Tests of the regression that the training scripts share: python3 -m unittest test_logistic"""
import pathlib
import tempfile
import unittest

import numpy

import logistic
import train_focus
import train_salience


class LogisticTests(unittest.TestCase):
    def setUp(self):
        generator = numpy.random.default_rng(7)
        self.rows = logistic.Rows(["first", "second"])
        for number in range(2000):
            first, second = generator.normal(size=2)
            chance = 1 / (1 + numpy.exp(-(2 * first - second - 0.5)))
            self.rows.add({"first": first, "second": second}, generator.random() < chance, number // 4)

    def test_the_weights_are_found_again(self):
        bias, first, second = logistic.fit(*self.rows.arrays())
        self.assertAlmostEqual(bias, -0.5, delta=0.2)
        self.assertAlmostEqual(first, 2, delta=0.3)
        self.assertAlmostEqual(second, -1, delta=0.2)

    def test_scores_of_other_folds_are_calibrated(self):
        scores = logistic.cross_validated(self.rows)
        _, wanted, _ = self.rows.arrays()
        self.assertLess(logistic.calibration_error(scores, wanted), 0.05)
        self.assertLess(logistic.brier(scores, wanted), logistic.brier(numpy.full(len(wanted), wanted.mean()), wanted))

    def test_figures(self):
        scores, wanted = numpy.array([0.9, 0.6, 0.4, 0.1]), numpy.array([1.0, 0.0, 1.0, 0.0])
        self.assertEqual(logistic.f1(scores, wanted), (0.5, 0.5, 0.5))
        self.assertEqual(logistic.f1(scores, wanted, missed=2)[1], 0.25)
        self.assertAlmostEqual(logistic.brier(scores, wanted), 0.185)

    def test_a_table_is_read_as_it_was_written(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "weights.tsv"
            logistic.write_table(path, ["made"], ["first", "second"], [0.5, 1.25, -2])
            self.assertEqual(path.read_text(), "# made\nfeature\tweight\nbias\t0.500\nfirst\t1.250\nsecond\t-2.000\n")
            self.assertEqual(logistic.read_table(path), ["first", "second"])


class TrainingTests(unittest.TestCase):
    def test_ablation_names_features_that_are_there(self):
        names = logistic.read_table(train_focus.TABLES / "focus" / "weights.tsv")
        self.assertEqual(sorted(sum(train_focus.GROUPS.values(), [])), sorted(names))

    def test_missed_countries_are_counted(self):
        articles = [{"id": "a", "focus": [{"entity": "Q1", "evidence": {"only": 1}}, {"entity": "Q2", "evidence": {}}]}]
        rows, missed = train_focus.rows_of(
            articles, lambda story: ({"Q1", "Q3"}, lambda entity: {entity} & {"Q1", "Q3"}), ["only"], 2.0)
        self.assertEqual((rows.features, rows.wanted, rows.weights), ([[1], [0.0]], [1.0, 0.0], [2.0, 2.0]))
        self.assertEqual(missed, 1)

    def test_features_of_an_entity(self):
        mention = {"start": 10, "form": "name", "kind": "country", "confidence": 0.9, "text": "Niger", "entity": "Q1032"}
        title = {**mention, "isTitle": True}
        body = {**mention, "start": 900, "isTitle": False}
        found = train_salience.salience_features([title, body], 4, 1000)
        self.assertEqual((found["title"], found["lead"], found["share"], found["country"]), (True, False, 0.5, 1.0))
        self.assertAlmostEqual(found["early"], 0.1)
        self.assertAlmostEqual(found["spread"], 0.2)
        names = logistic.read_table(train_salience.ROOT / "Gazetteers" / "salience" / "confidence.tsv")
        self.assertLessEqual(set(train_salience.confidence_features([title, body], 3)) - {"country"}, set(names))


if __name__ == "__main__":
    unittest.main()
