import Gazetteers
import Linking
import NewsModel
import Recognition
import TestSupport
import Testing

/// Users' decisions overrule what linking would choose.
@Suite struct DecisionTests {
    private func linked(
        _ lines: String..., text: String, article: String = "a1", site: String? = nil
    ) throws -> [String] {
        let story = try Story()
        let table = DecisionTable(
            file: "decisions.tsv", bytes: Array(([DecisionTable.header] + lines).joined(separator: "\n").utf8))
        #expect(table.issues.isEmpty)
        let decisions = try UserDecisions(table, index: story.index)
        var facts = StoryFacts()
        (facts.article, facts.site) = (article, site)
        let tokenized = story.read(text)
        let mentions = try story.recognizer().mentions(in: tokenized)
        return try story.linker(decisions).link(mentions, in: tokenized, facts).map {
            "\(tokenized.flatText($0.tokens)) \($0.entity)"
        }
    }

    @Test func aNameThatIsRuledOutMeansSomethingElseOrNothing() throws {
        let line = "\tnot\tNarendra Modi\tQ1058\teverywhere\t"
        #expect(try linked(line, text: "Narendra Modi came.") == ["Narendra Modi nil:person/narendra-modi"])
        let washington = "\tnot\tWashington\tQ61\t\t"
        #expect(try linked(washington, text: "The talks in Washington ended.").allSatisfy { !$0.hasSuffix("Q61") })
    }

    @Test func aNameMeansWhatIsDecided() throws {
        #expect(try linked("\tmeans\tJordan\tQ41421\t\t", text: "They spoke in Jordan.") == ["Jordan Q41421"])
        #expect(
            try linked("\tmeans\tReading\tnil:organization/reading-fc\t\t", text: "Reading is fun.")
                == ["Reading nil:organization/reading-fc"])
        #expect(
            try linked("\tmeans\tcentral plateau\tQ300\t\t", text: "On the Central plateau it rained.")
                == ["Central plateau Q300"])
    }

    @Test func aNameIsNeverTagged() throws {
        #expect(try linked("\tnever\tNiger\t\t\t", text: "Niger and Nigeria spoke.") == ["Nigeria Q1033"])
    }

    @Test func anyNameIsMeantByAStar() throws {
        let text = "Narendra Modi came. Modi spoke in Niger."
        let found = try linked("\tnot\t*\tQ1058\tarticle a1\t", text: text)
        #expect(found.allSatisfy { !$0.hasSuffix("Q1058") })
        #expect(try linked("\tnot\t*\tQ1058\tarticle a2\t", text: text).contains("Narendra Modi Q1058"))
    }

    @Test func mergedEntitiesAreOne() throws {
        #expect(
            try linked(
                "\tmerge\tnil:person/hadiza-garba\tQ1058\t\t", text: "President Hadiza Garba came."
            ).first
                == "Hadiza Garba Q1058")
        let chain = try linked("\tmerge\tQ1032\tQ1033\t\t", "\tmerge\tQ1033\tQ159\t\t", text: "They spoke in Niger.")
        #expect(chain == ["Niger Q159"])
        let ring = try linked("\tmerge\tQ1032\tQ1033\t\t", "\tmerge\tQ1033\tQ1032\t\t", text: "They spoke in Niger.")
        #expect(ring == ["Niger Q1032"])
    }

    @Test func decisionsHoldWhereTheySay() throws {
        let text = "They spoke in Jordan."
        #expect(try linked("\tmeans\tJordan\tQ41421\tarticle a1\t", text: text) == ["Jordan Q41421"])
        #expect(try linked("\tmeans\tJordan\tQ41421\tarticle a2\t", text: text) == ["Jordan Q810"])
        #expect(
            try linked("\tmeans\tJordan\tQ41421\tsite Hoops Weekly\t", text: text, site: "hoops weekly")
                == ["Jordan Q41421"])
        #expect(try linked("\tmeans\tJordan\tQ41421\tsite Hoops Weekly\t", text: text) == ["Jordan Q810"])
    }

    @Test func theNarrowerAndThenTheLaterDecisionHolds() throws {
        let text = "They spoke in Jordan."
        #expect(
            try linked("\tmeans\tJordan\tQ41421\tarticle a1\t", "\tnever\tJordan\t\teverywhere\t", text: text)
                == ["Jordan Q41421"])
        #expect(
            try linked("\tmeans\tJordan\tQ41421\t\t", "\tmeans\tJordan\tQ810\t\t", text: text) == ["Jordan Q810"])
        #expect(try linked("\tmeans\tJordan\tQ41421\t\t", "\tnever\tJordan\t\t\t", text: text).isEmpty)
    }

    @Test func whatCannotBeAppliedIsAnIssueAndTheRestHolds() throws {
        let story = try Story()
        let lines = "\(DecisionTable.header)\n\tmeans\tJordan\tQ999\t\t\n\tnever\t...\t\t\t\n\tnever\tNiger\t\t\t\n"
        let decisions = try UserDecisions(
            DecisionTable(file: "decisions.tsv", bytes: Array(lines.utf8)), index: story.index)
        #expect(decisions.issues.map(\.line) == [2, 3])
        #expect(decisions.issues.first?.message.contains("Q999") == true)
    }

    @Test func aVerdictNamesItsLine() throws {
        let story = try Story()
        let table = DecisionTable(
            file: "d.tsv", bytes: Array("\(DecisionTable.header)\n# why\n\tnever\tNiger\t\t\t\n".utf8))
        let article = story.read("They spoke in Niger.")
        let mentions = try story.recognizer().mentions(in: article)
        let verdicts = try story.linker(UserDecisions(table, index: story.index)).verdicts(on: mentions, in: article)
        #expect(verdicts.map(\.rule) == [.decided(line: 3)])
        #expect(verdicts.first?.candidates.isEmpty == false)
    }
}
