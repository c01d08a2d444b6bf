#include "viewer/png_file.hpp"

#include "viewer/language.hpp"

#include "model/user_error.hpp"

#include <fmt/format.h>
#include <png.h>

#include <algorithm>

namespace assent::viewer {
namespace {

png_image description(png_uint_32 width, png_uint_32 height, png_uint_32 format) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = width;
    header.height = height;
    header.format = format;
    return header;
}

/// The pixels as bytes R, G, B.
std::string without_alpha(const Image& image) {
    std::string bytes;
    bytes.reserve(3 * image.pixels.size());
    for (const ImU32 pixel : image.pixels)
        for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT})
            bytes += static_cast<char>(pixel >> shift & 255U);
    return bytes;
}

} // namespace

std::string png_of(const Image& image) {
    const bool opaque = std::ranges::all_of(image.pixels, [](ImU32 pixel) { return pixel >> IM_COL32_A_SHIFT == 255; });
    const std::string bytes = opaque ? without_alpha(image) : std::string();
    const void* pixels = opaque ? static_cast<const void*>(bytes.data()) : image.pixels.data();
    png_image header = description(static_cast<png_uint_32>(image.width), static_cast<png_uint_32>(image.height),
                                   opaque ? PNG_FORMAT_RGB : PNG_FORMAT_RGBA);
    std::string file(PNG_IMAGE_PNG_SIZE_MAX(header), '\0');
    png_alloc_size_t size = file.size();
    if (png_image_write_to_memory(&header, file.data(), &size, 0, pixels, 0, nullptr) == 0)
        throw UserError(trf("the picture of {} × {} pixels cannot be written ({}); take a smaller one", image.width,
                            image.height, header.message));
    file.resize(size);
    return file;
}

Image read_png(std::string_view file, const std::string& name) {
    png_image header = description(0, 0, 0);
    const auto fail = [&] {
        const std::string reason = header.message;
        png_image_free(&header);
        throw UserError(fmt::format("{}: is no PNG picture that can be read ({}); take another file", name, reason));
    };
    if (png_image_begin_read_from_memory(&header, file.data(), file.size()) == 0) fail();
    header.format = PNG_FORMAT_RGBA;
    Image image{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    image.pixels.resize(static_cast<std::size_t>(header.width) * header.height);
    if (png_image_finish_read(&header, nullptr, image.pixels.data(), 0, nullptr) == 0) fail();
    return image;
}

} // namespace assent::viewer
