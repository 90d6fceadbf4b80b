/// What sort of thing an entity is.
public enum Kind: String, CaseIterable, Sendable, Codable {
    case person
    case organization
    case country
    case place
    case event
    case product
    case other
}

/// How a mention names its entity.
public enum MentionForm: String, CaseIterable, Sendable, Codable {
    /// The entity's usual name.
    case name
    /// Another name that a gazetteer lists.
    case alias
    /// An abbreviation by initials, such as "NATO".
    case acronym
    /// The people or the adjective of a country or place, such as "Nigerien".
    case demonym
    /// A part of a name that the story gave in full elsewhere, such as "Tiani".
    case surname
    /// A name that no gazetteer has, told by its shape and its neighbours.
    case guess
}

/// Where in a page a piece of text stands.
///
/// Only `title`, `lead`, `body` and `caption` are tagged.
public enum Zone: String, CaseIterable, Sendable, Codable {
    case title
    /// The first paragraph of the story.
    case lead
    case body
    /// The text below a picture.
    case caption
    /// A line that points to another story ("READ MORE …", related headlines).
    case teaser
    /// Menus, footers, cookie notes, share buttons, comment forms.
    case furniture
}
