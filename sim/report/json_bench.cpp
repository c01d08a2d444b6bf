#include "report/json_bench.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assent {

std::string bench_json(std::span<const BenchLine> lines, std::uint64_t signature) {
    using Json = nlohmann::ordered_json;
    Json settings = Json::array();
    for (const BenchLine& line : lines)
        settings.push_back({{"company", line.company},
                            {"people", line.people},
                            {"isa", line.isa},
                            {"threads", line.threads},
                            {"deals_per_second", line.deals_per_second},
                            {"ns_per_stakeholder_week", line.ns_per_stakeholder_week},
                            {"ratio_to_one_lane", line.ratio}});
    const Json json{{"engine", "assent"},
                    {"engine_version", ASSENT_VERSION},
                    {"signature", fmt::format("{:016x}", signature)},
                    {"settings", settings}};
    return json.dump(2) + "\n";
}

} // namespace assent
