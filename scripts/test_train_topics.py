"""Tests of train_topics.py: python3 -m unittest scripts/test_train_topics.py (needs numpy and scipy)."""
import collections
import math
import pathlib
import sys
import tempfile
import unittest

import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import train_topics as topics


def text(body, roles="", section="", title=""):
    return topics.Text(roles, section, title, body)


class Texts(unittest.TestCase):
    def test_counts_words_phrases_and_features(self):
        counts = text("red card | game red card", "club=3|city=1", "sport", "red game").counts()
        self.assertEqual(counts["red"], 3)
        self.assertEqual(counts["red card"], 2)
        self.assertEqual(counts["role:club"], 3)
        self.assertEqual(counts["section:sport"], 1)
        # No phrase goes over a boundary or from the title into the text.
        self.assertNotIn("card game", counts)
        self.assertNotIn("game red card", counts)

    def test_counts_only_known_terms(self):
        self.assertEqual(text("a b c d").counts(3, {"b c d": 0, "a": 1}), {"a": 1, "b c d": 1})


class Tables(unittest.TestCase):
    tree = topics.Tree()

    def test_the_tree_is_whole(self):
        self.assertEqual(len(self.tree.tops), 17)
        self.assertGreaterEqual(len(self.tree.finer), 120)
        self.assertEqual(len(self.tree.by_name), len(self.tree.names))
        for id in self.tree.finer:
            self.assertIn(self.tree.with_broader([id])[-1], self.tree.tops)

    def test_seeds_are_sorted_unique_and_of_every_topic(self):
        rows = topics.read_table(topics.FOLDER / "seeds.tsv")
        keys = [tuple(row[:2]) for row in rows]
        self.assertEqual(keys, sorted(set(keys)))
        counts = collections.Counter(topic for topic, _ in keys)
        for id in self.tree.names:
            self.assertGreaterEqual(counts[id], 20, id)
        for topic, term, weight in rows:
            self.assertRegex(term, r"^(role:.+|(section:)?[\w'&]+( [\w'&]+){0,4})$")
            self.assertEqual(term, topics.without_possessives(term), "as the program splits words")
            self.assertTrue(-3 <= float(weight) <= 3)

    def test_possessives_are_cut_off_as_the_program_does(self):
        for spelled, term in (("alzheimer's disease", "alzheimer disease"), ("teachers' union", "teachers union"),
                              ("mother’s day", "mother day"), ("lloyd's", "lloyd"), ("land's end's", "land end"),
                              ("coup d'état", "coup d'état"), ("don't ask", "don't ask"), ("nor'easter", "nor'easter"),
                              ("section:women's health", "section:women health"), ("role:club", "role:club")):
            self.assertEqual(topics.without_possessives(spelled), term)

    def test_of_seeds_that_become_one_the_larger_weight_counts(self):
        id = self.tree.by_name["weather"]
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
            file.write(f"topic\tterm\tweight\n{id}\tstorm's eye\t3\n{id}\tstorm eye\t-1\n{id}\tstorms' end\t-2\n")
            file.flush()
            seeds = topics.read_seeds(file.name, self.tree)
        self.assertEqual(seeds[id], {"storm eye": 3, "storms end": -2})

    def test_seeds_of_finer_topics_speak_for_the_broader(self):
        seeds = topics.read_seeds(topics.FOLDER / "seeds.tsv", self.tree)
        coup, conflict = self.tree.by_name["coup d'état"], self.tree.by_name["conflict, war and peace"]
        self.assertEqual(seeds[coup]["junta"], 3)
        self.assertGreaterEqual(seeds[conflict]["junta"], 3 - topics.BROADER_LESS)

    def test_labels_name_topics_and_no_measured_article_is_learned_from(self):
        read = topics.read_labels(topics.ROOT / "Corpus/topics/labels.tsv", self.tree)
        held_out = {id for (name, id), (use, _) in read.items() if use != "train"}
        learned = {id for (name, id), (use, _) in read.items() if use == "train"}
        self.assertGreaterEqual(len(held_out), 200)
        self.assertFalse(held_out & learned)
        self.assertTrue(all(name in topics.LEARNED_FROM for (name, _), (use, _) in read.items() if use == "train"))


