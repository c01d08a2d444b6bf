#pragma once
// What goes wrong because of something given to the program; bugs of our own are assertions.
#include <stdexcept>

namespace assent {

/// A problem that the user can mend; what() names place, problem, reason and remedy. The command line prints it on
/// stderr and exits with code 2.
struct UserError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace assent
