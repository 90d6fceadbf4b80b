"""Tests of train_names.py: python3 -m unittest test_train_names (needs nothing but Python)."""
import contextlib
import io
import pathlib
import re
import stat
import struct
import tempfile
import types
import unittest

import train_names as names

LEARNED = names.CUE_WORDS.parent / "Learned"
PEOPLE = """# made up
id\tkind\trole\tname\taliases\tcountry
Q1\tperson\t\tAda Bell\t\tGB
Q2\tperson\t\tHadiza Amina Garba\t\tNE
Q3\tperson\t\tPele\t\tBR
Q4\tcountry\t\tChad\t\tTD
Q5\tcountry\t\tCape Verde\t\tCV
Q6\tplace\t\tNiamey\t\tNE
"""


def segment_of(text):
    """One segment of the words of a text, without features."""
    return [(word.start(), word.end(), []) for word in re.finditer(r"\w+", text)]


class GoldTests(unittest.TestCase):
    def test_labels(self):
        text = "Ada Bell of Niger Radio Chad"
        marked = [(0, 8, "PER"), (12, 23, "ORG"), (24, 28, "LOC")]
        self.assertEqual(list(names.labels(segment_of(text), marked)),
                         ["B-PER", "I-PER", "O", "B-ORG", "I-ORG", "B-LOC"])

    def test_two_names_of_a_class_side_by_side(self):
        marked = [(0, 4, "LOC"), (5, 10, "LOC")]
        self.assertEqual(list(names.labels(segment_of("Chad Niger"), marked)), ["B-LOC", "B-LOC"])

    def test_a_token_that_touches_a_name_belongs_to_it(self):
        self.assertEqual(list(names.labels([(0, 9, []), (10, 14, [])], [(0, 5, "LOC")])), ["B-LOC", "O"])

    def test_titles_are_no_part_of_a_name(self):
        for text, rest in [("President Bell", "Bell"), ("Prime Minister Ada Bell", "Ada Bell"), ("Mr. Bell", "Bell"),
                           ("Ada Bell", "Ada Bell"), ("President", ""), ("king Bell", "king Bell")]:
            whole = f"Then {text} spoke"
            start = names.without_title(whole, 5, 5 + len(text))
            self.assertEqual(whole[start:5 + len(text)], rest)

    def test_an_example_has_the_outer_names_without_titles(self):
        row = {"text": "President Bell left Niger Radio", "entities": [
            {"start": 0, "end": 14, "type": "PER"}, {"start": 20, "end": 31, "type": "ORG"},
            {"start": 20, "end": 25, "type": "LOC"}, {"start": 0, "end": 9, "type": "DATE"}]}
        self.assertEqual(names.example(row)[1], [(10, 14, "PER"), (20, 31, "ORG")])


class AugmentationTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        (pathlib.Path(folder.name) / "people.tsv").write_text(PEOPLE)
        (pathlib.Path(folder.name) / "other.tsv").write_text("word\tcount\nbell\t1\n")
        self.people = names.People(folder.name)

    def test_headlines_keep_every_offset(self):
        text = "Rain falls in the north of Niger’s straße"
        self.assertEqual(names.headline_case(text), "Rain Falls in the North of Niger’s Straße")
        self.assertEqual(names.shouted(text), "RAIN FALLS IN THE NORTH OF NIGER’S STRAßE")

    def test_people_are_read_by_country(self):
        self.assertEqual(self.people.countries, ["GB", "NE"])
        self.assertEqual(self.people.names["NE"], (["Hadiza"], ["Garba"]))
        self.assertEqual(self.people.places, ["Chad"])

    def test_others_stand_where_the_names_say(self):
        text = "Mary Smith met Bob in Niger, and Mary Smith left."
        marked = [(0, 10, "PER"), (15, 18, "PER"), (22, 27, "LOC"), (33, 43, "PER")]
        for _ in range(50):
            new, found = self.people.example(text, marked)
            words = [new[start:end] for start, end, _ in found]
            self.assertEqual([name for _, _, name in found], ["PER", "PER", "LOC", "PER"])
            self.assertEqual(words[1:3], ["Bob", "Niger"])
            self.assertEqual(words[0], words[3])
            self.assertEqual(new, f"{words[0]} met Bob in Niger, and {words[0]} left.")
            first, last = words[0].split()
            self.assertTrue({first, last} <= {"Ada", "Bell", "Hadiza", "Garba", "Chad"})

    def test_the_same_people_every_time(self):
        examples = [("Mary Smith met Bob.", [(0, 10, "PER"), (15, 18, "PER")])] * 30
        again = AugmentationTests()
        again.setUp()
        self.addCleanup(again.doCleanups)
        made = names.augmented(examples, self.people)
        self.assertEqual(made, names.augmented(examples, again.people))
        self.assertGreater(len(made), len(examples))
        self.assertTrue(all(end <= len(text) for text, marked in made for _, end, _ in marked))


