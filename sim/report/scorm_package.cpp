// Manifest and zip file of the package; libzip stays in here.
#include "model/user_error.hpp"
#include "report/scorm.hpp"
#include "store/atomic_file.hpp"

#include <fmt/format.h>
#include <memory>
#include <zip.h>

namespace assent {
namespace {

constexpr std::time_t epoch = 946'684'800; ///< 2000-01-01: the package does not depend on when it was made

[[noreturn]] void fail(const std::filesystem::path& path, const char* why) {
    throw UserError(
        fmt::format("{}: the package cannot be made ({}); free some memory and try again", path.string(), why));
}

/// A zip file in memory with texts in it.
std::string zipped(const std::filesystem::path& path, std::span<const std::pair<std::string, std::string>> files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (memory == nullptr) fail(path, zip_error_strerror(&error));
    zip_source_keep(memory); // it is read after the archive has let it go
    const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> kept(memory, zip_source_free);
    zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
    if (archive == nullptr) fail(path, zip_error_strerror(&error));
    for (const auto& [name, text] : files) {
        zip_source_t* content = zip_source_buffer(archive, text.data(), text.size(), 0);
        const zip_int64_t place =
            content == nullptr ? -1 : zip_file_add(archive, name.c_str(), content, ZIP_FL_ENC_UTF_8);
        if (place < 0 || zip_file_set_mtime(archive, static_cast<zip_uint64_t>(place), epoch, 0) != 0) {
            zip_discard(archive);
            fail(path, "not enough memory");
        }
    }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        fail(path, "not enough memory");
    }
    zip_stat_t size;
    if (zip_source_open(memory) != 0 || zip_source_stat(memory, &size) != 0) fail(path, "it cannot be read back");
    std::string bytes(size.size, '\0');
    const zip_int64_t got = zip_source_read(memory, bytes.data(), bytes.size());
    zip_source_close(memory);
    if (got != static_cast<zip_int64_t>(bytes.size())) fail(path, "it cannot be read back");
    return bytes;
}

} // namespace

std::string scorm_manifest(std::string_view title) {
    return fmt::format(R"xml(<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="assent-lessons" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
          xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="assent">
    <organization identifier="assent">
      <title>{0}</title>
      <item identifier="lessons" identifierref="page">
        <title>{0}</title>
        <adlcp:masteryscore>70</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource>
  </resources>
</manifest>
)xml",
                       title);
}

void write_scorm_package(const std::filesystem::path& path, std::span<const LessonQuestion> questions) {
    const std::pair<std::string, std::string> files[] = {
        {"imsmanifest.xml", scorm_manifest("Selling to a buying centre")}, {"index.html", scorm_page(questions)}};
    write_file(path, zipped(path, files));
}

} // namespace assent
