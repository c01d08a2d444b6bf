// The scenario format as JSON Schema, so that editors complete and check scenarios while they are written.
#include "scenario/distribution.hpp"
#include "scenario/key_table.hpp"
#include "scenario/reader.hpp"
#include "scenario/slot_text.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace assent {
namespace {

using Json = nlohmann::ordered_json;

Json words_of(const Vocabulary& vocabulary) {
    return Json(std::vector<std::string>(vocabulary.words.begin(), vocabulary.words.end()));
}

/// Whole numbers as such: 1 reads better than 1.0.
Json number_json(double value) {
    return value == std::floor(value) && std::abs(value) < 1e15 ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json number_in(const Range& range, const char* type = "number") {
    Json schema{{"type", type}};
    if (std::isfinite(range.least)) {
        schema[range.above_least ? "exclusiveMinimum" : "minimum"] = number_json(range.least);
    }
    if (std::isfinite(range.greatest)) {
        schema["maximum"] = number_json(range.greatest);
    }
    return schema;
}

Json reference(const std::string& name) { return Json{{"$ref", "#/$defs/" + name}}; }

Json number_or_distribution(const Range& range) {
    return Json{{"anyOf", Json::array({number_in(range), reference("distribution")})}};
}

/// One item, or a list of such items.
Json one_or_many(const Json& item) {
    return Json{{"anyOf", Json::array({item, Json{{"type", "array"}, {"items", item}}})}};
}

struct SlotSchema {
    const Key& key;

    Json operator()(NumberSlot) const {
        Json schema = number_or_distribution(key.range);
        if (key.may_be_unknown) {
            schema["anyOf"].push_back(Json{{"const", "unknown"}});
        }
        return schema;
    }
    Json operator()(RealSlot) const { return number_in(key.range); }
    Json operator()(OptionalRealSlot) const { return number_in(key.range); }
    Json operator()(IntegerSlot) const { return number_in(key.range, "integer"); }
    Json operator()(OptionalIntegerSlot) const { return number_in(key.range, "integer"); }
    Json operator()(BooleanSlot) const { return Json{{"type", "boolean"}}; }
    Json operator()(OptionalBooleanSlot) const { return Json{{"type", "boolean"}}; }
    Json operator()(TextSlot) const { return Json{{"type", "string"}}; }
    Json operator()(NamedNumbersSlot) const {
        return Json{{"type", "object"}, {"additionalProperties", number_or_distribution(key.range)}};
    }
    Json operator()(const TextsSlot& slot) const {
        Json schema = one_or_many(Json{{"type", "string"}});
        if (slot.flag != nullptr) {
            schema["anyOf"][0] = Json{{"const", slot.flag_word}};
            schema["anyOf"].push_back(Json{{"type", "string"}});
        }
        return schema;
    }
    Json operator()(const WordsSlot& slot) const {
        Json word{{"enum", words_of(*slot.vocabulary)}};
        if (!slot.vocabulary->aliases.empty()) { // other spellings are read too, but an editor should offer ours
            word = Json{{"anyOf", Json::array({word, Json{{"type", "string"}}})}};
        }
        return slot.count == WordsSlot::Count::any ? one_or_many(word) : word;
    }
    Json operator()(PlaceSlot) const {
        return Json{{"type", "array"}, {"items", number_in(key.range)}, {"minItems", 2}, {"maxItems", 2}};
    }
    Json operator()(SettingsSlot) const { return Json{{"type", "object"}}; }
    Json operator()(const PhraseSlot& slot) const {
        const Json known{{"enum", std::vector<std::string>(slot.words.begin(), slot.words.end())}};
        return Json{{"anyOf", Json::array({known, Json{{"type", "string"}}})}};
    }
};

/// The default as JSON, where it is a plain value.
void add_default(Json& schema, const Slot& slot) {
    if (const auto* number = std::get_if<NumberSlot>(&slot); number != nullptr && (*number)->is_constant()) {
        schema["default"] = number_json((*number)->a);
    } else if (const auto* real = std::get_if<RealSlot>(&slot)) {
        schema["default"] = number_json(**real);
    } else if (const auto* integer = std::get_if<IntegerSlot>(&slot)) {
        schema["default"] = **integer;
    } else if (const auto* boolean = std::get_if<BooleanSlot>(&slot)) {
        schema["default"] = **boolean;
    } else if (const auto* words = std::get_if<WordsSlot>(&slot);
               words != nullptr && words->count == WordsSlot::Count::one) {
        schema["default"] = words->vocabulary->words[static_cast<std::size_t>(words->get().front())];
    }
}

Json key_schema(const Key& key, const Section& section) {
    const Slot slot = key.slot(section.presets.get());
    Json schema{{"description", key.sentence + (key.unit.empty() ? "" : " [" + key.unit + "]") +
                                    (key.otherwise.empty() ? "" : " Absent: " + key.otherwise + ".")}};
    schema.update(std::visit(SlotSchema{key}, slot));
    if (!key.required && key.otherwise.empty()) {
        add_default(schema, slot);
    }
    return schema;
}

class SchemaWriter {
  public:
    Json write() {
        Json root{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "Assent scenario, format 1"}};
        root.update(object(scenario_section(), false));
        definitions_["distribution"] = distribution();
        root["$defs"] = definitions_;
        return root;
    }

  private:
    /// What a file leaves out another one that it includes may hold: only ids are asked for.
    Json object(const Section& section, bool in_list) {
        Json properties = Json::object();
        Json required = Json::array();
        for (const Key& key : section.keys) {
            properties[key.name] = key_schema(key, section);
            if (key.required && in_list) {
                required.push_back(key.name);
            }
        }
        for (const Child& child : section.children) {
            properties[child.name] = child_schema(child);
        }
        Json schema{{"type", "object"}, {"description", section.sentence}, {"additionalProperties", false}};
        schema["properties"] = properties;
        if (!required.empty()) {
            schema["required"] = required;
        }
        return schema;
    }

    Json child_schema(const Child& child) {
        const std::string name = child.section->path.substr(0, child.section->path.find(".<"));
        const bool in_list = child.shape == Child::Shape::list;
        definitions_[name] = object(*child.section, in_list);
        if (in_list) {
            return Json{{"type", "array"}, {"items", reference(name)}};
        }
        if (child.shape == Child::Shape::table) {
            return reference(name);
        }
        Json schema{{"type", "object"}, {"additionalProperties", false}};
        for (const std::string_view word : child.words->words) {
            schema["properties"][std::string(word)] = reference(name);
        }
        return schema;
    }

    static Json distribution() {
        Json shapes = Json::array();
        for (const DistributionForm& form : distribution_forms()) {
            Json list{{"type", "array"}};
            if (form.parameters.empty()) {
                list["description"] = "[[value, probability], …]; probabilities sum to 1.";
                list["items"] =
                    Json{{"type", "array"}, {"items", Json{{"type", "number"}}}, {"minItems", 2}, {"maxItems", 2}};
                list["minItems"] = 1;
                list["maxItems"] = discrete_outcomes_limit;
            } else {
                std::string parameters;
                for (const std::string_view parameter : form.parameters) {
                    parameters += (parameters.empty() ? "" : ", ") + std::string(parameter);
                }
                list["description"] = "[" + parameters + "]";
                list["items"] = Json{{"type", "number"}};
                list["minItems"] = form.parameters.size();
                list["maxItems"] = form.parameters.size();
            }
            shapes.push_back(Json{{"type", "object"},
                                  {"additionalProperties", false},
                                  {"required", Json::array({form.name})},
                                  {"properties", Json{{std::string(form.name), list}}}});
        }
        return Json{{"description", "Drawn once in each replicate, cut to the range of its key."}, {"oneOf", shapes}};
    }

    Json definitions_ = Json::object();
};

} // namespace

std::string scenario_json_schema() { return SchemaWriter().write().dump(2) + "\n"; }

} // namespace assent
