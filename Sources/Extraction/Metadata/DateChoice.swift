/// Chooses between the dates that an HTML page declares, the one that it prints, and the one in its address.
struct DateChoice {
    let metadata: PageMetadata
    let printed: DateFinder.Printed?

    /// The date of publication, or `nil` if the page gives none.
    ///
    /// A date printed beside the headline goes before another one in the metadata: it is the local day, where the
    /// metadata often have the day in Greenwich or that of an older version.
    var published: String? {
        guard let declared else {
            if let printed, printed.isBesideHeadline { return printed.iso }
            return addressDay ?? printed?.iso ?? firstTime ?? metadata.modified.flatMap(DateParser.iso)
        }
        guard let printed, printed.isBesideHeadline, !printed.isUpdate, printed.day != declared.prefix(10) else {
            return declared
        }
        return printed.iso
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
