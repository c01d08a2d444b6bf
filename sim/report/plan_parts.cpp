// People, offers and uncertainty of a plan as tables.
#include "model/assumption_table.hpp"
#include "model/words.hpp"
#include "report/number_words.hpp"
#include "report/plan_tables.hpp"
#include "report/reason_words.hpp"
#include "report/run_result.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

namespace assent {
namespace {

constexpr const char* yes = "yes";

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

std::string members_text(const Model& model, const Plan& plan, const TextStyle& style) {
    Table table({{"Member", "", Table::Align::left},
                 {"Authority", "share"},
                 {"Veto", ""},
                 {"Listens", "to colleagues"},
                 {"Expertise", ""},
                 {"Own stake", ""},
                 {"Integrity", ""},
                 {"Patience", "touches/week"},
                 {"Access", ""},
                 {"Leaning", "logit"},
                 {"Known", "to us"}},
                1);
    double total = 0;
    for (const Parameter& authority : plan.authority) total += static_cast<double>(authority.value);
    for (std::int32_t d = 0; d < std::min(plan.n_member, rows_shown); ++d) {
        const double share = total > 0 ? static_cast<double>(plan.authority[at(d)].value) / total : 1.0 / plan.n_member;
        const std::string drawn = plan.authority[at(d)].draw >= 0 ? "~" : "";
        table.add({holder_name(model, d), drawn + percent(share), plan.veto[at(d)] != 0 ? yes : "",
                   shown(plan.susceptibility[at(d)]), shown(plan.expertise[at(d)]), shown(plan.personal_stake[at(d)]),
                   shown(plan.integrity[at(d)]), shown(plan.patience[at(d)], 1), shown(plan.accessibility[at(d)]),
                   shown(plan.leaning[at(d)]), plan.known[at(d)] != 0 ? yes : "no"});
    }
    return part_heading("The buying centre", style) + table.text(style) + and_more(plan.n_member);
}

std::string objections_text(const Model& model, const Plan& plan, const TextStyle& style) {
    Table table({{"Doubt", "", Table::Align::left},
                 {"Held by", "", Table::Align::left},
                 {"Severity", "share"},
                 {"Weight", "logit"},
                 {"Known", "to us"},
                 {"Behind it", "", Table::Align::left}},
                1);
    for (std::int32_t d = 0; d < plan.n_member; ++d)
        for (std::int32_t o = plan.objection_begin[at(d)]; o < std::min(plan.objection_begin[at(d) + 1], rows_shown);
             ++o) {
            const std::uint8_t root = plan.root_topic[at(o)], stated = plan.stated_topic[at(o)];
            table.add({name_of(model.topics[stated]), holder_name(model, d), shown(plan.severity[at(o)]),
                       shown(plan.objection_weight[at(o)]), plan.objection_known[at(o)] != 0 ? yes : "hidden",
                       root == stated ? std::string() : name_of(model.topics[root])});
        }
    if (plan.n_objection == 0) return {};
    return part_heading("Doubts", style) + table.text(style) + and_more(plan.n_objection);
}

std::string influence_text(const Model& model, const Plan& plan, const TextStyle& style) {
    Table table(
        {{"Who listens", "", Table::Align::left}, {"To whom", "", Table::Align::left}, {"Weight", "share"}, {"", ""}},
        1);
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        const std::int32_t begin = plan.link_begin[at(d)], end = plan.link_begin[at(d) + 1];
        double total = 0;
        for (std::int32_t e = begin; e < end; ++e) total += static_cast<double>(plan.link_strength[at(e)].value);
        for (std::int32_t e = begin; e < std::min(end, rows_shown); ++e) {
            const Parameter& strength = plan.link_strength[at(e)];
            const double share = total > 0 ? static_cast<double>(strength.value) / total : 0;
            const std::int32_t from = plan.link_from[at(e)];
            table.add({holder_name(model, d), from == d ? "himself or herself" : holder_name(model, from),
                       (strength.draw >= 0 ? "~" : "") + percent(share),
                       plan.link_conflict[at(e)] != 0 ? "at odds" : ""});
        }
    }
    if (plan.n_link == 0) return {};
    return part_heading("Who influences whom", style) + table.text(style) + and_more(plan.n_link);
}

std::string knowledge_text(const Model& model, const Plan& plan, const TextStyle& style) {
    const auto hidden = [](std::span<const std::uint8_t> known) { return std::ranges::count(known, std::uint8_t{0}); };
    std::string text = fmt::format("At the start the account manager knows {} of {} members and {} of {} doubts",
                                   plan.n_member - hidden(plan.known), plan.n_member,
                                   plan.n_objection - hidden(plan.objection_known), plan.n_objection);
    std::vector<std::string> unknown;
    for (std::size_t i = 1; i < plan.rival_known.size(); ++i)
        if (plan.rival_known[i] == 0) unknown.push_back(name_of(model.alternatives[i]));
    if (!unknown.empty()) text += fmt::format(", and nothing of {}", fmt::join(unknown, ", "));
    return "\n" +
           wrapped(printable(text + ". Strategies see this knowledge and what they find out, never the truth."), style);
}

double image_of(const Plan& plan, std::size_t supplier) {
    double image = 1;
    for (std::int32_t i = plan.image_begin[supplier]; i < plan.image_begin[supplier + 1]; ++i)
        image *= static_cast<double>(plan.image[at(i)].value);
    return image;
}

std::string draws_sentence(const Plan& plan) {
    constexpr std::array<std::string_view, 6> kinds{"uniform", "triangular", "normal", "lognormal", "beta", "discrete"};
    std::array<int, 6> counts{};
    for (const DrawSpec& draw : plan.draws) ++counts[static_cast<std::size_t>(draw.kind)];
    std::vector<std::string> parts;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        if (counts[kind] > 0) parts.push_back(fmt::format("{} {}", counts[kind], kinds[kind]));
    if (parts.empty()) return "No number of this scenario is uncertain.";
    return fmt::format("{} numbers are drawn anew in every deal ({}); above they carry a ~ and their mean.",
                       plan.draws.size(), fmt::join(parts, ", "));
}

} // namespace

