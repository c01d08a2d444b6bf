#include "viewer/replay_view.hpp"

#include "viewer/card.hpp"
#include "viewer/centre_view.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"
#include "viewer/picker.hpp"
#include "viewer/plot.hpp"
#include "viewer/tsv.hpp"

#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/svg_sweep.hpp"
#include "report/svg_text.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr double seconds_a_week = 0.6; ///< while it plays
constexpr std::size_t lines_drawn = 8; ///< people with a line of their own

ImU32 outcome_colour(const Theme& theme, Outcome outcome) {
    return outcome == Outcome::won ? theme.won : outcome == Outcome::no_decision ? theme.none : theme.lost;
}

/// Shape of an outcome, so that colour is not all that tells.
const char* outcome_sign(Outcome outcome) {
    return outcome == Outcome::won ? "✓" : outcome == Outcome::no_decision ? "–" : "✗";
}

} // namespace

void ReplayView::open(const std::shared_ptr<Waker>& waker, DealsQuestion question, std::string point_name,
                      std::vector<std::pair<std::string, std::string>> strategies) {
    if (!lister_) {
        lister_ = std::make_unique<Worker<DealsQuestion, DealList>>(waker, list_deals);
        player_ = std::make_unique<Worker<ReplayQuestion, Replay>>(waker, replay_deal);
    }
    open_ = true;
    point_name_ = std::move(point_name);
    strategies_ = std::move(strategies);
    ask(question);
}

void ReplayView::close() {
    open_ = playing_ = false;
    if (lister_) lister_->cancel();
}

void ReplayView::ask(const DealsQuestion& question) {
    question_ = question;
    deals_ = nullptr;
    replay_ = nullptr;
    playing_ = wanted_ = false;
    replicate_ = 0;
    lister_->ask(question);
}

bool ReplayView::settled() const {
    return !open_ || (deals_ && (deals_->rows.empty() || (replay_ && !player_->busy())));
}

void ReplayView::choose(std::uint64_t replicate) {
    if (!deals_ || replicate >= deals_->rows.size()) return;
    replicate_ = replicate;
    wanted_ = true;
    playing_ = false;
    told_in_ = current_language();
    player_->ask({deals_, replicate});
}

void ReplayView::see_answers() {
    if (!deals_) {
        deals_ = lister_->latest();
        if (deals_ && !deals_->rows.empty()) choose(0);
    }
    if (replay_ && told_in_ != current_language()) { // the story is to be told anew
        const int week = week_;
        choose(replicate_);
        first_week_ = week;
    }
    if (!wanted_) return;
    if (auto latest = player_->latest(); latest && latest->deals == deals_ && latest->row.replicate == replicate_) {
        replay_ = std::move(latest);
        wanted_ = false;
        member_ = std::min(member_, deals_->client->plan.n_member - 1);
        scrolled_to_ = -1;
        go_to(std::exchange(first_week_, 0));
    }
}

void ReplayView::go_to(int week) {
    week_ = std::clamp(week, 0, replay_->weeks());
    shown_ = replay_->at(week_);
}

void ReplayView::play_or_pause() {
    if (!playing_ && week_ == replay_->weeks()) go_to(0);
    playing_ = !playing_;
    next_week_ = ImGui::GetTime() + seconds_a_week;
}

void ReplayView::handle_keys() {
    if (key::typing() || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) return;
    if (key::pressed(key::escape)) return close();
    if (!replay_) return;
    if (key::pressed(key::left)) go_to(week_ - 1), playing_ = false;
    if (key::pressed(key::right)) go_to(week_ + 1), playing_ = false;
    if (key::pressed(key::home)) go_to(0), playing_ = false;
    if (key::pressed(key::end)) go_to(replay_->weeks()), playing_ = false;
    if (key::pressed(key::up) && replicate_ > 0) choose(replicate_ - 1);
    if (key::pressed(key::down)) choose(replicate_ + 1);
    if (key::pressed(key::space)) play_or_pause();
    if (playing_ && ImGui::GetTime() >= next_week_) {
        go_to(week_ + 1);
        next_week_ += seconds_a_week;
        playing_ = week_ < replay_->weeks();
    }
}

