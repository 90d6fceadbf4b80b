"""Tests of the parsing helpers: `python3 -m unittest gazetteer_sources.test_sources` from the folder `scripts`."""

import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from gazetteer_sources import handwritten, namesakes
from gazetteer_sources.ambiguity import common_stops, is_ambiguous
from gazetteer_sources.classify import classify, is_office, is_ruler, is_state
from gazetteer_sources.government import COMMERCIAL_BANKS, central_banks, generic_ministry, variants
from gazetteer_sources.names import organization_aliases, short_club, short_company
from gazetteer_sources.news import NewsNames, longest_first, mark_frequent, names_in, only_owners, raise_weights
from gazetteer_sources.parties import party_names
from gazetteer_sources.people import disambiguation_role, is_notable_name
from gazetteer_sources.politicians import leader_name, office_rank
from gazetteer_sources.tables import Registry, join_offices
from gazetteer_sources.territories import CountryNames
from gazetteer_sources.text import (capital_words, clean, demonyms, iso_date, is_name, join_form, key, looks_like_acronym, plain,
                                    slug, split_form, title_case_capitals)
from gazetteer_sources.words import Words


class TextTests(unittest.TestCase):
    def test_clean_and_keys(self):
        self.assertEqual(clean("  Ivory \t Coast|"), "Ivory Coast")
        self.assertEqual(plain("São Tomé, Łódź"), "Sao Tome, Lodz")
        self.assertEqual(key("Chelsea F.C."), key("Chelsea FC"))
        self.assertEqual(key("Côte d’Ivoire"), "cote divoire")

    def test_slug(self):
        self.assertEqual(slug("Al-Shabaab (Somalia)"), "al-shabaab-somalia")
        self.assertEqual(slug("N'Djaména"), "ndjamena")

    def test_capitals(self):
        self.assertEqual(title_case_capitals("Abdelmadjid TEBBOUNE"), "Abdelmadjid Tebboune")
        self.assertEqual(title_case_capitals("Abdel Fattah EL-SISI"), "Abdel Fattah El-Sisi")
        self.assertEqual(title_case_capitals("King CHARLES III"), "King Charles III")
        self.assertEqual(capital_words("KIM Jong Un"), ["KIM"])

    def test_demonyms(self):
        self.assertEqual(demonyms("Algerian(s)"), ["Algerian", "Algerians"])
        self.assertEqual(demonyms("Motswana (singular), Batswana (plural)"), ["Motswana", "Batswana"])
        self.assertEqual(demonyms("Lao(s) or Laotian(s)"), ["Lao", "Laos", "Laotian", "Laotians"])
        self.assertEqual(demonyms("Senegalese (singular and plural)"), ["Senegalese"])
        self.assertEqual(demonyms("Frenchman(men), Frenchwoman(women)"), ["Frenchman", "Frenchmen", "Frenchwoman", "Frenchwomen"])
        self.assertEqual(demonyms("NA (US citizens)"), [])
        self.assertEqual(demonyms("German(s)"), ["German", "Germans"])

    def test_dates(self):
        self.assertEqual(iso_date("6 May 2012"), "2012-05-06")
        self.assertEqual(iso_date("2012-05"), "2012-05")
        self.assertEqual(iso_date("unknown"), "")

    def test_forms(self):
        self.assertEqual(split_form("ambiguous:acronym:PP"), (frozenset({"ambiguous", "acronym"}), "PP"))
        self.assertEqual(join_form({"acronym", "ambiguous"}, "PP"), "ambiguous:acronym:PP")
        self.assertEqual(split_form("Terminator: Genisys")[1], "Terminator: Genisys")

    def test_names(self):
        self.assertTrue(is_name("Niger"))
        for bad in ("12", "a", "niger", "Q123", "Россия", "http://Example"):
            self.assertFalse(is_name(bad), bad)
        self.assertTrue(looks_like_acronym("NATO"))
        self.assertFalse(looks_like_acronym("Nato"))


