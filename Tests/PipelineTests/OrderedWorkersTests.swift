import Testing

@testable import Pipeline

@Suite struct OrderedWorkersTests {
    private struct Stop: Error, Equatable { var place: String }

    /// Does some work, more for some numbers than for others, so that workers overtake one another.
    private static func square(_ number: Int) -> Int {
        var sum = 0
        for step in 0..<(number % 7 == 0 ? 20_000 : 10) { sum = (sum + step) % 7 }
        return number * number + (sum > 7 ? 1 : 0)
    }

    @Test(arguments: [0, 1, 2, 4, 16])
    func resultsComeInTheOrderOfTheBatches(workers: Int) throws {
        var (next, results) = (0, [Int]())
        try OrderedWorkers(count: workers) { 0 }.run(
            next: { () -> Int? in
                defer { next += 1 }
                return next < 300 ? next : nil
            }, work: { _, number in Self.square(number) }, consume: { results.append($0) })
        #expect(results == (0..<300).map { $0 * $0 })
    }

    @Test func noBatchesGiveNoResults() throws {
        var count = 0
        try OrderedWorkers(count: 3) { 0 }.run(
            next: { nil as Int? }, work: { _, number in number }, consume: { _ in count += 1 })
        #expect(count == 0)
    }

    @Test func fewBatchesAreUnderWayAtATime() throws {
        var (given, consumed, most) = (0, 0, 0)
        try OrderedWorkers(count: 2) { 0 }.run(
            next: { () -> Int? in
                given += 1
                most = max(most, given - consumed)
                return given <= 100 ? given : nil
            }, work: { _, number in number }, consume: { _ in consumed += 1 })
        #expect(consumed == 100)
        #expect(most <= 7)
    }

    @Test func anErrorOfTheReaderGoesOnAndEarlierResultsCount() {
        var (next, results) = (0, [Int]())
        #expect(throws: Stop(place: "next")) {
            try OrderedWorkers(count: 2) { 0 }.run(
                next: { () -> Int? in
                    next += 1
                    if next > 20 { throw Stop(place: "next") }
                    return next
                }, work: { _, number in number }, consume: { results.append($0) })
        }
        #expect(results == Array(1...results.count))
    }

    @Test func anErrorOfTheConsumerEndsTheRun() {
        var (next, results) = (0, [Int]())
        #expect(throws: Stop(place: "consume")) {
            try OrderedWorkers(count: 4) { 0 }.run(
                next: { () -> Int? in
                    next += 1
                    return next
                }, work: { _, number in number },
                consume: { number in
                    if number == 10 { throw Stop(place: "consume") }
                    results.append(number)
                })
        }
        #expect(results == Array(1...9))
        #expect(next < 30)
    }

    @Test func anErrorInMakingWorkersGoesOn() {
        #expect(throws: Stop(place: "make")) {
            try OrderedWorkers(count: 2) { () throws -> Int in throw Stop(place: "make") }
        }
    }
}
