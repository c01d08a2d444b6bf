#include "cli/isa_option.hpp"

#include "model/user_error.hpp"

#include <map>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assent::cli {
namespace {

const std::map<std::string, Isa>& isas() {
    static const std::map<std::string, Isa> by_word{
        {"one", Isa::one}, {"sse2", Isa::sse2}, {"avx2", Isa::avx2}, {"avx512", Isa::avx512}};
    return by_word;
}

void force(const std::string& name) {
    const Isa isa = isas().at(name);
    if (!machine_has(isa)) {
        std::vector<std::string> words;
        for (const Isa playable : playable_isas()) words.push_back(word(playable));
        throw UserError(fmt::format("--isa {} (this machine has no such instructions); it has: {}. Without --isa the "
                                    "fastest is taken, and every one gives the same deals",
                                    name, fmt::join(words, ", ")));
    }
    prefer_isa(isa);
}

} // namespace

std::string word(Isa isa) {
    for (const auto& [name, named] : isas())
        if (named == isa) return name;
    return {};
}

std::vector<Isa> playable_isas() {
    std::vector<Isa> playable;
    for (int isa = 0; isa < isa_count; ++isa)
        if (machine_has(static_cast<Isa>(isa))) playable.push_back(static_cast<Isa>(isa));
    return playable;
}

void add_isa_option(CLI::App& command) {
    command
        .add_option_function<std::string>("--isa", force,
                                          "Instructions of the processor that are used: one, sse2, avx2 or avx512; the "
                                          "fastest it has by itself. They never change a result")
        ->check(CLI::IsMember(isas()).description(""))
        ->type_name("SET");
}

} // namespace assent::cli
