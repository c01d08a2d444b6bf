#include "report/fact_report.hpp"
namespace assent {
std::string facts_html(std::span<const FactResult>, std::uint64_t, std::string_view) { return {}; }
} // namespace assent
