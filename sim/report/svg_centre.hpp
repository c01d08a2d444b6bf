#pragma once
// The buying centre drawn as a graph.
#include "engine/plan.hpp"
#include "model/model.hpp"
#include "report/svg.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assent {

struct CentreObjection {
    int number = 0; ///< of the topic in the legend, from 1
    std::string topic;
    double severity = 0; ///< [0, 1], expected
    bool known = true;   ///< to the seller
};

struct CentrePerson {
    int member = -1;
    std::string name, title;
    double authority = 0; ///< share of all authority, expected
    bool veto = false, gatekeeper = false, known = true;
    std::vector<CentreObjection> objections;
    Point place;              ///< as the whole is laid out, in [0, 1]²
    std::optional<Point> put; ///< where the scenario says that he is shown, in [0, 1]² of the picture
};

struct CentreLink {
    int from = 0, to = 0; ///< places in CentrePicture::people
    double weight = 0;    ///< strength relative to the strongest drawn, [0, 1]
    LinkKind kind = LinkKind::influence;
};

/// What is drawn: of a large centre the people with most authority.
struct CentrePicture {
    std::vector<CentrePerson> people;
    std::vector<CentreLink> links;
    std::vector<std::string> topics; ///< in the order of their numbers
    int left_out = 0;                ///< people not drawn
};
/// `layout` is that of the whole centre (BuyingCentre::layout); it takes long for hundreds of people, so it is made once.
CentrePicture centre_picture(const Model& model, const Plan& plan, const std::vector<std::pair<double, double>>& layout,
                             std::size_t most_people);

/// Disc size = authority, ring = objections by topic with their severity, arrow = who influences whom.
std::string draw_centre(const CentrePicture& picture, double width);

/// Where the people stand in a picture of this size, labels included, none on another: (x, y) of each disc's centre. Who
/// was put somewhere stands there, and gives way only to another one who was put.
struct CentreBlock {
    double radius = 0;                        ///< with ring and numbers
    double label_width = 0, label_height = 0; ///< below the disc
    std::optional<Point> put = {};            ///< in [0, 1]² of the picture
};
std::vector<Point> place_blocks(const std::vector<Point>& places, const std::vector<CentreBlock>& blocks, double width,
                                double height);

/// Mark of a topic in legend and table: its number on its colour.
std::string topic_mark(int number);

} // namespace assent
