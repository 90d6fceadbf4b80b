extension Array {
    /// The number of the first element for which `isReached` holds, in an array where it holds for all behind it; the count
    /// where there is none. By halving.
    @inline(__always)
    func firstPlace(_ isReached: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
