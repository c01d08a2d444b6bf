#pragma once
// The move being composed, and the week it is planned for.
#include "viewer/rehearsal_desk.hpp"
#include "viewer/screen.hpp"

#include "model/user_error.hpp"

namespace assent::viewer {

/// What people call an act, a channel and a kind of evidence; in English, for tr().
const char* act_name(Act act);
const char* channel_name(Channel channel);
const char* evidence_name(Evidence evidence);
const char* stage_name(Stage stage);
/// "Find out what matters · G. Ölziijargal": for lists.
std::string move_title(const Client& client, const Move& move);
std::string person_name(const Client& client, std::int32_t member);

/// Draws the composer into the card being drawn: whom, what, how, about what, on which terms; the moves planned, the hours
/// left; buttons "Add to the week" and "Play week N".
void draw_composer(Frame& frame, RehearsalDesk& desk);

/// Does something with the desk; what is wrong is told in the window.
template <class Deed> void attempt(Wishes& wishes, Deed deed) {
    try {
        deed();
    } catch (const UserError& error) {
        wishes.problem = error.what();
    }
}

} // namespace assent::viewer
