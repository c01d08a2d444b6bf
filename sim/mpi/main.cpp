// assent-mpi: the command assent, whose sweeps are played by all ranks of an MPI job.
#include "cli/application.hpp"
#include "mpi/mpi_crew.hpp"

#include <chrono>
#include <iostream>
#include <sstream>
#include <string_view>
#include <thread>

namespace {

/// All ranks find the same mistakes; the one that leads tells of them first, and that ends the job.
constexpr std::chrono::seconds precedence{2};

int follow(assent::Crew& crew, int argc, char** argv) {
    std::ostringstream unseen, said;
    std::streambuf* const out = std::cout.rdbuf(unseen.rdbuf());
    std::streambuf* const error = std::cerr.rdbuf(said.rdbuf());
    const int code = assent::cli::run_application(argc, argv, &crew);
    std::cout.rdbuf(out);
    std::cerr.rdbuf(error);
    if (code == 0) return 0;
    std::this_thread::sleep_for(precedence);
    std::cerr << said.str();
    return code;
}

} // namespace

int main(int argc, char** argv) {
    const std::unique_ptr<assent::Crew> crew = assent::mpi_crew(argc, argv);
    if (argc < 2 || std::string_view(argv[1]) != "sweep") {
        if (crew->leads())
            std::cerr << "assent-mpi: plays sweeps only; write assent-mpi sweep …, and assent for the rest\n";
        return crew->leads() ? 2 : 0;
    }
    const int code = crew->leads() ? assent::cli::run_application(argc, argv, crew.get()) : follow(*crew, argc, argv);
    if (code != 0) assent::abort_job(code);
    return 0;
}
