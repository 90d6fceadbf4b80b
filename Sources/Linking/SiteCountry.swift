import Gazetteers
import NewsModel
import Tokenization

extension StoryFacts {
    /// The country that a site writes in first of all: by the end of its address, or by what the gazetteer says of a
    /// newspaper or broadcaster of its name. `none` where neither tells.
    public static func country(
        ofSite site: String?, url: String?, index: GazetteerIndex, tokenizer: Tokenizer
    ) -> CountryCode {
        for address in [url, site] {
            guard let address, let country = country(ofAddress: address) else { continue }
            return country
        }
        guard let site, !site.isEmpty else { return .none }
        var best: (weight: Double, country: CountryCode) = (-1, .none)
        for number in index.names(equalTo: tokenizer.tokensOfName(site)) {
            let entity = Int(index.name(number).entity)
            let weight = index.weight(ofEntity: entity)
            if mediaRoles.contains(index.roleKey(ofEntity: entity)), weight > best.weight {
                best = (weight, index.country(ofEntity: entity))
            }
        }
        return best.country
    }

    private static let mediaRoles = HashSet64(
        ["newspaper", "broadcaster", "news agency", "website", "magazine"].map { TokenKey.hash(of: $0) })

    /// The country of "https://www.example.com.ng/story"; `nil` for ends that say nothing of a country.
    static func country(ofAddress address: String) -> CountryCode? {
        let host = address.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
            .first { !$0.elementsEqual("https:".utf8) && !$0.elementsEqual("http:".utf8) }
        guard let host, !host.contains(UInt8(ascii: " ")),
            let end = host.split(separator: UInt8(ascii: ".")).last, end.count < host.count, end.count == 2,
            let label = String(end)?.uppercased(), !endsOfNoCountry.contains(label)
        else { return nil }
        return CountryCode(label == "UK" ? "GB" : label)
    }

    /// Ends of addresses that are used all over the world, or belong to no country.
    private static let endsOfNoCountry: Set<String> = [
        "AI", "CC", "CO", "EU", "FM", "GG", "IO", "LY", "ME", "SH", "SU", "TO", "TV", "VC", "WS",
    ]
}
