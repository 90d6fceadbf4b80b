/// Chooses between the dates that an HTML page declares, the one that it prints, and the one in its address.
struct DateChoice {
    let metadata: PageMetadata
    let printed: DateFinder.Printed?

    /// The date of publication, or `nil` if the page gives none.
    ///
    /// A printed date goes before one in the metadata that is a day off, often the day in Greenwich. One beside
    /// the headline does so in any case: the metadata may be those of an older version.
    var published: String? {
        guard let declared else {
            if let printed, printed.isBesideHeadline { return printed.iso }
            return addressDay ?? printed?.iso ?? firstTime ?? metadata.modified.flatMap(DateParser.iso)
        }
        guard let printed, !printed.isUpdate else { return declared }
        let days = Self.days(from: printed.iso, to: declared)
        return days != 0 && (printed.isBesideHeadline || days == 1) ? printed.iso : declared
    }

    /// How many days lie between two dates in ISO form, at most 2.
    private static func days(from first: String, to second: String) -> Int {
        let (earlier, later) = (min(first.prefix(10), second.prefix(10)), max(first.prefix(10), second.prefix(10)))
        if earlier == later { return 0 }
        return DateParser.dayAfter(earlier) == String(later) ? 1 : 2
    }

    /// The date of the metadata; where they disagree, the one of the day in the address.
    private var declared: String? {
        let dates = [metadata.linkedPublished, metadata.published].compactMap { $0.flatMap(DateParser.iso) }
        guard dates.count > 1, let addressDay else { return dates.first }
        return dates.first { $0.hasPrefix(addressDay) } ?? dates.first
    }

    private var addressDay: String? { metadata.canonicalURL.flatMap(DateParser.day(inAddress:)) }

    private var firstTime: String? { metadata.timeElements.lazy.compactMap(DateParser.iso).first }
}
