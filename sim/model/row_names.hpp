#pragma once
// What the numbers in an outcome row stand for: ids of the scenario and words of the vocabulary, never names.
#include "model/model.hpp"

#include <string>
#include <vector>

namespace assent {

/// Id of the topic, or the word of a built-in reason; empty when there is none.
std::string reason_id(const Model& model, std::int32_t reason);
/// Id of a member; empty for none.
std::string member_id(const Model& model, std::int32_t member);

/// All of them by number; entry i + 1 is that of number i, the first one, of none (-1), is empty.
struct RowNames {
    std::vector<std::string> alternatives, reasons, members;
    bool operator==(const RowNames&) const = default;
};
RowNames row_names(const Model& model);

} // namespace assent
