#pragma once
// What the account manager says, does and hears, as a conversation: the game's view of a told deal. Only of what he
// witnesses (rehearsal/knowledge.hpp); the narrator tells the rest to those who may know it.
#include "engine/plan.hpp"
#include "engine/trace.hpp"
#include "model/model.hpp"

#include <span>
#include <string>
#include <vector>

namespace assent {

struct ConversationLine {
    enum class Voice : std::uint8_t {
        you,    ///< what was done
        member, ///< what a member says, does or seems to think
        scene,  ///< what became known without anybody in particular
    };
    int week = 0;
    Voice voice = Voice::scene;
    std::int32_t member = -1; ///< who was spoken to, or speaks; -1: nobody
    std::string text;         ///< a sentence
};

/// Tells events in their order; those that no seller witnesses are left out. Quarters after the sale are told by
/// narrate_client.
std::vector<ConversationLine> conversation(const Model& model, const Plan& plan, std::span<const TraceEvent> events);

} // namespace assent
