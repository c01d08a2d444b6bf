#pragma once
// The value of a slot as the file writes it. Two slots of a key are equal when their texts are: numbers are written
// with as many digits as it takes to read them back exactly.
#include "scenario/key.hpp"
#include "scenario/toml_document.hpp"

#include <string>
#include <string_view>

namespace assent {

/// TOML for the value of a slot; empty when it holds nothing.
std::string slot_text(const Slot& slot);
/// TOML for any value of a document, on one line; dates and times, which no key takes, come out as "".
std::string value_text(const Value& value);
/// A text in quotes, escaped as TOML wants it.
std::string in_quotes(std::string_view text);
/// A key, in quotes where it needs them.
std::string key_text(std::string_view key);

} // namespace assent
