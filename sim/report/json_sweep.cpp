// A sweep's manifest as JSON.
#include "report/json_sweep.hpp"

#include <nlohmann/json.hpp>

namespace assent {

std::string sweep_manifest_json(const Manifest& manifest, std::int64_t stored) {
    nlohmann::ordered_json json;
    json["sweep_id"] = manifest.sweep_id;
    json["version"] = manifest.version;
    json["seed"] = manifest.seed;
    json["confidence"] = manifest.confidence;
    json["points"] = manifest.points;
    json["points_stored"] = stored;
    json["currency"] = manifest.currency;
    json["axes"] = nlohmann::ordered_json::array();
    for (const StoredAxis& axis : manifest.axes)
        json["axes"].push_back({{"path", axis.path}, {"values", axis.written}});
    json["companies"] = manifest.companies;
    json["rows"] = manifest.deals;
    json["host"] = manifest.host;
    json["started"] = manifest.started;
    json["description"] = manifest.description;
    return json.dump(2) + "\n";
}

} // namespace assent
