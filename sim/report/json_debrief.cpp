#include "model/words.hpp"
#include "report/debrief_report.hpp"
#include "report/move_words.hpp"

#include <nlohmann/json.hpp>

namespace assent {
namespace {

using Json = nlohmann::ordered_json;

Json move_json(const Model& model, const Move& move) {
    const Json topic = move.topic < 0 ? Json(nullptr) : Json(model.topics[static_cast<std::size_t>(move.topic)].id);
    return {{"act", word(move.act)},
            {"channel", word(move.channel)},
            {"topic", topic},
            {"member", model.centre.stakeholder(move.member).id},
            {"evidence", word(move.evidence)},
            {"inflate", move.inflate},
            {"discount", move.discount},
            {"says", move_sentence(model, move)}};
}

Json decision_json(const Model& model, const JudgedMove& move) {
    Json json{{"week", move.week},
              {"move", move.wait ? Json("play the week") : move_json(model, move.move)},
              {"value_before", move.value_before},
              {"value_after", move.value_after},
              {"value_of_decision", move.chosen},
              {"loss", {{"estimate", move.loss}, {"low", move.loss_low}, {"high", move.loss_high}}},
              {"behind_policy", move.behind},
              {"luck", move.luck},
              {"class", word(move.cls)},
              {"tentative", move.tentative},
              {"enough_rollouts", move.enough}};
    json["better"] = move.cls == MoveClass::best && !move.tentative ? Json(nullptr)
                     : move.better_waits                            ? Json("play the week")
                                                                    : move_json(model, move.better);
    return json;
}

Json member_json(const Model& model, const RevealedMember& member) {
    Json doubts = Json::array();
    for (const RevealedObjection& doubt : member.objections)
        doubts.push_back({{"stated", model.topics[static_cast<std::size_t>(doubt.stated)].id},
                          {"root", model.topics[static_cast<std::size_t>(doubt.root)].id},
                          {"known", doubt.known},
                          {"root_known", doubt.root_known},
                          {"severity", doubt.severity},
                          {"heard", doubt.heard < 0 ? Json(nullptr) : Json(doubt.heard)}});
    return {{"member", model.centre.stakeholder(member.member).id},
            {"known", member.known},
            {"support", member.support},
            {"seen", member.seen < 0 ? Json(nullptr) : Json(member.seen)},
            {"objections", doubts}};
}

} // namespace

std::string debrief_json(const DebriefReport& report) {
    const Debrief& debrief = report.debrief;
    const Model& model = report.session.practice().model();
    Json moves = Json::array(), skills = Json::array(), members = Json::array();
    for (const JudgedMove& move : debrief.moves) moves.push_back(decision_json(model, move));
    for (const SkillScore& skill : debrief.skills)
        skills.push_back({{"skill", word(skill.skill)},
                          {"points", skill.points},
                          {"of", skill.of},
                          {"done", skill.done},
                          {"lost", skill.lost}});
    for (const RevealedMember& member : debrief.members) members.push_back(member_json(model, member));
    Json forecasts = Json::array();
    for (const JudgedForecast& forecast : debrief.forecasts)
        forecasts.push_back({{"week", forecast.week}, {"said", forecast.said}, {"worth", forecast.worth}});
    Json json{
        {"file", report.file},
        {"scenario", model.title},
        {"seed", report.session.seed()},
        {"deal", report.session.replicate()},
        {"manner", report.session.practice().manner_strategy().id},
        {"open", is_open(debrief)},
        {"outcome", is_open(debrief) ? Json(nullptr) : Json(word(debrief.row.outcome))},
        {"week", is_open(debrief) ? weeks_played(debrief) : debrief.row.week},
        {"confidence", report.request.confidence},
        {"rollouts", report.request.rollouts},
        {"start_value", debrief.start_value},
        {"end_value", debrief.end_value},
        {"sum_luck", debrief.sum_luck},
        {"sum_behind", debrief.sum_behind},
        {"sum_loss", debrief.sum_loss},
        {"other_luck",
         {{"estimate", debrief.other_luck_win}, {"low", debrief.other_luck_low}, {"high", debrief.other_luck_high}}},
        {"turning_points", debrief.turning_points},
        {"total", debrief.total},
        {"skills", skills},
        {"forecasts", forecasts},
        {"moves", moves},
        {"members", members}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace assent
