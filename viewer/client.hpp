#pragma once
// The client company that is open in the window.
#include "engine/plan.hpp"
#include "model/model.hpp"
#include "report/svg_centre.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace assent::viewer {

/// A scenario as it was read, compiled and laid out. Immutable; threads share it.
struct Client {
    std::filesystem::path path;
    Model model;
    Plan plan;
    CentrePicture picture; ///< people, links, places in [0, 1]²

    /// What the company is called: its name, or the title or file name of the scenario.
    [[nodiscard]] std::string name() const;
};

/// People drawn at most; more would not be told apart.
inline constexpr std::size_t people_drawn = 40;

/// Reads a scenario. Throws UserError with the text that the command line gives.
std::shared_ptr<const Client> open_client(const std::filesystem::path& path);
std::shared_ptr<const Client> make_client(const std::filesystem::path& path, Model model);

} // namespace assent::viewer
