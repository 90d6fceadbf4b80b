/// What an HTML page holds: its blocks, and what its head says about the story.
struct HTMLPage {
    var blocks: [Block] = []
    var metadata = PageMetadata()

    /// Reads a page; the bytes must be valid UTF-8.
    init(_ bytes: [UInt8]) {
        var reader = HTMLReader()
        reader.read(bytes)
        blocks = Self.withoutConcealed(reader.blocks)
        metadata = reader.metadata
    }
}

extension HTMLPage {
    /// Drops what is hidden, unless nearly all of the running text is: then the story itself waits for a script.
    fileprivate static func withoutConcealed(_ blocks: [Block]) -> [Block] {
        guard blocks.contains(where: { $0.hints.contains(.concealed) }) else { return blocks }
        var shown = 0
        var concealed = 0
        for block in blocks where block.text.utf8.count > 120 && block.linkShare < 0.3 {
            if block.hints.contains(.concealed) { concealed += 1 } else { shown += 1 }
        }
        if concealed > 2 * shown { return blocks }
        return blocks.filter { !$0.hints.contains(.concealed) }
    }
}

/// Walks the tokens of a page and keeps the open elements.
struct HTMLReader {
    private struct OpenElement {
        var tag: HTMLTag
        var hints: BlockHints
        var isHidden: Bool
        var isLink: Bool
        var identifier: Int
        /// The tag with its class.
        var signature: UInt64
        /// The tags and classes from the root to here.
        var path: UInt64
        /// The number of `signature` among all, or -1 for an element without a class.
        var kin: Int
    }

    var blocks: [Block] = []
    var metadata = PageMetadata()
    private var open: [OpenElement] = []
    /// How many elements of each tag are open, so that a stray end tag costs no search.
    private var openCounts = [Int](repeating: 0, count: HTMLTag.allCases.count)
    private var nextIdentifier = 0
    private var line: [UInt8] = []
    private var linkBytes = 0
    private var lineOwner: OpenElement?
    private var kinNumbers: [UInt64: Int] = [:]
    private var kinCounts: [UInt32] = []
    private var lineKin = SIMD4<Int32>(repeating: -1)
    private var lineRegion = -1
    private var linePath: UInt64 = 0
    private var lineContainer = -1
    private var lineOuterContainer = -1
    private var lineListDepth = 0
    private var lineIsQuote = false
    private var gap = true
    private var capture: [UInt8] = []
    /// The number of open elements around the byline that is being read; 0 when there is none.
    private var captureDepth = 0

    init() {}

    mutating func read(_ bytes: [UInt8]) {
        var tokenizer = HTMLTokenizer(bytes)
        while let token = tokenizer.next() {
            switch token {
            case .text(let range): append(bytes[range])
            case .start(let tag, let attributes, let closesItself):
                start(tag, HTMLAttributes(bytes: bytes[attributes]), closesItself: closesItself)
            case .end(let tag): end(tag)
            case .raw(let tag, let range): raw(tag, bytes[range])
            }
        }
        flush()
        for index in blocks.indices {
            for position in 0..<3 {
                let kin = Int(Int32(bitPattern: blocks[index].likeness[position]))
                blocks[index].likeness[position] = kin < 0 ? 0 : kinCounts[kin]
            }
        }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        guard let top = open.last else {
            if !bytes.allSatisfy(UTF8Bytes.isASCIIBlank) { line.append(contentsOf: HTMLEntities.decoded(bytes)) }
            return
        }
        guard !top.isHidden else { return }
        if lineOwner == nil {
            if bytes.allSatisfy(UTF8Bytes.isASCIIBlank) { return }
            lineOwner = top
            describeLine()
        }
        let decoded = HTMLEntities.decoded(bytes)
        if top.isLink { linkBytes += decoded.count }
        line.append(contentsOf: decoded)
        if captureDepth > 0, capture.count < 400 { capture.append(contentsOf: decoded) }
    }

    /// Notes where in the page the line that begins now stands.
    private mutating func describeLine() {
        lineListDepth = openCounts[HTMLTag.ul.number] + openCounts[HTMLTag.ol.number]
        lineIsQuote = openCounts[HTMLTag.blockquote.number] > 0
        lineContainer = -1
        lineOuterContainer = -1
        describeKin()
        var passedBlock = false
        var levels = 0
        // Bounded, so that text under very many open elements stays linear.
        for element in open.suffix(24).reversed() {
            switch element.tag {
            case .li, .ul, .ol, .blockquote, .figure, .p, .h1, .h2, .h3, .h4, .h5, .h6:
                passedBlock = true
                continue
            default:
                guard element.tag.isBlock else { continue }
                guard passedBlock || element.tag != .div else {
                    passedBlock = true
                    continue
                }
                levels += 1
                if levels == 1 { lineContainer = element.identifier }
                lineOuterContainer = element.identifier
                if levels == 3 { return }
            }
        }
    }

    /// Notes the named elements around the line and the region that it stands in.
    private mutating func describeKin() {
        lineKin = SIMD4(repeating: -1)
        lineRegion = -1
        linePath = 0
        var found = 0
        for element in open.suffix(24).reversed() {
            if linePath == 0, element.tag.isBlock { linePath = element.path }
            if found < 3, element.kin >= 0, element.tag.isBlock {
                lineKin[found] = Int32(truncatingIfNeeded: element.kin)
                found += 1
            }
            if lineRegion < 0, element.tag == .article || element.tag == .section || element.tag == .main {
                lineRegion = element.identifier
            }
        }
        if lineRegion < 0 { lineRegion = 0 }
    }

