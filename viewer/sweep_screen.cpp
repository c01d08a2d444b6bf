#include "viewer/sweep_screen.hpp"

#include "viewer/card.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"
#include "viewer/picker.hpp"
#include "viewer/plot_tables.hpp"
#include "viewer/profile.hpp"

#include "model/user_error.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/svg_file.hpp"
#include "report/sweep_page_parts.hpp"
#include "scenario/reader.hpp"
#include "store/atomic_file.hpp"
#include "sweep/stored_point.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <fstream>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr std::string_view sqlite_magic = "SQLite format 3";

bool is_store(const std::filesystem::path& path) {
    if (path.extension() == ".db") return true;
    std::array<char, sqlite_magic.size()> head{};
    std::ifstream file(path, std::ios::binary);
    return file.read(head.data(), head.size()) && std::string_view(head.data(), head.size()) == sqlite_magic;
}

std::string duration_words(double seconds) {
    if (seconds < 90) return trf("{} s", decimal(seconds, 0));
    if (seconds < 5400) return trf("{} min", decimal(seconds / 60, 0));
    return trf("{} h", decimal(seconds / 3600, 1));
}

} // namespace

bool SweepScreen::opens(const std::filesystem::path& path) {
    if (!is_store(path)) return false;
    path_ = path;
    replay_.close();
    pointed_ = 0;
    view_ = nullptr;
    problem_.clear();
    ask();
    return true;
}

void SweepScreen::take_client(const Desk& desk) {
    if (worker_) return;
    points_ = desk.folder / "points";
    waker_ = desk.waker;
    worker_ = std::make_unique<Worker<SweepQuestion, SweepView>>(waker_, follow_sweep);
}

void SweepScreen::ask() { worker_->ask({path_, measure_}); }

void SweepScreen::take_news() {
    const std::shared_ptr<const SweepView> news = worker_ ? worker_->latest() : nullptr;
    if (!news) return;
    problem_ = news->problem;
    if (news->ready) view_ = news;
}

bool SweepScreen::settled() const {
    if (!replay_.settled()) return false;
    if (path_.empty() || !worker_) return true;
    const std::shared_ptr<const SweepView> latest = worker_->latest();
    return latest && latest->measure == measure_;
}

std::size_t SweepScreen::chosen() const {
    const std::size_t place = place_of(view_->input, strategy_);
    return place < view_->input.summary.strategies.size() ? place : 0;
}

void SweepScreen::draw(Frame& frame) {
    take_news();
    if (replay_.is_open()) {
        replay_.draw(frame);
        if (replay_.is_open()) return;
    }
    if (path_.empty()) {
        draw_invitation(frame, frame.area);
        return;
    }
    const float gap = frame.look.px(14);
    Area area = frame.area;
    draw_header(frame, area.take_top(frame.look.px(58), gap));
    if (!problem_.empty()) {
        const float lines = static_cast<float>(std::ranges::count(problem_, '\n') + 1);
        draw_problem(frame.look, area.take_top(frame.look.px(44) + (lines + 1) * frame.look.fonts.text->FontSize, gap));
    }
    if (view_ && view_->input.summary.points > 0) {
        if (key::pressed('C', true) && !key::typing()) copy_ranking(frame.wishes);
        if (key::pressed('D') && !key::typing()) watch_point(pointed_);
        draw_cards(frame, area);
        return;
    }
    if (!problem_.empty() && !view_) return draw_invitation(frame, area);
    draw_empty_card(frame.look, "waiting", area,
                    view_ ? tr("No point has been played yet. They appear here as they arrive.")
                          : tr("Reading the store …"));
}

void SweepScreen::draw_invitation(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "invitation", area);
    const float width = std::min(look.px(620), area.width - look.px(60));
    const float x = area.centre().x - width / 2;
    float y = area.centre().y - look.px(110);
    draw_text(look.fonts.figure, {x, y}, look.theme.ink, tr("Watch a sweep"));
    ImGui::SetCursorScreenPos({x, y + look.px(44)});
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    ImGui::PushStyleColor(ImGuiCol_Text, look.theme.muted);
    ImGui::TextUnformatted(
        tr("A sweep plays many variants of a scenario into a store: what if the need were smaller, the "
           "rule another? Open its store here, finished or while it runs."));
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    y = ImGui::GetCursorScreenPos().y + look.px(10);
    ImGui::SetCursorScreenPos({x, y});
    ImGui::SetNextItemWidth(width - look.px(110));
    const bool entered = ImGui::InputTextWithHint("##store", "need.db", &typed_, ImGuiInputTextFlags_EnterReturnsTrue);
    mark("sweep.path");
    ImGui::SameLine();
    const bool pressed = primary_button(look, tr("Open"), {look.px(100), 0});
    mark("sweep.open");
    if ((entered || pressed) && !typed_.empty()) frame.wishes.open = typed_;
    y = ImGui::GetCursorScreenPos().y + look.px(14);
    draw_text(look.fonts.small, {x, y}, look.theme.muted,
              fitted(look.fonts.small,
                     "assent sweep scenarios/three-heads.toml --set company.need=0.4:0.9:6 --store need.db", width));
    end_card();
}

