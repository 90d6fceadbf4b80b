import CExpat

/// What an XML parser tells of a document, in order.
protocol XMLHandler: AnyObject {
    /// An element begins at a place in the document, in bytes.
    func began(_ element: String, _ attributes: [String: String], at offset: Int)
    func ended(_ element: String)
    func text(_ bytes: UnsafeRawBufferPointer)
}

/// expat, fed piece by piece.
///
/// Documents that declare entities are refused: no feed needs them, and a few lines of them could expand to any length.
/// Names of HTML's entities, which many feeds use without declaring them, come through as text ("&nbsp;").
final class XMLParser {
    private let parser: XML_Parser?
    private let state: ParserState
    private var fed = 0

    /// - Parameter deepest: how deep elements may stand in one another.
    init(_ handler: any XMLHandler, deepest: Int) {
        state = ParserState(handler, deepest: deepest)
        // Whatever a document declares, it has been converted.
        parser = XML_ParserCreate("UTF-8")
        state.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
        XML_SetElementHandler(parser, elementBegan, elementEnded)
        XML_SetCharacterDataHandler(parser, charactersCame)
        XML_SetEntityDeclHandler(parser, entityDeclared)
        XML_SetSkippedEntityHandler(parser, entitySkipped)
        // Makes unknown entities something to skip rather than an error; nothing is ever fetched.
        XML_UseForeignDTD(parser, XML_Bool(XML_TRUE))
        XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_ALWAYS)
        XML_SetExternalEntityRefHandler(parser, externalEntityReferred)
    }

    deinit { XML_ParserFree(parser) }

    /// Parses further bytes; `isLast` when none will follow.
    func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(StreamError) {
        // expat counts in 31 bits; pieces are far smaller.
        let status = XML_Parse(
            parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
        fed += bytes.count
        guard status == XML_STATUS_OK else { throw .damaged(state.refusal ?? complaint(isLast)) }
        // expat begins a tag anew with each piece of it, which takes quadratic time for one that does not end.
        guard fed - Int(XML_GetCurrentByteIndex(parser)) <= Self.longestTag else {
            throw .damaged("a tag or comment of more than \(Self.longestTag >> 20) MiB")
        }
    }

    private func complaint(_ isLast: Bool) -> String {
        let (code, line) = (XML_GetErrorCode(parser), XML_GetCurrentLineNumber(parser))
        if isLast, [XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION].contains(code) {
            return "truncated: the XML ends in line \(line)"
        }
        let message = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown error"
        return "the XML is not well-formed in line \(line): \(message)"
    }

    private static let longestTag = 4 << 20
}

/// What expat's functions need to know.
private final class ParserState {
    // The reader owns the parser, and the parser owns this.
    unowned let handler: any XMLHandler
    let deepest: Int
    var parser: XML_Parser?
    var depth = 0
    var refusal: String?

    init(_ handler: any XMLHandler, deepest: Int) {
        self.handler = handler
        self.deepest = deepest
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> ParserState? {
        context.map { Unmanaged<ParserState>.fromOpaque($0).takeUnretainedValue() }
    }

    func refuse(_ reason: String) {
        refusal = reason
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
}

private func elementBegan(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
    guard let state = ParserState.of(context), let name else { return }
    state.depth += 1
    guard state.depth <= state.deepest else {
        return state.refuse("elements of XML in more than \(state.deepest) elements")
    }
    var found: [String: String] = [:]
    var place = 0
    while let key = attributes?[place], let value = attributes?[place + 1] {
        found[String(cString: key)] = String(cString: value)
        place += 2
    }
    state.handler.began(String(cString: name), found, at: Int(XML_GetCurrentByteIndex(state.parser)))
}

private func elementEnded(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
    guard let state = ParserState.of(context), let name else { return }
    state.depth -= 1
    state.handler.ended(String(cString: name))
}

private func charactersCame(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ length: Int32) {
    ParserState.of(context)?.handler.text(UnsafeRawBufferPointer(start: text, count: Int(length)))
}

private func entityDeclared(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ isParameter: Int32,
    _ value: UnsafePointer<CChar>?, _ length: Int32, _ base: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
    _ publicName: UnsafePointer<CChar>?, _ notation: UnsafePointer<CChar>?
) {
    ParserState.of(context)?.refuse("XML that declares entities of its own, which is not read")
}

/// Reads nothing in the place of whatever the document refers to.
private func externalEntityReferred(
    _ parser: XML_Parser?, _ context: UnsafePointer<CChar>?, _ base: UnsafePointer<CChar>?,
    _ system: UnsafePointer<CChar>?, _ publicName: UnsafePointer<CChar>?
) -> Int32 {
    guard let nothing = XML_ExternalEntityParserCreate(parser, context, nil) else { return 0 }
    defer { XML_ParserFree(nothing) }
    return XML_Parse(nothing, "", 0, 1) == XML_STATUS_OK ? 1 : 0
}

private func entitySkipped(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ isParameter: Int32) {
    guard isParameter == 0, let name, let state = ParserState.of(context) else { return }
    let text = Array("&\(String(cString: name));".utf8)
    text.withUnsafeBytes { state.handler.text($0) }
}
