import Gazetteers
import Tokenization

/// Gives the features of each token of a story to a sink: what the learned recognizer decides by.
///
/// Training and tagging both come through here, so that they see the same.
struct NameFeatures {
    let segments: [Range<Int>]
    private let article: TokenizedArticle
    private let tokens: [Token]
    private let traits: [WordTraits]
    private let cover: NameCover
    private let story: StoryWords
    private let headlines: HeadlineCase

    init(_ article: TokenizedArticle, _ matches: [GazetteerMatch], _ index: GazetteerIndex) {
        self.article = article
        let (tokens, words, bytes) = (article.tokens, article.words, article.bytes)
        self.tokens = tokens
        traits = bytes.withUnsafeBufferPointer { bytes in
            tokens.indices.map { WordTraits(tokens[$0], words[$0], bytes) }
        }
        cover = NameCover(matches, tokens, index)
        segments = NameSegments(article, traits, cover).segments
        story = StoryWords(article, traits, cover)
        headlines = HeadlineCase(tokens, traits)
    }

    /// Gives the features of each token of a segment to a copy of an empty sink, and that to `take`.
    func collect<Sink: FeatureSink>(_ segment: Range<Int>, into empty: Sink, _ take: (Sink) -> Void) {
        var run: CapitalRun?
        for token in segment {
            if traits[token].isCapitalized, run?.tokens.contains(token) != true {
                run = CapitalRun(around: token, in: segment, tokens, traits)
            }
            var sink = empty
            addWord(token, to: &sink)
            addNeighbours(token, to: &sink)
            addGaps(token, to: &sink)
            addNames(token, to: &sink)
            if traits[token].isCapitalized, let run { addRun(run, token, to: &sink) }
            addStory(token, to: &sink)
            take(sink)
        }
    }

    /// The traits of a token of the same sentence; `nil` beyond it.
    @inline(__always)
    private func traits(_ position: Int, besides token: Int) -> WordTraits? {
        guard position >= 0, position < tokens.count, tokens[position].sentence == tokens[token].sentence else {
            return nil
        }
        return traits[position]
    }

    private func key(_ position: Int, besides token: Int) -> UInt64 { traits(position, besides: token)?.key ?? 0 }

    private func addWord<Sink: FeatureSink>(_ token: Int, to sink: inout Sink) {
        let word = traits[token]
        let start = word.isSentenceStart ? 1 : 0
        sink.add(.always, 0)
        sink.add(.word, word.key)
        sink.add(.shape, word.shape.rawValue * 2 + start)
        if word.isCapitalized { addSuffixes(token, to: &sink) }
        sink.add(.given, word.given)
        sink.add(.family, word.family)
        sink.add(.capitalRatio, word.capitalRatio * 2 + start)
        sink.add(.capitalRatioAndShape, word.capitalRatio * 16 + word.shape.rawValue)
        sink.add(.frequency, word.frequency)
        addCues(word, .cue, to: &sink)
        if headlines.holds(tokens[token].sentence) {
            sink.add(.headline, 0)
            sink.add(.headlineAndShape, word.shape.rawValue)
            sink.add(.headlineAndRatio, word.capitalRatio)
        }
    }

    private func addSuffixes<Sink: FeatureSink>(_ token: Int, to sink: inout Sink) {
        let span = tokens[token].span
        var suffix: UInt64 = 0
        for length in 1...4 where span.count > length {
            let byte = article.bytes[span.end - length]
            let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
            suffix = suffix << 8 | UInt64(isCapital ? byte | 0x20 : byte)
            switch length {
            case 2: sink.add(.suffixOfTwo, suffix)
            case 3: sink.add(.suffixOfThree, suffix)
            case 4: sink.add(.suffixOfFour, suffix)
            default: break
            }
        }
    }

    private func addCues<Sink: FeatureSink>(
        _ word: WordTraits, _ feature: NameFeature, besides unwanted: CueClass = .connector, to sink: inout Sink
    ) {
        var cues = word.cues.subtracting(unwanted).rawValue
        while cues != 0 {
            sink.add(feature, cues.trailingZeroBitCount * 2 + (word.isCapitalized ? 1 : 0))
            cues &= cues - 1
        }
    }

