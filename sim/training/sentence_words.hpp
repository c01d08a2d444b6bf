#pragma once
// A line of the game cut into words.
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// Lower-case words of a line; commas, semicolons and exclamation marks part words, quotes hold several together, # begins a comment.
std::vector<std::string> sentence_words(std::string_view line);

/// What stands after the first word, without the spaces around it.
std::string after_first_word(std::string_view line);

/// "5 %", "0.05", "2M" as numbers.
struct WrittenNumber {
    double value = 0; ///< of "5%" 0.05
    bool share = false;
};
/// Is the word a number; "k" and "M" stand for thousands and millions.
bool read_written_number(std::string_view word, WrittenNumber& number);

} // namespace assent
