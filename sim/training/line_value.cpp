#include "training/line_value.hpp"

#include "experiment/run.hpp"

namespace assent {

Interval value_of_line(const Practice& practice, const Weeks& weeks, const LineRequest& request) {
    Script script(practice.plan(), practice.manner());
    script.set(weeks);
    RunRequest run_request;
    run_request.seed = request.seed;
    run_request.replicates = request.deals;
    run_request.threads = request.threads;
    run_request.confidence = request.confidence;
    run_request.strategies = {script.strategy()};
    const Ranking ranking = rank(run(script.plan(), run_request), request.confidence, request.measure);
    return ranking.standings.front().measured(request.measure);
}

} // namespace assent
