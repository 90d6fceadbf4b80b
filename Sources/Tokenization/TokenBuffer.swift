/// Tokens on their way into an array, a few hundred at a time: an array looks at its storage anew for every element.
struct TokenBuffer {
    // Unsafe since it lies on the stack; `withTokenBuffer` alone makes one and outlives it.
    private let storage: UnsafeMutableBufferPointer<Token>
    private var count = 0
    private var tokens: [Token]

    private init(_ storage: UnsafeMutableBufferPointer<Token>, _ tokens: [Token]) {
        self.storage = storage
        self.tokens = tokens
    }

    @inline(__always)
    mutating func append(_ token: Token) {
        if count == storage.count { flush() }
        storage.initializeElement(at: count, to: token)
        count &+= 1
    }

    private mutating func flush() {
        tokens.append(contentsOf: storage.prefix(count))
        count = 0
    }

    /// Calls `body` with a buffer and puts what it wrote behind `tokens`.
    @inline(__always)
    static func withTokenBuffer(appendingTo tokens: inout [Token], _ body: (inout TokenBuffer) -> Void) {
        withUnsafeTemporaryAllocation(of: Token.self, capacity: 256) { storage in
            var buffer = TokenBuffer(storage, tokens)
            // The array is in one place at a time, lest it be copied.
            tokens = []
            body(&buffer)
            buffer.flush()
            tokens = buffer.tokens
        }
    }
}
