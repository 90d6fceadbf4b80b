import Glibc

/// libFuzzer's own entry point, for programs that bring theirs.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The target that was asked for; set once, before the first input.
nonisolated(unsafe) private var target: ([UInt8]) -> Void = { _ in }

/// The program: `fuzz TARGET [options and folders of libFuzzer]`.
@_cdecl("fuzz_main")
public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    guard count > 1, let name = arguments[1].map({ String(cString: $0) }), let found = fuzzTargets[name] else {
        print("fuzz: name a target: \(fuzzTargets.keys.sorted().joined(separator: ", "))")
        return 2
    }
    target = found
    // libFuzzer takes the rest: the name of the program, then its options.
    arguments[1] = arguments[0]
    var (rest, restArguments): (CInt, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) = (count - 1, arguments + 1)
    return runFuzzer(&rest, &restArguments) { data, size in
        target(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    }
}
