import Testing

@testable import Extraction

@Suite struct FurnitureLineTests {
    private func line(_ text: String) -> FurnitureLine { FurnitureLine(Block(text: text), WordScan(text)) }

    @Test(arguments: [
        "READ MORE Israel declares a new war objective.", "ALSO READ: Trams to be cheaper", "Related: Buses run late",
        "Watch: The storm from above", "Lire aussi : Le tramway",
        "Get real-time news updates: follow The Courier on all platforms.", "Listen to this article · 4 min",
        "Do you have a story? Send it to our editors by SMS to 20880.", "Subscribe for $1 a week",
        "Unlimited articles, puzzles and recipes. Cancel any time.", "Join The Courier’s WhatsApp channel for more.",
        "Follow us on all platforms", "Suivez-nous et recevez notre newsletter",
        "Sign up for our newsletter to get the news.",
    ])
    func teaser(text: String) { #expect(line(text).isTeaser) }

    @Test(arguments: [
        "Read more books, she told the pupils.", "Watch how the river rises, he said.",
        "Related species live in the south.",
        "More than 200 people died.", "Video showed the men leaving.", "Follow the money, they said.",
        "Share of Americans who get news on social media has grown", "Get your shots early, the doctor advised.",
        "Join the union, \"and become a member\", he told the crowd.",
        "Send help, the mayor of the town wrote.", "Listening to this article of faith, he nodded.",
    ])
    func noTeaser(text: String) { #expect(!line(text).isTeaser) }

    @Test(arguments: ["Share", "SHARE THIS ARTICLE", "Advertisement", "Skip to main content", "Publicité"])
    func label(text: String) { #expect(line(text).isLabel) }

    @Test func phrasesAreCounted() {
        #expect(line("By using this site, you agree to the Privacy Policy and Terms of Use.").phrases == 2)
        #expect(line("The minister left the room.").phrases == 0)
    }
}
