#include "scenario/import_parts.hpp"

#include "scenario/import_attributes.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::size_t id_length = 40; // letters of an id before it is shortened

} // namespace

std::string slug(const std::string& text) {
    std::string id;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool upper = letter >= 'A' && letter <= 'Z';
        if (upper || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || byte >= 0x80)
            id += upper ? static_cast<char>(letter - 'A' + 'a') : letter;
        else if (!id.empty() && id.back() != '_')
            id += '_';
    }
    while (!id.empty() && id.back() == '_') id.pop_back();
    return first_letters(id, id_length);
}

std::string FreeIds::take(const std::string& id) {
    std::string free = id;
    for (int& number = next_.emplace(id, 2).first->second; !taken_.insert(free).second; ++number)
        free = fmt::format("{}_{}", id, number);
    return free;
}

void assume_situation(Model& model) {
    model.company.need = Number::uniform(0.3, 0.9);
    model.company.required_quality = Number::uniform(0.3, 0.6);
    model.process.decision_week = Number::uniform(10, 22);
    model.seller.name = "Account manager";
}

Alternative assumed_offer(const Model& model, double price, double cost) {
    Alternative ours;
    ours.id = "ours";
    ours.name = "Our offer";
    ours.kind = Alternative::Kind::ours;
    ours.price = price;
    ours.cost = cost;
    for (const Criterion& criterion : model.criteria)
        if (criterion.id != "price") ours.attributes.emplace_back(criterion.id, Number::uniform(0.5, 0.9));
    return ours;
}

Alternative doing_nothing() {
    Alternative nothing;
    nothing.id = "nothing";
    nothing.name = "Do nothing";
    nothing.kind = Alternative::Kind::nothing;
    return nothing;
}

} // namespace assent
