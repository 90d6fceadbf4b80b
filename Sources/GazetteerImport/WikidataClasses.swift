import NewsModel

/// What Wikidata's classes are to us: the common ones alone, since a dump does not tell the class of a class in time.
enum WikidataClasses {
    /// The kind and the role of a class.
    static let kinds: [String: (kind: Kind, role: String)] = {
        var kinds: [String: (kind: Kind, role: String)] = [:]
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ", maxSplits: 2)
            guard fields.count >= 2, let kind = Kind(rawValue: String(fields[1])) else { continue }
            kinds[String(fields[0])] = (kind, fields.count > 2 ? String(fields[2]) : "")
        }
        return kinds
    }()

    /// What people do, by Wikidata's occupations.
    static let occupations: [String: String] = [
        "Q82955": "politician", "Q1930187": "journalist", "Q937857": "footballer", "Q33999": "actor",
        "Q177220": "singer",
        "Q36180": "writer", "Q40348": "lawyer", "Q16533": "judge", "Q189290": "military officer", "Q193391": "diplomat",
        "Q901": "scientist", "Q188094": "economist", "Q43845": "businessperson",
    ]

    /// Classes of positions that people hold: position, public office.
    static let positions: Set<String> = ["Q4164871", "Q294414"]

    private static let table = """
        Q5 person
        Q6256 country
        Q3624078 country
        Q515 place city
        Q1549591 place city
        Q5119 place capital
        Q200250 place city
        Q1637706 place city
        Q1093829 place city
        Q3957 place town
        Q532 place village
        Q5084 place village
        Q486972 place settlement
        Q15284 place municipality
        Q747074 place municipality
        Q262166 place municipality
        Q484170 place municipality
        Q123705 place district
        Q28575 place county
        Q10864048 place region
        Q35657 place state
        Q107390 place state
        Q34876 place province
        Q82794 place region
        Q4022 place river
        Q8502 place mountain
        Q46831 place mountain
        Q8072 place volcano
        Q23442 place island
        Q165 place sea
        Q23397 place lake
        Q1248784 place airport
        Q483110 place stadium
        Q43229 organization
        Q7278 organization party
        Q4830453 organization company
        Q783794 organization company
        Q891723 organization company
        Q6881511 organization company
        Q167037 organization company
        Q46970 organization airline
        Q22687 organization bank
        Q66344 organization central bank
        Q3918 organization university
        Q875538 organization university
        Q16917 organization hospital
        Q11032 organization newspaper
        Q1110794 organization newspaper
        Q192283 organization news agency
        Q15265344 organization broadcaster
        Q1616075 organization broadcaster
        Q192350 organization ministry
        Q327333 organization government agency
        Q484652 organization international organization
        Q79913 organization non-governmental organization
        Q163740 organization non-profit organization
        Q476028 organization football club
        Q847017 organization sports team
        Q43109 event referendum
        Q18608583 event sports event
        Q27020041 event sports season
        Q175331 event protest
        Q45382 event coup
        Q124734 event rebellion
        Q3199915 event massacre
        Q3882219 event assassination
        Q2223653 event attack
        Q8065 event disaster
        Q8092 event storm
        Q744913 event air crash
        Q41487 organization court
        Q35749 organization parliament
        Q11204 organization parliament
        Q772547 organization armed forces
        Q17149090 organization armed group
        Q198 event war
        Q178561 event battle
        Q40231 event election
        Q7944 event earthquake
        Q11424 product film
        Q5398426 product television series
        Q7889 product video game
        Q571 product book
        Q7397 product software
        """
}
