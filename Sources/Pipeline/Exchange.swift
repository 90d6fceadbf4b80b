import Glibc

/// Where one thread puts numbered batches and other threads give back numbered results.
final class Exchange<Batch: Sendable, Output: Sendable>: @unchecked Sendable {
    // Unchecked: every access to the state below holds `mutex`.
    private var batches: [(Int, Batch)] = []
    private var outputs: [Int: Output] = [:]
    private var isClosed = false
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let batchCame = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let outputCame = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(batchCame, nil)
        pthread_cond_init(outputCame, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(batchCame)
        pthread_cond_destroy(outputCame)
        mutex.deallocate()
        batchCame.deallocate()
        outputCame.deallocate()
    }

    /// Puts a batch in for whichever worker is free.
    func put(_ batch: Batch, _ number: Int) {
        locked {
            batches.append((number, batch))
            pthread_cond_signal(batchCame)
        }
    }

    /// The earliest batch that no worker has; waits for one. `nil` when the exchange is closed.
    func take() -> (Int, Batch)? {
        locked {
            while batches.isEmpty, !isClosed { pthread_cond_wait(batchCame, mutex) }
            return isClosed ? nil : batches.removeFirst()
        }
    }

    /// Gives the result of a batch back.
    func give(_ output: Output, _ number: Int) {
        locked {
            outputs[number] = output
            pthread_cond_signal(outputCame)
        }
    }

    /// The result of a batch that has been put in; waits for it.
    func wait(for number: Int) -> Output {
        locked {
            while true {
                if let output = outputs.removeValue(forKey: number) { return output }
                pthread_cond_wait(outputCame, mutex)
            }
        }
    }

    /// Ends the work: batches that no worker has taken are dropped.
    func close() {
        locked {
            isClosed = true
            pthread_cond_broadcast(batchCame)
        }
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}

/// A thread of the operating system that runs one closure.
///
/// Workers are bound by the processor and the writer waits for the disk: neither may hold up Swift's cooperative pool.
final class WorkerThread {
    private var thread = pthread_t()

    /// Starts the thread.
    /// - Throws: `ThreadError` when the system has no thread left.
    init(_ body: @escaping @Sendable () -> Void) throws(ThreadError) {
        let box = Unmanaged.passRetained(Body(body))
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        guard code == 0 else {
            box.release()
            throw ThreadError(code: code)
        }
    }

    /// Waits for the end of the closure.
    func join() { pthread_join(thread, nil) }

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}

/// The system gave no thread.
struct ThreadError: Error, CustomStringConvertible {
    var code: Int32

    var description: String { "cannot start a worker: \(String(cString: strerror(code))); try --workers 1" }
}
