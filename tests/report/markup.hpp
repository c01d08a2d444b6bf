#pragma once
// A strict reader of the markup that reports are made of: XML with HTML's doctype.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assent::markup {

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes; ///< as written, references unresolved
};

/// What the reader saw; `fault` is empty when every rule was kept.
struct Page {
    std::vector<Element> elements; ///< in the order of their start tags
    std::string text;              ///< of all elements but style and script, references unresolved
    std::string fault;

    [[nodiscard]] std::size_t count(std::string_view name) const {
        return static_cast<std::size_t>(std::ranges::count(elements, name, &Element::name));
    }
    [[nodiscard]] bool has_id(const std::string& id) const {
        return std::ranges::any_of(elements, [&](const Element& element) {
            const auto found = element.attributes.find("id");
            return found != element.attributes.end() && found->second == id;
        });
    }
};

/// Reads tag by tag, keeps the open elements, and stops at the first fault.
class Reader {
  public:
    explicit Reader(std::string_view markup) : rest_(markup) {}

    Page read() {
        if (rest_.starts_with("<!DOCTYPE html>")) rest_.remove_prefix(15);
        while (!rest_.empty() && page_.fault.empty()) {
            if (rest_.front() == '<')
                tag();
            else
                words();
        }
        if (!open_.empty()) fail("not closed: " + open_.back());
        links();
        return std::move(page_);
    }

  private:
    std::string_view rest_;
    Page page_;
    std::vector<std::string> open_;

    void fail(const std::string& what) {
        if (page_.fault.empty()) page_.fault = what + " before: " + std::string(rest_.substr(0, 80));
    }

    static bool name_letter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == ':' || letter == '_';
    }

    std::string name() {
        std::size_t length = 0;
        while (length < rest_.size() && name_letter(rest_[length])) ++length;
        if (length == 0) fail("no name");
        const std::string found(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return found;
    }

    void spaces() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) rest_.remove_prefix(1);
    }

    bool take(std::string_view token) {
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }

    void references(std::string_view content) {
        for (std::size_t at = content.find('&'); at != std::string_view::npos; at = content.find('&', at + 1)) {
            const std::string_view after = content.substr(at);
            const std::vector<std::string_view> known{"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
            if (std::ranges::none_of(known, [&](std::string_view one) { return after.starts_with(one); }))
                fail("bare ampersand: " + std::string(after.substr(0, 20)));
        }
        for (const char letter : content)
            if (static_cast<unsigned char>(letter) < 0x20 && letter != '\n' && letter != '\t')
                fail("control character");
    }

    void words() {
        const std::size_t length = std::min(rest_.find('<'), rest_.size());
        const std::string_view content = rest_.substr(0, length);
        const bool raw = !open_.empty() && (open_.back() == "style" || open_.back() == "script");
        if (!raw) page_.text += content;
        references(content);
        rest_.remove_prefix(length);
    }

    void attributes(Element& element) {
        for (spaces(); !rest_.empty() && name_letter(rest_.front()); spaces()) {
            const std::string key = name();
            if (!take("=\"")) return fail("attribute without quotes: " + key);
            const std::size_t length = rest_.find('"');
            if (length == std::string_view::npos) return fail("open quote");
            const std::string value(rest_.substr(0, length));
            if (value.find('<') != std::string::npos) fail("markup in an attribute");
            references(value);
            if (!element.attributes.emplace(key, value).second) fail("twice: " + key);
            rest_.remove_prefix(length + 1);
        }
    }

    void tag() {
        if (take("</")) {
            const std::string closed = name();
            if (open_.empty() || open_.back() != closed) return fail("closes what is not open: " + closed);
            open_.pop_back();
            if (!take(">")) fail("no end of tag");
            return;
        }
        take("<");
        Element element{name(), {}};
        attributes(element);
        if (!page_.fault.empty()) return;
        if (!take("/>")) {
            if (!take(">")) return fail("no end of tag " + element.name);
            open_.push_back(element.name);
        }
        page_.elements.push_back(std::move(element));
    }

    /// Ids are unique, and every reference within the page leads somewhere.
    void links() {
        std::set<std::string> ids;
        for (const Element& element : page_.elements)
            if (const auto id = element.attributes.find("id"); id != element.attributes.end())
                if (!ids.insert(id->second).second) fail("id used twice: " + id->second);
        for (const Element& element : page_.elements)
            for (const auto& [key, value] : element.attributes) {
                if (key == "href" && value.starts_with('#') && !ids.contains(value.substr(1)))
                    fail("leads nowhere: " + value);
                if (key == "aria-labelledby" && !ids.contains(value)) fail("no label: " + value);
            }
    }
};

inline Page read(std::string_view text) { return Reader(text).read(); }

} // namespace assent::markup
