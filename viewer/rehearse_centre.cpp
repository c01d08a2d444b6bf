// The buying centre as the seller knows it.
#include "viewer/rehearse_screen.hpp"

#include "viewer/centre_view.hpp"

namespace assent::viewer {

void RehearseScreen::draw_centre(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "centre", area, tr("Buying centre"),
               tr("ring = known doubts   arrow = influence   light = stance as last seen"));
    Area inside = card_area();
    const Area week = inside.take_bottom(look.px(40));
    if (const auto pressed = draw_centre_view(look, inside, room_->client(), room_->knowledge(), member_))
        member_ = *pressed;
    draw_week(frame, week);
    end_card();
}

} // namespace assent::viewer
