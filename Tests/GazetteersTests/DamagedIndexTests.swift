import FileAccess
import TestSupport
import Testing

@testable import Gazetteers

@Suite struct DamagedIndexTests {
    private static let text =
        "In Niger, Assimi Goïta met the New York Times of Washington, D.C. and NATO. Mali Niger Goita"

    /// Where the sections begin.
    private static let tableEnd =
        MemoryLayout<IndexFormat.Header>.stride
        + IndexFormat.Section.allCases.count * MemoryLayout<IndexFormat.SectionEntry>.stride

    private func indexBytes() throws -> [UInt8] {
        let tables = try Tables([
            "e.tsv": entityHeader + "Q1032\tcountry\t\tNiger\tdemonym:Nigerien\tNE\nQ912\tcountry\t\tMali\t\tML\n"
                + "Q1\tperson\t\tAssimi Goïta\tAbdourahamane Tchiani\tML\t\t\t3\nQ2\torganization\tmedia\tThe New York Times\t\tUS\n"
                + "Q61\tplace\tcity\tWashington, D.C.\t\tUS\nQ7\torganization\t\tNATO\tacronym:NATO\t\n",
            "offices.tsv": "person\toffice\torganization\nQ1\tPresident\tQ912\n",
        ])
        return try withExtendedLifetime(tables) { try GazetteerCompiler.indexBytes(try tables.sources()).0 }
    }

    /// Opens bytes as an index and asks everything of it that can be asked; returns whether it opened.
    private func canBeUsed(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> Bool {
        let path = try folder.write("x.index", bytes)
        guard let index = try? GazetteerIndex(path: path) else { return false }
        _ = try index.found(in: Self.text)
        for number in 0..<min(index.entityCount, 20) {
            _ = index.entity(number)
            for office in index.offices(ofEntity: number) { _ = office.organization.map { index.entity($0) } }
        }
        _ = index.entityNumber(ofID: "Q61")
        _ = try index.names(equalTo: tokens("Washington, D.C."))
        if let spelling = NameSpelling(name: "Abdourahmane Tchiani") {
            _ = index.names(spelledLike: spelling) { _ in false }
        }
        return true
    }

    @Test func aWholeIndexIsUsable() throws {
        #expect(try canBeUsed(try indexBytes(), in: try TemporaryFolder()))
    }

    @Test func foreignFilesAndOtherVersionsAreToldApart() throws {
        let folder = try TemporaryFolder()
        var bytes = try indexBytes()
        bytes[8] = 99
        let path = try folder.write("x.index", bytes)
        #expect(throws: IndexError.foreign(path: path)) { try GazetteerIndex(path: path) }
        try folder.write("x.index", [UInt8](repeating: 0x20, count: 4000))
        #expect(throws: IndexError.foreign(path: path)) { try GazetteerIndex(path: path) }
        #expect(throws: IndexError.self) { try GazetteerIndex(path: "\(folder.path)/none") }
        #expect(throws: IndexError.self) { try GazetteerIndex(path: folder.path) }
        #expect(IndexError.foreign(path: "p").description.hasPrefix("p: not a gazetteer index"))
    }

    @Test func aTruncatedIndexIsDamaged() throws {
        let folder = try TemporaryFolder()
        let bytes = try indexBytes()
        for count in [0, 1, 39, 40, Self.tableEnd, bytes.count / 2, bytes.count - 1] {
            let path = try folder.write("x.index", bytes.prefix(count))
            #expect(throws: IndexError.damaged(path: path)) { try GazetteerIndex(path: path) }
        }
    }

    @Test func aFlippedByteNeverCrashesALookUp() throws {
        let folder = try TemporaryFolder()
        let bytes = try indexBytes()
        var opened = 0
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var damaged = bytes
            damaged[place] ^= 0xFF
            if try canBeUsed(damaged, in: folder) { opened += 1 }
        }
        for first in 0..<97 {
            var damaged = bytes
            for place in stride(from: Self.tableEnd + first, to: bytes.count, by: 97) { damaged[place] ^= 0xFF }
            if try canBeUsed(damaged, in: folder) { opened += 1 }
        }
        #expect(opened > 0)
    }

    @Test func aChangedByteIsFoundByTheChecksum() throws {
        let folder = try TemporaryFolder()
        let bytes = try indexBytes()
        #expect(try GazetteerIndex(path: try folder.write("x.index", bytes)).isIntact)
        for place in stride(from: IndexFormat.bodyStart, to: bytes.count, by: 61) {
            var damaged = bytes
            damaged[place] ^= 0x10
            if let index = try? GazetteerIndex(path: try folder.write("x.index", damaged)) { #expect(!index.isIntact) }
        }
    }

    @Test func tablesWithoutEmptySlotsEndALookUp() throws {
        let folder = try TemporaryFolder()
        let bytes = try indexBytes()
        // All records filled with ones: no slot is empty, every number is out of range.
        let damaged = bytes.prefix(Self.tableEnd) + [UInt8](repeating: 0xFF, count: bytes.count - Self.tableEnd)
        #expect(try canBeUsed(Array(damaged), in: folder))
    }
}
