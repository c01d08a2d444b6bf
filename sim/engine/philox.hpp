#pragma once
// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as
// 1, 2, 3", SC11. Every draw is a pure function of its counter and key, so the order of events cannot change a draw.
#include "engine/lanes.hpp"

#include <cstdint>

namespace assent::inline ASSENT_ISA {

template <class Word> struct PhiloxBlock { Word word[4]; };

constexpr WideProduct<std::uint32_t> multiply_wide(std::uint32_t x, std::uint32_t y) {
    const std::uint64_t product = std::uint64_t{x} * y;
    return {static_cast<std::uint32_t>(product >> 32), static_cast<std::uint32_t>(product)};
}

/// The keys of the ten rounds.
struct PhiloxKeys {
    std::uint32_t first[10], second[10];
    constexpr PhiloxKeys(std::uint32_t key0, std::uint32_t key1) : first(), second() {
        for (int round = 0; round < 10; ++round) {
            first[round] = key0;
            second[round] = key1;
            key0 += 0x9E3779B9u; // golden ratio
            key1 += 0xBB67AE85u; // sqrt(3) - 1
        }
    }
};

/// Ten rounds over a counter of four words; Word is uint32_t, or SplitWords<N>, in which several words are multiplied.
template <class Word> constexpr PhiloxBlock<Word> philox_rounds(PhiloxBlock<Word> counter, const PhiloxKeys& keys) {
    for (int round = 0; round < 10; ++round) {
        const auto first = multiply_wide(0xD2511F53u, counter.word[0]);
        const auto second = multiply_wide(0xCD9E8D57u, counter.word[2]);
        counter = {{second.high ^ counter.word[1] ^ Word(keys.first[round]), second.low,
                    first.high ^ counter.word[3] ^ Word(keys.second[round]), first.low}};
    }
    return counter;
}
constexpr PhiloxBlock<std::uint32_t> philox(const PhiloxBlock<std::uint32_t>& counter, const PhiloxKeys& keys) {
    return philox_rounds(counter, keys);
}
template <int N> PhiloxBlock<Words<N>> philox(const PhiloxBlock<Words<N>>& counter, const PhiloxKeys& keys) {
    const auto& in = counter.word;
    if constexpr (N == 1) {
        const auto out = philox(PhiloxBlock<std::uint32_t>{{in[0][0], in[1][0], in[2][0], in[3][0]}}, keys);
        return {{out.word[0], out.word[1], out.word[2], out.word[3]}};
    } else {
        using Split = SplitWords<N>;
        const auto out =
            philox_rounds(PhiloxBlock<Split>{{Split(in[0]), Split(in[1]), Split(in[2]), Split(in[3])}}, keys);
        return {{out.word[0].joined(), out.word[1].joined(), out.word[2].joined(), out.word[3].joined()}};
    }
}
/// A single block; Word is uint32_t or Words<N>.
template <class Word>
constexpr PhiloxBlock<Word> philox(PhiloxBlock<Word> counter, std::uint32_t key0, std::uint32_t key1) {
    return philox(counter, PhiloxKeys(key0, key1));
}

namespace known_answers { // Random123 distribution, kat_vectors
constexpr bool matches(PhiloxBlock<std::uint32_t> counter, std::uint32_t key0, std::uint32_t key1,
                       PhiloxBlock<std::uint32_t> expected) {
    const auto block = philox(counter, key0, key1);
    for (int i = 0; i < 4; ++i)
        if (block.word[i] != expected.word[i]) return false;
    return true;
}
static_assert(matches({{0, 0, 0, 0}}, 0, 0, {{0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u}}));
static_assert(matches({{~0u, ~0u, ~0u, ~0u}}, ~0u, ~0u, {{0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu}}));
static_assert(matches({{0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u}}, 0xa4093822u, 0x299f31d0u,
                      {{0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u}}));
} // namespace known_answers

} // namespace assent::inline ASSENT_ISA
