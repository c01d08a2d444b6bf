#include "report/band_table.hpp"
#include "report/json.hpp"

#include <nlohmann/json.hpp>

namespace assent {

std::string bands_json(std::span<const BandResult> results, std::uint64_t seed) {
    using Json = nlohmann::ordered_json;
    Json figures = Json::array();
    for (const BandResult& result : results) {
        const Band& band = *result.band;
        figures.push_back({{"figure", band.words},
                           {"of", band.of},
                           {"model", result.model.estimate},
                           {"model_low", result.model.low},
                           {"model_high", result.model.high},
                           {"band_least", band.least},
                           {"band_greatest", band.greatest},
                           {"grade", word(band.grade)},
                           {"inside", result.inside()},
                           {"counts", result.counts()},
                           {"published", band.published},
                           {"source", band.source}});
    }
    return Json{{"engine", "assent"}, {"engine_version", ASSENT_VERSION}, {"seed", seed}, {"figures", figures}}.dump(
               2) +
           "\n";
}

} // namespace assent
