// Keys of how touches work: acts, channels, the seller, and the constants of the mechanisms.
#include "model/assumption_table.hpp"
#include "scenario/key_table.hpp"

namespace assent {

const Section& act_section() {
    static const Section result = section<ActEffect>(
        "act.<act>", "What an act does when it lands; all of it sinks in over the following weeks.",
        {
            key<ActEffect>("hours", &ActEffect::hours, "Time it takes, on top of the channel's.")
                .in("hours")
                .from(0, 400)
                .or_else("by act"),
            key<ActEffect>("cost", &ActEffect::cost, "Money it takes.").in("currency").from(0, 1e12).or_else("by act"),
            key<ActEffect>("relief", &ActEffect::relief, "Share of the severity that it takes from what it speaks to.")
                .in("share")
                .from(0, 1)
                .or_else("by act"),
            key<ActEffect>("trust", &ActEffect::trust, "Good events for our trust.")
                .in("events")
                .from(0, 10)
                .or_else("by act"),
            key<ActEffect>("rapport", &ActEffect::rapport, "Personal rapport.")
                .in("share")
                .from(0, 1)
                .or_else("by act"),
            key<ActEffect>("attention", &ActEffect::attention, "How far it brings us to mind.")
                .in("share")
                .from(0, 1)
                .or_else("by act"),
            key<ActEffect>("value", &ActEffect::value, "Understanding of the business case.")
                .in("share")
                .from(0, 1)
                .or_else("by act"),
        });
    return result;
}

const Section& channel_section() {
    static const Section result = section<ChannelTraits>(
        "channel.<channel>", "How a touch travels.",
        {
            key<ChannelTraits>("reach", &ChannelTraits::reach, "Chance to get through to a fully accessible member.")
                .in("chance")
                .from(0, 1)
                .or_else("by channel")
                .cites("Roghanizad & Bohns 2017 for the order; value: assumption"),
            key<ChannelTraits>("richness", &ChannelTraits::richness, "Share of an act's effect that comes across.")
                .in("share")
                .from(0, 1)
                .or_else("by channel"),
            key<ChannelTraits>("hours", &ChannelTraits::hours, "Time it takes.")
                .in("hours")
                .from(0, 400)
                .or_else("by channel"),
            key<ChannelTraits>("cost", &ChannelTraits::cost, "Money it takes.")
                .in("currency")
                .from(0, 1e12)
                .or_else("by channel"),
            key<ChannelTraits>("intrusion", &ChannelTraits::intrusion, "How much contact it is felt to be.")
                .in("touches")
                .from(0, 10)
                .or_else("by channel"),
            key<ChannelTraits>("gated", &ChannelTraits::gated, "Does it pass the gatekeeper?").or_else("by channel"),
            key<ChannelTraits>("granted", &ChannelTraits::granted,
                               "Does it take time that the member must want to give?")
                .or_else("by channel"),
            key<ChannelTraits>("written", &ChannelTraits::written,
                               "Does its reach depend on the quality of the letter?")
                .or_else("by channel"),
        });
    return result;
}

const Section& seller_section() {
    static const Section result = section<Seller>(
        "seller", "The account manager.",
        {
            key<Seller>("name", &Seller::name, "Name of the person.").cites("the case").for_telling(),
            key<Seller>("competence", &Seller::competence, "Knowledge on topics that are not listed.")
                .in("share")
                .from(0, 1),
            key<Seller>("competences", &Seller::competences, "Knowledge by topic.").in("share").from(0, 1).by("topic"),
            key<Seller>("hours", &Seller::hours, "Time for this client.").in("per week").from(0, 168),
            key<Seller>("kickbacks", &Seller::kickbacks, "Are kickbacks allowed at all?").cites("fact C6"),
            key<Seller>("embellishment", &Seller::embellishment, "May claims be inflated at all?").cites("fact B7"),
        });
    return result;
}

const Section& assumption_section() {
    using Values = std::array<Number, assumption_count>;
    static const Section result = [] {
        std::vector<Key> keys;
        for (std::size_t i = 0; i < assumption_count; ++i) {
            const AssumptionTraits& assumption = assumption_table[i];
            keys.push_back(key<Values>(
                               std::string(assumption.name), [i](Values& values) -> Number& { return values[i]; },
                               std::string(assumption.sentence))
                               .in(std::string(assumption.unit))
                               .from(assumption.least, assumption.greatest)
                               .cites(std::string(assumption.source)));
        }
        Section built = section<Values>("assumptions", "The constants of the mechanisms.", std::move(keys));
        built.presets = std::make_shared<Values>(Model::defaults().assumptions);
        return built;
    }();
    return result;
}

} // namespace assent
