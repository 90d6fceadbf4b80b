import Glibc

/// Weights of entities, on the scale of our tables, from what other collections count.
enum Prior {
    /// From the number of Wikipedia's editions and sister projects with a page: 300 give 5, 100 give 4, 20 give 3.
    static func ofSitelinks(_ count: Int) -> Double { rounded(0.3 + 2 * log10(Double(max(count, 1))), atMost: 5.2) }

    /// From the number of inhabitants: ten million give 5, one million 4, a hundred thousand 3.
    static func ofPopulation(_ count: Double) -> Double {
        rounded(1.6 * log10(max(count, 100)) - 5.4, atMost: 5)
    }

    private static func rounded(_ weight: Double, atMost most: Double) -> Double {
        (min(max(weight, 0.4), most) * 10).rounded() / 10
    }
}
