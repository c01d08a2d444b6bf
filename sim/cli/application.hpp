#pragma once
// The command `assent` as a whole: verbs, help, exit codes, what happens to errors and closed pipes.

namespace assent::cli {

/// Parses the arguments, does the work, returns the exit code.
int run_application(int argc, char** argv);

} // namespace assent::cli
