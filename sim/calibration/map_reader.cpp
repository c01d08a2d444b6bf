// Reading of map files; every problem of a file is told at once.
#include "calibration/deal_map.hpp"
#include "model/user_error.hpp"
#include "scenario/plain_reader.hpp"
#include "scenario/sources.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <span>

namespace assent {
namespace {

class MapReader : PlainReader {
  public:
    explicit MapReader(Findings& findings) : PlainReader(findings, "a map") {}

    DealMap read(const Value& tree, const SourceFile& file) {
        DealMap map;
        constexpr std::string_view keys[] = {"format", "title", "include", "outcome", "groups", "feature", "left_out"};
        only(tree, "", keys);
        const Value* format = tree.find("format");
        if (format == nullptr || format->kind != Value::Kind::integer || format->integer != 1)
            findings().error_in(file, "a map begins with format = 1", "write format = 1 at its top");
        map.title = text(tree, "title", "", false);
        read_outcome(tree, map, file);
        if (const Value* groups = table(tree, "groups")) {
            constexpr std::string_view group_keys[] = {"client", "also"};
            only(*groups, "groups.", group_keys);
            map.client = text(*groups, "client", "groups.", false);
            map.groups = texts(*groups, "also", "groups.");
        }
        if (const Value* left = table(tree, "left_out"))
            for (const Value& reason : left->children)
                map.left_out.emplace_back(reason.key, text(*left, reason.key, "left_out.", false));
        read_features(tree, map, file);
        return map;
    }

  private:
    void read_outcome(const Value& tree, DealMap& map, const SourceFile& file) {
        const Value* outcome = table(tree, "outcome");
        if (outcome == nullptr) {
            findings().error_in(file, "the table [outcome] is missing",
                                "say which column tells won and lost: column = \"Status\", won = [\"Won\"], lost = "
                                "[\"Lost\"]");
            return;
        }
        constexpr std::string_view keys[] = {"column", "won", "lost"};
        only(*outcome, "outcome.", keys);
        map.outcome = text(*outcome, "column", "outcome.", true);
        map.won = texts(*outcome, "won", "outcome.");
        map.lost = texts(*outcome, "lost", "outcome.");
        if (map.won.empty() || map.lost.empty())
            findings().error_at(*outcome, "outcome", "needs words for won and for lost",
                                "write won = [\"Won\"] and lost = [\"Lost\"]");
    }

    void read_features(const Value& tree, DealMap& map, const SourceFile& file) {
        const Value* list = of_kind(tree, "feature", "", Value::Kind::array, "tables [[feature]]");
        if (list == nullptr || list->children.empty()) {
            findings().error_in(file, "no [[feature]] is given", "say of at least one column what it moves");
            return;
        }
        if (list->children.size() > map_features_limit)
            findings().error_in(file,
                                fmt::format("{} features (at most {})", list->children.size(), map_features_limit),
                                "leave some out");
        for (std::size_t i = 0; i < list->children.size(); ++i)
            map.features.push_back(feature(list->children[i], fmt::format("feature[{}].", i + 1)));
    }

    MapFeature feature(const Value& place, const std::string& path) {
        constexpr std::string_view keys[] = {"column", "name", "moves", "base", "otherwise", "level", "number"};
        only(place, path, keys);
        MapFeature feature;
        feature.column = text(place, "column", path, true);
        feature.name = text(place, "name", path, false);
        if (feature.name.empty()) feature.name = feature.column;
        read_mechanism(place, path, feature);
        const Value* levels = of_kind(place, "level", path, Value::Kind::array, "tables [[feature.level]]");
        const Value* number = table(place, "number", path);
        if ((levels == nullptr) == (number == nullptr)) {
            findings().error_at(place, path + "level", "a feature has either levels or number",
                                "write [[feature.level]] for words, or number = { centre = 0, scale = 1 }");
            return feature;
        }
        if (number != nullptr) {
            feature.number = read_number_scale(*number, path + "number.");
            return feature;
        }
        if (levels->children.size() < 2 || levels->children.size() > map_levels_limit)
            findings().error(*levels, path + "level", fmt::format("{} levels", levels->children.size()),
                             fmt::format("give 2 to {}", map_levels_limit));
        for (std::size_t i = 0; i < levels->children.size(); ++i)
            feature.levels.push_back(level(levels->children[i], fmt::format("{}level[{}].", path, i + 1)));
        feature.base = level_named(place, "base", path, feature, 0);
        feature.otherwise = level_named(place, "otherwise", path, feature, feature.base);
        return feature;
    }

