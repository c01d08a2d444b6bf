// The graph of stakeholders and the readers of graph files.
#include "model/buying_centre.hpp"
#include "model/model.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <sstream>

namespace assent {
namespace {

BuyingCentre people(int count) {
    BuyingCentre centre;
    for (int member = 0; member < count; ++member) {
        Stakeholder stakeholder;
        stakeholder.id = fmt::format("p{}", member);
        centre.add(stakeholder);
    }
    return centre;
}

Link strong(double strength, LinkKind kind = LinkKind::influence) {
    Link link;
    link.kind = kind;
    link.strength = strength;
    return link;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

GraphFile graphml(const std::string& body, const std::string& kind = "directed") {
    std::istringstream in("<graphml><key id=\"k\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>"
                          "<graph edgedefault=\"" +
                          kind + "\">" + body + "</graph></graphml>");
    return read_graphml(in);
}

GraphFile dot(const std::string& text) {
    std::istringstream in(text);
    return read_dot(in);
}

template <class Read> std::string failure_of(Read read) {
    try {
        read();
    } catch (const std::runtime_error& failure) {
        return failure.what();
    }
    return "no failure";
}

std::string attribute(const GraphFile::Attributes& attributes, const std::string& name) {
    for (const auto& [key, value] : attributes)
        if (key == name) return value;
    return "(none)";
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int time = 0; time < times; ++time) all += text;
    return all;
}

} // namespace

TEST_CASE("members and links keep their order, and doubles stay") {
    BuyingCentre centre = people(3);
    centre.connect(2, 0, strong(1));
    centre.connect(0, 1, strong(2));
    centre.connect(2, 0, strong(3));
    REQUIRE(centre.link_count() == 3);
    const auto links = centre.links();
    CHECK(links[0].from == 2);
    CHECK(links[0].to == 0);
    CHECK(links[1].link->strength.a == 2);
    CHECK(links[2].link->strength.a == 3);
    centre.link(1).strength = 7.0;
    CHECK(centre.links()[1].link->strength.a == 7);
}

TEST_CASE("a copy is deep and keeps the order of links") {
    BuyingCentre centre = people(4);
    centre.connect(3, 1, strong(1));
    centre.connect(0, 2, strong(2));
    centre.connect(3, 0, strong(3));
    BuyingCentre copy = centre;
    copy.stakeholder(0).name = "somebody else";
    copy.link(0).strength = 9.0;
    copy.connect(1, 2, strong(4));
    CHECK(centre.stakeholder(0).name.empty());
    CHECK(centre.links()[0].link->strength.a == 1);
    CHECK(centre.link_count() == 3);
    REQUIRE(copy.link_count() == 4);
    for (int edge = 0; edge < 3; ++edge) {
        CHECK(copy.links()[std::size_t(edge)].from == centre.links()[std::size_t(edge)].from);
        CHECK(copy.links()[std::size_t(edge)].to == centre.links()[std::size_t(edge)].to);
    }
    centre = std::move(copy);
    CHECK(centre.link_count() == 4);
}

TEST_CASE("members are found by id, also after a renaming") {
    BuyingCentre centre = people(3);
    CHECK(centre.find("p2") == 2);
    CHECK(centre.find("nobody") == -1);
    centre.stakeholder(2).id = "cfo";
    CHECK(centre.find("cfo") == 2);
    CHECK(centre.find("p2") == -1);
}

TEST_CASE("ten thousand members and many links") {
    BuyingCentre centre = people(10'000);
    for (int member = 0; member + 1 < centre.size(); ++member) centre.connect(member, member + 1, strong(1));
    CHECK(centre.find("p9999") == 9999);
    CHECK(centre.components() == 1);
    CHECK(sum(centre.influence()) == doctest::Approx(1));
    CHECK(centre.layout().size() == 10'000);
}

TEST_CASE("isolated members and weakly connected components") {
    BuyingCentre centre = people(6);
    centre.connect(0, 1, strong(1));
    centre.connect(2, 1, strong(1));
    centre.connect(3, 4, strong(1));
    CHECK(centre.isolated() == std::vector<int>{5});
    CHECK(centre.components() == 3);
    CHECK(BuyingCentre().components() == 0);
}

TEST_CASE("influence: even among strangers, 1 : 1.85 for one listener, without conflicts") {
    CHECK(BuyingCentre().influence().empty());
    BuyingCentre strangers = people(4);
    for (const double share : strangers.influence()) CHECK(share == doctest::Approx(0.25));

    // One speaks, the other listens. Rank x of the listener, y of the speaker, damping d = 0.85:
    // x = (1 - d + d y) / 2, y = x + d x, so y / x = 1.85.
    BuyingCentre pair = people(2);
    pair.connect(0, 1, strong(1));
    CHECK(pair.influence()[0] == doctest::Approx(1.85 / 2.85));

    BuyingCentre quarrel = people(2);
    quarrel.connect(0, 1, strong(1, LinkKind::conflict));
    CHECK(quarrel.influence()[0] == doctest::Approx(0.5));
}

TEST_CASE("influence: who influences the influential ranks high, strengths count") {
    BuyingCentre centre = people(4);
    centre.connect(0, 1, strong(1)); // adviser of 1, who is heard by 2 and 3
    centre.connect(1, 2, strong(1));
    centre.connect(1, 3, strong(1));
    const auto rank = centre.influence();
    CHECK(sum(rank) == doctest::Approx(1));
    CHECK(rank[0] > rank[2]);
    CHECK(rank[1] > rank[2]);

    BuyingCentre uneven = people(3);
    uneven.connect(0, 2, strong(3));
    uneven.connect(1, 2, strong(1));
    CHECK(uneven.influence()[0] > uneven.influence()[1]);
}

TEST_CASE("influence: a strength nobody knows counts as the default") {
    BuyingCentre centre = people(3);
    Link unknown;
    unknown.strength.kind = Number::Kind::unknown;
    centre.connect(0, 2, unknown);
    centre.connect(1, 2, Link{});
    const auto rank = centre.influence();
    CHECK(rank[0] == doctest::Approx(rank[1]));
    CHECK(rank[0] > rank[2]);
}

TEST_CASE("a drawing stays in its square, keeps people apart and is the same each time") {
    for (const int count : {1, 2, 3, 5, 11, 40, 250}) {
        CAPTURE(count);
        BuyingCentre centre = people(count);
        for (int member = 1; member < count; ++member) centre.connect(member, (member - 1) / 2, strong(1));
        const auto drawing = centre.layout();
        REQUIRE(int(drawing.size()) == count);
        double closest = 2;
        for (std::size_t one = 0; one < drawing.size(); ++one) {
            CHECK(drawing[one].first >= 0);
            CHECK(drawing[one].first <= 1);
            CHECK(drawing[one].second >= 0);
            CHECK(drawing[one].second <= 1);
            for (std::size_t other = 0; other < one; ++other)
                closest = std::min(closest, std::hypot(drawing[one].first - drawing[other].first,
                                                       drawing[one].second - drawing[other].second));
        }
        if (count > 1 && count <= 40) CHECK(closest > 0.6 / std::sqrt(count)); // most of an equal share of the room
        CHECK(closest > 0.25 / count);
        CHECK(drawing == centre.layout());
    }
}

TEST_CASE("a drawing of parts that are not joined, of a line and of a complete graph") {
    BuyingCentre parts = people(7);
    parts.connect(0, 1, strong(1));
    parts.connect(2, 3, strong(1));
    BuyingCentre line = people(5);
    for (int member = 1; member < 5; ++member) line.connect(member - 1, member, strong(1));
    BuyingCentre complete = people(6);
    for (int one = 0; one < 6; ++one)
        for (int other = 0; other < 6; ++other)
            if (one != other) complete.connect(one, other, strong(1));
    for (const BuyingCentre* centre : {&parts, &line, &complete}) {
        double left = 1, right = 0;
        for (const auto& [x, y] : centre->layout()) {
            CHECK(std::isfinite(x + y));
            left = std::min(left, x);
            right = std::max(right, x);
        }
        CHECK(right - left == doctest::Approx(1)); // the width is used
    }
}

TEST_CASE("GraphML: attributes as text, order of the file, ids kept") {
    const GraphFile file = graphml("<node id=\"n2\"><data key=\"k\">Бат &amp; Co</data></node><node id=\"n1\"/>"
                                   "<edge source=\"n1\" target=\"n2\"><data key=\"k\">x</data></edge>");
    REQUIRE(file.vertices.size() == 2);
    CHECK(attribute(file.vertices[0], "name") == "Бат & Co");
    CHECK(attribute(file.vertices[0], "id") == "n2");
    CHECK(attribute(file.vertices[1], "id") == "n1");
    REQUIRE(file.edges.size() == 1);
    CHECK(file.edges[0].from == 1);
    CHECK(file.edges[0].to == 0);
}

TEST_CASE("GraphML: an undirected edge goes both ways, mixed kinds are refused") {
    const std::string two = "<node id=\"a\"/><node id=\"b\"/>";
    const GraphFile file = graphml(two + "<edge source=\"a\" target=\"b\"/>", "undirected");
    REQUIRE(file.edges.size() == 2);
    CHECK(file.edges[1].from == 1);
    CHECK(failure_of([&] {
              graphml(two + "<edge source=\"a\" target=\"b\" directed=\"false\"/><edge source=\"b\" target=\"a\"/>");
          }) == "GraphML: directed and undirected edges are mixed");
}

TEST_CASE("GraphML: defaults, unknown types and labels that yEd nests") {
    std::istringstream in(R"(<?xml version="1.0"?><!-- <a><b> -->
<graphml xmlns:y="http://www.yworks.com/xml/graphml">
  <key attr.name="role" attr.type="colour" for="node" id="d1"><default>user</default></key>
  <key for="node" id="d2" yfiles.type="nodegraphics"/>
  <key for="edge" id="d3" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="g" yfiles.foldertype="group">
      <data key="d2"><y:ProxyAutoBoundsNode><y:Realizers><y:GroupNode><y:NodeLabel>Finance</y:NodeLabel></y:GroupNode>
      </y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph id="g:"><node id="g::n0"><data key="d2"><y:ShapeNode><y:Geometry height="30"/>
        <y:NodeLabel fontSize="12">CFO<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node></graph>
    </node>
    <node id="n1"><data key="d1">evaluator</data></node>
    <edge source="g::n0" target="n1"><data key="d3"><y:PolyLineEdge><y:EdgeLabel>reports to</y:EdgeLabel>
      </y:PolyLineEdge></data></edge>
  </graph>
</graphml>)");
    const GraphFile file = read_graphml(in);
    REQUIRE(file.vertices.size() == 2);
    CHECK(attribute(file.vertices[0], "label") == "CFO");
    CHECK(attribute(file.vertices[0], "group") == "Finance");
    CHECK(attribute(file.vertices[0], "role") == "user");
    CHECK(attribute(file.vertices[1], "role") == "evaluator");
    REQUIRE(file.edges.size() == 1);
    CHECK(attribute(file.edges[0].attributes, "label") == "reports to");
}

TEST_CASE("GraphML: what is wrong is said") {
    CHECK(failure_of([] { graphml("<node id=\"a\"/><node id=\"a\"/>"); }) == "GraphML: two nodes have the id \"a\"");
    CHECK(failure_of([] { graphml("<node id=\"a\"/><edge source=\"a\" target=\"z\"/>"); }) ==
          "GraphML: an edge's target \"z\" is no node (nor is a group)");
    CHECK(failure_of([] { graphml("<node id=\"a\">\n<data>"); }).starts_with("GraphML: line 2: "));
    CHECK(failure_of([] { graphml("<node/>"); }) == "GraphML: a node without an id");
    CHECK(failure_of([] { graphml(repeated("<node id=\"a\"><graph>", 100)); }) ==
          "GraphML: elements nest deeper than 64");
    CHECK(failure_of([] { graphml(repeated("<a\">", 100'000)); }) == "GraphML: elements nest deeper than 64");
    for (const std::string text : {"", "hello", "<graphml/>", "<a><b></a>", "<graphml><graph/>"}) {
        std::istringstream in(text);
        CHECK(failure_of([&] { read_graphml(in); }).starts_with("GraphML: "));
    }
    std::istringstream binary(std::string("<graphml>\0</graphml>", 20));
    CHECK(failure_of([&] { read_graphml(binary); }) == "GraphML: a NUL byte: not a text file");
    std::istringstream latin("<graphml>\xE9</graphml>");
    CHECK(failure_of([&] { read_graphml(latin); }) == "GraphML: byte 10: not UTF-8");
}

TEST_CASE("DOT: attributes, chains, defaults, order of the file, names beyond ASCII") {
    const GraphFile file =
        dot("/* team */ digraph t { node [role=user] // all\n"
            "Өлзий [label=\"Г. \\\"Өлзий\\\"\", role=cfo]; b -> \"a c\" -> Өлзий [weight=.5, kind=x] }");
    REQUIRE(file.vertices.size() == 3);
    CHECK(attribute(file.vertices[0], "id") == "Өлзий");
    CHECK(attribute(file.vertices[0], "label") == "Г. \"Өлзий\"");
    CHECK(attribute(file.vertices[0], "role") == "cfo");
    CHECK(attribute(file.vertices[1], "id") == "b");
    CHECK(attribute(file.vertices[1], "role") == "user");
    CHECK(attribute(file.vertices[2], "id") == "a c");
    REQUIRE(file.edges.size() == 2);
    CHECK(file.edges[0].from == 1);
    CHECK(file.edges[0].to == 2);
    CHECK(attribute(file.edges[1].attributes, "weight") == ".5");
}

TEST_CASE("DOT: undirected graphs, groups, HTML labels, backslashes") {
    CHECK(dot("graph { a -- b }").edges.size() == 2);
    CHECK(dot("digraph { {a b} -> {c d e} }").edges.size() == 6);
    CHECK(dot("digraph { subgraph { {a b} } -> subgraph s { c } -> {subgraph s} }").edges.size() == 3);
    CHECK(dot("strict digraph { a -> b; a -> b }").edges.size() == 1);
    const GraphFile file = dot(R"(digraph { a [label=<<b>Chief</b> <i>x</i>>, path="c:\\"]; "Node" -> a })");
    CHECK(attribute(file.vertices[0], "label").find("Chief") != std::string::npos);
    CHECK(attribute(file.vertices[0], "label").find('<') == std::string::npos);
    CHECK(attribute(file.vertices[0], "path") == R"(c:\\)");
    CHECK(attribute(file.vertices[1], "id") == "Node");
}

TEST_CASE("DOT: what is wrong is said, what would explode is refused") {
    CHECK(failure_of([] { dot("digraph { a -> }"); }).starts_with("DOT: "));
    CHECK(failure_of([] { dot(""); }).starts_with("DOT: "));
    CHECK(failure_of([] { dot("digraph { a [label=\"b }"); }) == "DOT: byte 20: a quoted name never ends");
    CHECK(failure_of([] { dot("digraph { a [label=<b }"); }) == "DOT: byte 20: HTML never ends");
    CHECK(failure_of([] { dot("digraph " + repeated("{", 100'000)); }) == "DOT: braces nest deeper than 64");
    std::string members;
    for (int member = 0; member < 3000; ++member) members += fmt::format("m{} ", member);
    CHECK(failure_of([&] { dot("digraph { subgraph S {" + members + "} subgraph S -> subgraph S }"); }) ==
          "DOT: edges, groups and defaults unfold to more than 1000000 edges and attributes");
    CHECK(failure_of([&] { dot("digraph { NODE [" + members + "] " + members + "}"); }) ==
          "DOT: edges, groups and defaults unfold to more than 1000000 edges and attributes");
}

TEST_CASE("DOT: a large plain graph with defaults is read") {
    std::string text = "digraph { node [shape=box, role=user]\n";
    for (int member = 0; member < 5000; ++member)
        text += fmt::format("m{} [label=\"Member {}\"]\nm{} -> m{}\n", member, member, member, (member + 1) % 5000);
    const GraphFile file = dot(text + "}");
    CHECK(file.vertices.size() == 5000);
    CHECK(file.edges.size() == 5000);
    CHECK(attribute(file.vertices[4999], "id") == "m4999");
}

} // namespace assent