void ReplayView::draw(Frame& frame) {
    const Look& look = frame.look;
    see_answers();
    handle_keys();
    if (!open_) return;
    const float gap = look.px(14);
    Area area = frame.area;
    draw_header(frame, area.take_top(look.px(58), gap));
    if (!open_) return;
    if (!deals_ || !deals_->client || deals_->rows.empty()) {
        draw_empty_card(look, "deals", area,
                        !deals_                    ? std::string(tr("thinking…"))
                        : !deals_->problem.empty() ? deals_->problem
                                                   : std::string(tr("No deal of it was played.")));
        return;
    }
    draw_deals(frame, area.take_left(std::max(look.px(190), area.width * 0.17F), gap));
    if (!replay_) return draw_empty_card(look, "replay", area, tr("thinking…"));
    Area right = area.take_right(std::max(look.px(330), area.width * 0.38F), gap);
    draw_story(frame, right);
    draw_support(frame, area.take_bottom(std::max(look.px(150), area.height * 0.3F), gap));
    draw_centre(frame, area);
}

void ReplayView::draw_header(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "replay.header", area);
    Area rest = area.inner(look.px(12));
    const Area back = rest.take_right(look.px(120), look.px(12)), picker = rest.take_right(look.px(260), look.px(12));
    const Area play = rest.take_right(look.px(150), look.px(12));
    const std::string title = replay_
                                  ? trf("Deal {}: {}", replicate_, outcome_words(deals_->client->model, replay_->row))
                                  : std::string(tr("Deals"));
    draw_text(look.fonts.heading, {rest.x, rest.y - look.px(3)}, look.theme.ink,
              fitted(look.fonts.heading, title, rest.width));
    draw_text(look.fonts.small, {rest.x, rest.y + look.px(20)}, look.theme.muted,
              fitted(look.fonts.small, point_name_, rest.width));
    ImGui::SetCursorScreenPos({play.x, play.y + look.px(3)});
    ImGui::BeginDisabled(!replay_);
    if (primary_button(look, playing_ ? tr("Pause") : tr("Play"), {play.width, look.px(28)}) && replay_)
        play_or_pause();
    ImGui::EndDisabled();
    mark("replay.play");
    explain(look, tr("Shows one week after another. Space does the same; ← → walk the weeks, ↑ ↓ the deals."));
    std::vector<std::string> names;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < strategies_.size(); ++i) {
        names.push_back(strategy_letter(i) + "  " + strategies_[i].second);
        if (strategies_[i].first == question_.strategy) chosen = i;
    }
    ImGui::SetCursorScreenPos({picker.x, picker.y + look.px(3)});
    if (const auto picked = draw_picker(look, "replay.strategy", picker.width, names, chosen)) {
        DealsQuestion question = question_;
        question.strategy = strategies_[*picked].first;
        ask(question);
    }
    ImGui::SetCursorScreenPos({back.x, back.y + look.px(3)});
    if (ImGui::Button(tr("Back"), {back.width, look.px(28)})) close();
    mark("replay.back");
    end_card();
}

void ReplayView::draw_deals(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const DealList& deals = *deals_;
    begin_card(look, "deals", area, tr("Deals"),
               deals.played > std::ssize(deals.rows)
                   ? trf("the first {0} of {1}", deals.rows.size(), grouped(deals.played))
                   : grouped(deals.played));
    std::string counts, names;
    for (const auto& [sign, name, outcomes] :
         {std::tuple("✓", tr("won"), std::vector{Outcome::won}),
          std::tuple("–", tr("none"), std::vector{Outcome::no_decision}),
          std::tuple("✗", tr("lost"), std::vector{Outcome::lost, Outcome::eliminated})}) {
        const auto count = std::ranges::count_if(deals.rows, [&](const OutcomeRow& row) {
            return std::ranges::find(outcomes, row.outcome) != outcomes.end();
        });
        counts += fmt::format("{}{} {}", counts.empty() ? "" : "   ", sign, count);
        names += fmt::format("{}{} {}: {}", names.empty() ? "" : "\n", sign, name, count);
    }
    ImGui::PushFont(look.fonts.small);
    ImGui::TextDisabled("%s", counts.c_str());
    ImGui::PopFont();
    explain(look, names);
    const Area inside = card_area();
    const float cell = look.px(22), gap = look.px(3);
    const auto columns = static_cast<std::size_t>(std::max(1.0F, (inside.width + gap) / (cell + gap)));
    for (std::size_t i = 0; i < deals.rows.size(); ++i) {
        const OutcomeRow& row = deals.rows[i];
        const ImVec2 at{inside.x + static_cast<float>(i % columns) * (cell + gap),
                        inside.y + static_cast<float>(i / columns) * (cell + gap)};
        ImGui::SetCursorScreenPos(at);
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::InvisibleButton("##deal", {cell, cell})) choose(i);
        ImGui::PopID();
        mark(fmt::format("replay.deal.{}", i));
        const bool chosen = i == replicate_;
        explain(look, trf("Deal {}: {}", i, outcome_words(deals.client->model, row)),
                tr("Press to see it week by week."));
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const ImU32 colour = outcome_colour(look.theme, row.outcome);
        draw->AddRectFilled(at, {at.x + cell, at.y + cell}, mixed(colour, look.theme.card, chosen ? 0.1F : 0.55F),
                            look.px(4));
        if (chosen)
            draw->AddRect({at.x - look.px(1), at.y - look.px(1)}, {at.x + cell + look.px(1), at.y + cell + look.px(1)},
                          look.theme.ink, look.px(5), 0, look.px(1.6F));
        draw_text(look.fonts.small, {at.x + cell / 2, at.y + (cell - look.fonts.small->FontSize) / 2}, look.theme.ink,
                  outcome_sign(row.outcome), 0.5F);
    }
    end_card();
}