    private mutating func start(_ tag: HTMLTag, _ attributes: HTMLAttributes, closesItself: Bool) {
        while let top = open.last, top.tag.isClosed(by: tag) { pop() }
        if tag.isBlock { flush() }
        if tag == .p || tag == .hr || tag.headingLevel > 0 || tag == .div { gap = true }
        var hints = HTMLHints.hints(of: tag)
        let isHidden = tag.isHidden
        var rel = ""
        var className: UInt64 = 0
        attributes.visit { name, value in
            if name == "class" { className = value.reduce(WordHash.seed, WordHash.combine) }
            switch name {
            case "class", "id", "role", "itemprop", "data-testid", "data-component", "aria-label":
                hints.formUnion(HTMLHints.hints(in: value))
            case "hidden": hints.insert(.concealed)
            case "style": if Self.hidesContent(value) { hints.insert(.concealed) }
            case "rel": rel = UTF8Bytes.lowercased(String(decoding: value, as: UTF8.self))
            default: break
            }
        }
        if rel == "author" { hints.insert(.byline) }
        if tag.headingLevel == 1 { hints.insert(.title) }
        metadata.note(tag, attributes, rel: rel)
        guard !tag.isVoid else { return }
        // What wraps the whole page says nothing about a part of it.
        if tag == .html || tag == .body { hints = [] }
        if hints.contains(.byline), captureDepth == 0, !(open.last?.isHidden ?? false) {
            captureDepth = open.count + 1
            capture = []
        }
        let above = open.last
        if tag == .p { hints.insert(.paragraphElement) }
        nextIdentifier += 1
        let signature = WordHash.join(className, UInt64(tag.number))
        let kin = className == 0 ? -1 : kinNumber(signature)
        open.append(
            OpenElement(
                tag: tag, hints: hints.union(above?.hints ?? []), isHidden: isHidden || (above?.isHidden ?? false),
                isLink: tag == .a || (above?.isLink ?? false), identifier: nextIdentifier,
                signature: signature, path: WordHash.join(above?.path ?? WordHash.seed, signature), kin: kin))
        openCounts[tag.number] += 1
    }

    /// The number of elements built like this one, counted up.
    private mutating func kinNumber(_ signature: UInt64) -> Int {
        let number = kinNumbers[signature] ?? kinCounts.count
        if number == kinCounts.count {
            kinNumbers[signature] = number
            kinCounts.append(0)
        }
        kinCounts[number] += 1
        return number
    }

    private static func hidesContent(_ style: ArraySlice<UInt8>) -> Bool {
        let compact = style.filter { !UTF8Bytes.isASCIIBlank($0) }.map(UTF8Bytes.lowercased)
        let needle = Array("display:none".utf8)
        guard compact.count >= needle.count, compact.count < 1000 else { return false }
        return compact.indices.dropLast(needle.count - 1).contains { compact[$0...].starts(with: needle) }
    }

    private mutating func end(_ tag: HTMLTag) {
        if tag.isBlock { flush() }
        if tag == .p || tag.headingLevel > 0 || tag == .div { gap = true }
        guard tag != .other, openCounts[tag.number] > 0 else {
            if tag == .other, open.last?.tag == .other { pop() }
            return
        }
        // An inline end tag must not close the blocks around it.
        if !tag.isBlock, !open.suffix(16).contains(where: { $0.tag == tag }) { return }
        while let top = open.last {
            pop()
            if top.tag == tag { break }
        }
    }

    private mutating func pop() {
        guard let top = open.popLast() else { return }
        if top.tag.isBlock { flush() }
        openCounts[top.tag.number] -= 1
        if captureDepth > open.count {
            captureDepth = 0
            metadata.bylineTexts.append(HTMLEntities.text(capture[...]))
        }
    }

    private mutating func raw(_ tag: HTMLTag, _ bytes: ArraySlice<UInt8>) {
        if tag == .title, metadata.titleElement == nil { metadata.titleElement = HTMLEntities.text(bytes) }
        if tag == .script { metadata.noteScript(bytes) }
    }

    /// Ends the line and makes a block of it.
    private mutating func flush() {
        defer {
            line.removeAll(keepingCapacity: true)
            linkBytes = 0
            lineOwner = nil
        }
        guard !line.isEmpty else { return }
        var content = UTF8Bytes.collapsed(line)
        if content.first == 0x20 { content.removeFirst() }
        guard !content.isEmpty else { return }
        var block = Block(text: String(decoding: content, as: UTF8.self))
        let owner = lineOwner
        block.hints = (owner?.hints ?? []).union(.html)
        block.linkShare = min(1, Double(linkBytes) / Double(content.count))
        block.gapBefore = gap
        block.container = lineContainer
        block.outerContainer = lineOuterContainer
        block.listDepth = lineListDepth
        block.region = lineRegion
        block.path = linePath
        block.depth = min(open.count, 60)
        block.likeness = SIMD4(truncatingIfNeeded: lineKin)
        for element in open.suffix(6) where element.tag.headingLevel > 0 {
            block.headingLevel = element.tag.headingLevel
        }
        block.shape = shape(of: block)
        blocks.append(block)
        gap = false
    }

    private func shape(of block: Block) -> Block.Shape {
        if block.headingLevel > 0 { return .heading }
        if block.hints.contains(.caption) { return .caption }
        if block.listDepth > 0 { return .listItem }
        if lineIsQuote { return .quote }
        return block.hints.contains(.table) ? .cell : .paragraph
    }
}
