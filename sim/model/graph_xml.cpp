#include "model/graph_xml.hpp"

#include "model/graph_text.hpp"

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include <cctype>
#include <set>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

namespace assent {
namespace {

using boost::property_tree::ptree;

constexpr std::size_t key_limit = 256; // each default is copied to every node or edge

/// Position after the next `mark`, or the end.
std::size_t after(const std::string& text, const char* mark, std::size_t at) {
    const std::size_t found = text.find(mark, at);
    return found == std::string::npos ? text.size() : found + std::char_traits<char>::length(mark);
}

/// End of the tag whose name starts at `at`, read as Boost's XML parser reads it: quotes count in attributes, not in
/// names.
std::size_t tag_end(const std::string& text, std::size_t at) {
    while (at < text.size() && !std::isspace(static_cast<unsigned char>(text[at])) && text[at] != '>') ++at;
    while (at < text.size() && text[at] != '>') {
        const char mark = text[at];
        at = mark == '"' || mark == '\'' ? after(text, mark == '"' ? "\"" : "'", at + 1) : at + 1;
    }
    return at;
}

/// The XML parser recurses; a text that nests too deep never reaches it.
void check_depth(const std::string& text) {
    int depth = 0;
    std::size_t elements = 0;
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at)) {
        if (text.compare(at, 4, "<!--") == 0) {
            at = after(text, "-->", at + 4);
        } else if (text.compare(at, 9, "<![CDATA[") == 0) {
            at = after(text, "]]>", at + 9);
        } else if (text.compare(at, 2, "<?") == 0) {
            at = after(text, "?>", at + 2);
        } else if (text.compare(at, 2, "<!") == 0 || text.compare(at, 2, "</") == 0) {
            depth -= text[at + 1] == '/' && depth > 0;
            at = after(text, ">", at + 2);
        } else {
            at = tag_end(text, at + 1);
            if (++elements > graph_elements_limit)
                throw std::runtime_error(fmt::format("more than {} XML elements", graph_elements_limit));
            if (at < text.size() && text[at - 1] != '/' && ++depth > graph_nesting_limit)
                throw std::runtime_error(fmt::format("elements nest deeper than {}", graph_nesting_limit));
        }
    }
}

std::string attribute(const ptree& element, const char* name) {
    return element.get(ptree::path_type(std::string("<xmlattr>/") + name, '/'), std::string());
}

/// Text without blanks at its ends. Boost's reader makes one line of all text, so a line end is told as DOT tells it: \n.
std::string told(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
    std::string result;
    for (std::size_t at = first; at <= last && first != std::string::npos; ++at) {
        if (text[at] == '\n')
            result += "\\n";
        else
            result += text[at] == '\r' ? ' ' : text[at];
    }
    return result;
}

/// Text of the first element below whose name ends in `ending`, as in y:NodeLabel; empty when there is none.
std::string label_below(const ptree& element, const std::string& ending) {
    for (const auto& [name, child] : element) {
        const bool fits =
            name.size() >= ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
        std::string text = fits ? told(child.get_value(std::string())) : label_below(child, ending);
        if (!text.empty()) return text;
    }
    return {};
}

void put_data(ptree& element, const std::string& key, const std::string& value) {
    ptree& data = element.add("data", value);
    data.put(ptree::path_type("<xmlattr>/key", '/'), key);
}

/// Rewrites one GraphML document; the names of the new keys cannot meet those of the file.
class PlainGraphML {
  public:
    explicit PlainGraphML(const ptree& document) {
        const auto root = document.get_child_optional("graphml");
        if (!root) throw std::runtime_error("no element <graphml>");
        for (const auto& [name, child] : *root)
            if (name == "key") take_key(child);
        for (const char* name : {"id", "label", "group"}) add_key(name);
        const auto graph = root->get_child_optional("graph");
        if (!graph) throw std::runtime_error("no element <graph>");
        ptree plain;
        plain.put(ptree::path_type("<xmlattr>/edgedefault", '/'),
                  attribute(*graph, "edgedefault") == "undirected" ? "undirected" : "directed");
        take_nodes(*graph, plain, {});
        take_edges(*graph, plain);
        root_.add_child("graph", plain);
    }