    private func addNeighbours<Sink: FeatureSink>(_ token: Int, to sink: inout Sink) {
        let (before, after) = (traits(token - 1, besides: token), traits(token + 1, besides: token))
        sink.add(.wordBefore, before?.key ?? 0)
        sink.add(.wordAfter, after?.key ?? 0)
        if let before {
            addCues(before, .cueBefore, to: &sink)
            if before.isCapitalized {
                sink.add(.givenBefore, before.given)
                sink.add(.familyBefore, before.family)
                sink.add(.ratioBefore, before.capitalRatio)
            }
        }
        if let after {
            addCues(after, .cueAfter, to: &sink)
            if after.isCapitalized {
                sink.add(.givenAfter, after.given)
                sink.add(.familyAfter, after.family)
                sink.add(.ratioAfter, after.capitalRatio)
            }
        }
        let farUnwanted: CueClass = [.connector, .direction, .suffix, .group]
        if let far = traits(token - 2, besides: token) { addCues(far, .cueTwoBefore, besides: farUnwanted, to: &sink) }
        if let far = traits(token + 2, besides: token) { addCues(far, .cueTwoAfter, besides: farUnwanted, to: &sink) }
    }

    private func addGaps<Sink: FeatureSink>(_ token: Int, to sink: inout Sink) {
        let shape = traits[token].shape.rawValue
        let before = (traits(token - 1, besides: token)?.shape ?? .none).rawValue
        let after = (traits(token + 1, besides: token)?.shape ?? .none).rawValue
        let (gapBefore, gapAfter) = (gap(token), gap(token + 1))
        sink.add(.shapeBefore, before * 16 + shape)
        sink.add(.shapeAfter, after * 16 + shape)
        sink.add(.gapBefore, gapBefore)
        sink.add(.gapAfter, gapAfter)
        sink.add(.gaps, gapBefore * 16 + gapAfter)
        sink.add(.gapAndShapeBefore, gapBefore * 16 + before)
        sink.add(.gapAndShapeAfter, gapAfter * 16 + after)
    }

    private func gap(_ token: Int) -> Int {
        Int((token < tokens.count ? tokens[token].gap : .paragraph).rawValue)
    }

    private func addNames<Sink: FeatureSink>(_ token: Int, to sink: inout Sink) {
        let shape = traits[token].shape.rawValue
        addNameBeside(token - 1, .nameBefore, token, to: &sink)
        addNameBeside(token + 1, .nameAfter, token, to: &sink)
        guard let name = cover.name(token) else {
            sink.add(.names, -1)
            sink.add(.nameAndShape, -1 - shape)
            return
        }
        let position = name.position(token)
        sink.add(.names, position * 256 + Int(name.kinds))
        sink.add(.bestName, (position * 8 + name.best) * 8 + Int(name.strengths[name.best]))
        let start = traits[token].isSentenceStart ? 1 : 0
        sink.add(.nameLength, ((position * 8 + name.best) * 8 + min(name.tokens.count, 4)) * 2 + start)
        sink.add(.nameAndShape, (position * 8 + name.best) * 16 + shape)
        var kinds = name.kinds
        while kinds != 0 {
            let kind = kinds.trailingZeroBitCount
            let isAmbiguous = name.ambiguous >> UInt8(kind) & 1
            sink.add(.nameOfKind, ((position * 8 + kind) * 8 + Int(name.strengths[kind])) * 2 + Int(isAmbiguous))
            if name.acronyms >> UInt8(kind) & 1 == 1 { sink.add(.acronymOfKind, kind) }
            kinds &= kinds - 1
        }
        if name.second >= 0 {
            sink.add(.twoBestKinds, ((position * 8 + name.best) * 8 + name.second) * 4 + name.distance)
        }
        if name.tokens.count > 1 {
            sink.add(.wordBehindName, key(name.tokens.upperBound, besides: token) &* 8 &+ UInt64(name.best))
            sink.add(.wordBeforeName, key(name.tokens.lowerBound - 1, besides: token) &* 8 &+ UInt64(name.best))
        }
    }

    private func addNameBeside<Sink: FeatureSink>(
        _ position: Int, _ feature: NameFeature, _ token: Int, to sink: inout Sink
    ) {
        guard traits(position, besides: token) != nil else { return }
        guard let name = cover.name(position) else {
            sink.add(feature, -1)
            return
        }
        if name.tokens.contains(token) {
            sink.add(feature, -2)
        } else {
            sink.add(feature, (name.best * 8 + Int(name.strengths[name.best])) * 4 + min(name.tokens.count, 3))
        }
    }

