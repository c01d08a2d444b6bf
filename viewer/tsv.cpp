#include "viewer/tsv.hpp"

#include "report/csv.hpp"

#include <algorithm>

namespace assent::viewer {

void Tsv::separate() {
    if (std::exchange(begun_, true)) text_ += '\t';
}

Tsv& Tsv::text(std::string_view value) {
    separate();
    if (!value.empty() && std::string_view("=+-@").find(value.front()) != std::string_view::npos) text_ += '\'';
    const auto breaks = [](char letter) { return letter == '\t' || letter == '\n' || letter == '\r'; };
    std::ranges::replace_copy_if(value, std::back_inserter(text_), breaks, ' ');
    return *this;
}

Tsv& Tsv::number(double value) {
    separate();
    text_ += csv_number(value);
    return *this;
}

void Tsv::end_line() {
    text_ += '\n';
    begun_ = false;
}

} // namespace assent::viewer
