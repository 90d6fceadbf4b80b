import Glibc

/// Runs another program without a shell.
enum ChildProcess {
    /// Runs a program that is on the PATH and waits for it.
    ///
    /// - Parameters:
    ///   - arguments: its name and what it gets.
    ///   - folder: where it runs; the current folder where none is given.
    ///   - isSilent: whether what it writes is thrown away.
    /// - Returns: its exit status; 127 when there is no such program, 128 and more when a signal ended it.
    static func run(_ arguments: [String], in folder: String? = nil, isSilent: Bool = false) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // A child begins where its parent is.
        let here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if let folder { guard here >= 0, chdir(folder) == 0 else { return 127 } }
        defer {
            if folder != nil { fchdir(here) }
            close(here)
        }
        // What it says is no result of this program.
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
        if isSilent {
            for stream in [STDOUT_FILENO, STDERR_FILENO] {
                posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
            }
        }
        var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for string in strings { free(string) } }
        var child: pid_t = 0
        guard let name = arguments.first, posix_spawnp(&child, name, &actions, nil, &strings, environ) == 0 else {
            return 127
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return 127 } }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
}
