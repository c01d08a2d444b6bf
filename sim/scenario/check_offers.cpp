#include "scenario/bounds.hpp"
#include "scenario/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr double weight_sum_tolerance = 1e-6;
constexpr double greatest_price_cut = 0.9; ///< share of the price, as in alternative.price_cut

void check_kinds(const Examination& exam) {
    std::vector<std::size_t> ours, nothing;
    const auto& alternatives = exam.draft.model.alternatives;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        if (alternatives[i].kind == Alternative::Kind::ours) {
            ours.push_back(i);
        } else if (alternatives[i].kind == Alternative::Kind::nothing) {
            nothing.push_back(i);
        } else if (alternatives[i].id == "nothing") {
            exam.findings.error(value_or_table(exam.element("alternative", i), "id"),
                                fmt::format("alternative[{}].id", i + 1), "the id of doing nothing",
                                "add kind = \"nothing\" or choose another id");
        }
    }
    if (ours.empty()) {
        exam.findings.error_in(exam.file, "no alternative of ours", "add an [[alternative]] with kind = \"ours\"");
    }
    for (const auto* several : {&ours, &nothing}) {
        for (std::size_t i = 1; i < several->size(); ++i) {
            exam.findings.error(value_or_table(exam.element("alternative", (*several)[i]), "kind"),
                                fmt::format("alternative[{}].kind", (*several)[i] + 1),
                                fmt::format("alternative[{}] is of this kind already", several->front() + 1),
                                "only one can be");
        }
    }
}

void check_prices(const Examination& exam, const Alternative& ours, const Value& table, const std::string& path) {
    if (ours.floor_price.kind != Number::Kind::unset && least_of(ours.floor_price) > greatest_of(ours.price)) {
        exam.findings.warning(value_or_table(table, "floor_price"), path + ".floor_price",
                              "the floor is above the list price", "lower it");
    }
    if (greatest_of(ours.price) <= 0) {
        exam.findings.warning_at(table, path, "our offer has no price", "add price = …");
    }
    if (least_of(ours.price) > greatest_of(exam.draft.model.company.budget)) {
        exam.findings.warning(value_or_table(table, "price"), path + ".price", "above the company's budget",
                              "see company.budget");
    }
}

void check_moves(const Examination& exam, const Alternative& alternative, const Value& table, const std::string& path) {
    for (std::size_t i = 0; i < alternative.moves.size(); ++i) {
        const RivalMove& move = alternative.moves[i];
        const Value& place = element_of(table, "move", i);
        const std::string key = fmt::format("{}.move[{}]", path, i + 1);
        const bool cut = move.kind == RivalMove::Kind::price_cut;
        if (cut && greatest_of(move.amount) > greatest_price_cut) {
            exam.findings.error(value_or_table(place, "amount"), key + ".amount",
                                fmt::format("a price cut must be in [0, {}]", greatest_price_cut));
        }
        if (cut && !move.target.empty()) {
            exam.findings.warning(value_or_table(place, "target"), key + ".target", "a price cut reaches everyone",
                                  "take it out");
        }
        if (move.week > exam.draft.model.process.horizon) {
            exam.findings.warning(value_or_table(place, "week"), key + ".week",
                                  fmt::format("beyond the horizon of {} weeks", exam.draft.model.process.horizon));
        }
        if (alternative.kind != Alternative::Kind::rival) {
            exam.findings.warning_at(place, key, "only a rival moves", "take it out");
        }
    }
}

/// Weights that the author meant as shares and that are none.
void check_weights(const Examination& exam, double Issue::*weight, std::string_view name) {
    const auto& issues = exam.draft.model.negotiation.issues;
    const Value& table = value_or_table(exam.tree, "negotiation");
    double sum = 0;
    bool given = false;
    for (std::size_t i = 0; i < issues.size(); ++i) {
        sum += issues[i].*weight;
        given = given || element_of(table, "issue", i).find(name) != nullptr;
    }
    const bool all_equal = std::all_of(issues.begin(), issues.end(),
                                       [&](const Issue& issue) { return issue.*weight == issues.front().*weight; });
    if (given && !all_equal && std::abs(sum - 1) > weight_sum_tolerance) {
        exam.findings.warning_at(value_or_table(table, "issue"), fmt::format("negotiation.issue {}", name),
                                 fmt::format("weights sum to {:g} and were normalised", sum));
    }
}

void check_issues(const Examination& exam) {
    const auto& issues = exam.draft.model.negotiation.issues;
    const auto is_price = [](const Issue& issue) { return issue.id == "price"; };
    if (!issues.empty() && std::none_of(issues.begin(), issues.end(), is_price)) {
        exam.findings.error_at(value_or_table(value_or_table(exam.tree, "negotiation"), "issue"), "negotiation.issue",
                               "price is not among the issues", "add one with id = \"price\"");
    }
    if (!issues.empty()) {
        check_weights(exam, &Issue::our_weight, "our_weight");
        check_weights(exam, &Issue::their_weight, "their_weight");
    }
}

/// Keys that say nothing without another one.
void check_halves(const Examination& exam) {
    const Company& company = exam.draft.model.company;
    const Value& table = value_or_table(exam.tree, "company");
    if (!company.scoring.empty() && !company.tender) {
        exam.findings.warning(value_or_table(table, "scoring"), "company.scoring",
                              "published weights count in a tender alone", "add tender = true or leave it out");
    }
    if (!company.referral_topic.empty() && company.referral == Number(0.0)) {
        exam.findings.warning(value_or_table(table, "referral_topic"), "company.referral_topic",
                              "nobody recommended us", "add referral = 0.5 or leave it out");
    }
}

} // namespace

void check_offers(const Examination& exam) {
    check_halves(exam);
    check_kinds(exam);
    const auto& alternatives = exam.draft.model.alternatives;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        const Value& table = exam.element("alternative", i);
        const std::string path = fmt::format("alternative[{}]", i + 1);
        if (alternatives[i].kind == Alternative::Kind::ours) {
            check_prices(exam, alternatives[i], table, path);
        }
        check_moves(exam, alternatives[i], table, path);
    }
    check_issues(exam);
}

} // namespace assent
