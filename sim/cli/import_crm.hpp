#pragma once
// The formats of `assent import` and what they share.
#include "scenario/import_graph.hpp"

#include <string>

#include <CLI/App.hpp>

namespace assent::cli {

/// The scenario as text, with what was guessed as comments before it.
std::string scenario_with_notes(const GraphImport& imported);

/// Adds `assent import crm`.
void add_import_crm(CLI::App& import);

} // namespace assent::cli