void ReplayView::draw_centre(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "replay.centre", area, week_ == 0 ? std::string(tr("At the start")) : trf("After week {}", week_),
               tr("as it was: ring = doubts by their root   light = stance"));
    if (const auto pressed = draw_centre_view(look, card_area(), *deals_->client, shown_, member_, Told::truth))
        member_ = *pressed;
    end_card();
}

void ReplayView::draw_story(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "story", area, tr("What happened"), tr("told by somebody who saw everything"));
    begin_list("##weeks", {0, 0});
    std::optional<int> wanted;
    for (const NarratedWeek& week : replay_->story) {
        const bool here = week_ >= week.week && week_ <= week.last_week;
        const ImVec2 top = ImGui::GetCursorScreenPos();
        ImGui::PushFont(look.fonts.strong);
        ImGui::PushStyleColor(ImGuiCol_Text, here ? look.theme.accent : look.theme.ink);
        ImGui::TextUnformatted(weeks_name(week).c_str());
        ImGui::PopStyleColor();
        ImGui::PopFont();
        const std::string support = week.stage + " · " + percent(week.support);
        draw_text(look.fonts.small, {top.x + ImGui::GetContentRegionAvail().x - look.px(4), top.y + look.px(1)},
                  look.theme.muted, support, 1);
        ImGui::PushStyleColor(ImGuiCol_Text, here ? look.theme.ink : look.theme.muted);
        for (const std::string& line : week.lines) ImGui::TextWrapped("%s", line.c_str());
        ImGui::PopStyleColor();
        const ImVec2 end = ImGui::GetCursorScreenPos();
        const Area block{top.x, top.y, ImGui::GetContentRegionAvail().x, end.y - top.y};
        mark(fmt::format("replay.week.{}", week.week), block.min(), block.max());
        if (points_at(block) && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) wanted = week.last_week;
        if (here && scrolled_to_ != week_) {
            ImGui::SetScrollFromPosY(top.y - ImGui::GetWindowPos().y, 0.3F);
            scrolled_to_ = week_;
        }
        ImGui::Dummy({1, look.px(3)});
    }
    ImGui::EndChild();
    end_card();
    if (wanted) {
        scrolled_to_ = *wanted; // it is in sight already
        go_to(*wanted);
    }
}

