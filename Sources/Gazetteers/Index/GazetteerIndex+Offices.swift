import Tokenization

/// A word of an office that a person held or holds, or of the person's role.
public struct OfficeWord: Sendable, Equatable {
    /// The hash of the word's key.
    public var key: UInt64
    /// The number of the office among the person's, the latest 1; the role is 0.
    public var office: Int32
    /// First and last day of the office as numbers (20240117); 0 where unknown, and for roles.
    public var from: Int32
    public var until: Int32

    /// Whether the office was held on a day, for all that is known; never for a role.
    public func isHeld(on day: Int32) -> Bool {
        guard from != 0, from <= day else { return false }
        // A year or a month ends with its last day.
        let end = until % 10_000 == 0 ? until + 1231 : until % 100 == 0 ? until + 31 : until
        return until == 0 || day <= end
    }
}

extension GazetteerIndex {
    /// The hash of the key of an entity's role as a whole, such as "football club".
    public func roleKey(ofEntity number: Int) -> UInt64 { TokenKey.hash(of: bytes(record(number).role)) }

    /// The words of a person's role and of the latest offices, without reading strings.
    public func officeWords(ofEntity number: Int) -> [OfficeWord] {
        let record = record(number)
        var result: [OfficeWord] = []
        appendWords(of: record.role, OfficeRecord(), number: 0, to: &result)
        let start = Int(record.firstOffice)
        guard start + Int(record.officeCount) <= offices.count else { return result }
        for number in 0..<min(Int(record.officeCount), Self.mostOffices) {
            let office = offices[start + number]
            appendWords(of: office.title, office, number: Int32(number + 1), to: &result)
        }
        return result
    }

    /// Whether a person has offices.
    public func hasOffices(_ number: Int) -> Bool { record(number).officeCount > 0 }

    private static let mostOffices = 6

    private func appendWords(
        of text: UInt32, _ office: OfficeRecord, number: Int32, to words: inout [OfficeWord]
    ) {
        var rest = bytes(text)[...]
        while !rest.isEmpty {
            let word = rest.prefix { $0 != UInt8(ascii: " ") }
            rest = rest[word.endIndex...].dropFirst()
            if word.isEmpty { continue }
            let key = TokenKey.hash(of: UnsafeBufferPointer(rebasing: word))
            words.append(OfficeWord(key: key, office: number, from: office.from, until: office.until))
        }
    }
}
