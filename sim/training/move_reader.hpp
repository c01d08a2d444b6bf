#pragma once
// Reads one line of the game, word by word.
#include "training/play_language.hpp"

#include <initializer_list>
#include <optional>

namespace assent {

class MoveReader {
  public:
    MoveReader(const PlayLanguage& language, std::string_view line, const Knowledge& knowledge);
    /// Throws UserError.
    PlayCommand read();

  private:
    using Entry = PlayLanguage::Entry;
    using Kinds = std::initializer_list<WordKind>;

    /// The thing meant by the words at the cursor, which moves on; nullptr: a word that says nothing was passed.
    const Entry* next(Kinds allowed);
    const Entry* exact(Kinds allowed);
    const Entry* shortened(Kinds allowed);
    [[nodiscard]] bool may_be_said(const Entry& entry, Kinds allowed) const;
    [[noreturn]] void not_understood(Kinds allowed) const;
    [[noreturn]] void ambiguous(const std::vector<const Entry*>& meant) const;

    PlayCommand session_command(PlayCommand::Kind kind);
    PlayCommand move_command(const Entry& first);
    void read_detail();
    void take(const Entry& entry);
    void take_number(double value, bool share);
    void set_amount(WordKind of, double value, bool share);
    void settle_number();
    void settle_act();
    [[nodiscard]] bool at_end() const { return cursor_ >= words_.size(); }

    const PlayLanguage& language_;
    const Knowledge& knowledge_;
    std::string_view line_;
    std::vector<std::string> words_;
    std::size_t cursor_ = 0;

    // what was said so far
    Move move_;
    std::vector<int> members_;
    std::optional<Act> act_;
    std::optional<Channel> channel_;
    bool evidence_said_ = false;
    bool asks_ = false; ///< "ask", which may be for the decision or about something
    std::optional<WordKind> waits_for_number_;
    std::optional<std::pair<double, bool>> number_; ///< said before what it is a number of
};

} // namespace assent
