/// One span of an article that names an entity.
public struct Mention: Sendable, Equatable {
    /// Where it stands: in the title where `zone` is `.title`, else in the text.
    public var span: UTF8Span
    /// The same place as users see it.
    public var codePoints: CodePointSpan
    /// The words as they stand there.
    public var text: String
    public var kind: Kind
    /// `Q…`, `gz:…` or `nil:…`.
    public var entity: String
    /// The usual name of the entity.
    public var name: String
    public var form: MentionForm
    public var zone: Zone
    /// 0…1.
    public var confidence: Double
    /// Number of the sentence, counted over title and text.
    public var sentence: Int

    /// Makes a mention.
    public init(
        span: UTF8Span, codePoints: CodePointSpan, text: String, kind: Kind, entity: String, name: String,
        form: MentionForm, zone: Zone, confidence: Double, sentence: Int
    ) {
        self.span = span
        self.codePoints = codePoints
        self.text = text
        self.kind = kind
        self.entity = entity
        self.name = name
        self.form = form
        self.zone = zone
        self.confidence = confidence
        self.sentence = sentence
    }
}

/// An entity of an article with what its mentions add up to.
public struct ArticleEntity: Sendable, Equatable {
    /// `Q…`, `gz:…` or `nil:…`.
    public var entity: String
    public var kind: Kind
    public var name: String
    /// The finer kind from the gazetteer; empty when there is none.
    public var role: String
    /// How often the article mentions it, title included.
    public var mentions: Int
    /// How much the story is about it, 0…1.
    public var salience: Double
    /// The first sentence of the text that mentions it; empty when only the title does.
    public var sentence: CodePointSpan
    /// How sure it is that the article means this entity, 0…1; `nil` where an earlier version did not say.
    public var confidence: Double?

    /// Makes an article's entity.
    public init(
        entity: String, kind: Kind, name: String, role: String, mentions: Int, salience: Double,
        sentence: CodePointSpan, confidence: Double? = nil
    ) {
        self.entity = entity
        self.kind = kind
        self.name = name
        self.role = role
        self.mentions = mentions
        self.salience = salience
        self.sentence = sentence
        self.confidence = confidence
    }
}

/// A topic of an article and how sure the model is.
public struct ArticleTopic: Sendable, Equatable {
    /// `medtop:…`, or `own:…` for a topic of the user's.
    public var topic: String
    public var name: String
    /// 0…1.
    public var score: Double
    /// The id of the broader topic; `nil` at the top.
    public var parent: String?

    /// Makes an article's topic.
    public init(topic: String, name: String, score: Double, parent: String? = nil) {
        self.topic = topic
        self.name = name
        self.score = score
        self.parent = parent
    }
}

/// An article with everything the stages found in it: what storage keeps and `annotate` prints.
public struct TaggedArticle: Sendable, Equatable {
    public var article: Article
    /// In order of place: those of the title, then those of the text.
    public var mentions: [Mention]
    /// Most salient first.
    public var entities: [ArticleEntity]
    /// Highest score first.
    public var topics: [ArticleTopic]
    /// The countries that the story is about, the highest score first; also those that it hardly is.
    public var focus: [FocusCountry]
    /// What copies of the story are found by; `nil` for pages that are no stories, and where nobody looks for copies.
    public var copySketch: CopySketch?
    /// What the full-text index gets; `nil` for pages that are no stories, and where nobody asks for it.
    public var searchWords: SearchWords?

    /// Makes a tagged article.
    public init(
        article: Article, mentions: [Mention], entities: [ArticleEntity], topics: [ArticleTopic],
        focus: [FocusCountry] = []
    ) {
        self.article = article
        self.focus = focus
        self.mentions = mentions
        self.entities = entities
        self.topics = topics
    }
}

/// The words of an article as the full-text index has them: normalized, with blanks between.
public struct SearchWords: Sendable, Equatable {
    public var title: String
    public var text: String

    /// Makes the words of an article.
    public init(title: String, text: String) {
        self.title = title
        self.text = text
    }
}