class Learning(unittest.TestCase):
    def setUp(self):
        bodies = ["the goal and the zebra ran"] * 30 + ["the vaccine and the lemon fell"] * 30
        self.texts = [text(body) for body in bodies]
        frequency = collections.Counter(term for t in self.texts for term in t.counts())
        self.seeds = {"sport": {"goal": 3.0}, "health": {"vaccine": 3.0}}
        self.vocabulary = topics.Vocabulary(frequency, 600, self.seeds)

    def test_the_vocabulary_has_usual_words_and_all_seeds(self):
        self.assertIn("zebra", self.vocabulary.column)
        self.assertNotIn("the", self.vocabulary.column)
        seeds = {"a": {"one two three": 1.0}}
        self.assertEqual(topics.Vocabulary(collections.Counter(), 10, seeds).longest, 3)

    def test_values_are_those_of_the_program(self):
        matrix = self.vocabulary.matrix([text("goal goal " + "filler " * 98)])
        value = matrix[0, self.vocabulary.column["goal"]]
        self.assertAlmostEqual(value, 1 + math.log(2), places=6)

    def test_learns_a_word_that_stands_beside_seeds(self):
        features = self.vocabulary.matrix(self.texts)
        wanted = numpy.array([1.0] * 30 + [0.0] * 30)
        prior = self.vocabulary.seed_weights(self.seeds["sport"])
        weights, bias = topics.learn(
            self.vocabulary.rarity, features, wanted, numpy.ones(60), prior, most=100, precision=1)
        column = self.vocabulary.column
        self.assertGreater(weights[column["zebra"]], 0.05)
        self.assertLess(weights[column["lemon"]], -0.05)
        self.assertGreater(weights[column["goal"]], weights[column["zebra"]])
        self.assertTrue(((features @ weights + bias > 0) == (wanted > 0)).all())

    def test_a_topic_without_examples_keeps_its_seeds_and_the_usual_bias(self):
        features = self.vocabulary.matrix([text("lemon lemon")])
        prior = self.vocabulary.seed_weights(self.seeds["sport"])
        weights, bias = topics.learn(
            self.vocabulary.rarity, features, numpy.zeros(1), numpy.ones(1), prior, most=100)
        self.assertAlmostEqual(weights[self.vocabulary.column["goal"]], prior[self.vocabulary.column["goal"]])
        self.assertAlmostEqual(bias, topics.USUAL_BIAS, places=1)

    def test_pruning_keeps_what_matters(self):
        features = self.vocabulary.matrix(self.texts)
        weights = numpy.arange(len(self.vocabulary.terms)) / 10
        self.assertEqual(numpy.count_nonzero(topics.pruned(weights, features, 2)), 2)

    def test_articles_of_rare_topics_count_more(self):
        importance = topics.importance_of(numpy.array([[1, 0]] * 90 + [[0, 1]] * 10))
        self.assertGreater(importance[-1], 3 * importance[0])
        self.assertAlmostEqual(importance.sum(), 100)


class Writing(unittest.TestCase):
    def test_a_row_has_the_strongest_topics_first(self):
        tree = topics.Tree()
        vocabulary = topics.Vocabulary(collections.Counter(), 10, {"x": {"junta": 1.0, "goal": 1.0}})
        goal, junta = numpy.eye(2)
        model = {
            tree.by_name["coup d'état"]: (3 * junta - 0.001 * goal, -4.0, None),
            tree.by_name["sport"]: (2 * goal - 5 * junta, -1.5, None)}
        with tempfile.NamedTemporaryFile("r", suffix=".tsv") as file:
            topics.write_weights(file.name, vocabulary, model, tree)
            rows = topics.read_table(file.name)
        self.assertEqual(rows, [
            ["", "coup d'état -4.00|sport -1.50"], ["goal", "sport 2.00"], ["junta", "sport -5.00|coup d'état 3.00"]])


if __name__ == "__main__":
    unittest.main()
