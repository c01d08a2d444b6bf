// Keys of a fact: what a scenario is to show, and how that is put to the test by `assent validate`.
#include "scenario/key_table.hpp"

namespace assent {
namespace {

constexpr const char* path_hint =
    "Paths are dotted keys; selectors stand for people and offers: an id, *, role:<role>, "
    "most_influential, least_influential; ours, rivals, nothing.";

template <class Owner, class Access> std::vector<Key> change_keys(Access changes) {
    return {
        key<Owner>(
            "set", [changes](Owner& owner) -> std::vector<Setting>& { return std::invoke(changes, owner).set; },
            std::string("Values by path, set in this order. ") + path_hint)
            .cites("your choice"),
        key<Owner>(
            "without",
            [changes](Owner& owner) -> std::vector<std::string>& { return std::invoke(changes, owner).without; },
            "Paths of what is taken out first: people with their links, objections, offers, strategies, rules.")
            .cites("your choice"),
    };
}

Section changes_section(std::string path, std::string sentence) {
    return section<ScenarioChanges>(
        std::move(path), std::move(sentence),
        change_keys<ScenarioChanges>([](ScenarioChanges& all) -> ScenarioChanges& { return all; }));
}

const Section& arm_section() {
    static const Section result = [] {
        std::vector<Key> keys{
            key<FactArm>("id", &FactArm::id, "Short name that expectations use.").needed().cites("the case"),
            key<FactArm>("name", &FactArm::name, "What it is called.").cites("the case"),
            key<FactArm>("strategy", &FactArm::strategy, "Id of the strategy played; absent: the only one.")
                .cites("the case"),
        };
        for (Key& key : change_keys<FactArm>(&FactArm::changes)) {
            keys.push_back(std::move(key));
        }
        return section<FactArm>("fact.arm", "One side of the comparison; all else is equal, the luck too.",
                                std::move(keys));
    }();
    return result;
}

std::vector<Key> comparison_keys() {
    constexpr double most = 1e12;
    return {
        key<Expectation>("says", &Expectation::says, "The expectation as a sentence.").cites("the case"),
        key<Expectation>("measure", &Expectation::measure, "What is measured.").cites("the case"),
        key<Expectation>("whom", &Expectation::whom,
                         "Whose support is measured, or how often which alternative is chosen: a selector.")
            .cites("the case"),
        key<Expectation>("of", &Expectation::of, "Id of the arm.").needed().cites("the case"),
        key<Expectation>("over", &Expectation::over, "Id of the arm it is compared with.").cites("the case"),
        key<Expectation>("by", &Expectation::by, "The difference is more than this; 0 when nothing else is asked.")
            .in("of the measure")
            .from(-most, most)
            .cites("the case"),
        key<Expectation>("within", &Expectation::within, "The two are equal: the difference stays within this.")
            .in("of the measure")
            .above(0, most)
            .cites("the case"),
        key<Expectation>("ratio_above", &Expectation::ratio_above, "The one is more than so many times the other.")
            .in("×")
            .from(0, most)
            .cites("the case"),
        key<Expectation>("ratio_below", &Expectation::ratio_below, "The one is less than so many times the other.")
            .in("×")
            .from(0, most)
            .cites("the case"),
        key<Expectation>("at_least", &Expectation::at_least, "The arm alone lies above this.")
            .in("of the measure")
            .from(-most, most)
            .cites("the case"),
        key<Expectation>("at_most", &Expectation::at_most, "The arm alone lies below this.")
            .in("of the measure")
            .from(-most, most)
            .cites("the case"),
    };
}

const Section& expectation_section() {
    static const Section control =
        changes_section("fact.expect.control", "Switches the mechanism off for this expectation alone.");
    static const Section result =
        section<Expectation>("fact.expect", "What must come out, at 99 % confidence.", comparison_keys(),
                             {table_child<Expectation>("control", control, &Expectation::control)});
    return result;
}

} // namespace

const Section& fact_section() {
    static const Section setup =
        changes_section("fact.setup", "What is changed before all else, in random companies too.");
    static const Section control =
        changes_section("fact.control", "Switches the mechanism off: the effect must then be gone.");
    static const Section result = section<Fact>(
        "fact", "A claim about how companies buy that `assent validate` puts to the test; `assent run` ignores it.",
        {
            key<Fact>("id", &Fact::id, "Short name of the fact: a letter and a number.").cites("the case"),
            key<Fact>("claim", &Fact::claim, "What is claimed, in a few words.").cites("the case"),
            key<Fact>("mechanism", &Fact::mechanism, "What makes it so, in a sentence.").cites("the case"),
            key<Fact>("source", &Fact::source, "Who says so.").cites("the case"),
            key<Fact>("companies", &Fact::companies, "Least share of random companies in which the direction holds.")
                .in("share")
                .from(0, 1),
        },
        {table_child<Fact>("setup", setup, &Fact::setup), table_child<Fact>("control", control, &Fact::control),
         list_child<Fact>("arm", arm_section(), &Fact::arms),
         list_child<Fact>("expect", expectation_section(), &Fact::expectations)});
    return result;
}

} // namespace assent
