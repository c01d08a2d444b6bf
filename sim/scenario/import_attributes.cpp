#include "scenario/import_attributes.hpp"

#include "model/words.hpp"
#include "scenario/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace assent {
namespace {

using Text = std::string_view;

/// Lower case without space, `_`, `-`, `.`: what counts in the name of an attribute.
std::string folded(Text text) {
    std::string result;
    for (const char letter : text)
        if (Text(" _-.\t\n").find(letter) == Text::npos)
            result += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return result;
}

bool is_one_of(Text word, std::initializer_list<Text> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// What only serves the drawing, in DOT and GraphML; said without words about people.
bool is_graphics(const std::string& key) {
    return is_one_of(key, {"shape",     "color",     "fillcolor", "style",      "fontsize", "fontname",    "fontcolor",
                           "width",     "height",    "pos",       "x",          "y",        "z",           "penwidth",
                           "rank",      "tooltip",   "url",       "href",       "image",    "peripheries", "arrowhead",
                           "arrowtail", "arrowsize", "dir",       "constraint", "headport", "tailport",    "margin",
                           "labelloc",  "xlabel",    "size",      "r",          "g",        "b",           "id",
                           "fixedsize", "class"});
}

/// Text without control characters and without blanks at its ends; GraphViz's line ends (\n, \l, \r) are line ends.
std::string cleaned(Text text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool line_end = text[at] == '\\' && at + 1 < text.size() && Text("nlr").find(text[at + 1]) != Text::npos;
        const auto byte = static_cast<unsigned char>(text[at]);
        if (line_end) ++at;
        result += line_end || byte == '\n' ? '\n' : byte < 0x20 || byte == 0x7F ? ' ' : text[at];
    }
    const std::size_t first = result.find_first_not_of(" \n"), last = result.find_last_not_of(" \n");
    return first == std::string::npos ? std::string() : result.substr(first, last - first + 1);
}

std::string on_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::vector<std::string> parts(Text text, Text separators) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
        if (std::string part = cleaned(text.substr(at, end - at)); !part.empty()) found.push_back(std::move(part));
        at = end + 1;
    }
    return found;
}

