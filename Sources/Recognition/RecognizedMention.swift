import NewsModel

/// A stretch of tokens that names something, with everything it could name.
public struct RecognizedMention: Sendable, Equatable {
    /// The tokens of the name.
    public var tokens: Range<Int>
    /// Numbers of the gazetteer names that are written so.
    public var names: [Int]
    /// The kind that shape and neighbours speak for; `nil` where only the gazetteer says that this is a name.
    public var guess: Kind?
    /// The number of the mention that gave this name in full ("Tiani" after "Abdourahamane Tiani").
    public var antecedent: Int?
    /// The letter case says nothing here: the beginning of a sentence, a headline, a line in capitals.
    public var isCaseWeak: Bool
    /// A title or occupation stands before the name: "President", "coach", "Mr".
    public var hasTitle: Bool

    /// How the words differ from the gazetteer's.
    public var variation = NameVariation.none

    /// Shorter and overlapping names that the gazetteer has, the longest first: for when this one means nothing here.
    public var alternatives: [RecognizedMention] = []

    /// What the learned recognizer thinks of these tokens; `nil` where it does not look.
    public var kindSupport: KindSupport?

    /// The guess is not sure enough to read a lone word elsewhere as a part of this name.
    public var isWeakGuess = false

    /// Makes a mention with neither candidates nor guess.
    public init(
        tokens: Range<Int>, names: [Int] = [], guess: Kind? = nil, antecedent: Int? = nil, isCaseWeak: Bool = false,
        hasTitle: Bool = false
    ) {
        self.tokens = tokens
        self.names = names
        self.guess = guess
        self.antecedent = antecedent
        self.isCaseWeak = isCaseWeak
        self.hasTitle = hasTitle
    }
}

/// How the words of a mention differ from the names that they are taken for.
public enum NameVariation: Sendable, Hashable {
    case none
    /// The text has diacritics that the gazetteer has not.
    case marks
    /// Another spelling of a long personal name.
    case spelling
}
