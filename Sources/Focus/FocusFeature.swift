/// What speaks for or against a story's being about a country; each feature is a number from 0 up.
public enum FocusFeature: String, CaseIterable, Sendable {
    /// 1 when the story was filed from the country.
    case dateline
    /// 1 when it was filed from there and names no other country.
    case datelineAlone
    /// 1 when it was filed from there and names the country otherwise too.
    case datelineAndText
    /// 1 when the title has the country's name or its people.
    case titleCountry
    /// 1 when the title has a place, person or organization of the country.
    case titleOther
    /// 1 when the first sentences of the text name the country or its people.
    case leadCountry
    /// 1 when they name a place, person or organization of the country.
    case leadOther
    /// ln(1 + mentions) of the country by its name.
    case countryName
    /// ln(1 + mentions) of its people or of what is theirs ("Nigerien").
    case demonym
    /// ln(1 + mentions) of places in the country.
    case place
    /// ln(1 + mentions) of people who hold or held an office of the country.
    case officeHolder
    /// ln(1 + mentions) of other people of the country.
    case person
    /// ln(1 + mentions) of organizations of the country.
    case organization
    /// The country's part of all mentions that speak for some country, names of countries counted most.
    case share
    /// 1 when no other country has a greater part.
    case most
    /// 1 when there is no other country at all.
    case only
    /// How early the country first comes in the text: 1 at the beginning, 0 at the end or not at all.
    case early
    /// The part of the text's fifths that the country comes in.
    case spread
    /// ln(1 + the number of other countries).
    case others
}
