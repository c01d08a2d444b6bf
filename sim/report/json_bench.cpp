#include "report/json_bench.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assent {

std::string bench_json(const BenchReport& report) {
    using Json = nlohmann::ordered_json;
    Json settings = Json::array(), peaks = Json::array();
    for (const BenchLine& line : report.lines)
        settings.push_back({{"company", line.company},
                            {"people", line.people},
                            {"isa", line.isa},
                            {"threads", line.threads},
                            {"deals_per_second", line.deals_per_second},
                            {"ns_per_stakeholder_week", line.ns_per_stakeholder_week},
                            {"ratio_to_one_lane", line.ratio}});
    for (const BenchPeak& peak : report.peaks)
        peaks.push_back({{"isa", peak.isa},
                         {"multiply_adds_per_second", peak.multiply_adds_per_second},
                         {"random_blocks_per_second", peak.random_blocks_per_second},
                         {"stakeholder_week_in_multiply_adds", peak.multiply_adds_per_stakeholder_week()},
                         {"stakeholder_week_in_random_blocks", peak.random_blocks_per_stakeholder_week()}});
    const Json json{{"engine", "assent"},
                    {"engine_version", ASSENT_VERSION},
                    {"signature", fmt::format("{:016x}", report.signature)},
                    {"settings", settings},
                    {"peaks", peaks},
                    {"ratio_of_threads", report.thread_ratio > 0 ? Json(report.thread_ratio) : Json(nullptr)},
                    {"rollouts",
                     {{"count", report.rollouts},
                      {"seconds", report.rollout_seconds},
                      {"threads", report.rollout_threads},
                      {"wanted", report.rollouts_wanted},
                      {"processor_seconds_for_wanted", report.rollout_processor_seconds}}}};
    return json.dump(2) + "\n";
}

} // namespace assent
