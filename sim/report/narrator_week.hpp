#pragma once
// Tells the weeks of one deal, one after another; what was said before decides what is news.
#include "report/narrator.hpp"
#include "report/narrator_people.hpp"

#include <vector>

namespace assent {

class WeekTeller {
  public:
    WeekTeller(const Model& model, const Plan& plan, std::int32_t strategy);
    /// Precondition: `events` are all of one week, weeks come in order, events is not empty.
    NarratedWeek tell(std::span<const TraceEvent> events);

  private:
    using Kind = TraceEvent::Kind;
    const Model& model_;
    const Plan& plan_;
    std::int32_t strategy_;
    PeopleNames people_;

    // News is what differs from this.
    std::vector<double> severity_told_; ///< negative: nothing said yet (n_objection)
    double need_told_ = -1;
    double support_told_ = -1;
    double support_ = 0;
    int stage_ = 0;
    int settled_on_ = -1; ///< alternative of the last meeting
    int round_ = 0;       ///< of the negotiation

    std::span<const TraceEvent> events_; ///< of the week being told
    std::vector<std::string> lines_;

    /// Week 0: what the news of later weeks is measured against.
    NarratedWeek tell_start();
    void say(std::string sentence);
    [[nodiscard]] std::vector<int> members_of(Kind kind, bool flag) const;
    [[nodiscard]] const TraceEvent* last_of(Kind kind) const;

    // narrator_touches.cpp: what the account manager did and what came of it
    void tell_touches();
    [[nodiscard]] std::string purpose(const TraceEvent& touch) const;
    void tell_in_vain();
    void tell_reactions();
    /// Was that topic what the member was told about anyway.
    [[nodiscard]] bool spoken_to(const TraceEvent& relief) const;
    void tell_relief();
    void tell_discoveries();
    void tell_views();
    void tell_offer();
    void tell_gifts();

    // narrator_minds.cpp: need, rivals, and what sank in
    void tell_need();
    void tell_rivals();
    void tell_doubts();
    void tell_support();

    // narrator_process.cpp: trial, stages, meetings, talks, the end
    void tell_trial();
    void tell_stages(Stage first, Stage last);
    void tell_meeting();
    [[nodiscard]] std::string votes() const;
    [[nodiscard]] std::string rule_in_words() const;
    [[nodiscard]] std::string result_in_words() const;
    void tell_talks();
    void tell_end();
};

} // namespace assent
