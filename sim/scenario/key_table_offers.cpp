// Keys of what can be chosen and what it is judged by: alternatives, rivals' moves, topics, criteria, extras.
#include "scenario/key_table.hpp"

namespace assent {
namespace {

const Section& move_section() {
    static const Section result = section<RivalMove>(
        "alternative.move", "A scripted move of a rival.",
        {
            key<RivalMove>("week", &RivalMove::week, "When it happens.")
                .in("week")
                .from(1, Limits::horizon_weeks)
                .needed()
                .cites("the case"),
            key<RivalMove>("kind", &RivalMove::kind, "What the rival does.").cites("the case"),
            key<RivalMove>("target", &RivalMove::target, "Whom a contact reaches; absent: everyone.").cites("the case"),
            key<RivalMove>("amount", &RivalMove::amount,
                           "price_cut: share of the price, at most 0.9; contact: trust events.")
                .from(0, 10),
        });
    return result;
}

std::vector<Key> offer_keys() {
    return {
        key<Alternative>("id", &Alternative::id, "Short name that trust and reports use.").needed().cites("the case"),
        key<Alternative>("name", &Alternative::name, "What it is called.").cites("the case").for_telling(),
        key<Alternative>("kind", &Alternative::kind, "Our offer (exactly one), a rival's, or doing nothing.")
            .cites("the case"),
        key<Alternative>("price", &Alternative::price, "List price.").in("currency").from(0, 1e12).cites("the case"),
        key<Alternative>("floor_price", &Alternative::floor_price, "Lowest price that we accept.")
            .in("currency")
            .from(0, 1e12)
            .or_else("70 % of price"),
        key<Alternative>("cost", &Alternative::cost, "What it costs us to deliver.")
            .in("currency")
            .from(0, 1e12)
            .cites("the case"),
        key<Alternative>("incumbent", &Alternative::incumbent, "Does the company use it today?").cites("the case"),
        key<Alternative>("known", &Alternative::known, "Does the seller know of this rival from the start?")
            .cites("the case"),
        key<Alternative>("attributes", &Alternative::attributes, "How good it is, by criterion.")
            .in("share")
            .from(0, 1)
            .by("criterion")
            .cites("the case"),
        key<Alternative>("image", &Alternative::image, "Factors of the supplier's image, by name; they multiply.")
            .in("share")
            .from(0, 1)
            .by("factor")
            .cites("fact E6"),
        key<Alternative>("features", &Alternative::features,
                         "What it has; worth something only while no other alternative has it.")
            .cites("fact B8"),
    };
}

std::vector<Key> supplier_keys() {
    return {
        key<Alternative>("promised", &Alternative::promised, "Level of service that is promised (ours).")
            .in("share")
            .from(0, 1)
            .cites("fact D1"),
        key<Alternative>("delivered", &Alternative::delivered,
                         "Level that is delivered before service and training (ours).")
            .in("share")
            .from(0, 1)
            .cites("fact D1"),
        key<Alternative>("doubts", &Alternative::doubts,
                         "What members hold against it (rivals; doubts about us are objections).")
            .in("logit")
            .from(0, 8),
        key<Alternative>("scarcity", &Alternative::scarcity, "How hard it is to get elsewhere what we have (ours).")
            .in("share")
            .from(0, 1)
            .cites("fact C3"),
        key<Alternative>("contact_hazard", &Alternative::contact_hazard, "Chance that the rival calls on somebody.")
            .in("per week")
            .from(0, 1),
        key<Alternative>("contact_effect", &Alternative::contact_effect, "Trust that one such call earns the rival.")
            .in("events")
            .from(0, 10),
        key<Alternative>("price_cut_hazard", &Alternative::price_cut_hazard, "Chance that the rival cuts its price.")
            .in("per week")
            .from(0, 1),
        key<Alternative>("price_cut", &Alternative::price_cut, "How much it then cuts.")
            .in("share of the price")
            .from(0, 0.9),
    };
}

} // namespace

const Section& alternative_section() {
    static const Section result = [] {
        std::vector<Key> keys = offer_keys();
        const std::vector<Key> more = supplier_keys();
        keys.insert(keys.end(), more.begin(), more.end());
        return section<Alternative>("alternative", "What the company can choose.", std::move(keys),
                                    {list_child<Alternative>("move", move_section(), &Alternative::moves)});
    }();
    return result;
}

const Section& topic_section() {
    static const Section result = section<Topic>(
        "topic", "A subject of objections; those built in can be changed by id.",
        {
            key<Topic>("id", &Topic::id, "Short name that objections and rules use.").needed().cites("the case"),
            key<Topic>("name", &Topic::name, "What it is called.").cites("the case").for_telling(),
            key<Topic>("answered_by", &Topic::answered_by, "Acts that speak to it without being told so."),
            key<Topic>("evidence", &Topic::evidence, "Evidence that suits it."),
        });
    return result;
}

const Section& criterion_section() {
    static const Section result = section<Criterion>(
        "criterion", "What offers are judged by; those built in can be changed by id.",
        {
            key<Criterion>("id", &Criterion::id, "Short name that weights and attributes use.")
                .needed()
                .cites("the case"),
            key<Criterion>("name", &Criterion::name, "What it is called.").cites("the case").for_telling(),
            key<Criterion>("serves_task", &Criterion::serves_task, "Counts when a member buys for the company.")
                .cites("fact A4"),
            key<Criterion>("serves_person", &Criterion::serves_person, "Counts when a member buys for himself.")
                .cites("fact A4"),
        });
    return result;
}

const Section& extra_section() {
    static const Section result = section<Extra>(
        "extra", "Something that we can add to the offer.",
        {
            key<Extra>("id", &Extra::id, "Short name that rules use.").needed().cites("the case"),
            key<Extra>("name", &Extra::name, "What it is called.").cites("the case").for_telling(),
            key<Extra>("means", &Extra::means, "The company's own means that make it worthless; absent: always of use.")
                .cites("fact C1"),
            key<Extra>("value", &Extra::value, "Worth to each member of a company that lacks the means.")
                .in("logit")
                .from(0, 8),
            key<Extra>("cost", &Extra::cost, "What it costs us.").in("currency").from(0, 1e12).cites("the case"),
        });
    return result;
}

} // namespace assent
