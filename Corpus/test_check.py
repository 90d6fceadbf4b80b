"""The check of the sample articles' topics. python3 -m unittest test_check"""
import unittest

import check
from topics.media_topics import Tree

TREE = Tree()


def problems(tops, finer):
    gold = {"topics": [TREE.by_name[name] for name in tops], "finer_topics": [TREE.by_name[name] for name in finer]}
    return list(check.topic_problems(gold, TREE))


class Topics(unittest.TestCase):
    def test_right_ones(self):
        self.assertEqual(problems(["weather", "health"], ["epidemic", "weather forecast"]), [])

    def test_a_top_concept_is_missing(self):
        self.assertEqual(problems(["weather"], ["epidemic"]), ["epidemic without its top concept health"])

    def test_too_many_too_few_twice_or_of_the_other_field(self):
        for tops, finer in (
            ([], []), (["health"], []), (["health"], ["epidemic", "epidemic"]), (["health", "health"], ["epidemic"]),
            (["health"], ["epidemic", "health"]), (["health", "epidemic"], ["epidemic"]),
            ([TREE.names[top] for top in TREE.tops[:4]], ["cinema"]),
        ):
            self.assertTrue(problems(tops, finer), (tops, finer))

    def test_unknown_ids(self):
        gold = {"topics": ["medtop:07000000"], "finer_topics": ["medtop:99999999"]}
        self.assertEqual(list(check.topic_problems(gold, TREE)), ["finer topics ['medtop:99999999']"])


if __name__ == "__main__":
    unittest.main()
