/// What the learned recognizer looks at in a token: the templates of its features.
///
/// A feature is a template with a value; the model knows features by the hash of both. The raw values are part of the
/// model's format: adding a case at the end keeps old models readable, anything else does not.
enum NameFeature: UInt64, CaseIterable {
    // The word itself and the words beside it.
    case always, word, wordBefore, wordAfter
    case shape, suffixOfTwo, suffixOfThree, suffixOfFour
    case given, family, capitalRatio, capitalRatioAndShape, frequency
    case cue, cueBefore, cueAfter, cueTwoBefore, cueTwoAfter
    case givenBefore, givenAfter, familyBefore, familyAfter, ratioBefore, ratioAfter
    // Shapes and gaps.
    case shapeBefore, shapeAfter, gapBefore, gapAfter, gaps, gapAndShapeBefore, gapAndShapeAfter
    // The gazetteer's longest name over the token.
    case names, bestName, nameLength, nameOfKind, acronymOfKind, twoBestKinds, nameAndShape
    case nameBefore, nameAfter, wordBehindName, wordBeforeName
    // The run of capitalized words around the token.
    case runLength, runRest, runLastWord, runFirstWord, wordBeforeRun, wordAfterRun, runHead, shoutedRun
    case nameInRun, nameInRunOfLength, namesAtRunEnds, runWords, runGaps
    case headline, headlineAndShape, headlineAndRatio
    // The rest of the story.
    case elsewhere, partOfName, afterHonorific, afterGivenName

    /// The hash of the feature with a value.
    @inline(__always)
    func hash(_ value: UInt64) -> UInt64 {
        let mixed = (value ^ (rawValue &+ 1) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return (mixed ^ mixed &>> 32) &* 0xD6E8_FEB8_6659_FD93
    }
}

/// Takes the features of one token: adds up their weights, or notes them down for training.
protocol FeatureSink {
    mutating func add(_ feature: NameFeature, _ value: UInt64)
}

extension FeatureSink {
    @inline(__always)
    mutating func add(_ feature: NameFeature, _ value: Int) { add(feature, UInt64(truncatingIfNeeded: value)) }
}
