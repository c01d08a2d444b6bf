#include "viewer/move_box.hpp"

#include "viewer/card.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"

#include "report/move_words.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"

#include <algorithm>
#include <functional>

namespace assent::viewer {
namespace {

/// A drop-down list; true when another entry was chosen.
bool choose(const char* label, const char* id, int& chosen, int first, int last,
            const std::function<std::string(int)>& name) {
    const float column = ImGui::GetContentRegionAvail().x * 0.3f;
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", label);
    ImGui::SameLine(column);
    ImGui::SetNextItemWidth(-1);
    bool changed = false;
    const bool open = ImGui::BeginCombo((std::string("##") + id).c_str(), name(chosen).c_str());
    mark(std::string("movebox.") + id);
    if (!open) return false;
    for (int value = first; value <= last; ++value) {
        const std::string text = name(value);
        if (text.empty()) continue;
        if (ImGui::Selectable((text + "##" + std::to_string(value)).c_str(), value == chosen)) {
            chosen = value;
            changed = true;
        }
        mark(std::string("movebox.") + id + "." + std::to_string(value));
    }
    ImGui::EndCombo();
    return changed;
}

void slider(const char* label, const char* id, float& value, float highest) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", label);
    ImGui::SameLine(ImGui::GetContentRegionAvail().x * 0.3f);
    ImGui::SetNextItemWidth(-1);
    float percent_value = value * 100;
    if (ImGui::SliderFloat((std::string("##") + id).c_str(), &percent_value, 0, highest * 100, "%.0f %%"))
        value = std::clamp(percent_value / 100, 0.0f, highest);
    mark(std::string("movebox.") + id);
}

} // namespace

std::string move_name(const Model& model, const Move& move) {
    std::string name = tr(act_name(move.act));
    if (move.topic >= 0) name += ": " + reason_name(model, move.topic);
    if (move.discount > 0) name += " −" + percent(move.discount);
    return name;
}

std::string member_name(const Model& model, int member) { return short_holder_name(model, member); }

void MoveBox::open(int member) {
    open_ = opened_now_ = true;
    move_ = Move{};
    move_.member = member;
    move_.act = Act::discover;
}

void MoveBox::draw_choices(const Look&, const Room& room) {
    const Model& model = room.client().model;
    const auto& members = room.knowledge().members;
    int member = move_.member, act = static_cast<int>(move_.act), channel = static_cast<int>(move_.channel);
    int topic = move_.topic, evidence = static_cast<int>(move_.evidence);
    choose(tr("Whom"), "member", member, 0, model.centre.size() - 1,
           [&](int m) { return members[std::size_t(m)].known ? member_name(model, m) : std::string(); });
    if (choose(tr("What"), "act", act, 0, act_count - 1, [](int a) { return std::string(tr(act_name(Act(a)))); })) {
        const Move fresh;
        move_.discount = fresh.discount;
        move_.extras = fresh.extras;
        move_.safeguards = fresh.safeguards;
    }
    choose(tr("How"), "channel", channel, 0, channel_count - 1,
           [](int c) { return std::string(tr(channel_name(Channel(c)))); });
    choose(tr("About"), "topic", topic, -1, int(model.topics.size()) - 1,
           [&](int t) { return t < 0 ? std::string(tr("what weighs most")) : reason_name(model, t); });
    choose(tr("Backed by"), "evidence", evidence, 0, evidence_count - 1,
           [](int e) { return std::string(tr(evidence_name(Evidence(e)))); });
    move_.member = member;
    move_.act = static_cast<Act>(act);
    move_.channel = static_cast<Channel>(channel);
    move_.topic = static_cast<std::int8_t>(topic);
    move_.evidence = static_cast<Evidence>(evidence);
}

void MoveBox::draw_terms(const Look&, const Room& room) {
    const Model& model = room.client().model;
    if (move_.act == Act::offer) {
        slider(tr("Discount"), "discount", move_.discount, 0.5f);
        for (std::size_t extra = 0; extra < model.extras.size(); ++extra) {
            bool given = (move_.extras >> extra & 1) != 0;
            const std::string& name =
                model.extras[extra].name.empty() ? model.extras[extra].id : model.extras[extra].name;
            if (ImGui::Checkbox(name.c_str(), &given))
                move_.extras = static_cast<std::uint16_t>(move_.extras ^ (1u << extra));
            mark("movebox.extra." + std::to_string(extra));
        }
    }
    if (move_.act == Act::pilot) {
        constexpr const char* names[safeguard_count] = {tr_later("tested inside first"), tr_later("our own material"),
                                                        tr_later("staff trained")};
        for (int measure = 0; measure < safeguard_count; ++measure) {
            bool taken = (move_.safeguards >> measure & 1) != 0;
            if (ImGui::Checkbox(tr(names[measure]), &taken))
                move_.safeguards = static_cast<std::uint8_t>(move_.safeguards ^ (1u << measure));
        }
    }
    if (room.session().practice().embellishment_allowed()) slider(tr("Embellishment"), "inflate", move_.inflate, 1);
}

std::optional<Move> MoveBox::draw(const Look& look, const Room& room) {
    if (!open_) return std::nullopt;
    if (opened_now_) ImGui::OpenPopup("##move box");
    opened_now_ = false;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({display.x / 2, display.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({std::min(look.px(460), display.x - look.px(40)), 0});
    if (!ImGui::BeginPopupModal("##move box", nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove))
        return std::nullopt;
    std::optional<Move> confirmed;
    ImGui::PushFont(look.fonts.heading);
    ImGui::TextUnformatted(tr("A move of your own"));
    ImGui::PopFont();
    draw_choices(look, room);
    draw_terms(look, room);
    const Model& model = room.client().model;
    const auto problem = room.session().problem(move_);
    ImGui::PushTextWrapPos(0);
    if (problem) {
        ImGui::PushStyleColor(ImGuiCol_Text, look.theme.warning);
        ImGui::TextUnformatted(move_problem_sentence(model, move_, *problem).c_str());
        ImGui::PopStyleColor();
    } else {
        const Plan& plan = room.session().practice().plan();
        ImGui::TextDisabled("%s", trf("Takes {} h of {} h left and costs {}.", decimal(move_hours(plan, move_), 1),
                                      decimal(room.knowledge().hours_left, 1),
                                      money(move_cost(plan, move_), model.company.currency))
                                      .c_str());
    }
    ImGui::PopTextWrapPos();
    ImGui::BeginDisabled(problem.has_value());
    if (primary_button(look, tr("Plan this move"), {look.px(150), look.px(30)})) confirmed = move_;
    mark("movebox.plan");
    ImGui::EndDisabled();
    ImGui::SameLine();
    const bool cancelled = ImGui::Button(tr("Cancel"), {0, look.px(30)});
    mark("movebox.cancel");
    if (confirmed || cancelled || ImGui::IsKeyPressed(key::escape)) {
        open_ = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
    return confirmed;
}

} // namespace assent::viewer
