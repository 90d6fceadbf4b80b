import NewsModel
import TestSupport
import Testing

@Suite struct HashSet64Tests {
    @Test func anEmptySetHasNothing() {
        let set = HashSet64([UInt64]())
        #expect(!set.contains(0))
        #expect(!set.contains(1))
    }

    @Test func zeroIsAHashLikeOthers() {
        #expect(HashSet64([0]).contains(0))
        #expect(!HashSet64([7]).contains(0))
    }

    @Test func collidingHashesAreAllFound() {
        let colliding = (1...100).map { UInt64($0) << 40 }
        let set = HashSet64(colliding)
        for hash in colliding { #expect(set.contains(hash)) }
        #expect(!set.contains(101 << 40))
    }

    @Test func itAgreesWithSet() {
        var generator = SeededGenerator(seed: 22)
        for round in 0..<300 {
            let range: ClosedRange<UInt64> = round % 2 == 0 ? 0...64 : 0...UInt64.max
            let hashes = (0..<round).map { _ in UInt64.random(in: range, using: &generator) }
            let (set, expected) = (HashSet64(hashes), Set(hashes))
            for _ in 0..<64 {
                let hash = UInt64.random(in: range, using: &generator)
                #expect(set.contains(hash) == expected.contains(hash))
            }
            for hash in hashes { #expect(set.contains(hash)) }
        }
    }
}
