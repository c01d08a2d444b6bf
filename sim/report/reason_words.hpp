#pragma once
// Names for what a deal failed on and for whom: "price, CFO G. Ölziijargal". Table, CSV, report and trace share them.
#include "model/model.hpp"

#include <string>
#include <string_view>

namespace assent {

/// Name of a loss reason: a topic of the scenario (0 … n_topic - 1) or n_topic + Reason; "No reason recorded"
/// otherwise.
std::string reason_name(const Model& model, int reason);

/// The same from what a store keeps: a word of Reason, or the id of a topic.
std::string reason_name(std::string_view stored);

/// A title as it is called for short: of "Санхүү эрхэлсэн захирал (CFO)" what stands in brackets at its end, if that is
/// the shorter part; else the whole.
std::string short_title(const std::string& title);

/// A member with short title and name: "CFO G. Ölziijargal"; the id when he has neither; "the centre as a whole" for -1.
std::string holder_name(const Model& model, int member);

/// The short title alone when nobody else has it, else as holder_name.
std::string short_holder_name(const Model& model, int member);

/// Both together: "Price, CFO G. Ölziijargal"; the reason alone when nobody holds it.
std::string loss_reason_name(const Model& model, int holder, int reason);

} // namespace assent
