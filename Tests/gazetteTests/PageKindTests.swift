import Foundation
import Testing

@Suite struct PageKindTests {
    private static let story = """
        Bridge of Niamey closed for the summer

        The council of Niamey voted on Monday to close the old bridge over the river. Engineers found cracks in three piers.

        Niger has promised to pay a third of the cost, which is put at 4.2 million euros.
        """

    private static let listing = [
        "Niger sends seeds to farmers in the north", "Mali opens its border for three days",
        "Rain in Niamey floods the lower market", "Trains to Cotonou run once a week again",
        "Court in Bamako frees two fishermen", "France lends Niger four pumps for the wells",
        "Doctors of Niamey ask for a new ward", "Museum in Agadez finds a lost drum",
        "Students in Zinder plant a thousand trees",
    ].joined(separator: "\n")

    @Test func pagesThatAreNoStoriesAreStoredWithoutTags() throws {
        let folder = try Folder()
        try folder.write("dump/bridge.txt", Self.story.utf8)
        try folder.write("dump/front.txt", Self.listing.utf8)
        try folder.write("dump/wall.html", "<title>Just a moment...</title><p>Verify you are human, Niger.</p>".utf8)
        try folder.write("dump/empty.html", "<title>Courier of Niger</title><div></div>".utf8)
        let run = try folder.gazette("tag", "dump", "--database", "news.db")
        #expect(run.status == 0, "\(run.errors)")
        let kinds = "3 are no stories: 1 fragment, 1 listing, 1 wall"
        #expect(run.errors.contains(kinds) || run.output.contains(kinds), "\(run.errors)\(run.output)")
        let stats = try folder.gazette("stats", "--database", "news.db").output
        #expect(stats.contains(kinds), "\(stats)")
        let stories = try folder.gazette("stories", "Niger", "--database", "news.db", "--format", "csv", "--quiet")
            .output
        #expect(stories.split(separator: "\n").count == 2 && stories.contains("bridge"), "\(stories)")
        let front = try folder.gazette("show", "front", "--database", "news.db").output
        #expect(front.contains("no story (listing): not tagged") && front.contains("Niger sends seeds"), "\(front)")
    }
}
