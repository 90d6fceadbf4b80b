import NewsModel

/// The little words that running text is full of and menus are not.
enum StopWords {
    /// The words of all languages.
    static let all = HashSet64(lists.flatMap(hashes))

    /// Those of English.
    static let english = HashSet64(hashes(lists[0]))

    private static func hashes(_ words: String) -> [UInt64] {
        words.split(separator: " ").map { WordHash.words(of: String($0)).first ?? 0 }
    }

    private static let lists = [
        """
        the of and to in a is that it was for on with as he be at by i this had not are but from or have an they \
        which you were her all she there would their we him been has when who will more no if out so said what its \
        about into than them can only other new some could time these two may then do first any my now such like \
        our over me even most made after also did many before must through back years where much your way well down \
        should because each just those how too his one up while being against during between both under
        """,
        """
        le la les de des du un une et à est en que qui dans pour par sur au aux avec ne pas ce cette ces se sa son \
        ses plus il elle ils sont été a ont être mais ou où leur leurs nous vous je on comme après selon entre d l \
        qu s n c
        """,
        """
        el la los las de del un una y a en que por para con no se su sus al lo como más o pero es son fue ha han \
        este esta entre cuando sobre también desde hasta hay donde quien todo ser según tras
        """,
        """
        der die das den dem des ein eine einer eines einem einen und in zu mit von auf für ist im nicht es sich auch \
        an als nach bei aus am wie dass sie er wird sind war hat noch über vor so werden haben zum zur oder wenn \
        aber nur um durch mehr
        """,
        """
        o a os as de do da dos das um uma e em no na nos nas que por para com não se seu sua ao à mais ou mas é são \
        foi tem entre quando sobre também até já muito ser está pelo pela como após segundo
        """,
        """
        il lo la i gli le di del della dei delle un una e a in che per con non si su al alla come più o ma è sono \
        ha nel nella anche dal dalla questo questa tra
        """,
    ]
}