void ReplayView::draw_support(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const Client& client = *deals_->client;
    begin_card(look, "replay.support", area, tr("Support by week"),
               tr("thick: all, weighted by authority; blue: the one chosen"));
    PlotAxis x, y;
    x.low = 0;
    x.high = std::max(1, replay_->weeks());
    x.whole = true;
    x.text = [](double week) { return decimal(week, 0); };
    y.text = [](double share) { return percent(share); };
    double most = 0.2; // so that noise about nothing does not look like a swing
    for (const std::vector<float>& week : replay_->support)
        for (const float share : week) most = std::max(most, 1.1 * static_cast<double>(share));
    y.high = std::min(1.0, most);
    Area inside = card_area();
    inside.take_right(look.px(26));
    const PlotFrame plot = draw_axes(look, inside, x, y);
    std::vector<std::size_t> order(client.picture.people.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return client.picture.people[i].authority; });
    order.resize(std::min(order.size(), lines_drawn));
    for (const std::size_t place : order) {
        const CentrePerson& person = client.picture.people[place];
        const auto member = static_cast<std::size_t>(person.member);
        const bool chosen = person.member == member_;
        std::vector<ImVec2> line;
        for (int week = 0; week <= replay_->weeks(); ++week)
            line.push_back(
                plot.at(week, static_cast<double>(replay_->support[static_cast<std::size_t>(week)][member])));
        ImGui::GetWindowDrawList()->AddPolyline(line.data(), static_cast<int>(line.size()),
                                                chosen ? look.theme.accent : faded(look.theme.ink, 0.4F), 0,
                                                look.px(chosen ? 2.0F : 1.1F));
        if (chosen)
            draw_text(look.fonts.small, {line.back().x + look.px(5), line.back().y - look.fonts.small->FontSize / 2},
                      look.theme.accent, initials(person.name));
    }
    std::vector<ImVec2> all;
    for (const NarratedWeek& week : replay_->story) all.push_back(plot.at(week.last_week, week.support));
    ImGui::GetWindowDrawList()->AddPolyline(all.data(), static_cast<int>(all.size()), look.theme.won, 0, look.px(2.6F));
    const float now = plot.at(week_, 0).x;
    ImGui::GetWindowDrawList()->AddLine({now, plot.area.y}, {now, plot.area.max().y}, faded(look.theme.ink, 0.6F),
                                        look.px(1.2F));
    ImGui::SetCursorScreenPos(plot.area.min());
    ImGui::InvisibleButton("##week", {std::max(1.0F, plot.area.width), std::max(1.0F, plot.area.height)});
    mark("replay.weeks");
    if (ImGui::IsItemActive()) {
        const double share = (ImGui::GetIO().MousePos.x - plot.area.x) / plot.area.width;
        go_to(static_cast<int>(std::lround(share * x.high)));
        playing_ = false;
    }
    explain(look, tr("Press or drag to go to a week."));
    end_card();
}

std::vector<Command> ReplayView::commands() {
    if (!replay_) return {{tr("Back to the sweep"), "Esc", [this](Wishes&) { close(); }}};
    return {{tr("Back to the sweep"), "Esc", [this](Wishes&) { close(); }},
            {playing_ ? tr("Pause") : tr("Play"), "Space", [this](Wishes&) { play_or_pause(); }},
            {tr("Next deal"), "↓", [this](Wishes&) { choose(replicate_ + 1); }},
            {tr("A week on"), "→", [this](Wishes&) { go_to(week_ + 1); }}};
}

std::function<std::string()> ReplayView::table(std::string_view card) const {
    if (card == "replay.support" && replay_)
        return [replay = replay_] {
            const Model& model = replay->deals->client->model;
            Tsv table;
            table.text(tr("Week"));
            const auto people = static_cast<int>(replay->support.front().size());
            for (int member = 0; member < people; ++member) table.text(holder_name(model, member));
            table.end_line();
            for (int week = 0; week <= replay->weeks(); ++week) {
                table.number(week);
                for (const float share : replay->support[static_cast<std::size_t>(week)])
                    table.number(100 * static_cast<double>(share));
                table.end_line();
            }
            return std::move(table).finish();
        };
    if (card == "deals" && deals_ && deals_->client)
        return [deals = deals_] {
            Tsv table;
            table.text(tr("Deal")).text(tr("Outcome")).text(tr("Week")).text(tr("Price")).end_line();
            for (const OutcomeRow& row : deals->rows)
                table.number(static_cast<double>(row.replicate))
                    .text(outcome_words(deals->client->model, row))
                    .number(row.week)
                    .number(static_cast<double>(row.price))
                    .end_line();
            return std::move(table).finish();
        };
    if (card == "story" && replay_)
        return [replay = replay_] {
            Tsv table;
            table.text(tr("Week")).text(tr("What happened")).end_line();
            for (const NarratedWeek& week : replay->story)
                for (const std::string& line : week.lines) table.text(weeks_name(week)).text(line).end_line();
            return std::move(table).finish();
        };
    return {};
}

} // namespace assent::viewer
