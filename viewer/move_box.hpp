#pragma once
// Putting a move together by hand: act, channel, member, topic, evidence, terms.
#include "viewer/composer.hpp"
#include "viewer/look.hpp"
#include "viewer/room.hpp"

#include <optional>
#include <string>

namespace assent::viewer {

/// "Value case", with what it speaks to where that was chosen.
std::string move_name(const Model& model, const Move& move);
/// The name of a member as it fits a list: his short title, or his name.
std::string member_name(const Model& model, int member);

class MoveBox {
  public:
    void open(int member);
    [[nodiscard]] bool is_open() const { return open_; }
    /// Draws it when open; the move once it was confirmed.
    std::optional<Move> draw(const Look& look, const Room& room);

  private:
    void draw_choices(const Look& look, const Room& room);
    void draw_terms(const Look& look, const Room& room);
    bool open_ = false, opened_now_ = false;
    Move move_;
};

} // namespace assent::viewer
