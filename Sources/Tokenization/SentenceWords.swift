import NewsModel

/// Words that tell whether a full stop ends a sentence.
enum SentenceWords {
    /// Abbreviations that stand before a name or a number: "Mr. Smith", "Gen. Tiani", "Jan. 17".
    static let abbreviations = keys(
        """
        mr mrs ms dr prof rev fr sr jr st sgt cpl lt col maj gen adm capt cmdr brig hon gov sen rep pres sec
        vs no op ed inc corp co ltd bros dept univ assn est approx fig mt ft rd ave blvd
        jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
        ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
        penn tenn tex va vt wash wis wyo
        """)

    /// Words that begin a sentence far oftener than they go on after "U.S." or an initial.
    static let starters = keys(
        """
        the a an in on at it he she they we i you but and or so this that these those there here if when while as for
        his her their our its my after before since what who how why however also although because by from with
        """)

    private static func keys(_ words: String) -> HashSet64 {
        HashSet64(words.split(whereSeparator: \.isWhitespace).map { TokenKey.hash(of: String($0)) })
    }
}
