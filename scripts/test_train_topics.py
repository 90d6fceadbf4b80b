"""Tests of train_topics.py: python3 -m unittest scripts/test_train_topics.py (needs numpy and scipy)."""
import pathlib
import sys
import tempfile
import unittest

import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import train_topics as topics


class Text(unittest.TestCase):
    def test_keys(self):
        for word, key in [("Niger’s", "niger"), ("Niger's", "niger"), ("U.S", "us"), ("Straße", "strasse"),
                          ("ﬁre", "fire"), ("don’t", "don't")]:
            self.assertEqual(topics.key_of(word), key)

    def test_words_are_those_of_unicode_boundaries(self):
        words = [word for _, word, _, _ in topics.tokens_of("The U.S. paid 1,500.5 for the ceasefire-deal, she'd said.")]
        self.assertEqual(words, ["The", "U.S", "paid", "1,500.5", "for", "the", "ceasefire", "deal", "she'd", "said"])

    def test_no_pair_crosses_punctuation_or_title(self):
        counts = topics.terms_of(["red card", "game, red. Card-game"])
        self.assertEqual({t for t in counts if " " in t}, {"red card", "card game"})

    def test_sentences_begin_after_stops(self):
        firsts = [word for _, word, _, first in topics.tokens_of("He won. Then “Yes, we did” came") if first]
        self.assertEqual(firsts, ["He", "Then", "Yes", "came"])


class Tables(unittest.TestCase):
    def test_seeds_are_sorted_unique_and_many(self):
        rows = [row for row in topics.read_table(topics.FOLDER / "seeds.tsv") if row[0] != "topic"]
        keys = [tuple(row[:2]) for row in rows]
        self.assertEqual(keys, sorted(set(keys)))
        for topic in topics.TOPICS:
            self.assertGreaterEqual(sum(key[0] == topic for key in keys), 40)
        for _, term in keys:
            self.assertLessEqual(len(term.split(" ")), 2)
            self.assertEqual(term, " ".join(topics.key_of(w) for w in term.split(" ")))

    def test_terms_are_sorted_and_bounded(self):
        path = topics.FOLDER / "terms.tsv"
        keys = [tuple(row[:2]) for row in topics.read_table(path) if row[0] != "topic"]
        self.assertEqual(keys, sorted(set(keys)))
        self.assertLessEqual(len(keys), 40_000)
        self.assertLess(path.stat().st_size, 2_000_000)


class Learning(unittest.TestCase):
    def test_learns_a_word_that_stands_beside_seeds(self):
        sport = {"title": "", "text": "the goal and the zebra"}
        health = {"title": "", "text": "the vaccine and the lemon"}
        rows = [dict(sport) for _ in range(60)] + [dict(health) for _ in range(60)]
        seeds = {(14, "goal"): 3.0, (6, "vaccine"): 3.0}
        terms, weights, biases = topics.train(rows, {}, seeds, usual_share=0.9)
        zebra = weights[terms.index("zebra")]
        self.assertGreater(zebra[14], zebra[6])
        self.assertEqual(len(biases), 17)

    def test_written_table_has_biases_and_sorted_terms(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "terms.tsv"
            weights = numpy.zeros((2, 17))
            weights[1, 0] = 1.25
            topics.write_terms(path, ["a", "b"], weights, numpy.full(17, -1.0))
            rows = topics.read_table(path)
        self.assertEqual(rows[1], ["medtop:01000000", "", "-1.000"])
        self.assertEqual(rows[2], ["medtop:01000000", "b", "1.250"])
        self.assertEqual(len(rows), 19)


if __name__ == "__main__":
    unittest.main()
