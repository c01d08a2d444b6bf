#include "validation/population.hpp"

#include "engine/kernel.hpp"
#include "experiment/in_parallel.hpp"
#include "experiment/intervals.hpp"
#include "model/compile.hpp"

namespace assent {
namespace {

PlayedCompany play_company(const Model& model, const PopulationRequest& request) {
    const Plan plan = compile(model);
    PlayedCompany played;
    played.size = model.centre.size();
    const auto count = static_cast<std::size_t>(request.replicates);
    played.rows.resize(model.strategies.size() * count);
    std::vector<float> workspace(workspace_size(plan));
    for (std::size_t s = 0; s < model.strategies.size(); ++s)
        simulate_block(plan, {static_cast<std::int32_t>(s), request.seed, 0, request.replicates},
                       workspace.data(), played.rows.data() + s * count);
    return played;
}

} // namespace

Population play_population(std::span<const Model> companies, const PopulationRequest& request) {
    Population played(companies.size());
    try {
        in_parallel(companies.size(), {request.threads, request.cancelled},
                    [&](std::size_t at) { played[at] = play_company(companies[at], request); });
    } catch (const Cancelled&) { // what was played so far is enough
    }
    return played;
}

Interval mean_share(const Population& population, const ShareOf& share) {
    Moments companies;
    for (const PlayedCompany& company : population) {
        Share sum;
        for (const OutcomeRow& row : company.rows) {
            const Share one = share(company, row);
            sum.above += one.above;
            sum.below += one.below;
        }
        if (sum.below > 0) companies.add(sum.above / sum.below);
    }
    return mean_interval(companies, 0.95);
}

} // namespace assent
