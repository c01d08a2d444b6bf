#pragma once
// The command `assent` as a whole: verbs, help, exit codes, what happens to errors and closed pipes.

namespace assent {
class Crew;
}

namespace assent::cli {

/// Parses the arguments, does the work, returns the exit code. With a crew, sweeps are played by all its processes, each
/// of which calls this with the same arguments.
int run_application(int argc, char** argv, Crew* crew = nullptr);

} // namespace assent::cli
