#include "report/sentence.hpp"

#include "report/translation.hpp"

#include <algorithm>

namespace assent {

std::string filled(std::string_view english, std::initializer_list<Filling> fillings) {
    const std::string translated = told(english);
    std::string_view sentence = translated;
    std::string result;
    while (!sentence.empty()) {
        const std::size_t open = std::min(sentence.find('{'), sentence.size());
        result += sentence.substr(0, open);
        sentence.remove_prefix(open);
        const std::size_t close = sentence.find('}');
        if (close == std::string_view::npos) break;
        const std::string_view name = sentence.substr(1, close - 1);
        const auto filling = std::ranges::find(fillings, name, &Filling::first);
        result += filling == fillings.end() ? std::string(sentence.substr(0, close + 1)) : filling->second;
        sentence.remove_prefix(close + 1);
    }
    return result + std::string(sentence);
}

} // namespace assent
