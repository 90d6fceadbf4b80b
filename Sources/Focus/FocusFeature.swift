/// What speaks for or against a story's being about a country; each feature is a number from 0 up.
public enum FocusFeature: String, CaseIterable, Sendable {
    /// 1 when the story was filed from the country.
    case dateline
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
    /// 1 when no other country's mentions weigh more, names of countries counted most.
    case most
    /// 1 when there is no other country at all.
    case only
    /// The part of the text's fifths that the country comes in.
    case spread
}
