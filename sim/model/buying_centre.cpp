#include "model/buying_centre.hpp"

#include "model/graph_text.hpp"
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
#include <unordered_map>

namespace assent {
namespace {

using People = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Stakeholder, Link>;
using Arc = boost::graph_traits<People>::edge_descriptor;
using Pair = std::pair<int, int>;

/// Who is joined to whom, without direction and without doubles, for components and drawing.
using Outline =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                          boost::property<boost::edge_weight_t, double>>;
using Plane = boost::convex_topology<2>;
using Point = boost::square_topology<>::point_type;

constexpr int drawn_by_springs = 200; // members; above, the cost (cubic) is felt and a spring drawing is a ball of wool

int source_of(const Arc& arc) { return static_cast<int>(arc.m_source); }
int target_of(const Arc& arc) { return static_cast<int>(arc.m_target); }

} // namespace

struct BuyingCentre::Graph {
    People people;
    std::vector<Arc> arcs;                     ///< in the order of insertion
    std::unordered_map<std::string, int> ids;  ///< first member of each id, as it was when added

    Graph() = default;
    Graph(const Graph& other) : people(other.people), ids(other.ids)
    {
        const auto [first, last] = boost::edges(people);
        arcs.assign(first, last);
    }
    Graph& operator=(const Graph&) = delete;

    [[nodiscard]] Outline outline() const
    {
        std::set<Pair> joined;
        for (const Arc& arc : arcs)
            joined.insert(std::minmax(source_of(arc), target_of(arc)));
        Outline outline(boost::num_vertices(people));
        for (const auto& [one, other] : joined)
            boost::add_edge(static_cast<std::size_t>(one), static_cast<std::size_t>(other), 1.0, outline);
        return outline;
    }
};

BuyingCentre::BuyingCentre() : graph_(std::make_unique<Graph>()) {}
BuyingCentre::BuyingCentre(const BuyingCentre& other) : graph_(std::make_unique<Graph>(*other.graph_)) {}
BuyingCentre::BuyingCentre(BuyingCentre&& other) noexcept = default;
BuyingCentre& BuyingCentre::operator=(BuyingCentre other) noexcept
{
    graph_.swap(other.graph_);
    return *this;
}
BuyingCentre::~BuyingCentre() = default;

int BuyingCentre::add(Stakeholder stakeholder)
{
    const int member = size();
    graph_->ids.emplace(stakeholder.id, member);
    boost::add_vertex(std::move(stakeholder), graph_->people);
    return member;
}

void BuyingCentre::connect(int from, int to, Link link)
{
    assert(from >= 0 && from < size() && to >= 0 && to < size() && from != to);
    const auto [arc, added] = boost::add_edge(static_cast<std::size_t>(from), static_cast<std::size_t>(to),
                                              std::move(link), graph_->people);
    assert(added);
    graph_->arcs.push_back(arc);
}

int BuyingCentre::size() const { return static_cast<int>(boost::num_vertices(graph_->people)); }
int BuyingCentre::link_count() const { return static_cast<int>(graph_->arcs.size()); }

const Stakeholder& BuyingCentre::stakeholder(int member) const
{
    assert(member >= 0 && member < size());
    return graph_->people[static_cast<std::size_t>(member)];
}

Stakeholder& BuyingCentre::stakeholder(int member)
{
    assert(member >= 0 && member < size());
    return graph_->people[static_cast<std::size_t>(member)];
}

int BuyingCentre::find(const std::string& id) const
{
    // The table is right unless somebody was renamed through stakeholder(); then everyone is asked.
    const auto known = graph_->ids.find(id);
    if (known != graph_->ids.end() && stakeholder(known->second).id == id)
        return known->second;
    for (int member = 0; member < size(); ++member)
        if (stakeholder(member).id == id)
            return member;
    return -1;
}

std::vector<BuyingCentre::Edge> BuyingCentre::links() const
{
    std::vector<Edge> edges;
    edges.reserve(graph_->arcs.size());
    for (const Arc& arc : graph_->arcs)
        edges.push_back({source_of(arc), target_of(arc), &graph_->people[arc]});
    return edges;
}

Link& BuyingCentre::link(int edge)
{
    assert(edge >= 0 && edge < link_count());
    return graph_->people[graph_->arcs[static_cast<std::size_t>(edge)]];
}

std::vector<int> BuyingCentre::isolated() const
{
    std::vector<int> alone;
    for (int member = 0; member < size(); ++member) {
        const auto vertex = static_cast<std::size_t>(member);
        if (boost::in_degree(vertex, graph_->people) + boost::out_degree(vertex, graph_->people) == 0)
            alone.push_back(member);
    }
    return alone;
}

int BuyingCentre::components() const
{
    std::vector<int> component(static_cast<std::size_t>(size()));
    return boost::connected_components(graph_->outline(), component.data());
}

namespace {

/// Mean strength of a link; a strength nobody knows counts as the default.
double mean_strength(const Link& link)
{
    const bool told = link.strength.kind != Number::Kind::unset && link.strength.kind != Number::Kind::unknown;
    return std::max(told ? link.strength.mean() : Link{}.strength.mean(), 0.0);
}

} // namespace

std::vector<double> BuyingCentre::influence() const
{
    constexpr double damping = 0.85; // Brin & Page 1998
    constexpr double settled = 1e-12;
    constexpr int most_rounds = 200;
    const std::size_t n = boost::num_vertices(graph_->people);
    if (n == 0) return {};

    // Each member hands his rank to those who influence him, in proportion to their strengths.
    std::vector<double> listened(n, 0.0);
    for (const Arc& arc : graph_->arcs)
        if (graph_->people[arc].kind != LinkKind::conflict) listened[arc.m_target] += mean_strength(graph_->people[arc]);

    std::vector<double> rank(n, 1.0 / static_cast<double>(n));
    std::vector<double> next(n);
    double change = 1;
    for (int round = 0; round < most_rounds && change > settled; ++round) {
        double unspent = 0; // rank of those who listen to nobody: shared by all
        for (std::size_t member = 0; member < n; ++member)
            if (listened[member] <= 0) unspent += rank[member];
        std::fill(next.begin(), next.end(), (1 - damping + damping * unspent) / static_cast<double>(n));
        for (const Arc& arc : graph_->arcs)
            if (graph_->people[arc].kind != LinkKind::conflict && listened[arc.m_target] > 0)
                next[arc.m_source] +=
                    damping * rank[arc.m_target] * mean_strength(graph_->people[arc]) / listened[arc.m_target];
        change = 0;
        for (std::size_t member = 0; member < n; ++member)
            change += std::abs(next[member] - rank[member]);
        rank.swap(next);
    }
    const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
    for (double& share : rank)
        share /= sum;
    return rank;
}

namespace {

/// Ends the spring layout: at rest, out of patience, or astray (two points in one place give not-a-number, on which
/// Boost's own criterion never ends).
struct AtRest {
    int steps_left;
    double previous = 0;

