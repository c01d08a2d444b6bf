#pragma once
// Dates, amounts and names as people write them into CRM systems.
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assent {

using Date = std::chrono::year_month_day;

/// In which order the parts of a date stand that does not begin with the year.
enum class DateOrder : std::uint8_t {
    automatic, ///< as the other dates of the same table tell; where they do not, such a date is not read
    ymd,       ///< only dates that begin with the year, or name the month, are read
    dmy,
    mdy,
};

/// What a text says as a date, before it is known in which order.
struct WrittenDate {
    std::optional<Date> certain;                ///< begins with the year or names the month
    std::optional<Date> day_first, month_first; ///< what it would be; at most one for 25.12.2026
    [[nodiscard]] bool is_date() const { return certain || day_first || month_first; }
    /// Nothing when the order decides and is not known, or makes no date of it.
    [[nodiscard]] std::optional<Date> in(DateOrder order) const;
};

/// 2026-05-01, 1.5.2026, 5/1/26, 1 May 2026, May 1, 2026, 01-May-26, with or without a time of day. Two digits of a year
/// mean 2000 to 2099.
WrittenDate written_date(std::string_view text);

/// The order that the dates of a table have: told by those that fit one only. `automatic`: no date tells, or they
/// contradict each other.
DateOrder order_of(const std::vector<WrittenDate>& dates);

/// $12,500.00; 12.500,00 €; EUR 12 500; 12'500; (no negative ones, no words).
struct Amount {
    double value = 0;     ///< > 0
    std::string currency; ///< ISO 4217 where the text tells it; else empty
};
/// A single point or comma with three digits after it groups thousands. Nothing for other text, 0, negative numbers and
/// more than 10^12.
std::optional<Amount> written_amount(std::string_view text);

/// A text on one line: control characters and runs of blanks are one blank, none at the ends; at most 200 letters.
std::string one_line(std::string_view text);

/// What counts in a name when two are compared: lower case letters and digits, words apart by one blank.
std::string name_key(std::string_view name);

/// The same for a company: without Inc., GmbH and the like at the end. The name itself when nothing would be left.
std::string company_name_key(std::string_view name);

/// Is it a word such as Inc. that no company is told by?
bool is_legal_form(std::string_view key);

} // namespace assent
