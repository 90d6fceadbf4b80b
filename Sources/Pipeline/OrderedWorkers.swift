/// Runs a pure function over batches on several threads and gives the results back in the order of the batches.
///
/// The calling thread reads and consumes; each worker has a thread and scratch memory of its own. At most
/// `2 * workers + 2` batches are under way at any time, so memory does not grow with the input.
struct OrderedWorkers<Worker> {
    private let workers: [Worker]

    /// Makes `count` workers.
    init(count: Int, make: () throws -> Worker) rethrows {
        workers = try (0..<max(1, count)).map { _ in try make() }
    }

    /// Takes batches from `next` until it gives none, works on them, and hands each result to `consume` in order.
    ///
    /// When `next` or `consume` throws, the batches under way are finished, their results dropped, and the error goes on.
    func run<Batch: Sendable, Output: Sendable>(
        next: () throws -> Batch?, work: @escaping @Sendable (Worker, Batch) -> Output,
        consume: (Output) throws -> Void
    ) throws {
        let exchange = Exchange<Batch, Output>()
        var threads: [WorkerThread] = []
        defer {
            exchange.close()
            for thread in threads { thread.join() }
        }
        for worker in workers {
            // Each worker goes to one thread alone, and nobody else touches it until that thread has ended.
            let owned = Owned(worker)
            threads.append(
                try WorkerThread {
                    while let (number, batch) = exchange.take() { exchange.give(work(owned.value, batch), number) }
                })
        }
        var (begun, consumed) = (0, 0)
        var isAtEnd = false
        while !isAtEnd || consumed < begun {
            while !isAtEnd, begun - consumed < 2 * workers.count + 2 {
                guard let batch = try next() else {
                    isAtEnd = true
                    break
                }
                exchange.put(batch, begun)
                begun += 1
            }
            guard consumed < begun else { break }
            try consume(exchange.wait(for: consumed))
            consumed += 1
        }
    }
}

/// A value that is handed over to one other thread.
private struct Owned<Value>: @unchecked Sendable {
    // Unchecked: the thread that makes it gives it away and does not use it again while the other runs.
    let value: Value

    init(_ value: Value) { self.value = value }
}