class RuleTests(unittest.TestCase):
    def test_companies_and_clubs(self):
        self.assertEqual(short_company("Apple Inc."), "Apple")
        self.assertEqual(short_company("Lilly (Eli)"), "Eli Lilly")
        self.assertEqual(short_company("Estée Lauder Companies (The)"), "Estée Lauder")
        self.assertEqual(short_club("Arsenal F.C."), "Arsenal")
        self.assertEqual(organization_aliases(["NATO"], "North Atlantic Treaty Organization"), ["acronym:NATO"])

    def test_parties(self):
        self.assertEqual(party_names("Algerian National Front or FNA"), ("Algerian National Front", ["acronym:FNA"]))
        self.assertEqual(party_names("Unión Cívica Radical (Radical Civic Union) or UCR")[1], ["acronym:UCR", "Radical Civic Union"])

    def test_leaders(self):
        self.assertEqual(leader_name("President Joao Manuel Goncalves LOURENCO"), ("Joao Manuel Goncalves Lourenco", "Joao Lourenco"))
        self.assertEqual(leader_name("State Affairs Commission President KIM Jong Un")[0], "Kim Jong Un")
        self.assertEqual(leader_name("King WACHIRALONGKON; also spelled Vajiralongkorn")[0], "Wachiralongkon")

    def test_office_rank(self):
        countries = CountryNames()
        countries.learn("Niger", "NE")
        self.assertEqual(office_rank("President of Niger", countries), 5.0)
        self.assertLess(office_rank("President of the Senate", countries), 3.1)
        self.assertGreater(office_rank("Minister of Defence", countries), office_rank("Minister of Sport", countries))
        self.assertEqual(office_rank("Member of Parliament", countries), 1.5)

    def test_ministries(self):
        names = variants("Ministry of Defence", ["Defense Ministry"], "Russia", "Russian", "", "ministry-of-defence")
        for name in ("Russian Ministry of Defence", "Russia's Defense Ministry", "Ministry of Defence of Russia"):
            self.assertIn(name, names)
        self.assertEqual(generic_ministry("Ministry of Culture", "Norway", "Norwegian")[0], "Ministry of Culture of Norway")

    def test_commercial_banks_are_no_central_banks(self):
        self.assertIn("Bank of China", COMMERCIAL_BANKS)
        self.assertFalse(COMMERCIAL_BANKS & {name for name, _ in central_banks().values()})

    def test_central_banks(self):
        self.assertEqual(central_banks()["NO"], ("Norges Bank", "Q970769"))
        self.assertEqual(central_banks()["DE"], ("Deutsche Bundesbank", ""))

    def test_titles_of_encyclopedias(self):
        self.assertEqual(disambiguation_role("footballer born 1988"), "footballer")
        self.assertEqual(disambiguation_role("actor; politician"), "person")
        self.assertEqual(disambiguation_role("Canadian band"), "")
        self.assertEqual(disambiguation_role(""), "person")
        self.assertTrue(is_notable_name("Pat Robertson"))
        for title in ("Robert of Chester", "Lennon and McCartney", "Madonna", "House of Windsor"):
            self.assertFalse(is_notable_name(title), title)

    def test_classify(self):
        self.assertEqual(classify("American film and television actor"), ("person", "actor"))
        self.assertEqual(classify("2009 film by James Cameron"), ("product", "film"))
        self.assertEqual(classify("association football club"), ("organization", "football club"))
        self.assertEqual(classify("American inventor and businessman, founder of a company")[0], "person")
        self.assertIsNone(classify("music genre"))

    def test_offices_states_and_rulers(self):
        for name in ("President of the United States", "Secretary of State", "Massachusetts Governor", "US President", "Member of Parliament", "First Lady"):
            self.assertTrue(is_office(name), name)
        for name in ("King's College", "Queen of the South F.C.", "Premier League", "United Nations High Commissioner for Refugees", "General Motors"):
            self.assertFalse(is_office(name), name)
        self.assertTrue(is_state("Kingdom of Romania") and is_state("Qing dynasty"))
        self.assertFalse(is_state("State Council of the Republic") or is_state("United Kingdom"))
        self.assertTrue(is_ruler("Peter the Great"))
        self.assertFalse(is_ruler("Save the Children"))

    def test_offices_join(self):
        rows = {("Q1", "Mayor", "", "US", "2021", ""), ("Q1", "Mayor", "", "US", "2021-01-20", "2025"), ("Q1", "Judge", "", "US", "2010", "2009")}
        self.assertEqual(sorted(join_offices(rows)), [("Q1", "Judge", "", "US", "2010", ""), ("Q1", "Mayor", "", "US", "2021-01-20", "2025")])


