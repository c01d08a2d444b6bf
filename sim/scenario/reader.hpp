#pragma once
// Scenario text (TOML, format = 1) to Model, with every problem of the file found in one go.
#include "model/model.hpp"

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace assent {

/// One finding about a scenario file. Prints as `file:line:column: key = value (why); remedy`.
struct Problem {
    enum class Severity { error, warning } severity = Severity::error;
    std::string file;
    int line = 0, column = 0; ///< 1-based; 0: concerns the whole file
    std::string key;          ///< dotted, with the position in a list: stakeholder[2].authority
    std::string value;        ///< as written; empty: none
    std::string why;
    std::string remedy;
    [[nodiscard]] std::string text() const;
};

struct Reading {
    Model model;                   ///< complete only when ok()
    std::vector<Problem> problems; ///< errors and warnings in the order of the file
    [[nodiscard]] bool ok() const; ///< no errors
};

/// Limits on what is read; beyond them a clear error.
inline constexpr std::size_t scenario_bytes_limit = 64u << 20; ///< per file
inline constexpr int include_depth_limit = 16;
inline constexpr int nesting_limit = 32; ///< tables and arrays within each other

/// Reads a file ("-": standard input) with its includes, checks it whole. Never throws for what the file holds.
Reading read_scenario(const std::filesystem::path& path);
/// The same for text; `name` stands for the file in messages, includes are resolved against `folder`.
Reading read_scenario_text(const std::string& text, const std::string& name, const std::filesystem::path& folder);
/// Reads a file with another company, the text `base`, in the place of the company.toml that it includes.
Reading read_scenario_over(const std::filesystem::path& path, const std::string& base, const std::string& base_name);
/// read_scenario, throwing UserError with all errors as one text when there are any; warnings go to `warnings`.
Model load_scenario(const std::filesystem::path& path, std::vector<Problem>* warnings = nullptr);

/// The .toml files of a folder by name; `problem` says why it cannot be listed.
std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder, std::error_code& problem);

/// The resolved scenario as a valid scenario file: every value that differs from the built-in default, includes merged;
/// reading it back gives an equal Model.
std::string dump_scenario(const Model& model);

/// JSON Schema (draft 2020-12) of the scenario format, generated from the key table.
std::string scenario_json_schema();

/// The key table as text for `assent keys`; `pattern` filters by substring.
std::string describe_keys(const std::string& pattern);
/// The whole key table as a Markdown page.
std::string keys_markdown();

} // namespace assent
