#pragma once
// The parts of a PointRecord that the store keeps as JSON; record_json.cpp alone includes nlohmann-json here. Reals are
// written with as many digits as give them back exactly.
#include "sweep/point_record.hpp"

#include <string>

namespace assent {

/// Moments, weeks, histograms, reasons of one strategy.
std::string details_json(const StrategyTally& tally, const StrategyRecord& record);
/// What is counted of strategies together.
std::string pairs_json(const RunTally& tally);
std::string texts_json(const std::vector<std::string>& texts);
std::string names_json(const RowNames& names);

/// A whole record, for sending it to another process: CBOR (RFC 8949), as packed rows are no text.
std::string record_bytes(const PointRecord& record);

/// The same backwards. Throw std::exception for what is not such a text.
/// The value alone, as it stands in the details. Throws as nlohmann::json does.
void read_value(const std::string& text, StrategyTally& tally);
void read_details(const std::string& json, StrategyTally& tally, StrategyRecord& record);
void read_pairs(const std::string& json, RunTally& tally);
std::vector<std::string> read_texts(const std::string& json);
RowNames read_names(const std::string& json);
PointRecord read_record(const std::string& bytes);

} // namespace assent
