#pragma once
// The vector wrapper: N replicates side by side. N = 1 is one deal in play, plain scalars; a larger N is one or several
// registers of the machine (engine/registers.hpp). The rules of the model are written once over these types: a mask
// instead of a branch.
//
// Contract: every operation is IEEE arithmetic on each lane by itself, so a lane computes the same bits at any N.
#include "engine/registers.hpp"

#include <cstdint>

namespace assent::inline ASSENT_ISA {

/// Lanes in one register when there are N in all.
template <int N> inline constexpr int lanes_together = N < register_lanes ? N : register_lanes;

/// N lanes of T, T one of float, int32_t, uint32_t.
template <class T, int N> struct Lanes {
    static constexpr int width = lanes_together<N>, parts = N / width;
    static_assert(parts * width == N);
    using Raw = Register<T, width>;
    Raw part[parts];

    Lanes() = default;
    constexpr Lanes(T value) { // NOLINT(google-explicit-constructor): a constant in all lanes
        for (Raw& raw : part) raw = spread(value);
    }
    /// The result of `operation` on register after register.
    template <class Operation> static constexpr Lanes each(Operation operation) {
        Lanes lanes;
        for (int p = 0; p < parts; ++p) lanes.part[p] = operation(p);
        return lanes;
    }

    [[nodiscard]] constexpr T operator[](int lane) const {
        if constexpr (width == 1)
            return part[lane];
        else
            return part[lane / width][lane % width];
    }
    constexpr void set(int lane, T value) {
        if constexpr (width == 1)
            part[lane] = value;
        else
            part[lane / width][lane % width] = value;
    }

    friend constexpr Lanes operator+(Lanes x, Lanes y) {
        return each([&](int p) { return x.part[p] + y.part[p]; });
    }
    friend constexpr Lanes operator-(Lanes x, Lanes y) {
        return each([&](int p) { return x.part[p] - y.part[p]; });
    }
    friend constexpr Lanes operator*(Lanes x, Lanes y) {
        return each([&](int p) { return x.part[p] * y.part[p]; });
    }
    friend constexpr Lanes operator/(Lanes x, Lanes y) {
        return each([&](int p) { return x.part[p] / y.part[p]; });
    }
    friend constexpr Lanes operator-(Lanes x) {
        return each([&](int p) { return -x.part[p]; });
    }
    constexpr Lanes& operator+=(Lanes y) { return *this = *this + y; }
    constexpr Lanes& operator-=(Lanes y) { return *this = *this - y; }
    constexpr Lanes& operator*=(Lanes y) { return *this = *this * y; }
    // Integers only.
    friend constexpr Lanes operator^(Lanes x, Lanes y) {
        return each([&](int p) { return x.part[p] ^ y.part[p]; });
    }
    friend constexpr Lanes operator|(Lanes x, Lanes y) {
        return each([&](int p) { return x.part[p] | y.part[p]; });
    }
    friend constexpr Lanes operator&(Lanes x, Lanes y) {
        return each([&](int p) { return x.part[p] & y.part[p]; });
    }
    friend constexpr Lanes operator<<(Lanes x, int bits) {
        return each([&](int p) { return x.part[p] << bits; });
    }
    friend constexpr Lanes operator>>(Lanes x, int bits) {
        return each([&](int p) { return x.part[p] >> bits; });
    }

  private:
    static constexpr Raw spread(T value) {
        if constexpr (width == 1)
            return value;
        else
            return value - Raw{}; // nothing changes a number from which 0 is taken, not even the sign of -0
    }
};

template <int N> using Floats = Lanes<float, N>;
template <int N> using Ints = Lanes<std::int32_t, N>;
template <int N> using Words = Lanes<std::uint32_t, N>;

/// N truth values.
template <int N> struct Mask {
    using Machine = Instructions<lanes_together<N>>;
    static constexpr int width = lanes_together<N>, parts = N / width;
    typename Machine::Mask part[parts];

    template <class Operation> static Mask each(Operation operation) {
        Mask mask;
        for (int p = 0; p < parts; ++p) mask.part[p] = operation(p);
        return mask;
    }
    static Mask all(bool value) {
        return each([&](int) { return Machine::all(value); });
    }
    [[nodiscard]] bool operator[](int lane) const { return Machine::lane(part[lane / width], lane % width); }
    friend Mask operator&(Mask x, Mask y) {
        return each([&](int p) { return Machine::both(x.part[p], y.part[p]); });
    }
    friend Mask operator|(Mask x, Mask y) {
        return each([&](int p) { return Machine::either(x.part[p], y.part[p]); });
    }
    friend Mask operator~(Mask x) {
        return each([&](int p) { return Machine::neither(x.part[p]); });
    }
    Mask& operator&=(Mask y) { return *this = *this & y; }
    Mask& operator|=(Mask y) { return *this = *this | y; }
};

template <int N> bool any(Mask<N> mask) {
    typename Mask<N>::Machine::Mask found = mask.part[0];
    for (int p = 1; p < Mask<N>::parts; ++p) found = Mask<N>::Machine::either(found, mask.part[p]);
    return Mask<N>::Machine::any(found);
}

/// In how many lanes the mask is set.
template <int N> int count(Mask<N> mask) {
    int lanes = 0;
    for (int p = 0; p < Mask<N>::parts; ++p) lanes += Mask<N>::Machine::count(mask.part[p]);
    return lanes;
}

/// The first lane in which the mask is set; there must be one.
template <int N> int first_lane(Mask<N> mask) {
    int lane = 0;
    for (int p = 0; p < Mask<N>::parts; ++p, lane += Mask<N>::width)
        if (Mask<N>::Machine::any(mask.part[p])) return lane + Mask<N>::Machine::first(mask.part[p]);
    return 0;
}

template <class T, int N> Mask<N> operator<(Lanes<T, N> x, Lanes<T, N> y) {
    return Mask<N>::each([&](int p) { return Mask<N>::Machine::less(x.part[p], y.part[p]); });
}
template <class T, int N> Mask<N> operator<=(Lanes<T, N> x, Lanes<T, N> y) {
    return Mask<N>::each([&](int p) { return Mask<N>::Machine::less_equal(x.part[p], y.part[p]); });
}
template <class T, int N> Mask<N> operator==(Lanes<T, N> x, Lanes<T, N> y) {
    return Mask<N>::each([&](int p) { return Mask<N>::Machine::equal(x.part[p], y.part[p]); });
}
template <class T, int N> Mask<N> operator>(Lanes<T, N> x, Lanes<T, N> y) { return y < x; }
template <class T, int N> Mask<N> operator>=(Lanes<T, N> x, Lanes<T, N> y) { return y <= x; }
template <class T, int N> Mask<N> operator!=(Lanes<T, N> x, Lanes<T, N> y) { return ~(x == y); }

/// Is bit number member[lane] set in a set of bits; a negative number stands for bit 0.
template <int N> Mask<N> contains(std::uint32_t set, Ints<N> member) {
    const Words<N> place = bits_as<std::uint32_t>(greatest(member, Ints<N>(0)));
    const Words<N> shifted = Words<N>::each([&](int p) { return Words<N>(set).part[p] >> place.part[p]; });
    return (shifted & Words<N>(1u)) != Words<N>(0u);
}

/// `yes` in lanes where the mask is set, `no` elsewhere.
template <class T, int N> Lanes<T, N> select(Mask<N> mask, Lanes<T, N> yes, Lanes<T, N> no) {
    return Lanes<T, N>::each([&](int p) { return Mask<N>::Machine::select(mask.part[p], yes.part[p], no.part[p]); });
}

/// y where it is less than x, else x.
template <class T, int N> Lanes<T, N> least(Lanes<T, N> x, Lanes<T, N> y) {
    return Lanes<T, N>::each([&](int p) { return Mask<N>::Machine::least(x.part[p], y.part[p]); });
}
/// y where it is greater than x, else x.
template <class T, int N> Lanes<T, N> greatest(Lanes<T, N> x, Lanes<T, N> y) {
    return Lanes<T, N>::each([&](int p) { return Mask<N>::Machine::greatest(x.part[p], y.part[p]); });
}
template <int N> Floats<N> clamp(Floats<N> x, float low, float high) {
    return least(greatest(x, Floats<N>(low)), Floats<N>(high));
}
template <int N> Floats<N> unit_interval(Floats<N> x) { return clamp(x, 0.0f, 1.0f); }
template <int N> Floats<N> positive_part(Floats<N> x) { return greatest(x, Floats<N>(0.0f)); }

/// Correctly rounded square root (IEEE 754), one instruction.
template <int N> Floats<N> square_root(Floats<N> x) {
    return Floats<N>::each([&](int p) { return Mask<N>::Machine::square_root(x.part[p]); });
}

template <int N> Floats<N> to_floats(Ints<N> x) {
    return Floats<N>::each([&](int p) { return Mask<N>::Machine::to_float(x.part[p]); });
}
/// Towards zero; |x| < 2^31.
template <int N> Ints<N> to_ints(Floats<N> x) {
    return Ints<N>::each([&](int p) { return Mask<N>::Machine::to_int(x.part[p]); });
}
/// Lane `source[lane]` of x in each lane.
template <int N> Floats<N> permute(Floats<N> x, Ints<N> source) {
    if constexpr (Floats<N>::parts == 1)
        return Floats<N>::each([&](int p) { return Mask<N>::Machine::permute(x.part[p], source.part[p]); });
    Floats<N> moved;
    for (int lane = 0; lane < N; ++lane) moved.set(lane, x[source[lane]]);
    return moved;
}

/// The same 32 bits under another type.
template <class To, class From, int N> Lanes<To, N> bits_as(Lanes<From, N> x) {
    using Raw = typename Lanes<To, N>::Raw;
    return Lanes<To, N>::each([&](int p) { return __builtin_bit_cast(Raw, x.part[p]); });
}

/// N words apart by place, even and odd, each in the low half of 64 bits: room for the products of a multiplication.
/// What stands in the high halves does not matter.
template <int N> struct SplitWords {
    static constexpr int parts = Words<N>::parts;
    using Machine = Instructions<lanes_together<N>>;
    using Wide = Register<std::uint64_t, lanes_together<N> / 2>;
    Wide even[parts], odd[parts];

    SplitWords() = default;
    explicit SplitWords(std::uint32_t value) : SplitWords(Words<N>(value)) {}
    explicit SplitWords(Words<N> words) {
        for (int p = 0; p < parts; ++p) {
            even[p] = __builtin_bit_cast(Wide, words.part[p]);
            odd[p] = even[p] >> 32;
        }
    }
    [[nodiscard]] Words<N> joined() const {
        return Words<N>::each([&](int p) {
            return __builtin_bit_cast(typename Words<N>::Raw, (even[p] & (0xffffffffu - Wide{})) | odd[p] << 32);
        });
    }
    friend SplitWords operator^(SplitWords x, SplitWords y) {
        for (int p = 0; p < parts; ++p) {
            x.even[p] ^= y.even[p];
            x.odd[p] ^= y.odd[p];
        }
        return x;
    }
};

/// The 64-bit products x · y[lane], as their high and low words.
template <class Words> struct WideProduct { Words high, low; };

template <int N> WideProduct<SplitWords<N>> multiply_wide(std::uint32_t x, SplitWords<N> y) {
    using Split = SplitWords<N>;
    const typename Split::Wide factor = x - typename Split::Wide{};
    WideProduct<Split> product;
    for (int p = 0; p < Split::parts; ++p) {
        product.low.even[p] = Split::Machine::multiply_low(y.even[p], factor);
        product.low.odd[p] = Split::Machine::multiply_low(y.odd[p], factor);
        product.high.even[p] = product.low.even[p] >> 32;
        product.high.odd[p] = product.low.odd[p] >> 32;
    }
    return product;
}

/// State of the lanes lies side by side: element i of an array is N consecutive values.
template <int N> Floats<N> load(const float* at) {
    Floats<N> value;
    __builtin_memcpy(&value.part, at, sizeof value.part);
    return value;
}
template <int N> void store(float* at, Floats<N> value) { __builtin_memcpy(at, &value.part, sizeof value.part); }
/// Writes only the lanes of the mask: a decided lane stays frozen.
template <int N> void store(float* at, Mask<N> mask, Floats<N> value) { store(at, select(mask, value, load<N>(at))); }

/// Element index[lane] of an array that all lanes share.
template <class T, class Index, int N> Lanes<T, N> look_up(const Index* array, Ints<N> index) {
    Lanes<T, N> value;
    for (int lane = 0; lane < N; ++lane) value.set(lane, static_cast<T>(array[index[lane]]));
    return value;
}

} // namespace assent::inline ASSENT_ISA
