#include "viewer/composer.hpp"

#include "viewer/card.hpp"
#include "viewer/marks.hpp"

#include "report/move_words.hpp"
#include "report/narrator_people.hpp"
#include "report/number_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr const char* act_names[act_count] = {
    tr_later("Introduce yourself"),
    tr_later("Find out what matters"),
    tr_later("Answer a doubt"),
    tr_later("Show what it earns"),
    tr_later("Demonstrate"),
    tr_later("Propose a trial"),
    tr_later("Bring a reference"),
    tr_later("Build rapport"),
    tr_later("Make an offer"),
    tr_later("Concede on price"),
    tr_later("Ask for the decision"),
    tr_later("Remind"),
    tr_later("Points for the person"),
    tr_later("Solve a problem of theirs"),
    tr_later("Kickback"),
};
constexpr const char* channel_names[channel_count] = {tr_later("e-mail"),     tr_later("telephone"),
                                                      tr_later("video call"), tr_later("meeting"),
                                                      tr_later("event"),      tr_later("web")};
constexpr const char* evidence_names[evidence_count] = {tr_later("an argument"), tr_later("data"),
                                                        tr_later("a reference"), tr_later("a guarantee")};
constexpr const char* safeguard_names[safeguard_count] = {
    tr_later("tested inside first"), tr_later("with their own material"), tr_later("their staff trained")};

/// A box that opens and gives what was chosen anew; items that may not be chosen are left out by `usable`.
template <class Name, class Usable>
std::optional<int> box(const Look& look, const char* name, int count, int chosen, Name text, Usable usable) {
    std::optional<int> picked;
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::SetNextItemWidth(width);
    const std::string shown = fitted(look.fonts.text, text(chosen), width - look.px(44));
    const bool open = ImGui::BeginCombo((std::string("##") + name).c_str(), shown.c_str());
    mark(name);
    if (!open) return picked;
    for (int item = 0; item < count; ++item) {
        if (!usable(item)) continue;
        if (ImGui::Selectable(text(item).c_str(), item == chosen)) picked = item;
        mark(fmt::format("{}.{}", name, item));
    }
    ImGui::EndCombo();
    return picked;
}

void label(const Look& look, const char* text) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", tr(text));
    ImGui::SameLine(look.px(82));
}

/// Does the act speak to a topic that has to be chosen.
bool speaks(Act act) {
    return act == Act::address || act == Act::value_case || act == Act::demonstrate || act == Act::reference ||
           act == Act::introduce;
}

/// A draft for another act or person keeps only what fits.
void fit(Move& draft) {
    if (draft.act != Act::offer) {
        draft.discount = draft.extras_budget = 0;
        draft.extras = 0;
        draft.tailored = false;
    }
    if (draft.act != Act::pilot) draft.safeguards = 0;
    if (!speaks(draft.act)) draft.topic = -1;
}

void draw_topic(const Look& look, const RehearsalDesk& desk, Move& draft) {
    const Model& model = desk.client().model;
    label(look, tr_later("About"));
    const auto text = [&](int item) {
        return item == 0 ? std::string(draft.act == Act::address ? tr("their largest known doubt")
                                                                 : tr("what the act speaks to"))
                         : topic_name(model, item - 1);
    };
    if (const auto picked =
            box(look, "plan.topic", int(model.topics.size()) + 1, draft.topic + 1, text, [](int) { return true; }))
        draft.topic = static_cast<std::int8_t>(*picked - 1);
    label(look, tr_later("Backed by"));
    const auto named = [](int item) { return std::string(tr(evidence_names[item])); };
    if (const auto picked =
            box(look, "plan.evidence", evidence_count, int(draft.evidence), named, [](int) { return true; }))
        draft.evidence = static_cast<Evidence>(*picked);
}

void draw_offer(const Look& look, const RehearsalDesk& desk, Move& draft) {
    const Model& model = desk.client().model;
    label(look, tr_later("Discount"));
    float share = draft.discount * 100;
    ImGui::SetNextItemWidth(-1);
    if (ImGui::SliderFloat("##discount", &share, 0, 40, "%.0f %%")) draft.discount = share / 100;
    mark("plan.discount");
    explain(look, tr("Share of the list price. To break even, the win rate must go up to w·m/(m−d) at margin m."));
    label(look, tr_later("Extras"));
    for (std::size_t extra = 0; extra < model.extras.size(); ++extra) {
        bool on = (draft.extras >> extra & 1u) != 0;
        const Extra& what = model.extras[extra];
        if (extra > 0) {
            ImGui::NewLine();
            ImGui::SameLine(look.px(82));
        }
        const std::string text =
            fitted(look.fonts.text,
                   (what.name.empty() ? what.id : what.name) + " · " +
                       money(double(desk.client().plan.extra_cost[extra].value), model.company.currency),
                   ImGui::GetContentRegionAvail().x - look.px(34));
        if (ImGui::Checkbox(fmt::format("{}##extra{}", text, extra).c_str(), &on))
            draft.extras = static_cast<std::uint16_t>(draft.extras ^ (1u << extra));
        mark(fmt::format("plan.extra.{}", extra));
    }
    if (model.extras.empty()) ImGui::TextDisabled("%s", tr("this scenario has none"));
}

void draw_trial(const Look& look, Move& draft) {
    label(look, tr_later("Trial"));
    for (int measure = 0; measure < safeguard_count; ++measure) {
        if (measure > 0) {
            ImGui::NewLine();
            ImGui::SameLine(look.px(82));
        }
        bool on = (draft.safeguards >> measure & 1) != 0;
        if (ImGui::Checkbox(tr(safeguard_names[measure]), &on))
            draft.safeguards = static_cast<std::uint8_t>(draft.safeguards ^ (1 << measure));
        mark(fmt::format("plan.safeguard.{}", measure));
    }
}

