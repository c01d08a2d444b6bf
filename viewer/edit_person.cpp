// The person chosen in Edit: traits, doubts, ties.
#include "viewer/card.hpp"
#include "viewer/composer.hpp"
#include "viewer/edit_screen.hpp"
#include "viewer/marks.hpp"

#include "report/narrator_people.hpp"
#include "scenario/slot_text.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

/// A trait of a member that has a slider.
struct Trait {
    const char* key;
    const char* name;
    Number Stakeholder::*number;
    double greatest;
    const char* meaning;
};
constexpr Trait traits[] = {
    {"authority", tr_later("Authority"), &Stakeholder::authority, 1, tr_later("Weight in the decision rule.")},
    {"susceptibility", tr_later("Swayed by others"), &Stakeholder::susceptibility, 0.99,
     tr_later("How far colleagues can move this mind.")},
    {"expertise", tr_later("Expertise"), &Stakeholder::expertise, 1,
     tr_later("Knowledge of the subject, against a full expert.")},
    {"personal_stake", tr_later("Personal stake"), &Stakeholder::personal_stake, 1,
     tr_later("0 buys for the company, 1 for oneself.")},
    {"patience", tr_later("Patience"), &Stakeholder::patience, 20, tr_later("Touches a week that are felt as normal.")},
    {"accessibility", tr_later("Accessible"), &Stakeholder::accessibility, 1,
     tr_later("Factor on the chance of getting through.")},
};

/// What the plan takes the number to be: the value or the expected one.
double expected(const Client& client, std::int32_t member, const Trait& trait) {
    const Plan& plan = client.plan;
    const std::size_t place = std::size_t(member);
    const auto of = [&](const std::vector<Parameter>& numbers) { return double(numbers[place].value); };
    switch (&trait - traits) {
    case 0:
        return of(plan.authority);
    case 1:
        return of(plan.susceptibility);
    case 2:
        return of(plan.expertise);
    case 3:
        return of(plan.personal_stake);
    case 4:
        return of(plan.patience);
    default:
        return of(plan.accessibility);
    }
}

int topic_place(const Model& model, const std::string& id) {
    const auto found = std::ranges::find(model.topics, id, &Topic::id);
    return found == model.topics.end() ? 0 : int(found - model.topics.begin());
}

void label(const Look& look, const char* text, const char* meaning) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", tr(text));
    if (meaning != nullptr) explain(look, tr(meaning));
    ImGui::SameLine(look.px(132));
}

} // namespace

std::optional<double> EditScreen::number_slider(const Look& look, const std::string& mark_name, double value,
                                                double least, double greatest, float width) {
    const auto held = held_.find(mark_name);
    float shown = held == held_.end() ? float(value) : held->second;
    ImGui::SetNextItemWidth(width);
    const bool moved = ImGui::SliderFloat(("##" + mark_name).c_str(), &shown, float(least), float(greatest), "%.2f",
                                          ImGuiSliderFlags_AlwaysClamp);
    mark(mark_name);
    explain(look, tr("Drag, or press with Ctrl to type a number."));
    if (moved) held_[mark_name] = shown;
    if (!ImGui::IsItemDeactivatedAfterEdit()) return std::nullopt;
    return double(shown);
}

void EditScreen::draw_person(Frame& frame, const Area& area) {
    const Stakeholder& who = client_->model.centre.stakeholder(int(chosen_));
    begin_card(frame.look, "edit.person", area, who.name.empty() ? who.title : who.name, who.id);
    for (const auto& [key, name, text] :
         {std::tuple("name", tr_later("Name"), &who.name), std::tuple("title", tr_later("Title"), &who.title)}) {
        label(frame.look, name, nullptr);
        std::string& typed = typed_.try_emplace(key, *text).first->second;
        ImGui::SetNextItemWidth(-1);
        ImGui::InputText((std::string("##") + key).c_str(), &typed);
        mark(std::string("edit.") + key);
        if (!ImGui::IsItemDeactivatedAfterEdit() || typed == *text) continue;
        const std::string written = typed;
        change(frame.wishes, [&](CentreEditor& editor) { editor.set_text(int(chosen_), key, written); });
        end_card();
        return; // what is drawn has changed
    }
    draw_traits(frame);
    draw_doubts(frame);
    draw_ties(frame);
    end_card();
}

void EditScreen::draw_traits(Frame& frame) {
    const std::shared_ptr<const Client> client = client_;
    const Stakeholder& who = client->model.centre.stakeholder(int(chosen_));
    for (const Trait& trait : traits) {
        label(frame.look, trait.name, trait.meaning);
        const auto wanted = number_slider(frame.look, std::string("edit.") + trait.key,
                                          expected(*client, chosen_, trait), 0, trait.greatest, -1);
        if (wanted)
            change(frame.wishes, [&](CentreEditor& editor) { editor.set_number(int(chosen_), trait.key, *wanted); });
    }
    for (const auto& [key, text, value] :
         {std::tuple("veto", tr_later("May refuse whatever the others choose"), who.veto),
          std::tuple("known", tr_later("We know of this person"), who.known)}) {
        bool on = value;
        if (ImGui::Checkbox(tr(text), &on))
            change(frame.wishes, [&](CentreEditor& editor) { editor.set(int(chosen_), key, on ? "true" : "false"); });
        mark(std::string("edit.") + key);
    }
}