/// A number, with a decimal comma if need be; nothing for other text, NaN and infinity.
std::optional<double> parsed(const std::string& text) {
    std::string plain = cleaned(text);
    std::replace(plain.begin(), plain.end(), ',', '.');
    const char* start = plain.data() + (plain.starts_with('+') ? 1 : 0);
    double value = 0;
    const auto [end, error] = std::from_chars(start, plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// Top of the scale on which a file's numbers were meant, from the greatest of them.
double scale_of(double greatest_told, double greatest_legal) {
    for (const double top : {greatest_legal, 1.0, 10.0, 100.0})
        if (greatest_told <= top && top >= greatest_legal) return top;
    return greatest_told;
}

/// A share in words or with a percent sign.
std::optional<double> share_in_words(const std::string& text) {
    const std::string word = folded(text);
    if (is_one_of(word, {"veryhigh", "strong"})) return 0.9;
    if (is_one_of(word, {"high", "h"})) return 0.75;
    if (is_one_of(word, {"medium", "middle", "moderate", "m"})) return 0.5;
    if (is_one_of(word, {"low", "l", "weak"})) return 0.25;
    if (is_one_of(word, {"verylow", "none"})) return 0.1;
    if (!word.ends_with('%')) return std::nullopt;
    const auto percent = parsed(word.substr(0, word.size() - 1));
    return percent ? std::optional(*percent / 100) : std::nullopt;
}

std::optional<bool> parsed_flag(const std::string& text) {
    const std::string word = folded(text);
    if (is_one_of(word, {"true", "yes", "y", "1", "x"})) return true;
    if (is_one_of(word, {"false", "no", "n", "0", ""})) return false;
    return std::nullopt;
}

/// Keys of a member's traits: shares of one, under the names that drawings use for them.
Number* trait(Stakeholder& person, const std::string& key) {
    if (is_one_of(key, {"authority", "power", "votingweight", "weight", "decisionpower"})) return &person.authority;
    if (key == "susceptibility") return &person.susceptibility;
    if (is_one_of(key, {"expertise", "knowledge"})) return &person.expertise;
    if (is_one_of(key, {"personalstake", "stake"})) return &person.personal_stake;
    if (key == "integrity") return &person.integrity;
    if (is_one_of(key, {"accessibility", "access"})) return &person.accessibility;
    if (key == "threatened") return &person.threatened;
    if (key == "attention") return &person.attention;
    return nullptr;
}

/// What a job title is asked about: whole words, and parts of words without the blanks between them.
class Title {
  public:
    explicit Title(const std::string& title) : joined_(folded(lower_case(title))) {
        for (const char letter : lower_case(title))
            words_ += Text(" ,.;:/&|()-_\t\n").find(letter) == Text::npos ? letter : ' ';
        words_ = ' ' + words_ + ' ';
    }
    /// `parts` occur anywhere, `whole` as words of their own: a director is no CTO.
    [[nodiscard]] bool says(std::initializer_list<Text> parts, std::initializer_list<Text> whole = {}) const {
        return std::ranges::any_of(parts, [this](Text part) { return joined_.find(part) != std::string::npos; }) ||
               std::ranges::any_of(whole, [this](Text word) {
                   return words_.find(' ' + std::string(word) + ' ') != std::string::npos;
               });
    }

  private:
    std::string joined_, words_;
};

bool is_leading(const std::string& title) {
    return Title(title).says({"director", "manager", "president", "захирал", "дарга"}, {"head", "chief", "vp", "lead"});
}

/// A role that a job title speaks of, when no role is given.
std::optional<Role> role_in_title(const std::string& text) {
    const Title title(text);
    if (title.says({"secretary", "reception", "assistantto", "executiveassistant", "personalassistant"}))
        return Role::gatekeeper;
    if (title.says({"financ", "controller", "treasurer", "санхүү"}, {"cfo"})) return Role::economic_buyer;
    if (title.says({"procurement", "purchas", "legal", "counsel"}, {"cpo", "buyer"})) return Role::legal_procurement;
    if (title.says({"chiefexecutive", "managingdirector", "generaldirector", "generalmanager"},
                   {"ceo", "owner", "founder", "захирал"}) ||
        (title.says({}, {"president"}) && !title.says({}, {"vice"})))
        return Role::decision_maker;
    if (title.says({"technology", "informationofficer", "security", "engineer", "architect"},
                   {"cto", "cio", "ciso", "it"}))
        return Role::technical_buyer;
    if (title.says({"assistant"})) return Role::gatekeeper;
    return std::nullopt;
}

} // namespace

std::string first_letters(const std::string& text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size() && count > 0; --count) do {
            ++at;
        } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80);
    return text.substr(0, at);
}

AttributeReader::AttributeReader(const std::vector<GraphFile::Attributes>& all) {
    for (const auto& attributes : all)
        for (const auto& [key, value] : attributes)
            if (const auto number_of = parsed(value)) {
                double& greatest = greatest_[folded(key)];
                greatest = std::max(greatest, std::abs(*number_of));
            }
}

/// A number in [0, greatest], brought there from the scale that the whole file uses; the scale is told once.
double AttributeReader::number(const std::string& key, const std::string& text, double greatest) {
    const auto plain = parsed(text);
    if (!plain) {
        const auto share = share_in_words(text);
        if (!share) ++not_understood_[fmt::format("{} = {}", key, first_letters(text, 40))];
        return share ? std::clamp(*share, 0.0, 1.0) * greatest : -1;
    }
    const double scale = scale_of(greatest_[key], greatest);
    if (scale > greatest)
        rescaled_[key] = fmt::format("{} of at most {:g} divided by {:g}", key, greatest_[key], scale / greatest);
    if (*plain < 0) ++not_understood_[fmt::format("{} = {:g}, which is below 0", key, *plain)];
    return *plain < 0 ? -1 : std::min(*plain / scale * greatest, greatest);
}

void AttributeReader::take_roles(Stakeholder& person, const std::string& value) {
    for (const std::string& part : parts(value, ",;|/")) {
        auto role = from_word<Role>(part);
        if (!role) role = role_in_title(part);
        if (role && std::find(person.roles.begin(), person.roles.end(), *role) == person.roles.end())
            person.roles.push_back(*role);
        if (!role) ++not_understood_["role = " + first_letters(part, 40)];
    }
}

