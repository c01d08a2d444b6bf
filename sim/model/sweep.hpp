#pragma once
// A sweep that a scenario file asks for: which of its keys take which values, in which combinations, and how long each
// combination is played.
#include "model/fact.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace assent {

/// How the values of the axes are combined into points.
enum class Design : std::uint8_t {
    grid,            ///< every value with every other
    list,            ///< the points that the file lists
    zip,             ///< first values together, second values together, …
    latin_hypercube, ///< each axis cut into as many slices as there are points, each slice used once
    sobol,           ///< Owen-scrambled Sobol points, 2^m of them
};
inline constexpr int design_count = 5;

/// One point of a list: its settings by path.
struct SweepPoint {
    std::string name; ///< empty: none
    std::vector<Setting> set;
};

struct Sweep {
    std::vector<Setting> axes; ///< path and what it runs over (scenario/axis.hpp), in the order of the file
    Design design = Design::grid;
    int points = 256;                    ///< latin_hypercube, sobol: 1 … 10^7
    int replicates = 0;                  ///< of each strategy at each point; with a precision: the most; 0: not said
    double precision = 0;                ///< half-width of every win rate at which a point is done; 0: none
    std::vector<std::string> strategies; ///< ids; empty: all
    std::vector<std::string> companies;  ///< scenario files or folders of them, from the sweep's folder; empty: itself
    int generated = 0;                   ///< invented companies to play in besides, 0 … 100 000
    int size = 0;                        ///< people in each of them, 1 … 16; 0: by chance
    std::vector<SweepPoint> listed;
};

} // namespace assent
