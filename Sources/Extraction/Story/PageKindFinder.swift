import NewsModel

/// Tells stories from pages that are none: lists of stories, walls, videos, scraps.
///
/// A page is a story unless the evidence is clear: a story that is not tagged is a greater loss than a list that is.
struct PageKindFinder {
    private let outline: PageOutline
    /// What the head of the page declares it to be; `nil` for plain text.
    private let declared: DeclaredKind?

    /// A run of so many words is a story, unless the page is full of teasers.
    private static let storyRun = 90
    /// No teasers have runs of so many words.
    private static let longStoryRun = 200
    /// News in brief: two sentences, or a long one, with so many words.
    private static let briefRun = 20
    /// Nothing shorter is a story, even with a page of its own: one sentence of some length.
    private static let leastStory = 8
    private static let longestAbsence = 100
    /// A wall is all that a page has, and short.
    private static let longestWall = 400
    /// What is shown of a story before the reader must pay.
    private static let longestPreview = 60
    private static let leastTeasers = 4
    private static let manyTeasers = 6
    private static let leastHeadlines = 8

    /// Looks at a page whose story was found already; `metadata` is that of an HTML page.
    init(_ page: Page, isStory: [Bool], title: Int?, metadata: PageMetadata?) {
        outline = PageOutline(page, isStory: isStory, title: title, head: metadata?.titleElement)
        declared = metadata?.linkedKind ?? metadata?.openGraphKind
    }

    /// The kind of the page.
    var kind: PageKind {
        if outline.longestRun >= Self.storyRun { return isFullOfTeasers ? .listing : .story }
        if isWall { return .wall }
        if isMedia { return .media }
        if isListing { return .listing }
        return isAbsent || outline.longestRun < Self.leastStory ? .fragment : .story
    }

    /// Whether the page says only that what was asked for is not there.
    private var isAbsent: Bool { outline.absences > 0 && outline.words <= Self.longestAbsence && !isBrief }

    /// Whether the page tells its story in two or three sentences, or one long one.
    private var isBrief: Bool {
        outline.longestRun >= Self.briefRun || (outline.sentencesInRun >= 2 && outline.longestRun >= Self.briefRun / 2)
    }

    /// Whether at least half of the paragraphs take up the headline: then they are one story.
    private var isOnOneSubject: Bool {
        outline.paragraphs >= 3 && outline.paragraphsOnTitle * 2 >= outline.paragraphs
    }

    private var isMostlyTeasers: Bool { outline.teaserWords * 3 >= outline.proseWords * 2 }

    /// Whether the longest run is no larger than the teasers are, as on a page that is made of them.
    private var isRunATeaser: Bool {
        outline.paragraphsInRun < 2 && outline.longestRun * outline.teasers * 2 < outline.teaserWords * 5
    }

    private var isFullOfTeasers: Bool {
        outline.teasers >= Self.manyTeasers && isMostlyTeasers && declared != .story && !isOnOneSubject
            && outline.longestRun < Self.longStoryRun && outline.longestRun * 4 < outline.proseWords
    }

    private var isWall: Bool {
        guard outline.headlines < Self.leastHeadlines else { return false }
        if outline.barriers > 0, outline.words <= Self.longestWall / 2 { return true }
        if outline.gates > 0, outline.longestRun <= Self.longestPreview { return true }
        return outline.requests >= 3 && outline.words <= Self.longestWall && !isBrief
    }

    private var isMedia: Bool {
        if declared == .media, outline.longestRun < Self.longestPreview { return true }
        return outline.media >= 3 && outline.headlines < Self.leastHeadlines && !isBrief
    }

    private var isListing: Bool {
        guard declared != .story, !isOnOneSubject else { return false }
        if outline.teasers >= Self.leastTeasers, isMostlyTeasers, isRunATeaser || isFullOfTeasers { return true }
        guard outline.headlines >= Self.leastHeadlines else { return false }
        if outline.sentencesInRun < 2 || !isBrief { return true }
        return declared == .listing && outline.longestRun < Self.longestPreview
    }
}