std::string people_text(const Model& model, const Plan& plan, const TextStyle& style) {
    return members_text(model, plan, style) + objections_text(model, plan, style) + influence_text(model, plan, style) +
           knowledge_text(model, plan, style);
}

std::string offers_text(const Model& model, const Plan& plan, const TextStyle& style) {
    const std::string currency = currency_sign(model.company.currency);
    Table table({{"Alternative", "", Table::Align::left},
                 {"Price", currency},
                 {"Lowest", currency},
                 {"Cost", currency},
                 {"Quality", "share"},
                 {"Image", "share"},
                 {"In use", ""},
                 {"Calls", "chance/week"},
                 {"Price cut", "chance/week"}},
                1);
    for (std::size_t i = 0; i < at(plan.n_supplier); ++i) {
        const bool ours = i == 0;
        const Parameter& quality = plan.attribute[i * at(plan.n_criterion) + at(plan.quality)];
        table.add({name_of(model.alternatives[i]), shown(plan.price[i], 0), ours ? shown(plan.floor_price, 0) : "",
                   ours ? shown(plan.cost, 0) : "", shown(quality), decimal(image_of(plan, i), 2),
                   plan.incumbent[i] != 0 ? yes : "", ours ? "" : shown(plan.contact_hazard[i]),
                   ours ? "" : shown(plan.price_cut_hazard[i])});
    }
    return part_heading("What the company can choose, besides doing nothing", style) + table.text(style);
}

std::string uncertainty_text(const Model& model, const Plan& plan, const TextStyle& style) {
    std::string text = part_heading("What is uncertain", style) + wrapped(draws_sentence(plan), style);
    std::vector<std::string> changed;
    for (std::size_t i = 0; i < assumption_count; ++i) {
        const Number& value = model.assumptions[i];
        const AssumptionTraits& traits = assumption_table[i];
        if (value.is_constant() && value.a == traits.preset) continue;
        changed.push_back(fmt::format("{} = {} (otherwise {:g}): {}", traits.name, shown(plan.assumptions[i], 3),
                                      traits.preset, traits.sentence));
    }
    text +=
        wrapped(fmt::format("Of the {} constants of the mechanisms {} rest on an assumption, not on a published figure "
                            "(assent keys assumptions lists them with range and source); this scenario sets {} of them "
                            "otherwise{}",
                            assumption_count, assumed_constants(),
                            changed.empty() ? "none" : fmt::to_string(changed.size()), changed.empty() ? "." : ":"),
                style);
    for (const std::string& line : changed) text += wrapped(line, style, 2);
    return text;
}

} // namespace assent
