#include "cli/command.hpp"

#include "model/user_error.hpp"
#include "scenario/reader.hpp"

#include <cstdio>
#include <memory>
#include <string>

namespace assent::cli {
namespace {

struct KeysOptions {
    std::string pattern;
    bool schema = false, markdown = false;
};

void keys(const KeysOptions& options) {
    const std::string text = options.schema     ? scenario_json_schema()
                             : options.markdown ? keys_markdown()
                                                : describe_keys(options.pattern);
    if (text.empty()) {
        throw UserError("no key contains \"" + options.pattern + "\"; `assent keys` lists all");
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
}

} // namespace

void add_keys(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("keys", "List the keys of a scenario file: type, unit, range, default, source");
    auto options = std::make_shared<KeysOptions>();
    command->add_option("pattern", options->pattern, "Only keys whose dotted name contains this, such as stakeholder.");
    CLI::Option* schema = command->add_flag("--schema", options->schema, "Write the JSON Schema for editors instead");
    command->add_flag("--markdown", options->markdown, "Write all keys as a page in Markdown instead")
        ->excludes(schema);
    command->callback([options] { keys(*options); });
}

} // namespace assent::cli
