#include "model/buying_centre.hpp"

#include "model/drawing.hpp"
#include "model/graph_text.hpp"
#include "model/graph_xml.hpp"
#include "model/model.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/circle_layout.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>
#include <boost/graph/kamada_kawai_spring_layout.hpp>
#include <boost/graph/topology.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

namespace assent {
namespace {

using People = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Stakeholder, Link>;
using Arc = boost::graph_traits<People>::edge_descriptor;
using Pair = std::pair<int, int>;

/// Who is joined to whom, without direction and without doubles, for components and drawing.
using Outline = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                      boost::property<boost::edge_weight_t, double>>;
using Point = boost::square_topology<>::point_type;

constexpr int drawn_by_springs = 200; // members; above, the cost (cubic) is felt and a spring drawing is a ball of wool

int source_of(const Arc& arc) { return static_cast<int>(arc.m_source); }
int target_of(const Arc& arc) { return static_cast<int>(arc.m_target); }

} // namespace

struct BuyingCentre::Graph {
    People people;
    std::vector<Arc> arcs;                    ///< in the order of insertion
    std::unordered_map<std::string, int> ids; ///< first member of each id, as it was when added

    Graph() = default;
    Graph(const Graph& other) : people(other.people), ids(other.ids) {
        const auto [first, last] = boost::edges(people);
        arcs.assign(first, last);
    }
    Graph& operator=(const Graph&) = delete;

    [[nodiscard]] Outline outline() const {
        std::set<Pair> joined;
        for (const Arc& arc : arcs) joined.insert(std::minmax(source_of(arc), target_of(arc)));
        Outline outline(boost::num_vertices(people));
        for (const auto& [one, other] : joined)
            boost::add_edge(static_cast<std::size_t>(one), static_cast<std::size_t>(other), 1.0, outline);
        return outline;
    }
};

BuyingCentre::BuyingCentre() : graph_(std::make_unique<Graph>()) {}
BuyingCentre::BuyingCentre(const BuyingCentre& other) : graph_(std::make_unique<Graph>(*other.graph_)) {}
BuyingCentre::BuyingCentre(BuyingCentre&& other) noexcept = default;
BuyingCentre& BuyingCentre::operator=(BuyingCentre other) noexcept {
    graph_.swap(other.graph_);
    return *this;
}
BuyingCentre::~BuyingCentre() = default;

int BuyingCentre::add(Stakeholder stakeholder) {
    const int member = size();
    graph_->ids.emplace(stakeholder.id, member);
    graph_->people[boost::add_vertex(graph_->people)] = std::move(stakeholder);
    return member;
}

void BuyingCentre::connect(int from, int to, Link link) {
    assert(from >= 0 && from < size() && to >= 0 && to < size() && from != to);
    const auto [arc, added] =
        boost::add_edge(static_cast<std::size_t>(from), static_cast<std::size_t>(to), std::move(link), graph_->people);
    assert(added);
    graph_->arcs.push_back(arc);
}

int BuyingCentre::size() const { return static_cast<int>(boost::num_vertices(graph_->people)); }
int BuyingCentre::link_count() const { return static_cast<int>(graph_->arcs.size()); }

const Stakeholder& BuyingCentre::stakeholder(int member) const {
    assert(member >= 0 && member < size());
    return graph_->people[static_cast<std::size_t>(member)];
}

Stakeholder& BuyingCentre::stakeholder(int member) {
    assert(member >= 0 && member < size());
    return graph_->people[static_cast<std::size_t>(member)];
}

int BuyingCentre::find(const std::string& id) const {
    // The table is right unless somebody was renamed through stakeholder(); then everyone is asked.
    const auto known = graph_->ids.find(id);
    if (known != graph_->ids.end() && stakeholder(known->second).id == id) return known->second;
    for (int member = 0; member < size(); ++member)
        if (stakeholder(member).id == id) return member;
    return -1;
}

std::vector<BuyingCentre::Edge> BuyingCentre::links() const {
    std::vector<Edge> edges;
    edges.reserve(graph_->arcs.size());
    for (const Arc& arc : graph_->arcs) edges.push_back({source_of(arc), target_of(arc), &graph_->people[arc]});
    return edges;
}

Link& BuyingCentre::link(int edge) {
    assert(edge >= 0 && edge < link_count());
    return graph_->people[graph_->arcs[static_cast<std::size_t>(edge)]];
}

std::vector<int> BuyingCentre::isolated() const {
    std::vector<int> alone;
    for (int member = 0; member < size(); ++member) {
        const auto vertex = static_cast<std::size_t>(member);
        if (boost::in_degree(vertex, graph_->people) + boost::out_degree(vertex, graph_->people) == 0)
            alone.push_back(member);
    }
    return alone;
}

int BuyingCentre::components() const {
    std::vector<int> component(static_cast<std::size_t>(size()));
    return boost::connected_components(graph_->outline(), component.data());
}

namespace {

/// Ends the spring layout: at rest, out of patience, or astray (two points in one place give not-a-number, on which
/// Boost's own criterion never ends).
struct AtRest {
    int steps_left;
    double previous = 0;

