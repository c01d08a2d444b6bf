#include "sweep/record_json.hpp"

#include <nlohmann/json.hpp>

namespace assent {

using Json = nlohmann::ordered_json;

static void to_json(Json& json, const Moments& moments) {
    json = Json::array({moments.count, moments.sum, moments.squares});
}

static void from_json(const Json& json, Moments& moments) {
    moments = {json.at(0).get<std::int64_t>(), json.at(1).get<double>(), json.at(2).get<double>()};
}

namespace {

/// Every part of a tally that is kept as JSON, by name, for writing and reading alike.
template <class Tally, class Visit> void visit_details(Tally& tally, Visit visit) {
    visit("lost_to", tally.lost_to);
    visit("weeks", tally.weeks);
    visit("furthest_stage", tally.furthest_stage);
    visit("price", tally.price);
    visit("margin", tally.margin);
    visit("concession", tally.concession);
    visit("value", tally.value);
    visit("lifetime", tally.lifetime);
    visit("cost_of_sale", tally.cost_of_sale);
    visit("hours", tally.hours);
    visit("hours_by_channel", tally.hours_by_channel);
    visit("members_reached", tally.members_reached);
    visit("touches", tally.touches);
    visit("clients", tally.clients);
    visit("retained", tally.retained);
    visit("churn", tally.churn);
    visit("client_quarters", tally.client_quarters);
    visit("satisfaction", tally.satisfaction);
    visit("orders", tally.orders);
    visit("word_of_mouth", tally.word_of_mouth);
    visit("client_value", tally.client_value);
    visit("value_times_hours", tally.value_times_hours);
}

template <class Tally, class Visit> void visit_pairs(Tally& tally, Visit visit) {
    visit("both_won", tally.both_won);
    visit("margin", tally.paired.margin);
    visit("lifetime", tally.paired.lifetime);
    visit("value", tally.paired.value);
    visit("hours", tally.paired.hours);
    visit("value_hours", tally.paired.value_hours);
}

Json rows_json(const std::vector<PackedRows>& rows) {
    Json json = Json::array();
    for (const PackedRows& packed : rows)
        json.push_back({packed.first, packed.count, Json::binary({packed.bytes.begin(), packed.bytes.end()})});
    return json;
}

} // namespace

std::string details_json(const StrategyTally& tally, const StrategyRecord& record) {
    Json json;
    visit_details(tally, [&](const char* name, const auto& part) { json[name] = part; });
    for (std::size_t q = 0; q < quantity_count; ++q) json["histograms"][quantity_names[q]] = record.histograms[q];
    json["reasons"] = Json::array();
    for (const auto& [key, count] : record.reasons) json["reasons"].push_back({key.first, key.second, count});
    return json.dump();
}

std::string pairs_json(const RunTally& tally) {
    Json json;
    visit_pairs(tally, [&](const char* name, const auto& part) { json[name] = part; });
    return json.dump();
}

std::string texts_json(const std::vector<std::string>& texts) { return Json(texts).dump(); }

void read_details(const std::string& text, StrategyTally& tally, StrategyRecord& record) {
    const Json json = Json::parse(text);
    visit_details(tally, [&](const char* name, auto& part) { json.at(name).get_to(part); });
    for (std::size_t q = 0; q < quantity_count; ++q)
        json.at("histograms").at(quantity_names[q]).get_to(record.histograms[q]);
    for (const Json& reason : json.at("reasons"))
        record.reasons[{reason.at(0).get<std::string>(), reason.at(1).get<std::string>()}] =
            reason.at(2).get<std::int64_t>();
}

void read_value(const std::string& text, StrategyTally& tally) { Json::parse(text).get_to(tally.value); }

void read_pairs(const std::string& text, RunTally& tally) {
    const Json json = Json::parse(text);
    visit_pairs(tally, [&](const char* name, auto& part) { json.at(name).get_to(part); });
}

std::vector<std::string> read_texts(const std::string& text) {
    return Json::parse(text).get<std::vector<std::string>>();
}

std::string names_json(const RowNames& names) {
    Json json;
    json["alternatives"] = names.alternatives;
    json["reasons"] = names.reasons;
    json["members"] = names.members;
    return json.dump();
}

RowNames read_names(const std::string& text) {
    const Json json = Json::parse(text);
    RowNames names;
    json.at("alternatives").get_to(names.alternatives);
    json.at("reasons").get_to(names.reasons);
    json.at("members").get_to(names.members);
    return names;
}

std::string record_bytes(const PointRecord& record) {
    Json json;
    json["point"] = record.point;
    json["strong_id"] = record.strong_id;
    json["company"] = record.company;
    json["values"] = record.values;
    json["seconds"] = record.seconds;
    json["seed"] = record.tally.seed;
    json["replicates"] = record.tally.replicates;
    json["signature"] = record.tally.signature;
    json["pairs"] = pairs_json(record.tally);
    for (std::size_t s = 0; s < record.strategies.size(); ++s) {
        const StrategyTally& tally = record.tally.strategies[s];
        json["strategies"].push_back({record.strategies[s].id, record.strategies[s].name, tally.replicates,
                                      tally.outcomes, details_json(tally, record.strategies[s]),
                                      rows_json(record.strategies[s].rows)});
    }
    json["names"] = names_json(record.names);
    std::string bytes;
    Json::to_cbor(json, bytes);
    return bytes;
}

PointRecord read_record(const std::string& bytes) {
    const Json json = Json::from_cbor(bytes);
    PointRecord record;
    json.at("point").get_to(record.point);
    json.at("strong_id").get_to(record.strong_id);
    json.at("company").get_to(record.company);
    json.at("values").get_to(record.values);
    json.at("seconds").get_to(record.seconds);
    json.at("seed").get_to(record.tally.seed);
    json.at("replicates").get_to(record.tally.replicates);
    json.at("signature").get_to(record.tally.signature);
    read_pairs(json.at("pairs").get<std::string>(), record.tally);
    for (const Json& part : json.at("strategies")) {
        StrategyRecord& strategy = record.strategies.emplace_back();
        StrategyTally& tally = record.tally.strategies.emplace_back();
        part.at(0).get_to(strategy.id);
        part.at(1).get_to(strategy.name);
        part.at(2).get_to(tally.replicates);
        part.at(3).get_to(tally.outcomes);
        read_details(part.at(4).get<std::string>(), tally, strategy);
        for (const Json& rows : part.at(5)) {
            const auto& packed = rows.at(2).get_binary();
            strategy.rows.push_back({rows.at(0).get<std::int64_t>(), rows.at(1).get<std::int64_t>(),
                                     std::string(packed.begin(), packed.end())});
        }
    }
    record.names = read_names(json.at("names").get<std::string>());
    return record;
}

} // namespace assent
