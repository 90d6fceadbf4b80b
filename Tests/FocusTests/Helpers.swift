import FileAccess
import Focus
import Gazetteers
import Linking
import NewsModel
import Recognition
import TestSupport

/// Niger, Nigeria and the states of 1987, with towns, people and organizations of theirs.
let world = """
    Q1032\tcountry\tcountry\tNiger\tdemonym:Nigerien\tNE\t\t\t5
    Q1033\tcountry\tcountry\tNigeria\tdemonym:Nigerian\tNG\t\t\t5
    Q145\tcountry\tcountry\tUnited Kingdom\tacronym:U.K.|demonym:British\tGB\t\t\t7
    Q21\tcountry\tcountry\tEngland\tdemonym:English\tGB\t\t\t6
    Q30\tcountry\tcountry\tUnited States\tacronym:U.S.|demonym:American\tUS\t\t\t8
    Q230\tcountry\tcountry\tGeorgia\tambiguous:Georgia\tGE\t\t\t5
    Q183\tcountry\tcountry\tGermany\tdemonym:German\tDE\t\t\t7
    Q713750\tcountry\tcountry\tWest Germany\tdemonym:West German\tDE\t1949-05-23\t1990-10-03\t4.6
    Q16957\tcountry\tcountry\tEast Germany\tdemonym:East German\tDE\t1949-10-07\t1990-10-03\t4.8
    Q159\tcountry\tcountry\tRussia\tdemonym:Russian\tRU\t\t\t7
    Q212\tcountry\tcountry\tUkraine\tdemonym:Ukrainian\tUA\t\t\t6
    Q15180\tcountry\tformer country\tSoviet Union\tdemonym:Soviet\t\t1922-12-30\t1991-12-26\t5.8
    Q3674\tplace\tcity\tNiamey\t\tNE\t\t\t4
    Q994\tplace\tcity\tTbilisi\t\tGE\t\t\t4
    Q3787\tplace\tcity\tAbuja\t\tNG\t\t\t4
    Q1428\tplace\tstate\tGeorgia\tambiguous:Georgia|ambiguous:Ga.\tUS\t\t\t4
    Q23556\tplace\tcity\tAtlanta\t\tUS\t\t\t4
    Q1773\tplace\tcity\tRichmond\tambiguous:Richmond\tGB\t\t\t4
    Q43421\tplace\tcity\tRichmond\tambiguous:Richmond\tUS\t\t\t3
    Q1370\tplace\tstate\tVirginia\tambiguous:Va.\tUS\t\t\t4
    Q1726\tplace\tcity\tMunich\t\tDE\t\t\t5
    Q1899\tplace\tcity\tKyiv\t\tUA\t\t\t6
    Q649\tplace\tcity\tMoscow\t\tRU\t\t\t6
    Q84\tplace\tcity\tLondon\t\tGB\t\t\t6
    Q90\tplace\tcity\tParis\t\tFR\t\t\t6
    Q142\tcountry\tcountry\tFrance\tdemonym:French\tFR\t\t\t7
    Q500\tperson\tpolitician\tAbdou Garba\t\tNE\t\t\t4
    Q501\tperson\tsinger\tZara Maliki\t\tNE\t\t\t4
    Q502\torganization\tbank\tZonga Bank\t\tNE\t\t\t4
    """

/// What a story says of its countries, with weights that show one feature at a time.
struct FocusStory {
    private let story: Story
    private let countries: Countries
    private let recognizer: Recognizer
    private let linker: Linker

    init() throws {
        story = try Story(world, offices: "Q500\tPrime Minister\t\tNE\t2010\t2020")
        let formerStates = try FormerStates(table: Array("entity\tcodes\nQ15180\tRU UA\n".utf8))
        countries = Countries(index: story.index, formerStates: formerStates)
        let folder = Story.modelsFolder
        recognizer = try story.recognizer()
        linker = Linker(
            index: story.index,
            model: try LinkingModel(
                weightsTable: try readFile("\(folder)/linking/weights.tsv"),
                rolesTable: try readFile("\(folder)/linking/roles.tsv")))
    }

    /// The countries with their evidence: "Niger dateline 1.0, place 0.69".
    func evidence(_ text: String, title: String = "", published: String? = nil) -> [String: String] {
        let found = focus(text, title: title, published: published, FeatureWeights(bias: 0, [:]))
        return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.evidenceText) })
    }

    /// The countries with some weights.
    func focus(
        _ text: String, title: String = "", published: String? = nil, _ weights: FeatureWeights<FocusFeature>
    ) -> [FocusCountry] {
        let article = story.read(text, title: title, published: published)
        let linked = linker.link(recognizer.mentions(in: article), in: article)
        return FocusFinder(index: story.index, countries: countries, weights: weights)
            .countries(of: linked, in: article)
    }
}
