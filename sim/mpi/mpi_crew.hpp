#pragma once
// The ranks of an MPI job as a crew; mpi_crew.cpp alone includes Boost.MPI.
#include "sweep/crew.hpp"

#include <memory>

namespace assent {

/// Starts MPI; there may be one. It stops when the object goes. Rank 0 leads, and plays itself when it is alone. A rank
/// that dies takes the job with it, as MPI has it; what was stored by then is kept.
std::unique_ptr<Crew> mpi_crew(int& argc, char**& argv);

/// Ends all ranks.
[[noreturn]] void abort_job(int code);

} // namespace assent
