import NewsModel

/// Finds the sketches that agree with another in a band, that is in two neighbouring bins: a hash table whose entries
/// are chained, the newest first.
///
/// The sketches themselves, one after the other in one array, are the caller's.
struct BandIndex {
    /// The newest entry of each place; entry n is band n % `bandCount` of sketch n / `bandCount`.
    private var heads = [UInt32](repeating: Self.none, count: 1 << 16)
    /// For each entry the one that came before it in its place.
    private var earlier: [UInt32] = []
    /// For each sketch the last question it was an answer to.
    private var lastAnswer: [UInt32] = []
    private var questions: UInt32 = 0

    private static let none = UInt32.max
    private static let bandCount = CopySketch.binCount / 2
    /// A band that more sketches share is boilerplate; the newest are looked at, as copies come soon after each other.
    private static let mostInBand = 16

    /// Adds the last of the sketches, those before it having been added.
    mutating func addLast(of sketches: [UInt16]) {
        let number = sketches.count / CopySketch.binCount - 1
        lastAnswer.append(0)
        if (number + 1) * Self.bandCount > heads.count {
            grow(sketches)
        } else {
            link(number, sketches)
        }
    }

    /// The sketches that share a band with `bins`, each once, in a fixed order.
    mutating func candidates(_ bins: [UInt16], among sketches: [UInt16]) -> [Int] {
        questions += 1
        var candidates: [Int] = []
        for band in 0..<Self.bandCount {
            let (first, second) = (bins[2 * band], bins[2 * band + 1])
            var entry = heads[place(band, first, second)]
            var found = 0
            while entry != Self.none, found < Self.mostInBand {
                let (sketch, entryBand) = Int(entry).quotientAndRemainder(dividingBy: Self.bandCount)
                let start = sketch * CopySketch.binCount + 2 * band
                if entryBand == band, sketches[start] == first, sketches[start + 1] == second {
                    found += 1
                    if lastAnswer[sketch] != questions { candidates.append(sketch) }
                    lastAnswer[sketch] = questions
                }
                entry = earlier[Int(entry)]
            }
        }
        return candidates
    }

    private mutating func link(_ sketch: Int, _ sketches: [UInt16]) {
        for band in 0..<Self.bandCount {
            let start = sketch * CopySketch.binCount + 2 * band
            let place = place(band, sketches[start], sketches[start + 1])
            earlier.append(heads[place])
            heads[place] = UInt32(sketch * Self.bandCount + band)
        }
    }

    /// Doubles the table and places all sketches anew, the oldest first as before.
    private mutating func grow(_ sketches: [UInt16]) {
        heads = [UInt32](repeating: Self.none, count: heads.count * 2)
        earlier.removeAll(keepingCapacity: true)
        for sketch in lastAnswer.indices { link(sketch, sketches) }
    }

    private func place(_ band: Int, _ first: UInt16, _ second: UInt16) -> Int {
        let key = UInt64(band) << 32 | UInt64(first) << 16 | UInt64(second)
        return Int(truncatingIfNeeded: Shingles.mixed(key)) & (heads.count - 1)
    }
}