void EditScreen::draw_doubts(Frame& frame) {
    const Look& look = frame.look;
    const std::shared_ptr<const Client> client = client_;
    const Stakeholder& who = client->model.centre.stakeholder(int(chosen_));
    ImGui::Dummy({1, look.px(4)});
    ImGui::PushFont(look.fonts.strong);
    ImGui::TextUnformatted(tr("Doubts"));
    ImGui::PopFont();
    const auto begin = std::size_t(client->plan.objection_begin[std::size_t(chosen_)]);
    const float named = std::max(look.px(146), ImGui::GetContentRegionAvail().x * 0.42f); // room for a topic
    const float beside =
        ImGui::GetFrameHeight() + look.px(28 + 3 * 6); // of the sliders: box, cross and what is between
    for (int place = 0; place < int(who.objections.size()); ++place) {
        const Objection& doubt = who.objections[std::size_t(place)];
        const std::string base = fmt::format("edit.doubt.{}", place);
        const int topic = topic_place(client->model, doubt.topic);
        ImGui::PushID(place);
        ImGui::GetWindowDrawList()->AddCircleFilled(
            {ImGui::GetCursorScreenPos().x + look.px(5), ImGui::GetCursorScreenPos().y + look.px(13)}, look.px(4.5f),
            topic_colour(look.theme, topic_number(known_topics(seen_), topic)), 20);
        ImGui::AlignTextToFramePadding();
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + look.px(16));
        ImGui::TextUnformatted(fitted(look.fonts.text, topic_name(client->model, topic), named - look.px(34)).c_str());
        ImGui::SameLine(named);
        const float slider = (ImGui::GetContentRegionAvail().x - beside) / 2;
        const auto severity = number_slider(
            look, base + ".severity", double(client->plan.severity[begin + std::size_t(place)].value), 0, 1, slider);
        explain(look, tr("How strongly it is felt in week 1."));
        ImGui::SameLine(0, look.px(6));
        const auto weight =
            number_slider(look, base + ".weight",
                          double(client->plan.objection_weight[begin + std::size_t(place)].value), 0, 8, slider);
        explain(look, tr("Utility lost at full severity, logit."));
        ImGui::SameLine(0, look.px(6));
        bool known = doubt.known;
        const bool toggled = ImGui::Checkbox("##known", &known);
        mark(base + ".known");
        explain(look, tr("Do we know of it from the start?"));
        ImGui::SameLine(0, look.px(6));
        const bool gone = ImGui::Button("×", {look.px(28), 0});
        mark(base + ".remove");
        ImGui::PopID();
        const auto set = [&](const char* key, const std::string& literal) {
            change(frame.wishes,
                   [&](CentreEditor& editor) { editor.set_objection(int(chosen_), place, key, literal); });
        };
        if (severity) set("severity", number_literal(*severity));
        if (weight) set("weight", number_literal(*weight));
        if (toggled) set("known", known ? "true" : "false");
        if (gone) change(frame.wishes, [&](CentreEditor& editor) { editor.remove_objection(int(chosen_), place); });
        if (severity || weight || toggled || gone) return; // the list has changed
    }
    ImGui::SetNextItemWidth(-1);
    if (ImGui::BeginCombo("##topic", tr("Add a doubt about …"))) {
        for (std::size_t topic = 0; topic < client->model.topics.size(); ++topic) {
            if (ImGui::Selectable(topic_name(client->model, int(topic)).c_str()))
                change(frame.wishes, [&](CentreEditor& editor) {
                    editor.add_objection(int(chosen_), client->model.topics[topic].id, 0.5, 1);
                });
            mark(fmt::format("edit.topic.{}", topic));
        }
        ImGui::EndCombo();
    }
    mark("edit.topic");
}

void EditScreen::draw_ties(Frame& frame) {
    const Look& look = frame.look;
    const std::shared_ptr<const Client> client = client_;
    ImGui::Dummy({1, look.px(4)});
    ImGui::PushFont(look.fonts.strong);
    ImGui::TextUnformatted(tr("Influences"));
    ImGui::PopFont();
    bool any = false;
    for (const BuyingCentre::Edge& edge : client->model.centre.links()) {
        if (edge.from != int(chosen_)) continue;
        const int other = edge.to;
        any = true;
        ImGui::PushID(other);
        label(look, fitted(look.fonts.text, person_name(*client, other), look.px(118)).c_str(), nullptr);
        const auto strength = number_slider(look, fmt::format("edit.tie.{}", other), edge.link->strength.a, 0, 10,
                                            ImGui::GetContentRegionAvail().x - look.px(36));
        ImGui::SameLine(0, look.px(6));
        const bool gone = ImGui::Button("×", {look.px(28), 0});
        mark(fmt::format("edit.tie.{}.remove", other));
        ImGui::PopID();
        if (strength)
            change(frame.wishes, [&](CentreEditor& editor) { editor.set_link(int(chosen_), other, *strength); });
        if (gone) change(frame.wishes, [&](CentreEditor& editor) { editor.remove_link(int(chosen_), other); });
        if (strength || gone) return;
    }
    if (!any) ImGui::TextDisabled("%s", tr("Nobody. Drag the arrow at the ring to somebody."));
}

} // namespace assent::viewer