class FeatureTests(unittest.TestCase):
    def test_offsets_of_bytes_become_those_of_code_points(self):
        with tempfile.TemporaryDirectory() as folder:
            tool = pathlib.Path(folder) / "tool"
            tool.write_text("#!/bin/sh\nprintf '# 0\\n0 3 1 a b\\n4 6 0 c\\n6 7 1 d\\n# 1\\n'\n")
            tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
            found = names.token_segments([("Éa éx", []), ("", [])], str(tool), "tables")
        self.assertEqual(found, [[[(0, 2, ["a", "b"]), (3, 4, ["c"])], [(4, 5, ["d"])]], []])

    def test_labels_become_names(self):
        tagger = types.SimpleNamespace(tag=lambda rows: ["O", "B-PER", "I-PER", "O", "I-ORG", "I-LOC", "O"])
        found = names.predicted([segment_of("Ada Bell of Niger Radio")], tagger)
        self.assertEqual(found, {(0, 8, "PER"), (12, 17, "ORG"), (18, 23, "LOC")})


class FileTests(unittest.TestCase):
    def setUp(self):
        self.hashes = [number * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF for number in range(1, 40)]
        weights = {}
        for number, feature in enumerate(self.hashes):
            weights[names.OUTSIDE[0], "O"] = 9.0
            weights[base36(feature), "B-PER"] = number / 8
            weights[base36(feature), "O"] = -0.5
        weights[base36(7), "O"] = weights[base36(7), "B-LOC"] = 0.0
        steps = {("O", "B-PER"): 1.5, ("I-PER", "O"): -2.0}
        self.info = types.SimpleNamespace(state_features=weights, transitions=steps)
        with tempfile.TemporaryDirectory() as folder:
            with contextlib.redirect_stdout(io.StringIO()):
                names.write(self.info, pathlib.Path(folder) / "weights.bin")
            self.data = (pathlib.Path(folder) / "weights.bin").read_bytes()

    def look_up(self, feature):
        """As NameModel.weights does it."""
        slots = struct.unpack_from("=I", self.data, 16)[0]
        place = feature >> 32 & slots - 1
        while True:
            mark = struct.unpack_from("=I", self.data, 368 + place * 4)[0]
            if mark == feature & 0xFFFFFFFF | 1:
                return struct.unpack_from("=8h", self.data, 368 + slots * 4 + place * 16)
            if mark == 0:
                return None
            place = (place + 1) % slots

    def test_weights_are_read_back(self):
        for number, feature in enumerate(self.hashes):
            self.assertEqual(self.look_up(feature), (round((number / 8 + 0.5) * 256),) + (128,) * 7)
        self.assertIsNone(self.look_up(7), "a feature without weight needs no place")

    def test_the_head_tells_the_layout(self):
        magic, version, mark, slots, unused, _ = struct.unpack_from("=8sIIIIQ", self.data)
        self.assertEqual((magic, version, mark, slots, unused), (b"GAZNAMES", 1, 0x01020304, 128, 0))
        self.assertEqual(len(self.data), 368 + slots * 20)
        steps = struct.unpack_from("=81f", self.data, 32)
        self.assertEqual((steps[1], steps[2 * 9], sum(map(abs, steps))), (1.5, -2.0, 3.5))

    def test_program_and_script_agree(self):
        model = (LEARNED / "NameModel.swift").read_text()
        self.assertEqual(int(re.search(r"scale: Float = (\d+)", model).group(1)), names.SCALE)
        self.assertEqual(int(re.search(r"version: UInt32 = (\d+)", model).group(1)), names.VERSION)
        cases = re.findall(r"^    case (\w+)$", (LEARNED / "NameLabel.swift").read_text(), re.M)
        kinds = {"person": "PER", "place": "LOC", "organization": "ORG", "other": "MISC"}
        self.assertEqual([kinds[case] for case in cases], names.CLASSES)
        self.assertTrue({"president", "mr", "secretary-general"} <= names.TITLES)


def base36(number):
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


if __name__ == "__main__":
    unittest.main()