    [[nodiscard]] std::string text() const {
        ptree document;
        document.add_child("graphml", root_);
        std::ostringstream out;
        boost::property_tree::write_xml(out, document);
        return out.str();
    }

  private:
    ptree root_;
    std::set<std::string> ids_;
    std::size_t keys_ = 0;

    static std::string own_key(const char* name) { return std::string("assent.import:") + name; }

    void add_key(const char* name) {
        ptree& key = root_.add("key", "");
        key.put(ptree::path_type("<xmlattr>/id", '/'), own_key(name));
        key.put(ptree::path_type("<xmlattr>/for", '/'), "all");
        key.put(ptree::path_type("<xmlattr>/attr.name", '/'), name);
    }

    /// A key without a name (graphics, resources) holds nothing that is told in words.
    void take_key(const ptree& key) {
        if (attribute(key, "attr.name").empty()) return;
        if (++keys_ > key_limit) throw std::runtime_error(fmt::format("more than {} keys", key_limit));
        ptree copy = key;
        if (attribute(key, "for").empty()) copy.put(ptree::path_type("<xmlattr>/for", '/'), "all");
        root_.add_child("key", copy);
    }

    static void take_data(const ptree& element, ptree& plain, const std::string& label_ending) {
        for (const auto& [name, child] : element) {
            if (name != "data") continue;
            const std::string label = label_below(child, label_ending);
            if (!label.empty())
                put_data(plain, own_key("label"), label);
            else if (const std::string value = told(child.get_value(std::string())); !value.empty())
                put_data(plain, attribute(child, "key"), value);
        }
    }

    void take_nodes(const ptree& graph, ptree& plain, const std::string& group) {
        for (const auto& [name, child] : graph) {
            if (name != "node") continue;
            if (const auto inner = child.get_child_optional("graph")) {
                const std::string label = label_below(child, "NodeLabel");
                take_nodes(*inner, plain, label.empty() ? group : label);
                continue;
            }
            const std::string id = attribute(child, "id");
            if (id.empty()) throw std::runtime_error("a node without an id");
            if (!ids_.insert(id).second) throw std::runtime_error(fmt::format("two nodes have the id \"{}\"", id));
            ptree& node = plain.add("node", "");
            node.put(ptree::path_type("<xmlattr>/id", '/'), id);
            take_data(child, node, "NodeLabel");
            put_data(node, own_key("id"), id);
            if (!group.empty()) put_data(node, own_key("group"), group);
        }
    }

    /// Edges may stand in any graph; those inside of a group come after those outside.
    void take_edges(const ptree& graph, ptree& plain) {
        for (const auto& [name, child] : graph) {
            if (name != "edge") continue;
            ptree& edge = plain.add("edge", "");
            for (const char* end : {"source", "target"}) {
                const std::string id = attribute(child, end);
                if (ids_.count(id) == 0)
                    throw std::runtime_error(fmt::format("an edge's {} \"{}\" is no node (nor is a group)", end, id));
                edge.put(ptree::path_type(std::string("<xmlattr>/") + end, '/'), id);
            }
            if (const std::string directed = attribute(child, "directed"); !directed.empty())
                edge.put(ptree::path_type("<xmlattr>/directed", '/'), directed);
            take_data(child, edge, "EdgeLabel");
        }
        for (const auto& [name, child] : graph)
            if (name == "node")
                if (const auto inner = child.get_child_optional("graph")) take_edges(*inner, plain);
    }
};

} // namespace

std::string plain_graphml(const std::string& text) {
    check_depth(text);
    std::istringstream in(text);
    ptree document;
    try {
        namespace xml = boost::property_tree::xml_parser;
        xml::read_xml(in, document, xml::no_comments);
    } catch (const boost::property_tree::xml_parser_error& failure) {
        throw std::runtime_error(fmt::format("line {}: {}", failure.line(), failure.message()));
    }
    return PlainGraphML(document).text();
}

} // namespace assent
