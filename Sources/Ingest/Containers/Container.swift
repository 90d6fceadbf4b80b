/// Something that holds files: an archive, a web archive.
protocol Container: AnyObject {
    /// The next thing in it; `nil` at the end. What was given before is not read from any more.
    func next() throws(StreamError) -> ContainedItem?
}

/// What stands in a container.
enum ContainedItem {
    case entry(Entry)
    /// Something that cannot be read, with its place in the container and the reason.
    case reject(place: String, offset: Int?, reason: String)
}

/// A file in a container.
struct Entry {
    /// "entry news/2024.jsonl" or "record 17 at byte 4096".
    var place: String
    /// By its ending, the name helps to tell the format; nothing else is done with it.
    var name: String
    /// The key of its article, when it is one and brings none; what the container is called stands before it.
    var key: EntryKey
    var input: BufferedInput
    /// What the container says that it is; `auto` when it does not.
    var format = InputFormat.auto
    var url: String?
    var charset: String?
}

/// How the article of an entry is called when nothing better is known.
enum EntryKey {
    /// By the entry's own name.
    case stem(String)
    /// By the container's name and this.
    case number(Int)
}
