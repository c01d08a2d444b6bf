// assent import: from files of other programs to a scenario.
#include "cli/command.hpp"
#include "cli/import_crm.hpp"
#include "model/buying_centre.hpp"
#include "model/user_error.hpp"
#include "scenario/import_graph.hpp"
#include "scenario/reader.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>

namespace assent::cli {
namespace {

using GraphReader = std::function<GraphFile(std::istream&)>;

GraphFile read_file(const std::string& path, const std::string& name, const GraphReader& read) {
    try {
        if (path == "-") return read(std::cin);
        std::ifstream in(path, std::ios::binary);
        if (!in) throw std::runtime_error(std::string("cannot be opened: ") + std::strerror(errno));
        return read(in);
    } catch (const std::runtime_error& failure) {
        throw UserError(name + ": " + failure.what());
    }
}

void import(const std::string& path, const GraphReader& read) {
    const std::string name = path == "-" ? std::string("standard input") : path;
    const GraphImport imported = import_graph(read_file(path, name, read), name);
    std::cout << scenario_with_notes(imported);
    for (const std::string& note : imported.notes) std::cerr << name << ": note: " << note << '\n';
}

void add_format(CLI::App& command, const std::string& format, const std::string& description, GraphReader read) {
    CLI::App* sub = command.add_subcommand(format, description);
    const auto path = std::make_shared<std::string>();
    sub->add_option("file", *path, "File to read; - is standard input")->required()->type_name("FILE");
    sub->callback([path, read = std::move(read)] { import(*path, read); });
}

} // namespace

std::string scenario_with_notes(const GraphImport& imported) {
    std::string text = "# Written by `assent import`. What it guessed:\n";
    for (const std::string& note : imported.notes) text += "# - " + note + '\n';
    return text + '\n' + dump_scenario(imported.model);
}

void add_import(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("import", "Turn a drawn graph of people, or what a CRM system exports, into a scenario");
    command->require_subcommand(1);
    command->footer(
        "The scenario goes to standard output, what was guessed to standard error:\n"
        "  assent import graphml team.graphml > team.toml\n"
        "Vertices are members (name or label, title, role, authority or influence, support, expertise, veto,\n"
        "objections, ...), edges run from who influences to who is influenced (weight or strength, kind);\n"
        "an edge of kind reports_to runs from the subordinate to the superior. Capitals, spaces, _ and - in\n"
        "the names of attributes do not count. What the graph does not tell is \"unknown\".");
    add_format(*command, "graphml", "GraphML, as yEd, Gephi and NetworkX write it", read_graphml);
    add_format(*command, "dot", "DOT, the language of GraphViz", read_dot);
    add_import_crm(*command);
}

} // namespace assent::cli
