#include "training/sentence_words.hpp"

#include "scenario/text_encoding.hpp"

#include <charconv>
#include <cmath>

namespace assent {
namespace {

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; }
bool parts_words(char letter) { return is_space(letter) || letter == ',' || letter == ';' || letter == '!'; }

} // namespace

std::vector<std::string> sentence_words(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(lower_case(word));
        word.clear();
    };
    for (const char letter : line) {
        if (letter == '"') {
            quoted = !quoted;
            end_word();
        } else if (letter == '#' && !quoted && word.empty()) {
            break;
        } else if (!quoted && parts_words(letter)) {
            end_word();
        } else if (letter == '%' && word.empty() && !words.empty()) {
            words.back() += letter; // "5 %"
        } else {
            word += letter;
        }
    }
    end_word();
    return words;
}

std::string after_first_word(std::string_view line) {
    std::size_t place = 0;
    while (place < line.size() && is_space(line[place])) ++place;
    while (place < line.size() && !is_space(line[place])) ++place;
    while (place < line.size() && is_space(line[place])) ++place;
    std::size_t end = line.size();
    while (end > place && is_space(line[end - 1])) --end;
    return std::string(line.substr(place, end - place));
}

bool read_written_number(std::string_view word, WrittenNumber& number) {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || !std::isfinite(value)) return false;
    const std::string_view unit = word.substr(static_cast<std::size_t>(end - word.data()));
    if (unit.empty())
        number = {value, false};
    else if (unit == "%")
        number = {value / 100, true};
    else if (unit == "k")
        number = {value * 1e3, false};
    else if (unit == "m")
        number = {value * 1e6, false};
    else
        return false;
    return true;
}

} // namespace assent
