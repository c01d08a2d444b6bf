#include "scenario/reader.hpp"

#include "model/user_error.hpp"
#include "scenario/checks.hpp"
#include "scenario/draft_reader.hpp"
#include "scenario/reading.hpp"
#include "scenario/sources.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

/// False when the file was written for another version: then nothing else in it can be judged.
bool is_our_format(const Value& tree, Findings& findings) {
    const Value* format = tree.find("format");
    if (format == nullptr || (format->kind == Value::Kind::integer && format->integer == 1)) {
        return true; // an absent one is told by the key table
    }
    findings.error(*format, "format", "this version reads format 1", "write format = 1 or take a newer assent");
    return false;
}

Reading interpret(const Value& tree, const SourceFile& file, Findings& findings) {
    Reading reading;
    if (findings.errors() == 0 && tree.children.empty()) {
        findings.error_in(file, "holds no scenario", "begin with format = 1; `assent keys` lists what can follow");
    }
    if (findings.errors() == 0 && is_our_format(tree, findings)) {
        Draft draft = read_draft(tree, findings);
        check_draft(draft, tree, file, findings);
        if (findings.errors() == 0) {
            reading.model = model_of(std::move(draft));
        }
    }
    reading.problems = findings.take();
    return reading;
}

} // namespace

bool Reading::ok() const {
    return std::none_of(problems.begin(), problems.end(),
                        [](const Problem& problem) { return problem.severity == Problem::Severity::error; });
}

Reading read_scenario(const std::filesystem::path& path) {
    Findings findings;
    Sources sources(findings);
    const Value tree = sources.read(path);
    return interpret(tree, sources.main(), findings);
}

Reading read_scenario_text(const std::string& text, const std::string& name, const std::filesystem::path& folder) {
    Findings findings;
    Sources sources(findings);
    const Value tree = sources.read_text(text, name, folder);
    return interpret(tree, sources.main(), findings);
}

Reading read_scenario_over(const std::filesystem::path& path, const std::string& base, const std::string& base_name) {
    Findings findings;
    Sources sources(findings);
    sources.replace_company(base, base_name);
    const Value tree = sources.read(path);
    if (!sources.replaced()) {
        findings.error_in(sources.main(),
                          fmt::format("includes no {}, so no other company can take its place", company_file),
                          fmt::format("put the company into a file {} beside it", company_file));
    }
    return interpret(tree, sources.main(), findings);
}

Reading read_scenario_fenced(const std::string& text, const std::string& name, const std::filesystem::path& folder) {
    Findings findings;
    Sources sources(findings);
    sources.fence(folder);
    const Value tree = sources.read_text(text, name, folder);
    return interpret(tree, sources.main(), findings);
}

Model load_scenario(const std::filesystem::path& path, std::vector<Problem>* warnings) {
    Reading reading = read_scenario(path);
    if (!reading.ok()) {
        std::string errors;
        for (const Problem& problem : reading.problems) {
            if (problem.severity == Problem::Severity::error) {
                errors += (errors.empty() ? "" : "\n") + problem.text();
            }
        }
        throw UserError(errors);
    }
    if (warnings != nullptr) {
        *warnings = std::move(reading.problems);
    }
    return std::move(reading.model);
}

std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder, std::error_code& problem) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        if (entry.path().extension() == ".toml") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace assent
