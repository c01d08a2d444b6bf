#include "viewer/snapshot.hpp"

#include "viewer/headless.hpp"
#include "viewer/png_file.hpp"

#include "model/user_error.hpp"
#include "store/atomic_file.hpp"

#include <array>
#include <string>

namespace assent::viewer {

void write_snapshot(const Options& options) {
    Headless window(options);
    window.settle();
    for (const std::string& problem : {window.application().problem(), window.application().screen().problem()})
        if (!problem.empty()) throw UserError(problem);
    const std::array textures{font_texture()};
    write_file(options.snapshot,
               png_of(rasterise(*ImGui::GetDrawData(), textures, window.application().look().theme.page)));
}

} // namespace assent::viewer
