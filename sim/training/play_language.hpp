#pragma once
// The game in everyday words: "meet cfo about budget with data" as a move, and a move as such a line.
#include "model/model.hpp"
#include "rehearsal/knowledge.hpp"
#include "training/play_command.hpp"
#include "training/play_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// Understands lines about one scenario. Words may be shortened as long as one thing is meant; small words and the case of
/// letters do not count. Only people whom the player knows can be named.
class PlayLanguage {
  public:
    explicit PlayLanguage(const Model& model);

    /// Throws UserError with the word, what is wrong with it and what to write instead.
    [[nodiscard]] PlayCommand understand(std::string_view line, const Knowledge& knowledge) const;
    /// The line that understand() takes as this move.
    [[nodiscard]] std::string line_of(const Move& move) const;
    /// What the last word of a line that is being typed may become.
    [[nodiscard]] std::vector<std::string> completions(std::string_view line, const Knowledge& knowledge) const;

  private:
    friend class MoveReader;
    struct Entry {
        std::string text;
        WordKind kind;
        int value;
    };
    void add(std::string_view text, WordKind kind, int value);
    void add_member(int member);
    [[nodiscard]] const std::string& first_word(WordKind kind, int value) const;

    const Model& model_;
    std::vector<Entry> entries_;
};

} // namespace assent