    void read_mechanism(const Value& place, const std::string& path, MapFeature& feature) {
        const std::string word = text(place, "moves", path, true);
        feature.mechanism = find_mechanism(word);
        if (feature.mechanism != nullptr || word.empty()) return;
        std::vector<std::string_view> names;
        for (const Mechanism& mechanism : mechanisms()) names.push_back(mechanism.name);
        findings().error(*place.find("moves"), path + "moves", "is nothing that can be moved",
                         fmt::format("{} write {}", findings().suggest(word, names), listed(names)));
    }

    std::size_t level_named(const Value& place, std::string_view key, const std::string& path,
                            const MapFeature& feature, std::size_t preset) {
        const std::string word = text(place, key, path, false);
        if (word.empty()) return preset;
        const auto found = std::ranges::find(feature.levels, word, &MapLevel::name);
        if (found != feature.levels.end()) return static_cast<std::size_t>(found - feature.levels.begin());
        findings().error(*place.find(key), path + std::string(key), "is no level of this feature",
                         "write the name of one of its levels");
        return preset;
    }

    MapLevel level(const Value& place, const std::string& path) {
        constexpr std::string_view keys[] = {"name", "words", "prior", "published"};
        only(place, path, keys);
        MapLevel level;
        level.name = text(place, "name", path, true);
        level.words = texts(place, "words", path);
        if (level.words.empty()) level.words = {level.name};
        level.prior = prior(place, path);
        if (const auto odds = pair(place, "published", path)) {
            if (!(odds->first > 0 && odds->second >= odds->first))
                findings().error(*place.find("published"), path + "published", "are no odds ratios",
                                 "write two numbers above 0, the smaller first");
            level.published = odds;
        }
        return level;
    }

    MapNumber read_number_scale(const Value& place, const std::string& path) {
        constexpr std::string_view keys[] = {"centre", "scale", "logarithm", "prior"};
        only(place, path, keys);
        MapNumber number;
        number.centre = real(place, "centre", path, 0);
        number.scale = real(place, "scale", path, 1);
        if (const Value* flag = of_kind(place, "logarithm", path, Value::Kind::boolean, "true or false"))
            number.logarithm = flag->boolean;
        number.prior = prior(place, path);
        const bool fine = number.logarithm ? number.centre > 0 && number.scale > 1 : number.scale > 0;
        if (!fine)
            findings().error_at(place, path + "scale", "the scale does not fit",
                                "write a scale above 0; with logarithm = true a centre above 0 and a scale above 1");
        return number;
    }

    std::optional<std::pair<double, double>> pair(const Value& place, std::string_view key, const std::string& path) {
        const Value* list = of_kind(place, key, path, Value::Kind::array, "a list of two numbers");
        if (list == nullptr) return {};
        const auto fits = [](const Value& item) { return item.is_number() && std::isfinite(item.number()); };
        if (list->children.size() == 2 && std::ranges::all_of(list->children, fits))
            return std::pair(list->children[0].number(), list->children[1].number());
        findings().error(*list, path + std::string(key), "is no list of two numbers", "write two, such as [0, 1]");
        return {};
    }

    WeightPrior prior(const Value& place, const std::string& path) {
        WeightPrior prior;
        const auto numbers = pair(place, "prior", path);
        if (!numbers) return prior;
        prior = {numbers->first, numbers->second};
        if (!(std::abs(prior.mean) <= 6 && prior.deviation >= 0.01 && prior.deviation <= 6))
            findings().error(*place.find("prior"), path + "prior", "is out of range",
                             "write [mean, deviation] with a mean from -6 to 6 and a deviation from 0.01 to 6");
        return prior;
    }
};

DealMap interpret(const Value& tree, const SourceFile& file, Findings& findings) {
    refuse_errors(findings); // of the syntax: then nothing else can be judged
    DealMap map = MapReader(findings).read(tree, file);
    refuse_errors(findings);
    return map;
}

} // namespace

DealMap read_deal_map(const std::filesystem::path& path) {
    Findings findings;
    Sources sources(findings);
    const Value tree = sources.read(path);
    return interpret(tree, sources.main(), findings);
}

DealMap read_deal_map_text(const std::string& text, const std::string& name) {
    Findings findings;
    Sources sources(findings);
    const Value tree = sources.read_text(text, name, {});
    return interpret(tree, sources.main(), findings);
}

} // namespace assent