    bool operator()(double force, std::size_t, const Outline&, bool overall) {
        if (!std::isfinite(force) || force < 1e-4 || --steps_left < 0) return true;
        const bool still = std::abs(previous - force) < 1e-3 * force;
        previous = force;
        return !overall && still;
    }
};

/// Joins the parts of a graph by long edges from the busiest member of each to the busiest of all, since springs need a
/// connected graph.
void join_components(Outline& outline) {
    constexpr double apart = 1.7; // edge lengths between two parts
    const std::size_t n = boost::num_vertices(outline);
    std::vector<int> component(n);
    const int count = boost::connected_components(outline, component.data());
    std::vector<std::size_t> hub(static_cast<std::size_t>(count), n);
    std::size_t centre = 0;
    for (std::size_t member = 0; member < n; ++member) {
        std::size_t& busiest = hub[static_cast<std::size_t>(component[member])];
        const auto degree = boost::out_degree(member, outline);
        if (busiest == n || degree > boost::out_degree(busiest, outline)) busiest = member;
        if (degree > boost::out_degree(centre, outline)) centre = member;
    }
    for (const std::size_t busiest : hub)
        if (component[busiest] != component[centre]) boost::add_edge(centre, busiest, apart, outline);
}

} // namespace

std::vector<std::pair<double, double>> BuyingCentre::layout() const {
    if (size() == 0) return {};
    Outline outline = graph_->outline();
    const auto index = boost::get(boost::vertex_index, outline);
    std::vector<Point> points(boost::num_vertices(outline));
    const auto drawing = [&points] {
        Drawing drawn;
        for (const Point& point : points) drawn.push_back({point[0], point[1]});
        return drawn;
    };
    boost::circle_graph_layout(outline, boost::make_iterator_property_map(points.begin(), index), 1.0);
    const Drawing circle = drawing();
    if (size() < 3 || size() > drawn_by_springs) return fill_square(circle);

    join_components(outline);
    const bool drawn = boost::kamada_kawai_spring_layout(
        outline, boost::make_iterator_property_map(points.begin(), index), boost::get(boost::edge_weight, outline),
        boost::square_topology<>(), boost::edge_length(1.0), AtRest{100 * size()});
    Drawing springs = drawing();
    const bool finite = std::all_of(springs.begin(), springs.end(),
                                    [](const DrawnPoint& point) { return std::isfinite(point.x + point.y); });
    if (!drawn || !finite) return fill_square(circle);
    const std::vector<double> rank = influence();
    turn_wide(springs, static_cast<std::size_t>(std::max_element(rank.begin(), rank.end()) - rank.begin()));
    auto places = fill_square(springs);
    spread_out(places);
    return places;
}

namespace {

/// Boost reads a graph as directed or as undirected and throws when the file is the other kind; in an undirected one
/// two people influence each other.
template <typename Read> GraphFile read_either(const char* language, Read read) {
    try {
        GraphFile file;
        try {
            read(file, true);
        } catch (const boost::undirected_graph_error&) {
            file = {};
            read(file, false);
            const std::size_t drawn = file.edges.size();
            for (std::size_t edge = 0; edge < drawn; ++edge) {
                GraphFile::Edge back = file.edges[edge];
                std::swap(back.from, back.to);
                file.edges.push_back(std::move(back));
            }
        }
        return file;
    } catch (const boost::directed_graph_error&) {
        throw std::runtime_error(std::string(language) + ": directed and undirected edges are mixed");
    } catch (const std::exception& failure) {
        throw std::runtime_error(std::string(language) + ": " + failure.what());
    }
}

/// Takes what Boost reads from GraphML; every attribute is kept as text.
class GraphMLTaker : public boost::mutate_graph {
  public:
    GraphMLTaker(GraphFile& file, bool directed) : file_(file), directed_(directed) {}

