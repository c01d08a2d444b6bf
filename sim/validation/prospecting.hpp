#pragma once
// First contacts: of cold calls, cold letters and ways to a first meeting.
#include "validation/bands.hpp"

namespace assent {

/// Cold calls of fact B5's cold arm, or letters in their place: all calls, those who were spoken to, those who met us.
struct ColdCalls {
    std::int64_t calls = 0, conversations = 0, meetings = 0;
};
ColdCalls cold_calls(const BandsRequest& request, Channel channel);

/// Touches until a decision maker gives his first meeting: a call a week with a letter every second one, and once we have
/// spoken a meeting is asked for each week. Mean over the companies in which he does.
Interval touches_to_a_meeting(std::span<const Model> companies, const BandsRequest& request);

} // namespace assent
