import CSimdjson

/// Parses JSON with simdjson. For one thread at a time: it owns simdjson's buffers.
///
///     let name = try JSONParser().read(line) { root in root["name"]?.string }
public final class JSONParser {
    private let parser: OpaquePointer

    /// A parser; its buffers grow to the longest text.
    public init() { parser = csimdjson_open() }

    deinit { csimdjson_close(parser) }

    /// Parses a text and gives its value to `body`, which must not keep it: the next text takes its place.
    /// - Throws: `JSONError` when the text is no JSON.
    public func read<Result>(_ text: ArraySlice<UInt8>, _ body: (JSONElement) -> Result) throws(JSONError) -> Result {
        var root = csimdjson_value()
        let message = text.withUnsafeBytes { bytes in
            csimdjson_parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &root)
        }
        if let message { throw JSONError(description: "no JSON: \(String(cString: message))") }
        return body(JSONElement(value: root))
    }
}

/// Why a text is no JSON, in simdjson's words.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String
}

/// A value of a JSON text, read where simdjson has it: only what is asked for is copied.
public struct JSONElement {
    fileprivate let value: csimdjson_value

    /// The member of an object.
    public subscript(name: String) -> JSONElement? {
        var name = name
        var member = csimdjson_value()
        let isThere = name.withUTF8 { name in
            // The length counts; the pointer's type is only how C says text.
            name.withMemoryRebound(to: CChar.self) { csimdjson_member(value, $0.baseAddress, $0.count, &member) }
        }
        return isThere != 0 ? JSONElement(value: member) : nil
    }

    /// The text of a string.
    public var string: String? {
        var length = 0
        guard let start = csimdjson_string(value, &length) else { return nil }
        return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
    }

    /// The value of a number.
    public var number: Double? {
        var number = 0.0
        return csimdjson_number(value, &number) != 0 ? number : nil
    }

    /// Whether true or false stands there.
    public var boolean: Bool? {
        var boolean: Int32 = 0
        return csimdjson_boolean(value, &boolean) != 0 ? boolean != 0 : nil
    }

    /// How many items an array or members an object has; 0 for anything else.
    public var count: Int { csimdjson_count(value) }

    /// The items of an array, or the values of an object; none for anything else.
    public var items: [JSONElement] { members.map(\.value) }

    /// The members of an object with their names; the items of an array have empty ones.
    public var members: [(name: String, value: JSONElement)] {
        let collector = MemberCollector()
        csimdjson_each(
            value,
            { context, name, length, value in
                guard let context else { return }
                let name = String(decoding: UnsafeRawBufferPointer(start: name, count: length), as: UTF8.self)
                let collector = Unmanaged<MemberCollector>.fromOpaque(context).takeUnretainedValue()
                collector.members.append((name, JSONElement(value: value)))
            }, Unmanaged.passUnretained(collector).toOpaque())
        return collector.members
    }
}

/// Takes what C hands out.
private final class MemberCollector {
    var members: [(name: String, value: JSONElement)] = []
}