    bool operator()(double force, std::size_t, const Outline&, bool overall)
    {
        if (!std::isfinite(force) || force < 1e-4 || --steps_left < 0) return true;
        const bool still = std::abs(previous - force) < 1e-3 * force;
        previous = force;
        return !overall && still;
    }
};

/// Joins the parts of a graph by long edges from the busiest member of each to the busiest of all, since springs need a
/// connected graph.
void join_components(Outline& outline)
{
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

/// Turns the longest extent of the drawing to the horizontal, because windows and pages of a report are wide.
void turn_wide(std::vector<Point>& points)
{
    double xx = 0, xy = 0, yy = 0, mean_x = 0, mean_y = 0;
    for (const Point& point : points) {
        mean_x += point[0] / static_cast<double>(points.size());
        mean_y += point[1] / static_cast<double>(points.size());
    }
    for (const Point& point : points) {
        const double x = point[0] - mean_x, y = point[1] - mean_y;
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    const double angle = 0.5 * std::atan2(2 * xy, xx - yy); // of the principal axis
    for (Point& point : points) {
        const double x = point[0] - mean_x, y = point[1] - mean_y;
        point[0] = std::cos(angle) * x + std::sin(angle) * y;
        point[1] = std::cos(angle) * y - std::sin(angle) * x;
    }
}

/// Places the points in [0, 1]^2. Each axis is stretched to fill the square, save a flat drawing, which would be torn
/// apart: it is stretched to a limit and centred.
std::vector<std::pair<double, double>> fill_square(const std::vector<Point>& points)
{
    constexpr double stretch_limit = 2;
    double low[2] = {HUGE_VAL, HUGE_VAL}, high[2] = {-HUGE_VAL, -HUGE_VAL};
    for (const Point& point : points)
        for (std::size_t axis = 0; axis < 2; ++axis) {
            low[axis] = std::min(low[axis], point[axis]);
            high[axis] = std::max(high[axis], point[axis]);
        }
    const double longest = std::max(high[0] - low[0], high[1] - low[1]);
    std::vector<std::pair<double, double>> placed;
    placed.reserve(points.size());
    for (const Point& point : points) {
        double at[2] = {0.5, 0.5};
        for (std::size_t axis = 0; axis < 2 && longest > 0; ++axis) {
            const double extent = std::max(high[axis] - low[axis], longest / stretch_limit);
            at[axis] = std::clamp(0.5 + (point[axis] - (low[axis] + high[axis]) / 2) / extent, 0.0, 1.0);
        }
        placed.emplace_back(at[0], at[1]);
    }
    return placed;
}

} // namespace

std::vector<std::pair<double, double>> BuyingCentre::layout() const
{
    if (size() == 0) return {};
    Outline outline = graph_->outline();
    std::vector<Point> circle(boost::num_vertices(outline));
    const auto index = boost::get(boost::vertex_index, outline);
    boost::circle_graph_layout(outline, boost::make_iterator_property_map(circle.begin(), index), 1.0);
    if (size() < 3 || size() > drawn_by_springs) return fill_square(circle);

    join_components(outline);
    std::vector<Point> points = circle;
    const bool drawn = boost::kamada_kawai_spring_layout(
        outline, boost::make_iterator_property_map(points.begin(), index), boost::get(boost::edge_weight, outline),
        boost::square_topology<>(), boost::edge_length(1.0), AtRest{100 * size()});
    const bool finite = std::all_of(points.begin(), points.end(),
                                    [](const Point& point) { return std::isfinite(point[0] + point[1]); });
    if (!drawn || !finite) return fill_square(circle);

    turn_wide(points);
    // The first of the most influential goes to the upper half; y runs downwards in pictures.
    const std::vector<double> rank = influence();
    const auto top = static_cast<std::size_t>(std::max_element(rank.begin(), rank.end()) - rank.begin());
    if (points[top][1] > 0)
        for (Point& point : points)
            point[1] = -point[1];
    return fill_square(points);
}
