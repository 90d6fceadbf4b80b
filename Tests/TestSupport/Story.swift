import Gazetteers
import NewsModel
import Recognition
import Tokenization

/// A small gazetteer and the stories told with it.
public struct Story {
    public let index: GazetteerIndex
    private let tokenizer: Tokenizer

    /// Compiles rows `id kind role name aliases country from until weight`, divided by tabs, and tables by their paths.
    public init(
        _ rows: String = Story.rows, offices: String = Story.offices, words: String = Story.words,
        names: String = Story.names, furtherTables: [String] = []
    ) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "entities.tsv", "id\tkind\trole\tname\taliases\tcountry\tfrom\tuntil\tweight\n\(rows)\n".utf8)
        try folder.write("offices.tsv", "person\toffice\torganization\tcountry\tfrom\tuntil\n\(offices)\n".utf8)
        try folder.write("words/common_words.tsv", "word\tlower\tupper\n\(words)\n".utf8)
        try folder.write("words/name_words.tsv", "word\tgiven\tfamily\n\(names)\n".utf8)
        let index = try withExtendedLifetime(folder) {
            try GazetteerCompiler.open(try GazetteerSources(layers: [folder.path] + furtherTables)).index
        }
        try self.init(index: index)
    }

    /// Stories told with an index.
    public init(index: GazetteerIndex) throws {
        self.index = index
        tokenizer = try Tokenizer()
    }

    /// The small gazetteer with all the words that the program comes with.
    public static func withKnownWords() throws -> Story { try Story(index: try indexWithKnownWords.get()) }

    private static let indexWithKnownWords = Result {
        try Story(furtherTables: ["common_words", "name_words"].map { "\(modelsFolder)/words/\($0).tsv" }).index
    }

    /// An article of the story, read with the gazetteer.
    public func read(_ text: String, title: String = "", published: String? = nil) -> TokenizedArticle {
        var article = Article(id: "1", title: title, text: text)
        article.published = published
        var tokenized = TokenizedArticle()
        tokenized.read(article, tokenizer: tokenizer, index: index)
        return tokenized
    }

    /// A recognizer with the model that the program comes with.
    public func recognizer(diacritics: Diacritics = .loose) throws -> Recognizer {
        Recognizer(index: index, model: try NameModel(path: Self.nameWeights), diacritics: diacritics)
    }
}

extension Story {
    /// The folder of the weights that the program comes with.
    public static let modelsFolder =
        "\(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })/Gazetteers"

    /// The weights of the learned recognizer that the program comes with.
    public static let nameWeights = "\(modelsFolder)/names/weights.bin"

    public static let rows = """
        Q1032\tcountry\t\tNiger\tdemonym:Nigerien\tNE\t\t\t4
        Q1033\tcountry\t\tNigeria\tdemonym:Nigerian\tNG\t\t\t5
        Q159\tcountry\t\tRussia\tdemonym:Russian\tRU\t\t\t6
        Q30\tcountry\t\tUnited States\tacronym:US|acronym:U.S.|demonym:American\tUS\t\t\t7
        Q657\tcountry\t\tChad\tdemonym:Chadian\tTD\t\t\t3.5
        Q43\tcountry\t\tTurkey\tambiguous:Turkey|demonym:Turkish\tTR\t\t\t5
        Q230\tcountry\t\tGeorgia\tambiguous:Georgia|demonym:Georgian\tGE\t\t\t4
        Q1428\tplace\tstate\tGeorgia\tambiguous:Georgia\tUS\t\t\t4
        Q810\tcountry\t\tJordan\tambiguous:Jordan|demonym:Jordanian\tJO\t\t\t4
        Q61\tplace\tcity\tWashington\tWashington, D.C.\tUS\t\t\t5
        Q161491\tplace\ttown\tReading\tambiguous:Reading\tGB\t\t\t2.5
        Q114\tcountry\t\tKenya\tdemonym:Kenyan\tKE\t\t\t5
        Q3870\tplace\tcity\tNairobi\t\tKE\t\t\t4
        Q994\tplace\tcity\tTbilisi\t\tGE\t\t\t3.5
        Q23556\tplace\tcity\tAtlanta\t\tUS\t\t\t4
        Q1058\tperson\tpolitician\tNarendra Modi\tModi\tIN\t1950-09-17\t\t5
        Q264766\tperson\tpolitician\tTheresa May\tambiguous:May\tGB\t1956-10-01\t\t4
        Q23\tperson\tpolitician\tGeorge Washington\t\tUS\t1732\t1799-12-14\t3
        Q41421\tperson\tbasketball player\tMichael Jordan\tambiguous:Jordan\tUS\t1963-02-17\t\t4
        Q7207\torganization\tmilitary alliance\tNorth Atlantic Treaty Organization\tacronym:NATO\t\t\t\t5
        Q9592\torganization\tchurch\tCatholic Church\t\tVA\t\t\t4
        Q100\tperson\tpolitician\tJohn Smith\t\tGB\t1938\t\t2
        Q200\tperson\tfootballer\tJohn Smith\t\tAU\t1990\t\t2
        Q57441\tperson\tpolitician\tKais Saied\t\tTN\t1958-02-22\t\t4
        Q84\tplace\tcity\tLondon\t\tGB\t\t\t6
        Q300\tplace\tregion\tNiger Delta\t\tNG\t\t\t3
        """
    public static let offices = """
        Q1058\tPrime Minister\t\tIN\t2014-05-26\t
        Q264766\tPrime Minister\t\tGB\t2016-07-13\t2019-07-24
        Q100\tForeign Secretary\t\tGB\t1979\t1983
        """
    public static let words = """
        may\t9000\t900
        reading\t3000\t100
        turkey\t100\t900
        us\t9000\t200
        minister\t5000\t5000
        the\t60000\t9000
        army\t3000\t900
        police\t9000\t2000
        will\t9000\t300
        rain\t900\t9
        farmers\t900\t9
        officials\t3000\t90
        then\t9000\t90
        yesterday\t9000\t90
        we\t9000\t90
        """
    public static let names = """
        salifou\t5\t1
        amina\t90\t2
        john\t900\t5
        hadiza\t8\t1
        garba\t2\t30
        ali\t300\t200
        mary\t400\t2
        smith\t10\t900
        """
}
