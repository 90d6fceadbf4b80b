"""The check of the challenge cases: what it reads, refuses and judges. python3 -m unittest test_check"""
import pathlib
import tempfile
import unittest

import cases as challenge
import check


def case_of(text, title="", never=""):
    return challenge.read_case(["id: a-case", f"title: {title}", f"text: {text}", f"never: {never}", "why: A reason."], "here", "development", "theme")


def mention(text, words, kind, entity):
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words, "kind": kind, "entity": entity, "name": words, "form": "name"}


def wrong(case, *mentions):
    found = [mention(case.text, *each) for each in mentions]
    return list(check.failures(case, {"title_mentions": [], "mentions": found}))


class Reading(unittest.TestCase):
    def test_marks_are_taken_out_and_count_code_points(self):
        case = case_of("Déby met [Zoë\\nLee](person nil) in [Chad](country Q657).")
        self.assertEqual(case.text, "Déby met Zoë\nLee in Chad.")
        self.assertEqual([(m.start, m.end, m.text) for m in case.marks], [(9, 16, "Zoë\nLee"), (20, 24, "Chad")])

    def test_what_is_malformed_is_refused(self):
        for text in ("No mark.", "[Chad](land Q657) x", "[Chad](country 657) x", "[Chad] x", "[Chad](country = Nobody) x", "[Chad](not nil) x"):
            with self.assertRaises(challenge.Malformed, msg=text):
                case_of(text)

    def test_an_id_may_stand_once(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in challenge.SETS:
                (pathlib.Path(folder) / name).mkdir()
                (pathlib.Path(folder) / name / "theme.txt").write_text("id: twice\ntext: [Chad](country)\nwhy: So.\n", encoding="utf-8")
            with self.assertRaisesRegex(challenge.Malformed, "twice"):
                challenge.read_all(pathlib.Path(folder))

    def test_the_cases_can_be_used(self):
        cases = challenge.read_all()
        self.assertGreaterEqual(len(cases), 260)
        self.assertTrue(0.3 < sum(case.set == "held-out" for case in cases) / len(cases) < 0.5)


class Judging(unittest.TestCase):
    def test_id_kind_and_span(self):
        case = case_of("In [Chad](country Q657) it rained.")
        self.assertEqual(wrong(case, ("Chad", "country", "Q657")), [])
        for other in (("Chad", "country", "Q1"), ("Chad", "person", "Q657"), ("In Chad", "country", "Q657")):
            self.assertEqual(len(wrong(case, other)), 1, other)
        self.assertEqual(len(wrong(case)), 1)

    def test_titles_and_full_stops_may_be_in_or_out(self):
        case = case_of("Pope [Leo Jr.](person) sang.")
        for words in ("Leo Jr.", "Leo Jr", "Pope Leo Jr"):
            self.assertEqual(wrong(case, (words, "person", "nil:person/leo")), [], words)

    def test_nobody_known(self):
        case = case_of("[Yaa Boakye](person nil) sang.")
        self.assertEqual(wrong(case, ("Yaa Boakye", "person", "nil:person/yaa-boakye")), [])
        self.assertEqual(len(wrong(case, ("Yaa Boakye", "person", "Q5"))), 1)

    def test_the_same_as_another_name(self):
        case = case_of("[Yaa Boakye](person) sang; [Boakye](person = Yaa Boakye) left.")
        full = ("Yaa Boakye", "person", "nil:person/yaa-boakye")
        second = {"start": 17, "end": 23, "text": "Boakye", "kind": "person", "name": "Boakye", "form": "surname"}
        self.assertEqual(case.text[17:23], "Boakye")
        for entity, count in ((full[2], 0), ("nil:person/boakye", 1)):
            article = {"title_mentions": [], "mentions": [mention(case.text, *full), {**second, "entity": entity}]}
            self.assertEqual(len(list(check.failures(case, article))), count)

    def test_untagged_not_and_never(self):
        case = case_of("[May](untagged) in [Guinea](not Q1006) was dry.", never="Q30")
        self.assertEqual(wrong(case, ("Guinea", "country", "Q983")), [])
        self.assertEqual(len(wrong(case, ("May", "person", "Q2"), ("Guinea", "country", "Q1006"), ("dry", "other", "Q30"))), 3)


if __name__ == "__main__":
    unittest.main()