    private func addRun<Sink: FeatureSink>(_ run: CapitalRun, _ token: Int, to sink: inout Sink) {
        let (first, end) = (run.tokens.lowerBound, run.tokens.upperBound)
        let length = min(run.tokens.count, 5)
        sink.add(.runLength, length * 8 + min(token - first, 4))
        sink.add(.runRest, min(end - token, 5))
        sink.add(.runLastWord, traits[end - 1].key)
        sink.add(.runFirstWord, traits[first].key)
        sink.add(.wordBeforeRun, key(first - 1, besides: token))
        sink.add(.wordAfterRun, key(end, besides: token))
        addHead(run.organizationHead, 0, run, token, to: &sink)
        addHead(run.placeHead, 1, run, token, to: &sink)
        if run.isShouted { sink.add(.shoutedRun, 0) }
        let relation = relation(cover.name(token), run)
        sink.add(.nameInRun, relation)
        sink.add(.nameInRunOfLength, relation * 8 + min(length, 4))
        let ends = (cover.name(first)?.best ?? -1, cover.name(end - 1)?.best ?? -1)
        sink.add(.namesAtRunEnds, ends.0 * 16 + ends.1)
        sink.add(
            .runWords, (min(length, 4) * 8 + min(traits[first].given, 6)) * 8 + min(traits[end - 1].family, 6))
        sink.add(.runGaps, gap(first) * 16 + gap(end))
    }

    private func addHead<Sink: FeatureSink>(
        _ head: Int?, _ heads: Int, _ run: CapitalRun, _ token: Int, to sink: inout Sink
    ) {
        guard let head else { return }
        let side = token < head ? 0 : token == head ? 1 : 2
        sink.add(.runHead, (heads * 2 + (head == run.tokens.upperBound - 1 ? 1 : 0)) * 4 + side)
    }

    /// How a name lies in a run: equal, at its beginning, at its end, beyond it, inside; with the kind of the name.
    private func relation(_ name: NameCover.Name?, _ run: CapitalRun) -> Int {
        guard let name else { return -1 }
        let (tokens, run) = (name.tokens, run.tokens)
        let relation =
            tokens == run
            ? 0
            : tokens.lowerBound == run.lowerBound && tokens.upperBound < run.upperBound
                ? 1
                : tokens.upperBound == run.upperBound && tokens.lowerBound > run.lowerBound
                    ? 2 : tokens.lowerBound < run.lowerBound || tokens.upperBound > run.upperBound ? 3 : 4
        return relation * 8 + name.best
    }

    private func addStory<Sink: FeatureSink>(_ token: Int, to sink: inout Sink) {
        let word = traits[token]
        let use = story.use(word.key)
        let start = word.isSentenceStart ? 1 : 0
        let elsewhere = use.capitalized - (word.isCapitalized && !word.isSentenceStart ? 1 : 0)
        sink.add(.elsewhere, (min(elsewhere, 2) * 4 + min(use.lower, 2)) * 2 + start)
        if (cover.name(token)?.tokens.count ?? 0) < 2 {
            // First, last and middle words of names, eight kinds each.
            let (first, last, middle) = use.partsOfNames
            var parts = UInt32(first) | UInt32(last) << 8 | UInt32(middle) << 16
            while parts != 0 {
                sink.add(.partOfName, parts.trailingZeroBitCount)
                parts &= parts - 1
            }
        }
        if use.isAfterHonorific { sink.add(.afterHonorific, 0) }
        if use.isAfterGivenName {
            let before = token > 0 ? traits[token - 1] : WordTraits()
            sink.add(.afterGivenName, before.isCapitalized && before.given >= 2 ? 1 : 0)
        }
    }
}

/// The sentences that are written as headlines are: nearly every long word with a capital.
struct HeadlineCase {
    private var headlines: [Bool] = []

    init(_ tokens: [Token], _ traits: [WordTraits]) {
        var (words, capitals) = (0, 0)
        func isHeadline() -> Bool { words >= 4 && capitals * 10 >= words * 7 }
        for (token, trait) in zip(tokens, traits) {
            while headlines.count < Int(token.sentence) {
                headlines.append(isHeadline())
                (words, capitals) = (0, 0)
            }
            guard token.span.count > 3, !token.shape.contains(.hasDigit) else { continue }
            words += 1
            if trait.isCapitalized { capitals += 1 }
        }
        headlines.append(isHeadline())
    }

    /// Whether a sentence is one.
    func holds(_ sentence: Int32) -> Bool { headlines[Int(sentence)] }
}
