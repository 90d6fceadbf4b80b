"""Tests of the training of the story classifier, on tiny inputs of our own."""
import unittest

try:
    import numpy
    import train_extraction as train
except ImportError:
    numpy = None


@unittest.skipIf(numpy is None, "needs numpy and scipy")
class TrainExtraction(unittest.TestCase):
    def test_blocks_are_labelled_once_from_the_gold(self):
        gold = train.words("The river rose by two metres on Monday night in Port Ellis")
        story = train.words("The river rose by two metres on Monday night")
        labels = train.label([["Menu", "News"], story, ["Port", "Ellis"], story], gold)
        self.assertEqual(list(labels), [0, 1, 1, 0])

    def test_sites_share_their_registered_domain(self):
        self.assertEqual(train.site_of("https://www.news.example.co.uk/a"), "example.co.uk")
        self.assertEqual(train.site_of("http://edition.example.com:80/a"), "example.com")

    def test_printed_features_are_read(self):
        lines = ["#\tp1\ta b", "0\tText\t1.0 0.5", "1\tShare\t0.0 2.0", "#\tp2\ta b"]
        pages = list(train.read_features(lines))
        self.assertEqual([page[0] for page in pages], ["p1", "p2"])
        self.assertEqual(pages[0][2][1], (True, "Share", [0.0, 2.0]))

    def test_doubtful_blocks_follow_their_neighbours(self):
        self.assertEqual(train.best_series(numpy.array([3, 3, -0.2, 3, -3, -3.0])),
                         [True, True, True, True, False, False])

    def test_the_table_has_a_row_for_each_feature(self):
        text = train.table(["bias", "words"], {"text": [1, 2], "html": [0.5, -1]})
        self.assertIn("words\t2.000\t-1.000\n", text)


if __name__ == "__main__":
    unittest.main()
