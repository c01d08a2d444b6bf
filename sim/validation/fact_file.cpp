#include "validation/fact_file.hpp"

#include "model/user_error.hpp"
#include "scenario/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace assent {
namespace {

constexpr const char* digits = "0123456789";

/// A2 before A10.
auto rank_of(const std::string& id) {
    const std::size_t number = std::min(id.find_first_of(digits), id.size());
    const std::string rest = id.substr(number);
    return std::tuple(id.substr(0, number), rest.find_first_not_of(digits) == std::string::npos ? rest.size() : 0,
                      rest);
}

bool meant(const std::string& wanted, const std::string& id) {
    return id == wanted || (wanted.find_first_of(digits) == std::string::npos && id.starts_with(wanted));
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files = toml_files(folder, error);
    if (error)
        throw UserError(fmt::format(
            "{}: {}; name the folder of the facts, such as scenarios/facts in the folder of "
            "assent",
            folder.string(), error == std::errc::no_such_file_or_directory ? "no such folder" : error.message()));
    return files;
}

void require_all(const std::vector<FactFile>& facts, std::span<const std::string> wanted,
                 const std::filesystem::path& folder) {
    std::vector<std::string> ids;
    for (const FactFile& file : facts) ids.push_back(file.fact().id);
    if (ids.empty())
        throw UserError(fmt::format("{}: no file here states a fact; write one with a table [fact]", folder.string()));
    for (const std::string& one : wanted)
        if (std::ranges::none_of(ids, [&](const std::string& id) { return meant(one, id); }))
            throw UserError(fmt::format("--fact {} (there is no such fact); {} has {}", one, folder.string(),
                                        fmt::join(ids, ", ")));
    for (std::size_t i = 1; i < ids.size(); ++i)
        if (ids[i] == ids[i - 1])
            throw UserError(fmt::format("{}: fact {} is stated in {} too; give each an id of its own",
                                        facts[i].path.string(), ids[i], facts[i - 1].path.string()));
}

} // namespace

std::vector<FactFile> load_facts(const std::filesystem::path& folder, std::span<const std::string> wanted) {
    std::vector<FactFile> facts;
    for (const std::filesystem::path& path : files_in(folder)) {
        FactFile file{path, load_scenario(path)};
        if (!file.fact().id.empty()) facts.push_back(std::move(file));
    }
    std::ranges::sort(facts, {}, [](const FactFile& file) { return rank_of(file.fact().id); });
    require_all(facts, wanted, folder);
    std::erase_if(facts, [&](const FactFile& file) {
        return !wanted.empty() &&
               std::ranges::none_of(wanted, [&](const std::string& one) { return meant(one, file.fact().id); });
    });
    return facts;
}

} // namespace assent