void SweepScreen::draw_problem(const Look& look, const Area& area) const {
    begin_card(look, "problem", area);
    ImGui::PushStyleColor(ImGuiCol_Text, look.theme.lost);
    ImGui::PushFont(look.fonts.strong);
    ImGui::TextUnformatted(view_ ? tr("The store cannot be read any more; below is what it said last.")
                                 : tr("The store cannot be read."));
    ImGui::PopFont();
    ImGui::PopStyleColor();
    ImGui::TextWrapped("%s", problem_.c_str());
    mark("sweep.problem", area.min(), area.max());
    end_card();
}

void SweepScreen::draw_header(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "header", area);
    Area rest = area.inner(look.px(12));
    const Area controls = rest.take_right(look.px(300), look.px(16));
    const Area progress = rest.take_right(std::min(look.px(280), rest.width * 0.4F), look.px(24));
    std::string title = path_.filename().string(), note = path_.parent_path().string();
    if (view_) {
        const Manifest& manifest = view_->input.manifest;
        title = trf("What if: {}", manifest.companies.size() == 1 ? manifest.companies.front()
                                                                  : trf("{} companies", manifest.companies.size()));
        note.clear();
        for (const StoredAxis& axis : manifest.axes) note += (note.empty() ? "" : ", ") + axis.path;
        note = note.empty() ? tr("Which strategy does best?") : trf("What changes when we vary {}?", note);
    }
    draw_text(look.fonts.heading, {rest.x, rest.y - look.px(3)}, look.theme.ink,
              fitted(look.fonts.heading, title, rest.width));
    draw_text(look.fonts.small, {rest.x, rest.y + look.px(20)}, look.theme.muted,
              fitted(look.fonts.small, note, rest.width));
    if (view_) draw_progress(look, progress);
    std::vector<std::string> names;
    for (std::size_t m = 0; m < rank_measure_count; ++m)
        names.emplace_back(tr(measure_heading(static_cast<RankMeasure>(m))));
    ImGui::SetCursorScreenPos({controls.x, controls.y + look.px(3)});
    if (const auto picked = draw_picker(look, "sweep.measure", controls.width - look.px(120), names,
                                        static_cast<std::size_t>(measure_))) {
        measure_ = static_cast<RankMeasure>(*picked);
        ask();
    }
    ImGui::SetCursorScreenPos({controls.max().x - look.px(112), controls.y + look.px(3)});
    if (ImGui::Button(tr("Close store"), {look.px(112), look.px(28)})) {
        worker_->cancel();
        path_.clear();
        view_ = nullptr;
        problem_.clear();
    }
    mark("sweep.close");
    end_card();
}

void SweepScreen::draw_progress(const Look& look, const Area& area) const {
    const SweepPageInput& input = view_->input;
    const double share = static_cast<double>(input.summary.points) /
                         static_cast<double>(std::max<std::int64_t>(1, input.manifest.points));
    const bool arriving = !view_->finished() && view_->points_per_second > 0 &&
                          std::chrono::steady_clock::now() - view_->read_at < std::chrono::seconds(12);
    const std::string count = trf("{} of {} points", grouped(input.summary.points), grouped(input.manifest.points));
    const std::string state = view_->finished() ? trf("finished · {} deals", grouped(input.summary.deals))
                              : arriving        ? trf("{} a second · {} left", decimal(view_->points_per_second, 1),
                                                      duration_words(view_->seconds_left))
                                                : tr("not finished, nothing arrives");
    draw_text(look.fonts.text, {area.x, area.y - look.px(2)}, look.theme.ink, count);
    draw_text(look.fonts.small, {area.max().x, area.y - look.px(1)}, look.theme.muted,
              fitted(look.fonts.small, state, area.width - text_width(look.fonts.text, count) - look.px(8)), 1);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float top = area.y + look.px(21), height = look.px(8);
    draw->AddRectFilled({area.x, top}, {area.max().x, top + height}, look.theme.track, height / 2);
    const float end = area.x + std::max(height, area.width * static_cast<float>(share));
    draw->AddRectFilled({area.x, top}, {end, top + height}, view_->finished() ? look.theme.won : look.theme.accent,
                        height / 2);
    mark("sweep.progress", area.min(), area.max());
}

