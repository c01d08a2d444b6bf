#include "training/hint.hpp"

#include "model/user_error.hpp"
#include "rehearsal/advice.hpp"

namespace assent {

Hint hint_at(const Session& session, const std::atomic<bool>* cancelled) {
    const NodeId here = session.current();
    if (session.decided(here)) throw UserError("the deal is over; go back to ask what would have been best");
    AdviceRequest request;
    request.seed = session.seed();
    request.cancelled = cancelled;
    const Advice advice =
        advise(session.practice(), belief_at(session, here), session.knowledge(), session.planned(here), request);
    if (advice.lines.empty()) return {{}, true, 0, 0, 0};
    const Advice::Line& best = advice.lines.front();
    return {best.move, best.wait, best.gain, best.gain_low, best.gain_high};
}

} // namespace assent
