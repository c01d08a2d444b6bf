#pragma once
// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as
// 1, 2, 3", SC11. Every draw is a pure function of its counter and key, so the order of events cannot change a draw.
#include "engine/lanes.hpp"

#include <cstdint>

namespace assent::inline ASSENT_ISA {

template <class Word> struct PhiloxBlock { Word word[4]; };

constexpr WideProduct<std::uint32_t> multiply_wide(std::uint32_t x, std::uint32_t y) {
    return Instructions<1>::multiply_wide(x, y);
}

/// Ten rounds over a counter of four words with a key of two; Word is uint32_t or Words<N>.
template <class Word>
constexpr PhiloxBlock<Word> philox(PhiloxBlock<Word> counter, std::uint32_t key0, std::uint32_t key1) {
    for (int round = 0; round < 10; ++round) {
        const auto first = multiply_wide(0xD2511F53u, counter.word[0]);
        const auto second = multiply_wide(0xCD9E8D57u, counter.word[2]);
        counter = {{second.high ^ counter.word[1] ^ Word(key0), second.low, first.high ^ counter.word[3] ^ Word(key1),
                    first.low}};
        key0 += 0x9E3779B9u; // golden ratio
        key1 += 0xBB67AE85u; // sqrt(3) - 1
    }
    return counter;
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
