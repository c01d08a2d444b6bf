// assent-viewer: the window of Assent.
#include "viewer/language.hpp"
#include "viewer/options.hpp"
#include "viewer/script.hpp"
#include "viewer/snapshot.hpp"
#include "viewer/window.hpp"

#include "model/user_error.hpp"

#include <filesystem>
#include <iostream>

namespace {

constexpr int exit_usage = 2, exit_internal = 70; // as of the command line

/// Catalogues lie beside the program.
std::filesystem::path catalogues() {
    std::error_code none;
    return std::filesystem::read_symlink("/proc/self/exe", none).parent_path() / "locale";
}

} // namespace

int main(int argc, char** argv) try {
    const auto options = assent::viewer::parse_options(argc, argv);
    if (!options) return 0;
    assent::viewer::use_catalogues(catalogues());
    if (!options->script.empty())
        assent::viewer::run_script_file(*options);
    else if (options->snapshot.empty())
        assent::viewer::run_window(*options);
    else
        assent::viewer::write_snapshot(*options);
    return 0;
} catch (const assent::UserError& error) {
    std::cerr << error.what() << '\n';
    return exit_usage;
} catch (const std::exception& error) {
    std::cerr << "assent-viewer: internal error: " << error.what()
              << "; please report it with the command and the file\n";
    return exit_internal;
}
