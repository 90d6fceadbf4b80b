/// The known names that a user may have meant by one that is not known.
struct NameSuggestions {
    /// The nearest first, of equally near ones in the order in which they are known; a few.
    let best: [String]

    private static let most = 30

    /// Looks for slips of at most two letters (one in short names), anywhere in the name, in whatever letter case; where there
    /// are none, for names that have all the words.
    init(for name: String, among known: [String]) {
        let wanted = Word(name)
        let reach = wanted.scalars.count < 5 ? 1 : 2
        var near: [(distance: Int, name: String)] = []
        for candidate in known {
            guard let distance = wanted.distance(to: Word(candidate), atMost: reach) else { continue }
            near.append((distance, candidate))
        }
        guard near.isEmpty else {
            // Sorting does not promise to keep the order of equals.
            best = (0...reach).flatMap { distance in near.filter { $0.distance == distance }.map(\.name) }
                .prefix(Self.most).map { $0 }
            return
        }
        let words = Self.words(name)
        guard words.contains(where: { $0.count > 2 }) else {
            best = []
            return
        }
        best = known.filter { Set(Self.words($0)).isSuperset(of: words) }.prefix(Self.most).map { $0 }
    }

    private static func words(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    }
}

/// A name for comparison, in small letters.
private struct Word {
    let scalars: [Unicode.Scalar]
    /// A bit for each letter that it has, many letters sharing one.
    private let letters: UInt64

    init(_ name: String) {
        scalars = Array(name.lowercased().unicodeScalars)
        letters = scalars.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
    }

    /// The number of letters to insert, leave out, replace or exchange with the next (optimal string alignment; Damerau 1964);
    /// `nil` where it is more than `most`.
    func distance(to other: Word, atMost most: Int) -> Int? {
        // Each step changes the count by one at most, and the set of letters by two.
        guard abs(scalars.count - other.scalars.count) <= most,
            (letters ^ other.letters).nonzeroBitCount <= 2 * most
        else { return nil }
        let width = other.scalars.count
        var (beforeLast, last) = ([Int](), Array(0...width))
        for (i, letter) in scalars.enumerated() {
            var row = [i + 1]
            for (j, otherLetter) in other.scalars.enumerated() {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == otherLetter ? 0 : 1))
                if i > 0, j > 0, letter == other.scalars[j - 1], scalars[i - 1] == otherLetter {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[width] <= most ? last[width] : nil
    }
}