/// In the words of the field or as a rating from -5 to +5 (Miller & Heiman).
void AttributeReader::take_support(Stakeholder& person, const std::string& value) {
    const std::string word = folded(value);
    if (const auto support = from_word<Support>(value))
        person.support = *support;
    else if (const auto rating = parsed(value); rating && std::abs(*rating) <= 5)
        person.support = *rating >= 4   ? Support::mentor
                         : *rating >= 1 ? Support::supporter
                         : *rating > -1 ? Support::neutral
                         : *rating > -4 ? Support::non_supporter
                                        : Support::enemy;
    else if (is_one_of(word, {"champion", "coach", "promoter"}))
        person.support = Support::mentor;
    else if (is_one_of(word, {"positive", "for", "green", "favourable", "favorable"}))
        person.support = Support::supporter;
    else if (is_one_of(word, {"negative", "against", "red", "detractor", "sceptical", "skeptical", "nonsupporter"}))
        person.support = Support::non_supporter;
    else if (is_one_of(word, {"blocker", "opponent", "hostile"}))
        person.support = Support::enemy;
    else if (!word.empty())
        ++not_understood_["support = " + first_letters(value, 40)];
}

void AttributeReader::take_objections(Stakeholder& person, const std::string& value) {
    static const std::vector<Topic> topics = Model::defaults().topics;
    for (const std::string& part : parts(value, ",;|")) {
        const auto topic = std::find_if(topics.begin(), topics.end(), [&part](const Topic& known) {
            return folded(known.id) == folded(part) || folded(known.name) == folded(part);
        });
        if (topic == topics.end()) {
            ++not_understood_["objection = " + first_letters(part, 40)];
        } else if (person.objections.size() < Limits::objections_per_stakeholder) {
            person.objections.emplace_back();
            person.objections.back().topic = topic->id;
        }
    }
}

/// Numbers and flags; false when the key is none of them.
bool AttributeReader::take_trait(Stakeholder& person, const std::string& key, const std::string& value) {
    if (Number* share = trait(person, key)) {
        if (const double told = number(key, value, 1); told >= 0) *share = told;
    } else if (key == "patience") {
        if (const double told = number(key, value, 20); told >= 0) person.patience = told;
    } else if (is_one_of(key, {"veto", "hasveto", "known"})) {
        const auto flag = parsed_flag(value);
        if (flag) (key == "known" ? person.known : person.veto) = *flag;
        if (!flag) ++not_understood_[fmt::format("{} = {}", key, first_letters(value, 40))];
    } else {
        return false;
    }
    return true;
}

void AttributeReader::take(Stakeholder& person, const std::string& key, const std::string& value) {
    if (is_one_of(key, {"role", "roles", "contactrole", "buyingrole", "hsbuyingrole", "opportunityrole"}))
        take_roles(person, value);
    else if (is_one_of(key, {"support", "stance", "attitude", "rating", "sentiment"}))
        take_support(person, value);
    else if (is_one_of(key, {"objection", "objections", "concern", "concerns"}))
        take_objections(person, value);
    else if (!take_trait(person, key, value) && !is_graphics(key) && key != "influence" && !value.empty())
        ++ignored_[key];
}

/// From a title, or from a label that is one rather than a name.
void AttributeReader::guess_role(Stakeholder& person, const std::string& text) {
    const auto role = role_in_title(text);
    if (!role || !person.roles.empty()) return;
    person.roles = {*role};
    ++guessed_roles_[fmt::format("{} for \"{}\"", word(*role), text)];
}

Stakeholder AttributeReader::stakeholder(const GraphFile::Attributes& attributes) {
    Stakeholder person;
    std::string label, department, influence;
    bool is_name = false; // of a person, and no label that may be a title
    for (const auto& [written, told] : attributes) {
        const std::string key = folded(written), value = cleaned(told);
        if (key == "id")
            person.id = on_one_line(value);
        else if (is_one_of(key, {"name", "fullname", "contact", "contactname", "displayname", "person"}))
            person.name = on_one_line(value);
        else if (key == "label" || key == "nodelabel")
            label = value;
        else if (is_one_of(key, {"title", "jobtitle", "function", "position", "job"}))
            person.title = on_one_line(value);
        else if (is_one_of(key, {"department", "group", "unit", "team"}))
            department = on_one_line(value);
        else
            take(person, key, value);
        if (key == "influence") influence = value;
        is_name = is_name || is_one_of(key, {"fullname", "contact", "contactname"});
    }
    const std::size_t first_line = std::min(label.find('\n'), label.size());
    if (person.name.empty()) {
        person.name = label.substr(0, first_line);
        if (person.title.empty() && first_line < label.size()) person.title = on_one_line(label.substr(first_line + 1));
    }
    guess_role(person, person.title);
    const bool leads = is_leading(person.title); // a department makes a director of it, and nobody else, its role
    if (!department.empty()) person.title += (person.title.empty() ? "" : ", ") + department;
    if (leads) guess_role(person, person.title);
    if (!is_name) guess_role(person, person.name);
    if (person.authority.kind == Number::Kind::unset && !influence.empty())
        if (const double told = number("influence", influence, 1); told >= 0) person.authority = told;
    return person;
}