    [[nodiscard]] bool is_directed() const override { return directed_; }
    boost::any do_add_vertex() override {
        file_.vertices.emplace_back();
        return file_.vertices.size() - 1;
    }
    std::pair<boost::any, bool> do_add_edge(boost::any source, boost::any target) override {
        const auto from = boost::any_cast<std::size_t>(source), to = boost::any_cast<std::size_t>(target);
        file_.edges.push_back({static_cast<int>(from), static_cast<int>(to), {}});
        return {file_.edges.size() - 1, true};
    }
    void set_graph_property(const std::string&, const std::string&, const std::string&) override {}
    void set_vertex_property(const std::string& name, boost::any vertex, const std::string& value,
                             const std::string&) override {
        set_attribute(file_.vertices[boost::any_cast<std::size_t>(vertex)], name, value);
    }
    void set_edge_property(const std::string& name, boost::any edge, const std::string& value,
                           const std::string&) override {
        set_attribute(file_.edges[boost::any_cast<std::size_t>(edge)].attributes, name, value);
    }

  private:
    GraphFile& file_;
    bool directed_;

    /// A default comes first and is replaced by the value of its own.
    static void set_attribute(GraphFile::Attributes& attributes, const std::string& name, const std::string& value) {
        for (auto& attribute : attributes)
            if (attribute.first == name) {
                attribute.second = value;
                return;
            }
        attributes.emplace_back(name, value);
    }
};

/// The same for DOT, whose nodes are known by name; Boost sorts them by it.
class DotTaker : public boost::detail::graph::mutate_graph {
  public:
    using Name = boost::detail::graph::node_t;
    using Edge = boost::detail::graph::edge_t;
    DotTaker(GraphFile& file, bool directed, const PlainDot& plain) : file_(file), directed_(directed), plain_(plain) {}

    [[nodiscard]] bool is_directed() const override { return directed_; }
    void do_add_vertex(const Name& node) override {
        numbers_.emplace(node, file_.vertices.size());
        file_.vertices.push_back({{"id", node}});
    }
    void do_add_edge(const Edge& edge, const Name& source, const Name& target) override {
        edges_.emplace(edge, file_.edges.size());
        file_.edges.push_back({static_cast<int>(numbers_.at(source)), static_cast<int>(numbers_.at(target)), {}});
    }
    void set_node_property(const std::string& key, const Name& node, const std::string& value) override {
        file_.vertices[numbers_.at(node)].emplace_back(key, value);
    }
    void set_edge_property(const std::string& key, const Edge& edge, const std::string& value) override {
        file_.edges[edges_.at(edge)].attributes.emplace_back(key, value);
    }
    void set_graph_property(const std::string&, const std::string&) override {}
    void finish_building_graph() override {
        std::vector<std::size_t> order(file_.vertices.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t one, std::size_t other) { return place(one) < place(other); });
        std::vector<int> moved_to(order.size());
        std::vector<GraphFile::Attributes> vertices;
        for (const std::size_t vertex : order) {
            moved_to[vertex] = static_cast<int>(vertices.size());
            vertices.push_back(file_.vertices[vertex]);
        }
        file_.vertices = std::move(vertices);
        for (GraphFile::Edge& edge : file_.edges) {
            edge.from = moved_to[static_cast<std::size_t>(edge.from)];
            edge.to = moved_to[static_cast<std::size_t>(edge.to)];
        }
    }

  private:
    GraphFile& file_;
    bool directed_;
    const PlainDot& plain_;
    std::map<Name, std::size_t> numbers_;
    std::map<Edge, std::size_t> edges_;

    /// Where the vertex is first named in the file.
    [[nodiscard]] std::size_t place(std::size_t vertex) const {
        const auto found = plain_.first_places.find(file_.vertices[vertex].front().second);
        return found == plain_.first_places.end() ? std::string::npos : found->second;
    }
};

std::string whole_text(std::istream& in) {
    std::string text;
    for (char block[1 << 16]; text.size() <= graph_bytes_limit && (in.read(block, sizeof block) || in.gcount() > 0);)
        text.append(block, static_cast<std::size_t>(in.gcount()));
    check_text(text);
    return text;
}

} // namespace

GraphFile read_graphml(std::istream& in) {
    return read_either("GraphML", [plain = std::string(), &in](GraphFile& file, bool directed) mutable {
        if (plain.empty()) plain = plain_graphml(whole_text(in));
        std::istringstream text(plain);
        GraphMLTaker taker(file, directed);
        boost::read_graphml(text, taker, 0);
    });
}

GraphFile read_dot(std::istream& in) {
    return read_either("DOT", [plain = PlainDot(), &in](GraphFile& file, bool directed) mutable {
        if (plain.text.empty()) plain = plain_dot(whole_text(in));
        DotTaker taker(file, directed, plain);
        boost::detail::graph::read_graphviz_new(plain.text, &taker);
    });
}

} // namespace assent
