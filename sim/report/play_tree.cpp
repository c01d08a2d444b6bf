// The tree of variations as text.
#include "report/move_words.hpp"
#include "report/play_screen.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

/// A line for each position; a line of play without branches stays at one depth.
class TreeText {
  public:
    TreeText(const Session& session, const TextStyle& style) : session_(session), style_(style) {}

    std::string text() {
        add(0);
        return text_;
    }

  private:
    void add(NodeId root) {
        // Without recursion: a line of play may be thousands of moves long.
        std::vector<std::pair<NodeId, int>> open{{root, 0}};
        while (!open.empty()) {
            const auto [id, depth] = open.back();
            open.pop_back();
            const Node& node = session_.tree()[static_cast<std::size_t>(id)];
            add_line(id, node, depth);
            const int below = depth + (node.children.size() > 1 ? 1 : 0);
            for (auto child = node.children.rbegin(); child != node.children.rend(); ++child)
                open.emplace_back(*child, below);
        }
    }

    void add_line(NodeId id, const Node& node, int depth) {
        const Model& model = session_.practice().model();
        std::string line = id == 0           ? "The beginning"
                           : node.plays_week ? fmt::format("Week {} played", session_.week(id))
                                             : printable(move_sentence(model, node.move));
        if (session_.decided(id)) line += ", decided";
        if (node.bookmarked) line += " ★";
        if (!node.note.empty()) line += " — " + printable(node.note);
        const bool here = id == session_.current();
        const std::string number = padded(std::to_string(id), 4, true);
        text_ += emphasised(shortened(fmt::format("{} {}{}{}", here ? "▸" : " ", number,
                                                  std::string(static_cast<std::size_t>(2 + 2 * depth), ' '), line),
                                      style_.width),
                            here ? Emphasis::strong : Emphasis::none, style_) +
                 "\n";
    }

    const Session& session_;
    const TextStyle& style_;
    std::string text_;
};

} // namespace

std::string PlayScreen::tree(const Session& session) const { return TreeText(session, style_).text(); }

} // namespace assent