void draw_draft(const Look& look, RehearsalDesk& desk) {
    Move& draft = desk.draft;
    const Practice& practice = desk.session().practice();
    const auto act_text = [](int item) { return std::string(tr(act_names[item])); };
    const auto allowed = [&](int item) {
        return static_cast<Act>(item) != Act::kickback || practice.kickbacks_allowed();
    };
    label(look, tr_later("Do"));
    if (const auto picked = box(look, "plan.act", act_count, int(draft.act), act_text, allowed)) {
        draft.act = static_cast<Act>(*picked);
        fit(draft);
    }
    label(look, tr_later("With"));
    const auto person = [&](int item) { return person_name(desk.client(), item); };
    const auto heard_of = [&](int item) { return desk.knowledge().members[std::size_t(item)].known; };
    if (const auto picked =
            box(look, "plan.member", int(desk.knowledge().members.size()), int(draft.member), person, heard_of))
        desk.chosen = draft.member = *picked;
    label(look, tr_later("By"));
    const auto way = [](int item) { return std::string(tr(channel_names[item])); };
    if (const auto picked = box(look, "plan.channel", channel_count, int(draft.channel), way, [](int) { return true; }))
        draft.channel = static_cast<Channel>(*picked);
    if (speaks(draft.act)) draw_topic(look, desk, draft);
    if (draft.act == Act::offer) draw_offer(look, desk, draft);
    if (draft.act == Act::pilot) draw_trial(look, draft);
}

void draw_planned(const Look& look, const RehearsalDesk& desk) {
    const Session& session = desk.session();
    const std::vector<Move> planned = session.planned(session.current());
    if (planned.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, look.theme.muted);
        ImGui::TextWrapped("%s", tr("Nothing planned yet: a week may also pass in silence."));
        ImGui::PopStyleColor();
    }
    for (const Move& move : planned) {
        const std::string hours = trf("{} h", decimal(move_hours(desk.client().plan, move), 1));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x, right = text_width(look.fonts.small, hours);
        draw_text(look.fonts.text, at, look.theme.ink,
                  fitted(look.fonts.text, move_title(desk.client(), move), width - right - look.px(10)));
        draw_text(look.fonts.small, {at.x + width, at.y + look.px(1)}, look.theme.muted, hours, 1);
        ImGui::Dummy({1, look.px(16)});
    }
}

} // namespace

const char* stage_name(Stage stage) {
    constexpr const char* names[stage_count] = {tr_later("They do not know you yet"),
                                                tr_later("Screening"),
                                                tr_later("Evaluation"),
                                                tr_later("Trial"),
                                                tr_later("Decision"),
                                                tr_later("Negotiation"),
                                                tr_later("Closed")};
    return names[static_cast<std::size_t>(stage)];
}

const char* act_name(Act act) { return act_names[static_cast<std::size_t>(act)]; }
const char* channel_name(Channel channel) { return channel_names[static_cast<std::size_t>(channel)]; }
const char* evidence_name(Evidence evidence) { return evidence_names[static_cast<std::size_t>(evidence)]; }

std::string person_name(const Client& client, std::int32_t member) {
    const Stakeholder& who = client.model.centre.stakeholder(int(member));
    return who.name.empty() ? who.title.empty() ? who.id : who.title : who.name;
}

std::string move_title(const Client& client, const Move& move) {
    std::string title = fmt::format("{} · {}", tr(act_name(move.act)), person_name(client, move.member));
    if (move.topic >= 0) title += " · " + topic_name(client.model, move.topic);
    if (move.discount > 0) title += " · −" + percent(double(move.discount));
    return title;
}

void draw_composer(Frame& frame, RehearsalDesk& desk) {
    const Look& look = frame.look;
    const Knowledge& knowledge = desk.knowledge();
    if (knowledge.decided) {
        ImGui::TextWrapped(
            "%s", tr("The deal is decided. Go back to an earlier week to try another way, or open the debrief."));
        return;
    }
    draw_draft(look, desk);
    const auto problem = desk.session().problem(desk.draft);
    const std::string add = tr("Add to the week"), play = trf("Play week {}", knowledge.week + 1);
    const float gap = look.px(8), first = first_of_two(look, add, play, ImGui::GetContentRegionAvail().x, gap);
    ImGui::Dummy({1, look.px(1)});
    ImGui::BeginDisabled(problem.has_value());
    if (ImGui::Button(add.c_str(), {first, look.px(30)})) attempt(frame.wishes, [&] { desk.plan(desk.draft); });
    ImGui::EndDisabled();
    mark("plan.add");
    if (problem) explain(look, move_problem_sentence(desk.client().model, desk.draft, *problem));
    ImGui::SameLine(0, gap);
    if (primary_button(look, play.c_str(), {-1, look.px(30)})) attempt(frame.wishes, [&] { desk.play_week(); });
    mark("plan.play");
    explain(look, tr("What is planned is done, then the week goes by: what was said sinks in, people talk to each "
                     "other, rivals call."));
    ImGui::PushFont(look.fonts.small);
    ImGui::TextDisabled("%s", trf("{} hours left this week · {} spent so far", decimal(double(knowledge.hours_left), 1),
                                  decimal(double(knowledge.hours_spent), 1))
                                  .c_str());
    ImGui::PopFont();
    draw_planned(look, desk);
}

} // namespace assent::viewer
