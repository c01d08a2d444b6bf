// The key table itself, and what is generated from it.
#include "scenario/key_table.hpp"
#include "scenario/reader.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <string>

namespace {

using namespace assent;

void each_section(const Section& section, const std::function<void(const Section&)>& visit) {
    visit(section);
    for (const Child& child : section.children) {
        each_section(*child.section, visit);
    }
}

void each_key(const std::function<void(const Section&, const Key&)>& visit) {
    each_section(scenario_section(), [&](const Section& section) {
        for (const Key& key : section.keys) {
            visit(section, key);
        }
    });
}

TEST_CASE("every key has a name of its own, a sentence, a source, and a range if it is a number") {
    int keys = 0;
    each_section(scenario_section(), [&](const Section& section) {
        std::set<std::string_view> names;
        for (const std::string_view name : section.names()) {
            CHECK_MESSAGE(names.insert(name).second, section.path, ".", name);
        }
    });
    each_key([&](const Section& section, const Key& key) {
        CAPTURE(section.path + "." + key.name);
        ++keys;
        CHECK(key.sentence.size() > 5);
        CHECK((key.sentence.back() == '.' || key.sentence.back() == '?'));
        CHECK(key.source.size() > 0);
        const Slot slot = key.slot(section.presets.get());
        const bool numeric =
            std::holds_alternative<NumberSlot>(slot) || std::holds_alternative<RealSlot>(slot) ||
            std::holds_alternative<IntegerSlot>(slot) || std::holds_alternative<NamedNumbersSlot>(slot) ||
            std::holds_alternative<OptionalRealSlot>(slot) || std::holds_alternative<OptionalIntegerSlot>(slot);
        CHECK(std::isfinite(key.range.least) == (numeric || std::holds_alternative<PlaceSlot>(slot)));
        CHECK(std::holds_alternative<NamedNumbersSlot>(slot) == !key.named_by.empty());
    });
    CHECK(keys > 150);
}

TEST_CASE("every default lies in its range") {
    each_key([](const Section& section, const Key& key) {
        CAPTURE(section.path + "." + key.name);
        const Slot slot = key.slot(section.presets.get());
        if (const auto* number = std::get_if<NumberSlot>(&slot); number != nullptr && (*number)->is_constant()) {
            CHECK(key.range.holds((*number)->a));
        }
        if (const auto* real = std::get_if<RealSlot>(&slot)) {
            CHECK(key.range.holds(**real));
        }
        if (const auto* integer = std::get_if<IntegerSlot>(&slot)) {
            CHECK(key.range.holds(**integer));
        }
    });
}

TEST_CASE("the list of keys fits a terminal of 100 columns and filters by substring") {
    std::istringstream all(describe_keys(""));
    std::string line;
    int lines = 0;
    while (std::getline(all, line)) {
        const auto is_first = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; };
        CHECK_MESSAGE(std::count_if(line.begin(), line.end(), is_first) <= 100, line);
        ++lines;
    }
    CHECK(lines > 300);
    const std::string some = describe_keys("stakeholder.authority");
    CHECK(some.find("authority") != std::string::npos);
    CHECK(some.find("integrity") == std::string::npos);
    CHECK(some.find("[0, 1]") != std::string::npos);
    CHECK(describe_keys("channel.phone.reach").find("reach") != std::string::npos);
    CHECK(describe_keys("no such key").empty());
}

TEST_CASE("scenarios/assent.schema.json is what the key table generates") {
    const auto path = std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/assent.schema.json";
    std::ifstream in(path);
    std::ostringstream shipped;
    shipped << in.rdbuf();
    const std::string generated = scenario_json_schema();
    if (shipped.str() != generated) {
        std::ofstream("assent.schema.new.json") << generated;
    }
    CHECK_MESSAGE(shipped.str() == generated, "the generated schema stands in ",
                  (std::filesystem::current_path() / "assent.schema.new.json").string(),
                  "; if it is right, accept it: assent keys --schema > scenarios/assent.schema.json");
}

TEST_CASE("every reference in the schema leads somewhere") {
    const auto schema = nlohmann::json::parse(scenario_json_schema());
    const std::function<void(const nlohmann::json&)> visit = [&](const nlohmann::json& node) {
        if (node.is_object() && node.contains("$ref")) {
            CHECK(schema.contains(nlohmann::json::json_pointer(node["$ref"].get<std::string>().substr(1))));
        }
        if (node.is_structured()) {
            for (const auto& child : node) {
                visit(child);
            }
        }
    };
    visit(schema);
    CHECK(schema["properties"].contains("stakeholder"));
}

} // namespace
