#pragma once
// An interval in JSON, for the files that write JSON: they name the library's type, so that this file need not know it.
#include "experiment/summary.hpp"

namespace assent {

/// {"estimate", "low", "high"}; Json: nlohmann::ordered_json.
template <class Json> Json interval_json(const Interval& value) {
    return {{"estimate", value.estimate}, {"low", value.low}, {"high", value.high}};
}

} // namespace assent
