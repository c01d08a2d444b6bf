#pragma once
// The slow reference simulator, part 1: draws and uncertain numbers.
//
// A second implementation of sim/ODD.md, 3: written from the description and in scalars: one deal, loops over the
// vertices of a Boost graph, names instead of indices, branches instead of masks. What it shares with the kernel is the
// contract on draws (which word of which Philox block belongs to what), the elementary functions of engine/numerics.hpp
// and the truncated distributions of model/distribution_table.hpp. Everything is float, because results have to agree
// bit for bit; where a sum runs over several terms its order is the kernel's, and a comment says so.
#include "engine/draws.hpp"
#include "engine/numerics.hpp"
#include "model/distribution_table.hpp"
#include "model/number.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assent::reference {

inline float exponential(float x) { return assent::exponential(Floats<1>(x))[0]; }
inline float logarithm(float x) { return assent::logarithm(Floats<1>(x))[0]; }
inline float normal_quantile(float p) { return assent::normal_quantile(Floats<1>(p))[0]; }
inline float logistic(float x) { return 1.0f / (1.0f + exponential(-x)); }
inline float power(float x, float y) { return x > 0 ? exponential(y * logarithm(x)) : 0.0f; }
inline float between(float x, float low, float high) { return x < low ? low : x > high ? high : x; }
inline float share(float x) { return between(x, 0.0f, 1.0f); }
inline float positive(float x) { return x < 0 ? 0.0f : x; }

/// FNV-1a, 32 bits: the identity of an id or of the path of a key.
inline std::uint32_t identity_of(const std::string& text) {
    std::uint32_t hash = 0x811c9dc5u;
    for (const char letter : text) hash = (hash ^ static_cast<std::uint8_t>(letter)) * 0x01000193u;
    return hash;
}

/// The luck of one replicate.
struct Luck {
    std::uint64_t seed, replicate;
    std::uint32_t week = 0;

    /// Number `word` (0 … 3) of the block that belongs to a purpose, somebody and an occasion of the week; in (0, 1).
    [[nodiscard]] float operator()(Purpose purpose, std::uint32_t who, int word, std::uint32_t occasion = 0) const {
        const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
        const PhiloxBlock<std::uint32_t> counter{
            {low(replicate), low(replicate >> 32) << 16 | week, who, low(std::uint64_t(purpose)) << 16 | occasion}};
        return uniform(Words<1>(philox(counter, low(seed), low(seed >> 32)).word[word]))[0];
    }
};

/// Value of a distribution at probability u.
inline float quantile(const DrawSpec& spec, const std::vector<float>& table, float u) {
    const float p = spec.p_low + u * (spec.p_high - spec.p_low);
    switch (spec.kind) {
    case DrawSpec::Kind::uniform:
        return spec.a + u * (spec.b - spec.a);
    case DrawSpec::Kind::triangular: {
        const float span = spec.c - spec.a, left = spec.b - spec.a, right = spec.c - spec.b;
        if (p * span < left) return spec.a + std::sqrt(p * (span * left));
        return spec.c - std::sqrt((1 - p) * (span * right));
    }
    case DrawSpec::Kind::normal:
        return spec.a + spec.b * normal_quantile(p);
    case DrawSpec::Kind::lognormal:
        return spec.a * exponential(spec.b * normal_quantile(p));
    case DrawSpec::Kind::table: {
        const float place = u * static_cast<float>(spec.cells);
        const auto cell = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(spec.cells - 1));
        return table[cell] + (place - static_cast<float>(cell)) * (table[cell + 1] - table[cell]);
    }
    case DrawSpec::Kind::discrete:
        break;
    }
    const auto cells = static_cast<std::size_t>(spec.cells); // cumulative probabilities, then values
    for (std::size_t cell = 0; cell + 1 < cells; ++cell)
        if (u < table[cell]) return table[cells + cell];
    return table[2 * cells - 1];
}

/// A number of the scenario as it came out in the replicate being played.
class Quantity {
  public:
    Quantity() = default;
    explicit Quantity(const float* place) : place_(place) {}
    operator float() const { return *place_; } // NOLINT(google-explicit-constructor): it is a number

  private:
    static constexpr float zero_ = 0;
    const float* place_ = &zero_;
};

/// All numbers of a scenario; drawn anew for each replicate.
class Numbers {
  public:
    /// `path` names the key: it gives the draw its identity.
    Quantity add(const Number& number, Bounds bounds, const std::string& path) {
        Entry& entry = entries_.emplace_back();
        if (number.is_constant())
            entry.value = static_cast<float>(std::clamp(number.a, bounds.low, bounds.high));
        else
            entry.how = spec_of(number, bounds, path, entry.table);
        return Quantity(&entry.value);
    }
    void draw(const Luck& luck) {
        for (Entry& entry : entries_)
            if (entry.how) {
                const float u = luck(Purpose::parameter, entry.how->who, 0);
                const float drawn = quantile(*entry.how, entry.table, u);
                entry.value = between(drawn, entry.how->low, entry.how->high) * entry.how->factor;
            }
    }

  private:
    struct Entry {
        float value = 0;
        std::optional<DrawSpec> how;
        std::vector<float> table;
    };

    /// Tables of beta quantiles are dear and the priors of the roles come again and again: made once.
    static DrawSpec spec_of(const Number& number, Bounds bounds, const std::string& path, std::vector<float>& table) {
        if (number.kind != Number::Kind::beta) return draw_spec(number, bounds, path, table);
        static std::map<std::vector<double>, std::pair<DrawSpec, std::vector<float>>> made;
        auto& [spec, quantiles] = made[{number.a, number.b, bounds.low, bounds.high}];
        if (quantiles.empty()) spec = draw_spec(number, bounds, path, quantiles);
        table = quantiles;
        DrawSpec own = spec;
        own.who = identity_of(path);
        own.factor = static_cast<float>(number.factor);
        return own;
    }

    std::deque<Entry> entries_; // grows without moving what Quantity points to
};

/// What a key means that was left out (typical of the role) or unknown (the role's prior).
inline Number resolved(const Number& number, const Number& prior) {
    if (number.kind == Number::Kind::unset) return Number(prior.mean());
    return number.kind == Number::Kind::unknown ? prior : number;
}

/// Expected value of a number that the seller takes for granted.
inline float expected(const Number& number, Bounds bounds) {
    return static_cast<float>(std::clamp(number.is_constant() ? number.a : number.mean(), bounds.low, bounds.high));
}

/// Number of a name in a list, or nothing.
inline const Number* find(const NamedNumbers& numbers, const std::string& name) {
    for (const auto& [known, number] : numbers)
        if (known == name) return &number;
    return nullptr;
}

} // namespace assent::reference
