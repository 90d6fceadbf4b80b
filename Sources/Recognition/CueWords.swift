import NewsModel
import Tokenization

/// Words beside or inside names that tell what the names are, as hashes of token keys.
public enum CueWords {
    /// Forms of address and ranks: what follows is a person, were it one word only.
    static let honorifics = keys(
        """
        mr mrs ms miss mme dr prof professor sir lord lady dame madam gen general col colonel maj capt captain lt lieutenant
        sgt sergeant adm admiral cpl corporal sen senator rep congressman congresswoman gov president king queen prince
        princess pope judge sheikh sheikha imam rabbi archbishop bishop cardinal rev reverend ayatollah mullah emir sultan
        chancellor premier commissioner coach
        """)

    /// Offices and occupations: two or more capitalized words after one are a person.
    static let titles = keys(
        """
        minister ministers president presidents vice deputy prime foreign defense defence finance interior former ex acting
        secretary chairman chairwoman chairperson chair chief ceo cfo founder cofounder director executive officer leader leaders
        spokesman spokeswoman spokesperson ambassador envoy governor mayor councillor councilor councilman councilwoman alderman
        lawmaker legislator mp mps mep representative congressman senator senators attorney prosecutor lawyer justice
        judge magistrate sheriff detective inspector superintendent constable commander commandant brigadier marshal general
        gen col major sergeant lieutenant captain coach manager striker midfielder defender goalkeeper forward winger
        quarterback pitcher skipper player boxer sprinter runner swimmer cyclist golfer driver referee umpire actor actress
        singer rapper songwriter musician composer conductor painter artist author novelist writer poet playwright
        filmmaker producer journalist reporter correspondent columnist editor publisher blogger photographer historian
        economist analyst strategist scientist researcher biologist physicist chemist psychologist professor lecturer
        teacher principal headteacher student doctor surgeon physician nurse activist campaigner organizer advocate
        businessman businesswoman entrepreneur tycoon billionaire investor banker farmer fisherman trader shopkeeper
        resident villager pastor priest bishop archbishop cardinal pope imam cleric sheikh king queen prince princess
        emperor sultan emir premier chancellor speaker whip treasurer commissioner administrator pilot astronaut engineer
        architect designer chef model wife husband son daughter father mother brother sister widow uncle aunt nephew niece
        cousin candidate nominee contender rival opponent incumbent successor predecessor strongman warlord rebel fighter
        mr mrs ms miss dr prof sir lord lady dame sen rep gov lt sgt capt maj cpl adm rev
        """)

    /// Words that make a run of capitalized words an organization.
    public static let organizationHeads = keys(
        """
        ministry university college school academy institute institution bank party inc corp corporation ltd plc llc gmbh
        company co group holdings association council commission committee agency department authority board bureau
        court tribunal union federation confederation foundation fund trust society club fc organization organisation
        police army navy brigade battalion guard guards forces front movement alliance coalition league congress
        parliament senate assembly cabinet treasury church diocese hospital clinic center centre laboratory museum gallery
        orchestra airlines airways motors bank insurance pharmaceuticals industries technologies systems partners
        associates workers teamsters news times post herald tribune gazette journal chronicle telegraph network television radio media
        agence service services office secretariat chamber consortium enterprises studios records entertainment
        """)

    /// Words that make a run of capitalized words a place.
    static let placeHeads = keys(
        """
        river lake mount mountain mountains island islands county province district region street avenue road boulevard
        airport park valley beach bay square bridge stadium hill hills desert sea ocean peninsula gulf strait forest
        village town township parish canyon creek falls harbor harbour coast cape plateau basin reservoir dam highway
        """)

    /// Prepositions before places.
    public static let placePrepositions = keys(
        "in at near from to into across outside inside around through toward towards via")

    /// Verbs and nouns of speech: who speaks is a person, an organization or a government.
    public static let speechVerbs = keys(
        """
        said says say told tells added announced warned asked argued claimed denied confirmed insisted wrote tweeted
        explained acknowledged promised urged called vowed declared noted stated replied responded testified
        """)

    /// Words before the name of a language.
    public static let languageCues = keys(
        """
        in into speak speaks spoke spoken speaking learn learns learned learning teach teaches taught translate
        translated fluent
        """)

    /// Words that go on with the sentence behind the name of a language.
    public static let sentenceWords = keys(
        """
        and or but as only at to for on with by from is was are were than because if when while that he she
        they it fluently well
        """)

    /// Days and months that are nobody's name; they end a run of capitalized words.
    static let dates = keys(
        """
        monday tuesday wednesday thursday friday saturday sunday january february july september october november december
        mon tue tues wed thu thurs fri sat jan feb sept oct nov dec
        """)

    /// Religions, parties and the like: nobody's name, and they end a run of capitalized words as dates do.
    static let groups = keys(
        """
        muslim muslims islamic islamist christian christians catholic catholics protestant protestants jewish jew jews sunni
        sunnis shia shiite shiites shi'ite shi'ites hindu hindus buddhist buddhists sikh sikhs evangelical orthodox mormon
        republican republicans democrat democrats democratic communist communists socialist socialists nazi nazis
        """)

    /// Directions: no surname after a place.
    static let directions = keys("north south east west northern southern eastern western central upper lower")

    /// Last words of names that are written with a full stop: "Tampa, Fla.", "Apple Inc.".
    public static let abbreviations = keys(
        """
        ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt
        wash wis wyo alta ont que sask inc corp co ltd bros jr sr
        """)

    /// What follows or begins a personal name and is no name itself.
    static let suffixes = keys("jr sr junior senior st saint san santa")

    /// Small words inside personal names.
    static let particles = keys(
        "de da do dos das del della di la le van von der den bin ibn al el ben abu ould ag ter ten y e af")

    /// Small words that join the parts of an institution's name.
    static let connectors = keys("of for and the on in de du des la")

    /// Hashes of the keys of words divided by blanks.
    static func keys(_ words: String) -> HashSet64 {
        HashSet64(words.split(whereSeparator: \.isWhitespace).map { TokenKey.hash(of: String($0)) })
    }
}

extension CueWords {
    /// Whether the key is that of an office, an occupation or a form of address.
    public static func isTitle(_ key: UInt64) -> Bool { titles.contains(key) || honorifics.contains(key) }
}
