import FileAccess
import TestSupport
import Testing

@testable import Recognition

@Suite struct NameModelTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let slots = 16
    private static let header = 32
    private static let steps = 336

    private static let features = (0..<8).map { NameFeature.shape.hash($0) }

    /// A model of a few features.
    private static func modelBytes() -> [UInt8] {
        func bytes<Number>(_ number: Number) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }
        var result = Array("GAZNAMES".utf8)
        for number in [1, 0x0102_0304, UInt32(slots), 0] { result += bytes(number) }
        result += bytes(UInt64(7))
        for place in 0..<steps / 4 { result += bytes(Float(place % 5) - 2) }
        var marks = [UInt32](repeating: 0, count: slots)
        for hash in features {
            var place = Int(truncatingIfNeeded: hash >> 32) & (slots - 1)
            while marks[place] != 0 { place = (place + 1) % slots }
            marks[place] = UInt32(truncatingIfNeeded: hash) | 1
        }
        for mark in marks { result += bytes(mark) }
        for slot in 0..<slots { result += bytes(LabelScores(repeating: Int16(slot * 100 - 700))) }
        return result
    }

    private func model(_ bytes: some Sequence<UInt8>) throws -> NameModel {
        try NameModel(path: try folder.write("weights.bin", bytes))
    }

    @Test func aWholeFileIsRead() throws {
        let model = try model(Self.modelBytes())
        #expect(model.contentHash == 7)
        #expect(Self.features.allSatisfy { model.weights($0) != nil })
        #expect(model.weights(NameFeature.shoutedRun.hash(12345)) == nil)
        let steps = model.transitions.scores
        #expect([steps[0][0], steps[0][1], steps[0][4], steps[1][0]] == [-2, -1, 2, 2])
    }

    @Test func theShippedFileIsRead() throws {
        #expect(try NameModel(path: Story.nameWeights).transitions.scores[0][1] != 0)
    }

    @Test func aMissingFileIsNamed() throws {
        let path = folder.file("none.bin")
        let error = #expect(throws: NameModelError.self) { try NameModel(path: path) }
        guard case .unreadable = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(error?.description.contains(path) == true)
        #expect(throws: NameModelError.self) { try NameModel(path: folder.path) }
    }

    @Test func foreignFilesAndOtherVersionsAreToldApart() throws {
        let path = folder.file("weights.bin")
        for place in [0, 7, 8, 12] {
            var bytes = Self.modelBytes()
            bytes[place] ^= 0x40
            #expect(throws: NameModelError.foreign(path: path)) { try model(bytes) }
        }
        #expect(throws: NameModelError.foreign(path: path)) { try model([]) }
        #expect(throws: NameModelError.foreign(path: path)) { try model([UInt8](repeating: 0x20, count: 4000)) }
        #expect(NameModelError.foreign(path: "p").description.hasPrefix("p: "))
    }

    @Test func aCutFileIsNeverUsed() throws {
        let bytes = Self.modelBytes()
        for count in 0..<bytes.count { #expect(throws: NameModelError.self) { try model(bytes.prefix(count)) } }
        #expect(throws: NameModelError.self) { try model(bytes + [0]) }
    }

    @Test(arguments: [0, 1, 15, 17, 32, 1 << 31, UInt32.max])
    func aWrongNumberOfSlotsIsDamage(slots: UInt32) throws {
        var bytes = Self.modelBytes()
        bytes.replaceSubrange(16..<20, with: withUnsafeBytes(of: slots) { Array($0) })
        #expect(throws: NameModelError.damaged(path: folder.file("weights.bin"))) { try model(bytes) }
    }

    @Test(arguments: [Float.nan, .infinity, -.infinity, NameModel.greatestStep * 2, -1e38])
    func stepsBeyondReasonAreDamage(step: Float) throws {
        var bytes = Self.modelBytes()
        bytes.replaceSubrange(40..<44, with: withUnsafeBytes(of: step) { Array($0) })
        #expect(throws: NameModelError.damaged(path: folder.file("weights.bin"))) { try model(bytes) }
    }

    @Test func aFlippedByteNeverCrashesAStory() throws {
        let bytes = Self.modelBytes()
        let story = try Story()
        let article = story.read("Defence Minister Salifou Modi met Hadiza Garba in Niger. KDF 42 left.", title: "A B")
        var opened = 0
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 0xFF
            guard let model = try? model(damaged) else { continue }
            opened += 1
            for mention in Recognizer(index: story.index, model: model).mentions(in: article) {
                #expect(mention.kindSupport.map { (0...4.001).contains($0.name) } ?? true)
            }
        }
        #expect(opened > 0)
    }

    @Test func aTableWithoutEmptySlotsEndsALookUp() throws {
        var bytes = Self.modelBytes()
        let marks = Self.header + Self.steps
        bytes.replaceSubrange(marks..<marks + Self.slots * 4, with: [UInt8](repeating: 0xFF, count: Self.slots * 4))
        #expect(try model(bytes).weights(NameFeature.word.hash(1)) == nil)
    }
}
