// assent report: the page over a sweep's store, and its pictures as files.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "model/user_error.hpp"
#include "store/atomic_file.hpp"
#include "report/number_words.hpp"
#include "report/sweep_page.hpp"

#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct ReportOptions {
    std::string store, html, svg;
    RankMeasure measure = RankMeasure::win;
};

void write_pictures(const SweepPageInput& input, const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw UserError(fmt::format("--svg {}: cannot be made ({}); name a folder that you may write to",
                                    folder.string(), error.message()));
    for (const SweepPicture& picture : sweep_pictures(input)) {
        write_file(folder / picture.file, picture.svg);
        std::cout << (folder / picture.file).string() << '\n';
    }
}

void report(const ReportOptions& options) {
    if (options.html.empty() && options.svg.empty())
        throw UserError("neither --html nor --svg is given (there is nowhere to write to); write --html report.html");
    if (!options.html.empty() && same_file(options.html, options.store))
        throw UserError(fmt::format("--html {} (is the store, which would be lost); name another file", options.html));
    SweepStore store(options.store);
    const SweepPageInput input = sweep_page_input(store, options.measure, ASSENT_VERSION);
    if (!options.html.empty()) {
        write_file(options.html, sweep_page(input));
        note(fmt::format("{} of {} points reported in {}", grouped(input.summary.points),
                         grouped(input.manifest.points), options.html));
    }
    if (!options.svg.empty()) write_pictures(input, options.svg);
}

} // namespace

void add_report(CLI::App& app) {
    CLI::App* command = app.add_subcommand("report", "Make a page of tables and pictures from a sweep's store");
    const auto options = std::make_shared<ReportOptions>();
    command->add_option("store", options->store, "Store of a sweep, finished or not")->required()->type_name("FILE.db");
    command->add_option("--html", options->html, "The page: one file that needs nothing else")->type_name("FILE.html");
    command->add_option("--svg", options->svg, "Folder for each picture as a file; made when it does not exist")
        ->type_name("DIR");
    add_measure_option(*command, options->measure);
    command->footer("The files of --svg are listed on standard output.\n\n"
                    "  assent report need.db --html need.html --svg pictures");
    command->callback([options] { report(*options); });
}

} // namespace assent::cli
