#include "scenario/crm_values.hpp"

#include "scenario/import_attributes.hpp"
#include "scenario/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace assent {
namespace {

constexpr std::size_t letters_shown = 200;
constexpr double amount_limit = 1e12; // as for a price in a scenario

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return letter >= 'a' && letter <= 'z'; }
bool is_blank(char letter) { return letter == ' ' || letter == '\t'; }

/// The number at the start of a text of digits; at most six are looked at.
int number_of(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(digits.size(), 6), value);
    return value;
}

/// Digits or letters that stand together, in lower case.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool digits_before = false;
    for (const char letter : lower_case(text)) {
        const bool digit = is_digit(letter), part = digit || is_letter(letter);
        if (part && (words.empty() || words.back().empty() || digits_before != digit)) {
            if (words.empty() || !words.back().empty()) words.emplace_back();
        }
        if (part)
            words.back() += letter;
        else if (!words.empty() && !words.back().empty())
            words.emplace_back();
        digits_before = digit;
    }
    if (!words.empty() && words.back().empty()) words.pop_back();
    return words;
}

/// 1 … 12 for the first letters of an English month; 0 for other words.
int month_of(const std::string& word) {
    static constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
    for (std::size_t i = 0; i < months.size() && word.size() >= 3; ++i)
        if (months[i].starts_with(word)) return static_cast<int>(i) + 1;
    return 0;
}

std::optional<Date> date(const std::string& year, int month, const std::string& day) {
    if ((year.size() != 2 && year.size() != 4) || !is_digit(year[0]) || day.size() > 2) return std::nullopt;
    const int full = number_of(year) + (year.size() == 2 ? 2000 : 0);
    const Date made{std::chrono::year(full), std::chrono::month(static_cast<unsigned>(month)),
                    std::chrono::day(static_cast<unsigned>(number_of(day)))};
    return made.ok() ? std::optional(made) : std::nullopt;
}

std::optional<Date> date(const std::string& year, const std::string& month, const std::string& day) {
    return month.size() > 2 ? std::nullopt : date(year, number_of(month), day);
}

/// The three letters of a currency in a text of letters and signs, or nothing.
std::string currency_in(const std::string& rest) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> signs{
        {{"US$", "USD"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"₮", "MNT"}}};
    for (const auto& [sign, code] : signs)
        if (rest == sign) return std::string(code);
    const bool code = rest.size() == 3 && std::ranges::all_of(rest, [](char c) { return c >= 'A' && c <= 'Z'; });
    return code ? rest : std::string();
}

/// Digits with at most one point, from digits with points and commas; empty when they make no number.
std::string plain_digits(std::string_view written) {
    const std::size_t last = written.find_last_of(".,");
    if (last == std::string_view::npos) return std::string(written);
    const char mark = written[last];
    const bool both = written.find(mark == '.' ? ',' : '.') != std::string_view::npos;
    const bool once = std::ranges::count(written, mark) == 1;
    const bool is_point = once && (both || written.size() - last - 1 != 3);
    if (!once && both) return {};
    std::string plain;
    for (std::size_t i = 0; i < written.size(); ++i)
        if (is_digit(written[i]))
            plain += written[i];
        else if (i == last && is_point)
            plain += '.';
    return plain;
}

} // namespace

std::optional<Date> WrittenDate::in(DateOrder order) const {
    if (certain) return certain;
    if (order == DateOrder::dmy) return day_first;
    if (order == DateOrder::mdy) return month_first;
    const bool one_only = day_first.has_value() != month_first.has_value() || day_first == month_first;
    return order == DateOrder::automatic && one_only ? (day_first ? day_first : month_first) : std::nullopt;
}

WrittenDate written_date(std::string_view text) {
    const std::vector<std::string> words = words_of(text);
    WrittenDate result;
    if (words.size() < 3) return result;
    const std::string &first = words[0], &second = words[1], &third = words[2];
    if (const int month = month_of(first)) {
        result.certain = date(third, month, second);
    } else if (const int middle = month_of(second)) {
        result.certain = first.size() == 4 ? date(first, middle, third) : date(third, middle, first);
    } else if (first.size() == 4) {
        result.certain = date(first, second, third);
    } else if (is_digit(first[0]) && is_digit(second[0]) && is_digit(third[0])) {
        result.day_first = date(third, second, first);
        result.month_first = date(third, first, second);
    }
    return result;
}

DateOrder order_of(const std::vector<WrittenDate>& dates) {
    bool day_first = false, month_first = false;
    for (const WrittenDate& each : dates) {
        day_first = day_first || (each.day_first && !each.month_first);
        month_first = month_first || (each.month_first && !each.day_first);
    }
    return day_first == month_first ? DateOrder::automatic : day_first ? DateOrder::dmy : DateOrder::mdy;
}

std::optional<Amount> written_amount(std::string_view text) {
    std::string digits, rest;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool no_break = text.substr(i).starts_with("\xC2\xA0") || text.substr(i).starts_with("\xE2\x80\xAF");
        if (no_break)
            i += text[i] == '\xC2' ? 1 : 2;
        else if (is_digit(text[i]) || (!digits.empty() && (text[i] == '.' || text[i] == ',')))
            digits += text[i];
        else if (!is_blank(text[i]) && text[i] != '\'')
            rest += text[i];
    }
    Amount amount;
    amount.currency = currency_in(rest);
    if (!rest.empty() && amount.currency.empty()) return std::nullopt;
    const std::string plain = plain_digits(digits);
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), amount.value);
    const bool whole = error == std::errc() && end == plain.data() + plain.size();
    return whole && amount.value > 0 && amount.value <= amount_limit ? std::optional(amount) : std::nullopt;
}

std::string one_line(std::string_view text) {
    std::string line;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool blank = byte <= 0x20 || byte == 0x7F;
        if (!blank)
            line += letter;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (line.ends_with(' ')) line.pop_back();
    return first_letters(line, letters_shown);
}

std::string name_key(std::string_view name) {
    std::string key;
    for (const char letter : lower_case(name)) {
        const bool part = is_letter(letter) || is_digit(letter) || static_cast<unsigned char>(letter) >= 0x80;
        if (part)
            key += letter;
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    if (key.ends_with(' ')) key.pop_back();
    return key;
}

bool is_legal_form(std::string_view key) {
    static constexpr std::array forms{"inc", "ltd",     "llc", "gmbh", "corp", "co",  "ag",  "plc",
                                      "sa",  "limited", "bv",  "oy",   "ab",   "srl", "ооо", "ххк"};
    return std::ranges::find(forms, key) != forms.end();
}

std::string company_name_key(std::string_view name) {
    std::string key = name_key(name);
    for (std::size_t end = key.rfind(' ');
         end != std::string::npos && is_legal_form(std::string_view(key).substr(end + 1)); end = key.rfind(' '))
        key.resize(end);
    return key.empty() ? std::string(name) : key;
}

} // namespace assent
