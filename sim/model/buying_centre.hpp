#pragma once
// The buying centre as a directed graph of stakeholders (Boost.Graph behind a wall: buying_centre.cpp alone includes it).
#include <iosfwd>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace assent {

struct Stakeholder;
struct Link;

/// Directed graph; vertices are stakeholders in the order of insertion, an edge runs from the one who influences to the
/// one who is influenced. Copies are deep.
class BuyingCentre {
  public:
    BuyingCentre();
    BuyingCentre(const BuyingCentre& other);
    BuyingCentre(BuyingCentre&& other) noexcept;
    BuyingCentre& operator=(BuyingCentre other) noexcept;
    ~BuyingCentre();

    /// Adds a vertex; returns its index.
    int add(Stakeholder stakeholder);
    /// Adds an edge; a second one between the same two people is kept as one more edge.
    /// Precondition: 0 <= from, to < size(), from != to.
    void connect(int from, int to, Link link);

    [[nodiscard]] int size() const;
    [[nodiscard]] int link_count() const;
    [[nodiscard]] const Stakeholder& stakeholder(int member) const;
    Stakeholder& stakeholder(int member);
    /// Index of the member with this id, or -1.
    [[nodiscard]] int find(const std::string& id) const;

    struct Edge {
        int from, to;
        const Link* link;
    };
    /// All edges, in the order of insertion.
    [[nodiscard]] std::vector<Edge> links() const;
    Link& link(int edge); ///< by its place in links()

    /// Members with neither an incoming nor an outgoing edge.
    [[nodiscard]] std::vector<int> isolated() const;
    /// Number of weakly connected components.
    [[nodiscard]] int components() const;
    /// Scope of influence of each member in [0, 1], summing to 1: PageRank on the reversed graph with the mean
    /// strengths as weights, so that those who influence the influential rank high. Conflict links do not count.
    [[nodiscard]] std::vector<double> influence() const;
    /// A drawing of the graph: (x, y) of each member in [0, 1]^2, by Kamada & Kawai 1989 from a circle start;
    /// the same for the same graph. Above 200 members: the circle.
    [[nodiscard]] std::vector<std::pair<double, double>> layout() const;

  private:
    struct Graph;
    std::unique_ptr<Graph> graph_;
};

/// A graph as GraphML or DOT tells it: vertices and edges with their attributes as text, in the order of the file.
struct GraphFile {
    using Attributes = std::vector<std::pair<std::string, std::string>>;
    std::vector<Attributes> vertices; ///< attribute "id" is the vertex's own name in the file
    struct Edge {
        int from, to;
        Attributes attributes;
    };
    std::vector<Edge> edges;
};
/// Reads GraphML through Boost.Graph. Throws std::runtime_error with the reason when the text is not GraphML.
GraphFile read_graphml(std::istream& in);
/// Reads GraphViz DOT through Boost.Graph. Throws std::runtime_error with the reason when the text is not DOT.
GraphFile read_dot(std::istream& in);

} // namespace assent
