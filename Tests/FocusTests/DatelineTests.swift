import Testing

/// Where stories were filed.
@Suite struct DatelineTests {
    private let story: FocusStory

    init() throws { story = try FocusStory() }

    @Test(arguments: [
        "NIAMEY, Jan 16 (Reuters) - It rained.", "NIAMEY, Jan. 16, 2024 (AP) — It rained.",
        "NIAMEY (AFP) – It rained.", "NIAMEY, March 2 -- It rained.", "NIAMEY - It rained.", "NIAMEY: It rained.",
        "Niamey, 16 January (XY) - It rained.", "NIAMEY, Niger (AP) — It rained.", "NIAMEY, March 26- It rained.",
        "NIAMEY, Tuesday - It rained.", "NIAMEY—It rained.",
    ])
    func patternsOfAgencies(text: String) {
        #expect(story.evidence(text)["Niger"]?.hasPrefix("dateline 1.0") == true, "\(story.evidence(text))")
    }

    @Test(arguments: [
        "Niamey - it rained there.", "It rained in Niamey - for days.", "Niamey, it is said - and it rained.",
        "NIAMEY\n\nIt rained - for days.", "The town of Niamey: it rained.",
    ])
    func otherBeginningsAreNone(text: String) {
        #expect(story.evidence(text)["Niger"]?.contains("dateline") != true, "\(story.evidence(text))")
    }

    @Test func whatStandsBehindTheCommaSaysWhichTown() {
        #expect(story.evidence("RICHMOND, Va., April 3 - It rained.")["United States"] != nil)
        #expect(story.evidence("RICHMOND, Va., April 3 - It rained.")["United Kingdom"] == nil)
        #expect(story.evidence("RICHMOND, April 3 - It rained.")["United Kingdom"] != nil)
        #expect(story.evidence("ATLANTA, Georgia, April 3 - It rained.").keys.sorted() == ["United States"])
        #expect(story.evidence("TBILISI, Georgia, April 3 - It rained.").keys.sorted() == ["Georgia"])
    }

    @Test func twoPlacesAreTwo() {
        let found = story.evidence("LONDON/PARIS, March 2 (XY) - It rained.")
        #expect(found == ["United Kingdom": "dateline 1.0", "France": "dateline 1.0"])
    }

    @Test func thePlaceCountsOnceAsADateline() {
        #expect(story.evidence("NIAMEY, Jan 16 (XY) - It rained.") == ["Niger": "dateline 1.0, only 1.0"])
    }

    @Test func shortAndStrangeTextsHaveNone() {
        for text in ["", "-", "NIAMEY", "NIAMEY -", "- NIAMEY", ": :", "A - B - C - D", "(((((("] {
            #expect(story.evidence(text)["Niger"]?.contains("dateline") != true, "\(text)")
        }
    }
}
