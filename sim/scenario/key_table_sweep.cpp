// Keys of a sweep: which keys of the scenario take which values, and how long each combination is played.
#include "scenario/key_table.hpp"

namespace assent {
namespace {

const Section& point_section() {
    static const Section result = section<SweepPoint>(
        "sweep.point", "One combination of values (design list).",
        {
            key<SweepPoint>("name", &SweepPoint::name, "What the point is called.").cites("the case"),
            key<SweepPoint>("set", &SweepPoint::set, "Its values by path.").needed().cites("the case"),
        });
    return result;
}

} // namespace

const Section& sweep_section() {
    static const Section result = section<Sweep>(
        "sweep", "Which combinations of values `assent sweep` plays; the other commands ignore it.",
        {
            key<Sweep>("design", &Sweep::design, "How the values of the axes are combined into points.")
                .cites("your choice"),
            key<Sweep>("points", &Sweep::points,
                       "Points of a Latin hypercube, or of Sobol's sequence (a power of two).")
                .from(1, 10'000'000)
                .cites("your choice"),
            key<Sweep>("replicates", &Sweep::replicates,
                       "Deals played with each strategy at each point; with a precision: the most. 0: 4096, with a "
                       "precision as many as it takes.")
                .in("deals")
                .from(0, 1'000'000'000)
                .cites("your choice"),
            key<Sweep>("precision", &Sweep::precision,
                       "A point is done when every win rate's interval is no wider than plus or minus this; 0: by "
                       "replicates alone.")
                .in("share")
                .from(0, 0.49)
                .cites("your choice"),
            key<Sweep>("strategies", &Sweep::strategies, "Ids of the strategies played; absent: all.")
                .cites("your choice"),
            key<Sweep>("companies", &Sweep::companies,
                       "Scenario files, or folders of them, that take the place of this company one after another; "
                       "from the folder of this file.")
                .cites("your choice"),
            key<Sweep>("generated", &Sweep::generated,
                       "Invented companies (`assent generate company`) that are played too, with seeds from 1 on.")
                .in("companies")
                .from(0, 100'000)
                .cites("your choice"),
            key<Sweep>("size", &Sweep::size, "People in each invented company; 0: by chance.")
                .in("people")
                .from(0, 16)
                .cites("your choice"),
            key<Sweep>("axes", &Sweep::axes,
                       "What runs over what, by path: a list of values, { from, to, steps }, or a distribution. Paths "
                       "are those of --set.")
                .cites("your choice"),
        },
        {list_child<Sweep>("point", point_section(), &Sweep::listed)});
    return result;
}

} // namespace assent
