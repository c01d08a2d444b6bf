#include "scenario/import_graph.hpp"

#include "model/user_error.hpp"
#include "model/words.hpp"
#include "scenario/import_attributes.hpp"
#include "scenario/import_parts.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

namespace assent {
namespace {

/// n0, n1::n2, node_17, 42: names that programs give.
bool given_by_program(const std::string& id) {
    const std::string start = id.substr(0, id.find_first_of("0123456789:"));
    return start.empty() || start == "n" || start == "v" || start == "node" || start == "node_" || start == "node-";
}

/// Builds the model; notes are collected on the way.
class Importer {
  public:
    Importer(const GraphFile& file, const std::string& source) : file_(file), source_(source) {
        result_.model = Model::defaults();
    }

    GraphImport people() {
        if (file_.vertices.empty())
            throw UserError(source_ + ": there is nobody in the graph; a buying centre has members");
        if (file_.vertices.size() > Limits::stakeholders)
            throw UserError(fmt::format("{}: {} vertices, a scenario has at most {} stakeholders", source_,
                                        file_.vertices.size(), Limits::stakeholders));
        take_members();
        take_links();
        return std::move(result_);
    }

    GraphImport run() {
        result_ = people();
        describe_company();
        add_alternatives();
        result_.model.strategies.push_back(starter_strategy());
        return std::move(result_);
    }

  private:
    const GraphFile& file_;
    const std::string& source_;
    GraphImport result_;
    FreeIds ids_;
    bool has_objections_ = false;

    void note(std::string text) { result_.notes.push_back(std::move(text)); }

    void take_members() {
        AttributeReader reader(file_.vertices);
        std::size_t nameless = 0, without_role = 0;
        const std::vector<DrawnPlace> places = drawn_places(file_.vertices);
        for (const auto& attributes : file_.vertices) {
            Stakeholder person = reader.stakeholder(attributes);
            if (!places.empty()) person.place = places[static_cast<std::size_t>(result_.model.centre.size())];
            for (Number* trait : {&person.authority, &person.susceptibility, &person.expertise, &person.personal_stake,
                                  &person.integrity, &person.patience, &person.accessibility})
                if (trait->kind == Number::Kind::unset) *trait = Number::unknown();
            without_role += person.roles.empty();
            has_objections_ = has_objections_ || !person.objections.empty();
            nameless += person.name.empty();
            person.id = free_id(person.id, person.name);
            result_.model.centre.add(std::move(person));
        }
        for (std::string& text : reader.notes()) note(std::move(text));
        if (nameless > 0) note(fmt::format("{} without a name: shown by id", members(nameless)));
        if (without_role > 0)
            note(fmt::format("{} without a role: taken as \"other\", with wide priors", members(without_role)));
        if (!places.empty()) note("places in pictures as drawn, from x to the right and y downwards");
        note("traits that are not told are \"unknown\": drawn anew in each replicate from the priors of the role");
    }

    static std::string members(std::size_t count) {
        return count == 1 ? std::string("1 member") : fmt::format("{} members", count);
    }

    std::string free_id(const std::string& in_file, const std::string& name) {
        const std::string id = slug(given_by_program(in_file) && !name.empty() ? name : in_file);
        // Words that a rule's target already means something by would turn to others than this member.
        return ids_.take(id.empty() ? "person" : from_word<Selector>(id) ? "person_" + id : id);
    }

