#pragma once
// The priority of a thread that works in the background.
namespace assent {

/// The calling thread gives way to others from now on (nice 10), and so do the threads it starts. Where the system refuses,
/// it goes on as before.
void be_nice() noexcept;

} // namespace assent
