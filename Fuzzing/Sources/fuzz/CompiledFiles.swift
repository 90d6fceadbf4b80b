import FileAccess
import Gazetteers
import Glibc
import NewsModel
import Recognition
import Tokenization

/// What is made for the program and mapped by it, damaged: a story is read with it, and its mentions stay in order.
struct CompiledFiles {
    private let tokenizer: Tokenizer
    private let index: GazetteerIndex
    private let indexBytes: [UInt8]
    private let model: NameModel
    private let folder: String

    private static let story = """
        Niger Prime Minister Ali Zeine met Hadiza Garba of the Kenya Defence Forces (KDF) and Assimi Goïta in Niamey, Niger.

        MR GARBA LEAVES. Abdourahmane Tchiani's aide, al-Siddiq of Zonga & Sons, spoke on 3 May; President Tchiani did not.
        """
    private static let tables = [
        "entities.tsv": """
        id\tkind\tname\taliases\tcountry\tweight
        Q1032\tcountry\tNiger\tdemonym:Nigerien\tNE\t4
        Q1\tperson\tAssimi Goïta\t\tML\t4
        Q2\tperson\tAbdourahamane Tchiani\tambiguous:Tchiani\tNE\t4
        Q3\torganization\tKenya Defence Forces\tacronym:KDF\tKE\t3
        Q4\tplace\tNiamey, Niger\tNiamey\tNE\t3

        """,
        "offices.tsv": "person\toffice\torganization\nQ2\tPresident\tQ1032\n",
        "words/common_words.tsv": "word\tlower\tupper\nmay\t9000\t900\nsons\t900\t90\n",
        "words/name_words.tsv": "word\tgiven\tfamily\nhadiza\t8\t1\ngarba\t2\t30\n",
    ]

    /// Compiles a small gazetteer and opens a small model; `nil` when that fails, which the tests would tell.
    init?() {
        // One folder a process, since several may fuzz at the same time.
        folder = "/tmp/gazette-fuzz-\(getpid())"
        guard (try? makeFolder("\(folder)/tables/words")) != nil else { return nil }
        for (name, table) in Self.tables {
            guard (try? writeFileAtomically(Array(table.utf8), to: "\(folder)/tables/\(name)")) != nil else {
                return nil
            }
        }
        guard let tokenizer = try? Tokenizer(), let sources = try? GazetteerSources(layers: ["\(folder)/tables"]),
            let opened = try? GazetteerCompiler.open(sources), let bytes = try? readFile(opened.path),
            let model = try? NameModel(path: "Fuzzing/seeds/name-model/small")
        else { return nil }
        self.tokenizer = tokenizer
        self.model = model
        index = opened.index
        indexBytes = bytes
    }

    /// Reads the story with weights of names.
    func recognize(weights bytes: [UInt8]) {
        let path = "\(folder)/weights.bin"
        guard (try? writeFileAtomically(bytes, to: path)) != nil, let model = try? NameModel(path: path) else { return }
        read(index, model)
    }

    /// Reads the story with the index after some changes to it: three bytes tell where, one what stands there.
    func lookUp(changes: [UInt8]) {
        var bytes = indexBytes
        for place in stride(from: 0, to: changes.count - 3, by: 4) {
            let offset = Int(changes[place]) << 16 | Int(changes[place + 1]) << 8 | Int(changes[place + 2])
            bytes[offset % bytes.count] = changes[place + 3]
        }
        let path = "\(folder)/changed.index"
        guard (try? writeFileAtomically(bytes, to: path)) != nil, let index = try? GazetteerIndex(path: path) else {
            return
        }
        read(index, model)
        for number in 0..<min(index.entityCount, 20) {
            _ = index.entity(number)
            for office in index.offices(ofEntity: number) { _ = office.organization.map { index.entity($0) } }
        }
        _ = index.entityNumber(ofID: "Q3")
    }

    private func read(_ index: GazetteerIndex, _ model: NameModel) {
        var article = TokenizedArticle()
        article.read(
            Article(id: "1", title: "Garba Meets Goïta", text: Self.story), tokenizer: tokenizer, index: index)
        var end = 0
        for mention in Recognizer(index: index, model: model).mentions(in: article) {
            precondition(mention.tokens.lowerBound >= end && mention.tokens.upperBound <= article.tokens.count)
            precondition(mention.kindSupport.map { (0...4.01).contains($0.name) } ?? true)
            end = mention.tokens.upperBound
        }
    }
}
