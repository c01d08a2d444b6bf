#pragma once
// A law is a property that RapidCheck tries on worlds made by chance.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <sstream>
#include <string>

namespace assent::worlds {

/// Seed of a random model, or of anything else that needs one; a smaller one is no simpler world, so it never shrinks.
inline std::uint64_t any_seed() { return *rc::gen::noShrink(rc::gen::inRange<std::uint64_t>(10'000, 1'000'000)); }

/// Tries the law on `cases` worlds. The seed of RapidCheck is the one of RC_PARAMS, which main.cpp fixes: a run can be
/// repeated. A broken law fails the running doctest case with the counterexample.
template <class Law> void check_law(const std::string& what, int cases, Law law) {
    rc::detail::TestMetadata metadata;
    metadata.id = metadata.description = what;
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = cases;
    const rc::detail::TestResult result = rc::detail::checkTestable(law, metadata, params);
    if (result.is<rc::detail::SuccessResult>()) return;
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    FAIL_CHECK(what, ": ", text.str());
}

} // namespace assent::worlds
