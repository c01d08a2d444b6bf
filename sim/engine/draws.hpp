#pragma once
// Which luck belongs to what. Every draw is addressed by (seed, replicate, week, who, purpose), so strategies that do
// the same thing to the same person in the same week meet the same luck (common random numbers).
#include "engine/numerics.hpp"
#include "engine/philox.hpp"

namespace assent::inline ASSENT_ISA {

/// One Philox block of four words for each purpose and occasion. Append only: a number, once given, keeps its meaning.
enum class Purpose : std::uint32_t {
    parameter = 0,  // who = key path         [0] the uncertain number
    need = 1,       // who = company          [0] shock
    rival = 2,      // who = alternative      [0] does it call, [1] on whom, [2] does it cut its price
    touch = 3,      // who = member           [0] reach, [1] professionalism, [2] detection, [3] error of what is seen
    inducement = 4, // who = member           [0] kickback accepted, [1] the client's means come up
    find_objection = 5, // who = objection        [0] it comes to light, [1] its root does
    find_colleague = 6, // who = colleague        [0] his name falls
    pilot = 7,          // who = company          [0] the trial passes
    vote = 8,           // who = member           [0] choice, [1] does he refuse what the centre settles on
    ranking = 9,        // who = member           [0..3] Gumbel noise of alternatives 4 j … 4 j + 3, j = ordinal
    centre = 10,        // who = company          [0] whose voice counts, or how a tie breaks
    letter = 11,        // who = company          [0] a friend reads the letter to the end, [1] the second one
    quarter = 12,       // who = company, week = quarter: [0] breakdown, [1] renewal, [2] scandal, [3] won back
    exit_talk = 13,     // who = company, week = quarter: [0] the client says why it left
};

/// Where in the counter space a lane is: replicate and week are shared by all draws of a step.
template <int N> struct Luck {
    PhiloxKeys keys{0, 0}; ///< of the seed
    Words<N> replicate_low, replicate_high;
    std::uint32_t week;

    [[nodiscard]] std::uint64_t replicate(int lane) const {
        return std::uint64_t{replicate_high[lane]} << 32 | replicate_low[lane];
    }

    /// who: identity; ordinal below 2^16 tells occasions of one week apart.
    [[nodiscard]] PhiloxBlock<Words<N>> operator()(Purpose purpose, Words<N> who, Words<N> ordinal) const {
        const Words<N> tag = Words<N>(static_cast<std::uint32_t>(purpose) << 16) | ordinal;
        return philox(PhiloxBlock<Words<N>>{{replicate_low, (replicate_high << 16) | Words<N>(week), who, tag}}, keys);
    }
    [[nodiscard]] PhiloxBlock<Words<N>> operator()(Purpose purpose, std::uint32_t who,
                                                   std::uint32_t ordinal = 0) const {
        return (*this)(purpose, Words<N>(who), Words<N>(ordinal));
    }
};

} // namespace assent::inline ASSENT_ISA
