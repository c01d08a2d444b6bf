#pragma once
// A tornado as text for a terminal, CSV, JSON, Markdown and a page; of one company or of several.
#include "experiment/tornado.hpp"
#include "model/model.hpp"
#include "report/table.hpp"

#include <span>
#include <string>
#include <string_view>

namespace assent {

struct TornadoResult {
    std::string file; ///< as the user named the scenario
    Model model;
    Tornado tornado;
};

/// Each company: what turns its ranking, the `top` largest swings, who leads then. Several are summed up at the end.
std::string tornado_text(std::span<const TornadoResult> results, int top, const TextStyle& style);
/// One line for each number of each company, in the order of the swings.
std::string tornado_csv(std::span<const TornadoResult> results);
/// One object; `scenarios` in the order given, each with its `numbers`.
std::string tornado_json(std::span<const TornadoResult> results);
/// The constants over all companies, for a document. Equal input gives equal bytes.
std::string tornado_markdown(std::span<const TornadoResult> results);
/// One self-contained page with a picture for each company.
std::string tornado_html(std::span<const TornadoResult> results, std::string_view version);

} // namespace assent
