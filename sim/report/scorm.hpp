#pragma once
// Lessons for a learning management system: a SCORM 1.2 package.
#include "training/lesson.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace assent {

/// A lesson as a question: which of its two lines is worth more, and what each is worth.
struct LessonQuestion {
    const Lesson* lesson = nullptr;
    LessonResult good, bad;
    std::string currency;
};

/// The one page of the package: nothing is loaded from anywhere; it reports cmi.core.score.raw and cmi.core.lesson_status to
/// the API that it finds around it (SCORM 1.2 run-time environment), and works without one.
std::string scorm_page(std::span<const LessonQuestion> questions);
/// imsmanifest.xml.
std::string scorm_manifest(std::string_view title);
/// Both as a zip file, byte by byte the same for the same lessons. Throws UserError when it cannot be written.
void write_scorm_package(const std::filesystem::path& path, std::span<const LessonQuestion> questions);

} // namespace assent
