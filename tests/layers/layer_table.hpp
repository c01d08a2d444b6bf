#pragma once

// The one table of who may include what. tests/layers/test_layers.cpp holds every #include of sim/, viewer/ and tests/
// against it. Paths are patterns of fnmatch(3) in which * also matches a slash; of several rows the first match counts.

#include <string_view>
#include <vector>

namespace assent::layers {

/// What of ours the files of `who` may include.
struct FolderRow {
    std::string_view who;
    std::vector<std::string_view> may_include;
    std::string_view because;
};

/// Which files may include a library that is not ours.
struct LibraryRow {
    std::string_view library;
    std::vector<std::string_view> headers;
    std::vector<std::string_view> only_in;
};

/// Headers that the files of `who` must do without, though they are allowed elsewhere.
struct BanRow {
    std::string_view who;
    std::vector<std::string_view> headers;
    std::string_view because;
};

inline const std::vector<FolderRow> folder_rows = {
    {"sim/engine/*", {"engine/*"}, "the kernel sees arrays and integers, never names, files or graphs"},
    {"sim/model/compile*", {"model/*", "engine/*"}, "compile is where a model becomes a Plan"},
    {"sim/model/distribution_table.*", {"model/*", "engine/*"}, "it is the part of compile that speaks of draws"},
    {"sim/model/company_dice.*", {"model/*", "engine/philox.hpp"}, "generated companies use the luck of the deals"},
    // The words that scenario, model and kernel share: enumerations and plain assumptions, without behaviour.
    {"sim/model/*",
     {"model/*", "engine/terms.hpp", "engine/assumption*.hpp"},
     "a model knows neither where it was read from nor how it is played"},
    {"sim/scenario/*",
     {"scenario/*", "model/*", "engine/terms.hpp", "engine/assumption*.hpp"},
     "a scenario becomes a model and nothing else"},
    {"sim/experiment/*", {"experiment/*", "model/*", "engine/*"}, "an experiment plays plans and prints nothing"},
    {"sim/calibration/*",
     {"calibration/*", "experiment/*", "scenario/*", "model/*", "engine/*"},
     "a calibration plays the companies of real deals and prints nothing"},
    {"sim/store/*", {"store/*", "model/user_error.hpp"}, "a store keeps what it is given"},
    {"sim/sweep/*",
     {"sweep/*", "store/*", "experiment/*", "scenario/*", "model/*", "engine/*"},
     "a sweep plays many scenarios into a store and prints nothing"},
    {"sim/rehearsal/*",
     {"rehearsal/*", "store/*", "experiment/*", "scenario/*", "model/*", "engine/*"},
     "a rehearsal plays the same plans and prints nothing"},
    {"sim/training/*",
     {"training/*", "rehearsal/*", "store/*", "experiment/*", "scenario/*", "model/*", "engine/*"},
     "training is rehearsal with a teacher; it prints nothing"},
    {"sim/territory/*", {"territory/*", "experiment/*", "model/*", "engine/*"}, "a territory plays many deals"},
    {"sim/validation/*",
     {"validation/*", "experiment/*", "scenario/*", "model/*", "engine/*"},
     "a validation plays what scenarios state and prints nothing"},
    {"sim/report/*",
     {"report/*", "store/atomic_file.hpp", "store/strong_id.hpp", "sweep/*", "validation/*", "calibration/*", "experiment/*", "training/*", "rehearsal/*", "territory/*", "scenario/*", "model/*", "engine/*"},
     "a report shows what was computed; nothing computes with a report"},
    {"sim/cli/*",
     {"cli/*", "report/*", "store/atomic_file.hpp", "store/file_lock.hpp", "sweep/*", "validation/*", "calibration/*", "territory/*", "training/*", "rehearsal/*", "experiment/*", "scenario/*", "model/*",
      "engine/*"},
     "the command line is the outermost layer"},
    {"sim/mpi/*",
     {"mpi/*", "cli/application.hpp", "sweep/*", "model/user_error.hpp"},
     "MPI is one more way to start a sweep"},
    {"viewer/*",
     {"viewer/*", "report/*", "store/atomic_file.hpp", "store/file_lock.hpp", "store/strong_id.hpp", "sweep/*", "territory/*", "training/*", "rehearsal/*", "experiment/*", "scenario/*", "model/*", "engine/*"},
     "whatever the viewer shows comes from the library, never from the command line"},
    {"tests/bench/*",
     {"bench/*", "worlds/*", "cli/bench_scenarios.hpp", "report/*", "sweep/*", "experiment/*", "scenario/*", "model/*",
      "engine/*"},
     "benchmarks play the companies that `assent bench` plays"},
    {"tests/viewer/*",
     {"viewer/*", "report/*", "store/file_lock.hpp", "sweep/*", "training/*", "rehearsal/*", "experiment/*", "scenario/*", "model/*", "engine/*"},
     "the window is tested without a window"},
    {"tests/*",
     {"worlds/*", "layers/*", "sweep/*", "store/*", "validation/*", "report/*", "calibration/*", "territory/*", "training/*", "rehearsal/*", "experiment/*",
      "scenario/*", "model/*", "engine/*"},
     "tests reach the library by its headers and the command line by running it"},
};

inline const std::vector<LibraryRow> library_rows = {
    {"toml++", {"toml++/*"}, {"sim/scenario/toml_document.cpp"}},
    {"Boost.Graph", {"boost/graph/*", "boost/property_map/*"}, {"sim/model/buying_centre.cpp", "tests/*"}},
    {"Boost.PropertyTree", {"boost/property_tree/*"}, {"sim/model/graph_xml.cpp"}},
    {"Boost.Math", {"boost/math/*"}, {"sim/model/distribution_table.cpp", "sim/experiment/intervals.cpp", "tests/*"}},
    {"SQLite", {"sqlite3.h"}, {"sim/store/database.cpp"}},
    {"Boost.UUID", {"boost/uuid/*"}, {"sim/store/strong_id.cpp"}},
    {"zstd", {"zstd.h"}, {"sim/sweep/packed_rows.cpp"}},
    {"Boost.Random", {"boost/random/*"}, {"sim/experiment/design.cpp"}},
    {"Boost.MPI", {"boost/mpi/*", "mpi.h"}, {"sim/mpi/mpi_crew.cpp"}},
    {"TBB", {"tbb/*", "oneapi/*"}, {"sim/experiment/parallel.cpp"}},
    {"CLI11", {"CLI/*"}, {"sim/cli/*", "viewer/options.cpp"}}, // each command_<verb>.cpp declares its own options
    {"Dear ImGui", {"imgui.h", "imgui_internal.h", "imgui_stdlib.h"}, {"viewer/*", "tests/viewer/*"}},
    {"ImGui's backends", {"backends/imgui_impl_*"}, {"viewer/window.cpp"}},
    {"GLFW", {"GLFW/*"}, {"viewer/window.cpp"}},
    {"libpng", {"png.h"}, {"viewer/png_file.cpp"}},
    {"gettext", {"libintl.h"}, {"viewer/language.cpp"}},
    {"libzip", {"zip.h"}, {"sim/report/scorm_package.cpp"}},
    {"libedit", {"editline/*", "histedit.h"}, {"sim/cli/line_editor.cpp"}},
    {"fmt",
     {"fmt/*"},
     {"sim/model/*", "sim/scenario/*", "sim/experiment/*", "sim/calibration/*", "sim/validation/*", "sim/store/*", "sim/sweep/*", "sim/rehearsal/*", "sim/training/*", "sim/territory/*",
      "sim/report/*", "sim/cli/*", "viewer/*", "tests/*"}},
    {"nlohmann-json", {"nlohmann/*"}, {"sim/report/json*.cpp", "sim/scenario/json_schema.cpp", "sim/sweep/record_json.cpp", "tests/*"}},
    {"doctest", {"doctest/*"}, {"tests/*"}},
    {"Google Benchmark", {"benchmark/*"}, {"tests/bench/*"}},
    {"RapidCheck", {"rapidcheck*"}, {"tests/*"}},
    {"Eigen", {"Eigen/*"}, {"tests/*"}},
    {"vector intrinsics", {"*intrin.h"}, {"sim/engine/*"}},
    {"POSIX",
     {"unistd.h", "fcntl.h", "signal.h", "termios.h", "poll.h", "fnmatch.h", "sys/*"},
     {"sim/cli/*", "sim/store/atomic_file.cpp", "sim/store/file_lock.cpp", "sim/rehearsal/thread_niceness.cpp", "tests/*"}},
};

inline const std::vector<BanRow> ban_rows = {
    {"sim/engine/*",
     {"cmath", "math.h", "complex", "valarray", "random"},
     "results of libm and of the standard distributions differ between compilers and C libraries"},
    {"sim/engine/*",
     {"string", "map", "unordered_map", "iostream", "ostream", "istream", "sstream", "fstream", "cstdio", "filesystem"},
     "names and files end at the Plan"},
    {"sim/engine/*",
     {"stdexcept", "exception", "system_error"},
     "the kernel is noexcept; what a user can get wrong is found before a Plan exists"},
};

} // namespace assent::layers
