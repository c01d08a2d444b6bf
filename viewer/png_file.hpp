#pragma once
// Pictures as PNG files; png_file.cpp alone includes libpng.
#include "viewer/raster.hpp"

#include <string>
#include <string_view>

namespace assent::viewer {

/// A PNG file as text, without alpha where every pixel is opaque. Equal pictures give equal bytes with one version of
/// libpng and zlib. Throws UserError.
std::string png_of(const Image& image);

/// A picture from the text of a PNG file. `name` is what an error calls it. Throws UserError.
Image read_png(std::string_view file, const std::string& name);

} // namespace assent::viewer
