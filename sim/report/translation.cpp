#include "report/translation.hpp"

#include <atomic>

namespace assent {
namespace {

std::atomic<Translator> installed = nullptr;

} // namespace

void set_translator(Translator translator) { installed = translator; }

std::string told(std::string_view english) {
    const Translator translator = installed;
    const std::string text(english);
    return translator == nullptr || text.empty() ? text : translator(text.c_str());
}

} // namespace assent
