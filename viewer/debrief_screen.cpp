#include "viewer/debrief_screen.hpp"

#include "viewer/card.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"
#include "viewer/picker.hpp"

#include "report/number_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assent::viewer {

void DebriefScreen::take_client(const Desk& desk) {
    if (!worker_) worker_ = std::make_unique<Worker<DebriefQuestion, DebriefView>>(desk.waker, judge_deal);
}

bool DebriefScreen::settled() const {
    if (asked_.empty()) return true;
    const std::shared_ptr<const DebriefView> latest = worker_->latest();
    return latest && (latest->ready || !latest->problem.empty());
}

void DebriefScreen::follow_deals() {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        const Session* session = sources_[i].session();
        const std::string way =
            session == nullptr || session->current() == 0 ? "" : way_text(*session, session->current());
        if (std::exchange(ways_[i], way) == way || way.empty()) continue;
        asked_ = way;
        counts_ = sources_[i].counts;
        view_ = nullptr;
        chosen_ = -1;
        DebriefQuestion question;
        question.session = std::make_shared<const Session>(*session);
        question.leaf = session->current();
        question.judge = judge_;
        worker_->ask(std::move(question));
    }
    if (asked_.empty()) return;
    if (std::shared_ptr<const DebriefView> latest = worker_->latest()) view_ = std::move(latest);
    keep_deal();
}

void DebriefScreen::keep_deal() {
    if (!view_ || !view_->ready || !std::exchange(counts_, false)) return;
    if (auto deal = debriefed_deal(*view_->session, view_->leaf, view_->debrief)) course_.keep(std::move(*deal));
}

void DebriefScreen::draw(Frame& frame) {
    follow_deals();
    if (!view_ || !view_->ready) {
        draw_waiting(frame, frame.area);
        return;
    }
    if (key::pressed('C', true) && !key::typing()) copy_decisions(frame.wishes);
    if (key::pressed('R') && !key::typing() && mistakes() > 0) try_again(frame.wishes);
    const int count = static_cast<int>(view_->debrief.moves.size());
    if (!key::typing() && key::pressed(key::right)) chosen_ = std::min(chosen_ + 1, count - 1);
    if (!key::typing() && key::pressed(key::left)) chosen_ = std::max(chosen_ - 1, 0);
    draw_cards(frame, frame.area);
}

void DebriefScreen::draw_waiting(Frame& frame, Area area) {
    const Look& look = frame.look;
    if (asked_.empty() && !course_.progress().deals.empty()) { // what was reached before needs no deal
        Area upper = area.take_top(area.height * 0.62F, look.px(14));
        const Area right = upper.take_right(std::max(look.px(380), upper.width * 0.4F), look.px(14));
        draw_points_by_deal(look, upper);
        begin_card(look, "skills", right, tr("Skills over time"));
        draw_changes(look, card_area());
        end_card();
    }
    begin_card(look, "waiting", area);
    const ImVec2 middle = area.centre();
    if (view_ && !view_->problem.empty()) {
        ImGui::SetCursorScreenPos({area.x + look.px(40), middle.y - look.px(20)});
        ImGui::TextWrapped("%s", view_->problem.c_str());
        mark("debrief.problem", area.min(), area.max());
    } else if (asked_.empty()) {
        draw_text(look.fonts.heading, {middle.x, middle.y - look.px(24)}, look.theme.ink, tr("Nothing to judge yet"),
                  0.5F);
        draw_text(look.fonts.text, {middle.x, middle.y + look.px(4)}, look.theme.muted,
                  tr("Play some weeks of a deal; then each decision is judged here by what could be known."), 0.5F);
        mark("debrief.empty", area.min(), area.max());
    } else {
        const int done = view_ ? view_->done : 0, planned = std::max(1, view_ ? view_->planned : 1);
        draw_text(look.fonts.heading, {middle.x, middle.y - look.px(30)}, look.theme.ink,
                  view_ ? trf("Judging decision {} of {} …", std::min(done + 1, planned), planned) : tr("Judging …"),
                  0.5F);
        const float width = look.px(320), left = middle.x - width / 2, top = middle.y + look.px(6), height = look.px(8);
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled({left, top}, {left + width, top + height}, look.theme.track, height / 2);
        draw->AddRectFilled(
            {left, top},
            {left + height + (width - height) * static_cast<float>(done) / static_cast<float>(planned), top + height},
            look.theme.accent, height / 2);
        ImGui::SetCursorScreenPos({middle.x - look.px(60), top + look.px(24)});
        if (ImGui::Button(tr("Back to the deal"), {look.px(120), look.px(28)})) {
            worker_->cancel();
            asked_.clear();
            frame.wishes.show = "rehearse";
        }
        mark("debrief.cancel");
    }
    end_card();
}

void DebriefScreen::draw_cards(Frame& frame, Area area) {
    const float gap = frame.look.px(14);
    const float foretold = view_->debrief.forecasts.empty() ? 0 : 18;
    draw_answer(frame, area.take_top(frame.look.px((area.width < frame.look.px(1180) ? 110 : 96) + foretold), gap));
    Area upper = area.take_top((area.height - gap) * 0.46F, gap);
    draw_skills(frame, upper.take_right(std::max(frame.look.px(320), upper.width * 0.3F), gap));
    if (over_time_)
        draw_points_by_deal(frame.look, upper);
    else
        draw_course(frame, upper);
    draw_truth(frame, area.take_right(std::max(frame.look.px(320), area.width * 0.36F), gap));
    draw_decisions(frame, area);
}

std::ptrdiff_t DebriefScreen::mistakes() const { return std::ranges::count_if(view_->debrief.moves, &is_mistake); }

void DebriefScreen::try_again(Wishes& wishes) {
    retry_(mistakes_of(*view_->session, view_->debrief));
    wishes.show = "train";
}

std::function<std::string()> DebriefScreen::table(std::string_view card, const Look&) const {
    if (!view_ || !view_->ready) return {};
    const std::shared_ptr<const DebriefView> view = view_;
    if (card == "decisions" || (card == "course" && !over_time_)) return [view] { return decisions_tsv(*view); };
    if (card == "skills" && !over_time_) return [view] { return skills_tsv(*view); };
    if (card == "truth") return [view] { return truth_tsv(*view); };
    return {};
}

void DebriefScreen::copy_decisions(Wishes& wishes) const {
    ImGui::SetClipboardText(decisions_tsv(*view_).c_str());
    wishes.notice = tr("The decisions are in the clipboard, as a table for a spreadsheet.");
}

std::vector<Command> DebriefScreen::commands() {
    if (!view_ || !view_->ready) return {};
    std::vector<Command> all;
    if (mistakes() > 0)
        all.push_back({tr("Try my mistakes again"), "R", [this](Wishes& wishes) { try_again(wishes); }});
    all.push_back({tr("Copy the decisions as a table"), "Ctrl+C", [this](Wishes& wishes) { copy_decisions(wishes); }});
    all.push_back({tr("Show what you knew or what was true"), "", [this](Wishes&) { truth_shown_ = !truth_shown_; }});
    all.push_back(
        {tr("Show this deal or how you get on over time"), "", [this](Wishes&) { over_time_ = !over_time_; }});
    return all;
}

} // namespace assent::viewer