void AttributeReader::take_kind(Link& link, const std::string& key, const std::string& value) {
    const std::string kind = folded(value);
    const auto& words = vocabulary<LinkKind>().words;
    for (std::size_t index = 0; index < words.size(); ++index)
        if (folded(words[index]) == kind) {
            link.kind = static_cast<LinkKind>(index);
            return;
        }
    if (is_one_of(kind, {"influences", "advises", "adviser"}))
        link.kind = LinkKind::influence;
    else if (is_one_of(kind, {"report", "subordinateof", "worksfor"}))
        link.kind = LinkKind::reports_to;
    else if (is_one_of(kind, {"friend", "friends", "friendship", "knows", "trusts"}))
        link.kind = LinkKind::informal;
    else if (is_one_of(kind, {"opposes", "rival", "rivalry", "conflicts", "dislikes"}))
        link.kind = LinkKind::conflict;
    else if (!kind.empty())
        ++not_understood_[fmt::format("{} = {} (of an edge)", key, first_letters(value, 40))];
}

Link AttributeReader::link(const GraphFile::Attributes& attributes) {
    Link link;
    for (const auto& [written, told] : attributes) {
        const std::string key = folded(written), value = on_one_line(cleaned(told));
        const bool is_label = is_one_of(key, {"label", "edgelabel"});
        if (is_one_of(key, {"weight", "strength", "value", "influence"}) || (is_label && parsed(value))) {
            const auto plain = parsed(value);
            const bool negative = plain && *plain < 0;
            const double strength = negative ? number(key, fmt::format("{}", -*plain), 10) : number(key, value, 10);
            if (negative) {
                link.kind = LinkKind::conflict;
                rescaled_[key + " below 0"] = fmt::format("a {} below 0 taken as a conflict", key);
            }
            if (strength >= 0) link.strength = strength;
        } else if (is_one_of(key, {"kind", "type", "relation", "relationship", "interaction", "name"}) || is_label) {
            take_kind(link, key, value);
        } else if (!is_graphics(key) && !value.empty()) {
            ++ignored_[key + " (of edges)"];
        }
    }
    return link;
}

std::vector<DrawnPlace> drawn_places(const std::vector<GraphFile::Attributes>& all) {
    std::vector<DrawnPlace> places;
    for (const auto& attributes : all) {
        std::optional<double> x, y;
        for (const auto& [written, told] : attributes) {
            const std::string key = folded(written);
            if (key == "x") x = parsed(told);
            if (key == "y") y = parsed(told);
        }
        if (!x || !y) return {};
        places.push_back({*x, *y});
    }
    if (places.empty()) return {};
    const auto to_share = [&](double DrawnPlace::*side) {
        const auto [least, greatest] = std::ranges::minmax(places, {}, side);
        const double from = least.*side, width = greatest.*side - from;
        for (DrawnPlace& place : places) place.*side = width > 0 ? (place.*side - from) / width : 0.5;
        return std::isfinite(width);
    };
    return to_share(&DrawnPlace::x) && to_share(&DrawnPlace::y) ? places : std::vector<DrawnPlace>();
}

std::vector<std::string> AttributeReader::notes() const {
    constexpr std::size_t told_at_most = 8;
    std::vector<std::string> notes;
    for (const auto& [key, text] : rescaled_) notes.push_back(text);
    const auto list = [&notes](const std::map<std::string, int>& counts, const char* what) {
        std::size_t told = 0;
        for (const auto& [text, count] : counts) {
            if (++told > told_at_most) {
                notes.push_back(fmt::format("{}: and {} more", what, counts.size() - told_at_most));
                return;
            }
            notes.push_back(count == 1 ? fmt::format("{}: {}", what, text)
                                       : fmt::format("{}: {} ({} times)", what, text, count));
        }
    };
    list(guessed_roles_, "no role told, guessed");
    list(ignored_, "attribute without a meaning here, left out");
    list(not_understood_, "value not understood, left out");
    for (std::string& note : notes) note = on_one_line(std::move(note));
    return notes;
}

} // namespace assent