    void take_links() {
        std::vector<GraphFile::Attributes> told;
        for (const auto& edge : file_.edges) told.push_back(edge.attributes);
        AttributeReader reader(told);
        std::map<std::tuple<int, int, LinkKind>, double> strengths;
        std::vector<std::tuple<int, int, LinkKind>> order;
        std::size_t loops = 0, doubles = 0;
        for (const auto& edge : file_.edges) {
            const Link link = reader.link(edge.attributes);
            if (edge.from == edge.to) {
                ++loops;
                continue;
            }
            // The arrow of reports_to points at the superior, who is the one that influences.
            const bool upwards = link.kind == LinkKind::reports_to;
            const auto key = std::tuple(upwards ? edge.to : edge.from, upwards ? edge.from : edge.to, link.kind);
            const auto [place, is_new] = strengths.emplace(key, 0.0);
            place->second = std::min(place->second + link.strength.a, 10.0);
            doubles += !is_new;
            if (is_new) order.push_back(key);
        }
        if (order.size() > Limits::links)
            throw UserError(
                fmt::format("{}: {} edges, a scenario has at most {} links", source_, order.size(), Limits::links));
        for (const auto& key : order) {
            Link link;
            link.kind = std::get<LinkKind>(key);
            link.strength = strengths.at(key);
            result_.model.centre.connect(std::get<0>(key), std::get<1>(key), link);
        }
        for (std::string& text : reader.notes()) note(std::move(text));
        if (loops > 0) note(fmt::format("{} from a member to himself left out (use self_weight)", edges(loops)));
        if (doubles > 0)
            note(fmt::format("{} between the same two members merged, strengths added up to 10", edges(doubles)));
        if (order.empty()) note("no links: nobody influences anybody");
    }

    static std::string edges(std::size_t count) {
        return count == 1 ? std::string("1 edge") : fmt::format("{} edges", count);
    }

    void describe_company() {
        Model& model = result_.model;
        model.title = "Imported from " + source_;
        model.company.name = "Client company";
        model.company.about =
            "Imported from a graph. Fill in company, prices, objections and rivals before you trust a result.";
        assume_situation(model);
        note("company: need uniform from 0.3 to 0.9, budget 100000, decision between weeks 10 and 22 are guesses: fill "
             "in");
        if (!has_objections_)
            note("no objections told: add [[stakeholder.objection]] for what each member holds against the purchase");
    }

    void add_alternatives() {
        result_.model.alternatives = {assumed_offer(result_.model, 80'000, 50'000), doing_nothing()};
        note("our offer: price 80000, cost 50000, attributes between 0.5 and 0.9 are guesses, and no rival is known: "
             "fill in");
    }

    static Rule rule(Act act, Selector selector, Channel channel, int cooldown) {
        Rule result;
        result.act = act;
        result.selector = selector;
        result.channel = channel;
        result.cooldown = cooldown;
        return result;
    }

    /// Get to know everyone, listen, answer, offer, ask: enough to run, meant to be replaced.
    static Strategy starter_strategy() {
        Strategy strategy;
        strategy.id = "starter";
        strategy.name = "Meet, listen, answer, ask";
        strategy.about = "A plain start to compare your own strategies with.";
        Rule introduce = rule(Act::introduce, Selector::uncontacted, Channel::phone, 1);
        Rule discover = rule(Act::discover, Selector::all, Channel::meeting, 2);
        discover.when.contacted = true;
        discover.limit = 3;
        Rule address = rule(Act::address, Selector::most_opposed, Channel::meeting, 1);
        address.evidence = Evidence::data;
        Rule value = rule(Act::value_case, Selector::most_influential, Channel::meeting, 3);
        value.when.contacted = true;
        value.limit = 2;
        Rule offer = rule(Act::offer, Selector::most_influential, Channel::meeting, 4);
        offer.when.week_from = 6;
        offer.when.offer_made = false;
        Rule ask = rule(Act::ask_decision, Selector::most_influential, Channel::meeting, 2);
        ask.when.week_from = 10;
        ask.when.offer_made = true;
        Rule remind = rule(Act::remind, Selector::all, Channel::email, 2);
        remind.when.silent_for = 3;
        strategy.rules = {introduce, discover, address, value, offer, ask, remind};
        return strategy;
    }
};

} // namespace

GraphImport import_graph(const GraphFile& file, const std::string& source) { return Importer(file, source).run(); }

GraphImport import_people(const GraphFile& file, const std::string& source) { return Importer(file, source).people(); }

} // namespace assent