void SweepScreen::draw_cards(Frame& frame, Area area) {
    const float gap = frame.look.px(14);
    const Area strip = area.take_bottom(frame.look.px(66), gap);
    Area upper = area.take_top((area.height - gap) * 0.54F, gap);
    draw_ranking(frame, upper.take_left((upper.width - gap) * 0.42F, gap));
    draw_response(frame, upper);
    const float each = (area.width - 2 * gap) / 3;
    draw_tornado(frame, area.take_left(each, gap));
    draw_reasons(frame, area.take_left(each, gap));
    draw_spread(frame, area);
    draw_strip(frame, strip);
}

std::vector<std::string> SweepScreen::axis_values(std::size_t row) const {
    const PointTable& table = view_->input.table;
    std::vector<std::string> values;
    for (std::size_t axis = table.axes.size() - view_->input.manifest.axes.size(); axis < table.axes.size(); ++axis)
        values.push_back(table.values[axis][row]);
    return values;
}

void SweepScreen::watch_point(std::size_t row) {
    const PointTable& table = view_->input.table;
    if (row >= table.numbers.size()) return;
    std::vector<std::pair<std::string, std::string>> strategies;
    for (const StrategyOverPoints& strategy : view_->input.summary.strategies)
        strategies.emplace_back(strategy.id, strategy.name);
    const DealsQuestion question{view_->path, table.numbers[row], table.company[row], axis_values(row),
                                 strategies[chosen()].first};
    replay_.open(waker_, question, trf("Point {}", table.numbers[row] + 1) + ": " + point_words(*view_, row),
                 std::move(strategies));
}

void SweepScreen::open_point(std::size_t row, Wishes& wishes) const try {
    const PointTable& table = view_->input.table;
    SweepStore store(view_->path);
    const Model model = stored_scenario(store, table.numbers[row], table.company[row], axis_values(row));
    make_folder(points_, tr("scenarios of points"));
    const std::filesystem::path file =
        points_ / fmt::format("{}-point-{}.toml", file_name_of(view_->path.stem().string()), table.numbers[row] + 1);
    write_file(file, dump_scenario(model));
    wishes.open = file;
    wishes.show = "rehearse";
} catch (const UserError& error) {
    wishes.problem = error.what();
}

constexpr std::size_t every_column = 1000; ///< more than there are reasons

std::function<std::string()> SweepScreen::table(std::string_view card, const Look& look) const {
    if (replay_.is_open()) return replay_.table(card);
    if (!view_ || view_->input.summary.points == 0) return {};
    const std::shared_ptr<const SweepView> view = view_;
    if (card == "ranking") return [view] { return ranking_tsv(*view); };
    if (card == "points") return [view] { return points_tsv(*view); };
    if (card == "tornado") return [view, place = chosen()] { return table_of(tornado_plot(*view, place)); };
    if (card == "reasons")
        return [view, &look, place = chosen()] { return table_of(reason_plot(look, *view, place, every_column)); };
    if (card == "response" && !view->input.table.axes.empty()) {
        const auto [across, down] = shown_axes();
        if (view->maps.contains({across, down}))
            return [view, &look, across, down] { return table_of(best_plot(look, *view, across, down)); };
        return [view, across] { return table_of(response_plot(*view, across)); };
    }
    if (card == "spread") return [view, place = spread_] { return table_of(spread_plots(*view)[place].plot); };
    return {};
}

void SweepScreen::copy_ranking(Wishes& wishes) const {
    ImGui::SetClipboardText(ranking_tsv(*view_).c_str());
    wishes.notice = tr("The ranking is in the clipboard, as a table for a spreadsheet.");
}

void SweepScreen::copy_points(Wishes& wishes) const {
    ImGui::SetClipboardText(points_tsv(*view_).c_str());
    wishes.notice = tr("All points are in the clipboard, as a table for a spreadsheet.");
}

void SweepScreen::save_pictures(Wishes& wishes) const try {
    const std::filesystem::path folder = std::filesystem::path(view_->path).replace_extension() += "-pictures";
    std::filesystem::create_directories(folder);
    for (const SweepPicture& picture : sweep_pictures(view_->input)) write_file(folder / picture.file, picture.svg);
    wishes.notice = trf("Saved in {}", folder.string());
} catch (const UserError& error) {
    wishes.problem = error.what();
} catch (const std::filesystem::filesystem_error& error) {
    wishes.problem = error.what();
}

std::vector<Command> SweepScreen::commands() {
    if (replay_.is_open()) return replay_.commands();
    if (!view_ || view_->input.summary.points == 0) return {};
    return {{tr("See the deals of the point under the mouse"), "D", [this](Wishes&) { watch_point(pointed_); }},
            {tr("Save the pictures as SVG files"), "", [this](Wishes& wishes) { save_pictures(wishes); }},
            {tr("Copy the ranking as a table"), "Ctrl+C", [this](Wishes& wishes) { copy_ranking(wishes); }},
            {tr("Copy all points as a table"), "", [this](Wishes& wishes) { copy_points(wishes); }}};
}

} // namespace assent::viewer