class RegistryTests(unittest.TestCase):
    def test_rows_join(self):
        registry = Registry()
        first = registry.add("politicians", "person", "politician", "João Lourenço", country="AO")
        second = registry.add("politicians", "person", "politician", "Joao Lourenco", qid="Q1", country="AO")
        self.assertIs(first, second)
        self.assertEqual(first.id, "Q1")
        self.assertIn("Joao Lourenco", registry.entities[0].aliases | {"Joao Lourenco": set()})

    def test_namesakes_of_other_countries_stay_apart(self):
        registry = Registry()
        one = registry.add("parties", "organization", "party", "National Front", country="FR")
        two = registry.add("parties", "organization", "party", "National Front", country="GB")
        self.assertIsNot(one, two)

    def test_ambiguity(self):
        words = Words({"reading": (500, 60)}, {"jordan": (300, 200)})
        registry = Registry()
        city = registry.add("cities", "place", "city", "Reading", country="GB", weight=3.0)
        self.assertTrue(is_ambiguous("Reading", city, words))
        self.assertTrue(is_ambiguous("Jordan", city, words))
        self.assertFalse(is_ambiguous("Leicester", city, words))

    def test_people_and_places_join(self):
        registry = Registry()
        registry.add("people", "person", "ruler", "Narendra Modi", qid="Q1058", weight=3.0, join=False)
        registry.add("politicians", "person", "politician", "Narendra Modi", country="IN", weight=5.4, join=False)
        registry.add("cities", "place", "city", "Aachen", qid="Q1017", country="DE", weight=2.4, join=False)
        registry.add("cities", "place", "city", "Aachen", country="DE", weight=3.3, join=False)
        self.assertEqual((namesakes.join_people(registry), namesakes.join_places(registry)), (1, 1))
        self.assertEqual({(e.id, e.weight) for e in registry.entities}, {("Q1058", 5.4), ("Q1017", 3.3)})

    def test_surnames_and_small_places(self):
        words = Words({}, {"merkel": (0, 5), "smith": (0, 900)})
        registry = Registry()
        leader = registry.add("politicians", "person", "politician", "Angela Merkel", country="DE", weight=6.0)
        other = registry.add("politicians", "person", "politician", "John Smith", country="GB", weight=6.0)
        town = registry.add("cities", "place", "town", "Merkel", country="US", weight=0.6)
        namesake = registry.add("politicians", "person", "politician", "Ilir Meta", country="AL", weight=5.7)
        namesakes.add_surnames(registry, words, {"Meta"})
        namesakes.shadow_places(registry, {})
        self.assertNotIn("Meta", namesake.aliases)
        self.assertIn("ambiguous", leader.aliases["Merkel"])
        self.assertNotIn("Smith", other.aliases)
        self.assertIn("ambiguous", town.aliases["Merkel"])

    def test_names_that_only_little_known_things_have_are_stopped(self):
        words = Words({"union": (900, 600), "mars": (10, 500)}, {"carter": (10, 200), "wayne": (400, 100)})
        registry = Registry()
        registry.add("cities", "place", "city", "Union", country="US", weight=2.0)
        registry.add("cities", "place", "city", "Wayne", country="US", weight=2.0)
        registry.add("companies", "organization", "company", "Carter's", country="US", weight=2.0)
        registry.add("companies", "organization", "company", "Mars", country="US", weight=2.0)
        self.assertEqual({row[0] for row in common_stops(registry, words, set())}, {"Union", "Wayne", "Carter's"})
        self.assertEqual({row[0] for row in common_stops(registry, words, {"Union"})}, {"Wayne", "Carter's"})
        registry.entities[0].weight = 4.0
        self.assertNotIn("Union", {row[0] for row in common_stops(registry, words, set())})

    def test_rows_take_the_ids_of_hand_written_ones(self):
        registry = Registry()
        registry.add("people", "person", "person", "Jane Roe", weight=1.0)
        with tempfile.TemporaryDirectory() as folder:
            row = "gz:politician/jane-roe\tperson\tpolitician\tJane Roe\t\tUS\t\t\t4.0\t"
            (Path(folder) / "people.tsv").write_text("id\n" + row + "\n", encoding="utf-8")
            self.assertEqual(handwritten.adopt(registry, Path(folder)), 1)
        self.assertEqual(registry.entities[0].id, "gz:politician/jane-roe")

    def test_offices_written_by_hand_win_over_the_same_under_a_bare_title(self):
        registry = Registry()
        leader = registry.add("politicians", "person", "politician", "Uhuru Kenyatta", qid="Q196070", country="KE")
        registry.add_office(leader, "President", "KE", "2013-04-09", "")
        registry.add_office(leader, "Minister", "KE", "2001", "2002")
        with tempfile.TemporaryDirectory() as folder:
            header, row = ["person", "office", "organization", "country", "from", "until"], ["Q196070", "President of Kenya", "", "KE", "2013-04-09", "2022-09-13"]
            (Path(folder) / "offices.tsv").write_text("\t".join(header) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
            handwritten.drop_offices(registry, Path(folder))
        self.assertEqual({office[1] for office in registry.offices}, {"Minister"})


class NewsTests(unittest.TestCase):
    def test_the_longest_name_is_found(self):
        names = {"New York", "New York Times", "York"}
        starts = longest_first(names)
        self.assertEqual(names_in("The New York Times of New York.", names, starts), {"New York Times", "New York"})
        self.assertEqual(names_in("In New, York's case", names, starts), {"York"})

    def test_a_name_of_two_has_no_owner(self):
        registry = Registry()
        registry.add("people", "person", "actor", "Alex Jones", qid="Q1")
        registry.add("people", "person", "footballer", "Alex Jones", qid="Q2")
        marked = registry.add("parties", "organization", "party", "Public Affairs", aliases=["ambiguous:Public Affairs"])
        one = registry.add("people", "person", "actor", "Jo Long")
        self.assertEqual(only_owners(registry.entities), {"Jo Long": one})
        self.assertIsNotNone(marked)

    def test_news_raise_weights_and_mark_words(self):
        words = Words({}, {"romney": (0, 40)})
        registry = Registry()
        person = registry.add("people", "person", "person", "Rudy Giuliani", weight=1.0)
        known = registry.add("people", "person", "person", "Joe Known", weight=4.9)
        written = registry.add("people", "person", "person", "Ann Written", weight=1.0)
        town = registry.add("cities", "place", "town", "Romney", country="US", weight=0.4)
        news = self.counted(registry, ["Rudy Giuliani met Joe Known, Ann Written and Romney's aides."] * 10)
        raised = raise_weights(registry, news, words, {"person", "place"}, {"Ann Written"})
        self.assertEqual((raised, round(person.weight, 2), known.weight, written.weight, town.weight), (1, 2.9, 4.9, 1.0, 0.4))
        self.assertEqual(mark_frequent(registry, news, words), 1)
        self.assertIn("ambiguous", town.aliases["Romney"])

    def counted(self, registry, texts):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "articles.jsonl.zst"
            lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
            path.write_bytes(subprocess.run(["zstd", "-cq"], input=lines.encode(), capture_output=True, check=True).stdout)
            return NewsNames(registry, path)


if __name__ == "__main__":
    unittest.main()
