import NewsModel

/// Gathers the fields of one object or row; of several spellings of a field the preferred one wins.
final class FieldCollector {
    let names: FieldNames
    private(set) var fields = ArticleFields()
    /// Names that are not fields of an article, for the message when there is no article.
    private(set) var unknown: [String] = []
    private var ranks: [AnyKeyPath: (rank: Int, name: String)] = [:]

    init(names: FieldNames) { self.names = names }

    func take(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) {
        let name = String(decoding: name, as: UTF8.self)
        guard let place = place(of: name) else { return }
        take(name, String(decoding: value, as: UTF8.self), place)
    }

    func take(name: String, value: String) {
        guard let place = place(of: name) else { return }
        take(name, value, place)
    }

    private func place(of name: String) -> FieldNames.Place? {
        let place = names.place(of: name)
        if place == nil, unknown.count < 8 { unknown.append(name) }
        return place
    }

    private func take(_ name: String, _ text: String, _ place: FieldNames.Place) {
        guard !text.isEmpty else { return }
        if let (rank, other) = ranks[place.field] {
            // Several authors or paragraphs come as an array: the same name again.
            if other == name {
                fields[keyPath: place.field] = (fields[keyPath: place.field] ?? "") + divider(of: place.field) + text
                return
            }
            if rank <= place.rank { return }
        }
        ranks[place.field] = (place.rank, name)
        fields[keyPath: place.field] = text
    }

    /// What stands between the items of an array.
    private func divider(of field: AnyKeyPath) -> String {
        field == \ArticleFields.text || field == \ArticleFields.html ? "\n\n" : ", "
    }
}
