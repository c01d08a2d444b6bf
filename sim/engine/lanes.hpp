#pragma once
// The vector wrapper: N replicates side by side. N = 1 is one deal in play, plain scalars; a larger N is a vector of the
// compiler. The rules of the model are written once over these types: a mask instead of a branch.
//
// Contract: every operation is IEEE arithmetic on each lane by itself, so a lane computes the same bits at any N.
#include <cstdint>

namespace assent {

template <class T, int N> struct RawVector {
    typedef T type __attribute__((vector_size(N * sizeof(T)))); // the only spelling that takes the attribute
};
template <class T> struct RawVector<T, 1> { using type = T; };

/// N lanes of T, T one of float, int32_t, uint32_t.
template <class T, int N> struct Lanes {
    using Raw = typename RawVector<T, N>::type;
    Raw raw;

    Lanes() = default;
    constexpr Lanes(T value) : raw(spread(value)) {} // NOLINT(google-explicit-constructor): a constant in all lanes
    static constexpr Lanes of(Raw raw) {
        Lanes lanes;
        lanes.raw = raw;
        return lanes;
    }

    [[nodiscard]] constexpr T operator[](int lane) const {
        if constexpr (N == 1)
            return raw;
        else
            return raw[lane];
    }
    constexpr void set(int lane, T value) {
        if constexpr (N == 1)
            raw = value;
        else
            raw[lane] = value;
    }

    friend constexpr Lanes operator+(Lanes x, Lanes y) { return of(x.raw + y.raw); }
    friend constexpr Lanes operator-(Lanes x, Lanes y) { return of(x.raw - y.raw); }
    friend constexpr Lanes operator*(Lanes x, Lanes y) { return of(x.raw * y.raw); }
    friend constexpr Lanes operator/(Lanes x, Lanes y) { return of(x.raw / y.raw); }
    friend constexpr Lanes operator-(Lanes x) { return of(-x.raw); }
    constexpr Lanes& operator+=(Lanes y) { return *this = *this + y; }
    constexpr Lanes& operator-=(Lanes y) { return *this = *this - y; }
    constexpr Lanes& operator*=(Lanes y) { return *this = *this * y; }
    // Integers only.
    friend constexpr Lanes operator^(Lanes x, Lanes y) { return of(x.raw ^ y.raw); }
    friend constexpr Lanes operator|(Lanes x, Lanes y) { return of(x.raw | y.raw); }
    friend constexpr Lanes operator&(Lanes x, Lanes y) { return of(x.raw & y.raw); }
    friend constexpr Lanes operator<<(Lanes x, int bits) { return of(x.raw << bits); }
    friend constexpr Lanes operator>>(Lanes x, int bits) { return of(x.raw >> bits); }

  private:
    static constexpr Raw spread(T value) {
        if constexpr (N == 1)
            return value;
        else
            return Raw{} + value;
    }
};

template <int N> using Floats = Lanes<float, N>;
template <int N> using Ints = Lanes<std::int32_t, N>;
template <int N> using Words = Lanes<std::uint32_t, N>;

/// N truth values; each lane is 0 or all ones.
template <int N> struct Mask {
    using Raw = typename Ints<N>::Raw;
    Raw raw;

    static Mask of(Raw raw) { return {raw}; }
    static Mask all(bool value) { return {Ints<N>(value ? -1 : 0).raw}; }
    [[nodiscard]] bool operator[](int lane) const { return Ints<N>::of(raw)[lane] != 0; }
    friend Mask operator&(Mask x, Mask y) { return of(x.raw & y.raw); }
    friend Mask operator|(Mask x, Mask y) { return of(x.raw | y.raw); }
    friend Mask operator~(Mask x) { return of(~x.raw); }
    Mask& operator&=(Mask y) { return *this = *this & y; }
    Mask& operator|=(Mask y) { return *this = *this | y; }
};

template <int N> bool any(Mask<N> mask) {
    bool found = false;
    for (int lane = 0; lane < N; ++lane) found |= mask[lane];
    return found;
}

/// A comparison of one lane is bool, of several a vector of 0 and -1: one spelling for both.
template <int N, class Compared> Mask<N> mask_of(Compared compared) {
    if constexpr (N == 1)
        return Mask<1>::of(compared ? -1 : 0);
    else
        return Mask<N>::of(compared);
}
template <class T, int N> Mask<N> operator<(Lanes<T, N> x, Lanes<T, N> y) { return mask_of<N>(x.raw < y.raw); }
template <class T, int N> Mask<N> operator<=(Lanes<T, N> x, Lanes<T, N> y) { return mask_of<N>(x.raw <= y.raw); }
template <class T, int N> Mask<N> operator>(Lanes<T, N> x, Lanes<T, N> y) { return mask_of<N>(x.raw > y.raw); }
template <class T, int N> Mask<N> operator>=(Lanes<T, N> x, Lanes<T, N> y) { return mask_of<N>(x.raw >= y.raw); }
template <class T, int N> Mask<N> operator==(Lanes<T, N> x, Lanes<T, N> y) { return mask_of<N>(x.raw == y.raw); }
template <class T, int N> Mask<N> operator!=(Lanes<T, N> x, Lanes<T, N> y) { return mask_of<N>(x.raw != y.raw); }

/// `yes` in lanes where the mask is set, `no` elsewhere.
template <class T, int N> Lanes<T, N> select(Mask<N> mask, Lanes<T, N> yes, Lanes<T, N> no) {
    if constexpr (N == 1)
        return mask.raw != 0 ? yes : no;
    else {
        using Bits = typename Ints<N>::Raw;
        const Bits bits =
            (__builtin_bit_cast(Bits, yes.raw) & mask.raw) | (__builtin_bit_cast(Bits, no.raw) & ~mask.raw);
        return Lanes<T, N>::of(__builtin_bit_cast(typename Lanes<T, N>::Raw, bits));
    }
}

template <class T, int N> Lanes<T, N> least(Lanes<T, N> x, Lanes<T, N> y) { return select(y < x, y, x); }
template <class T, int N> Lanes<T, N> greatest(Lanes<T, N> x, Lanes<T, N> y) { return select(x < y, y, x); }
template <int N> Floats<N> clamp(Floats<N> x, float low, float high) {
    return least(greatest(x, Floats<N>(low)), Floats<N>(high));
}
template <int N> Floats<N> unit_interval(Floats<N> x) { return clamp(x, 0.0f, 1.0f); }
template <int N> Floats<N> positive_part(Floats<N> x) { return greatest(x, Floats<N>(0.0f)); }

/// Correctly rounded square root (IEEE 754), one instruction.
template <int N> Floats<N> square_root(Floats<N> x) {
    Floats<N> root;
    for (int lane = 0; lane < N; ++lane) root.set(lane, __builtin_sqrtf(x[lane]));
    return root;
}

template <int N> Floats<N> to_floats(Ints<N> x) {
    if constexpr (N == 1)
        return static_cast<float>(x.raw);
    else
        return Floats<N>::of(__builtin_convertvector(x.raw, typename Floats<N>::Raw));
}
/// Towards zero; |x| < 2^31.
template <int N> Ints<N> to_ints(Floats<N> x) {
    if constexpr (N == 1)
        return static_cast<std::int32_t>(x.raw);
    else
        return Ints<N>::of(__builtin_convertvector(x.raw, typename Ints<N>::Raw));
}
/// The same 32 bits under another type.
template <class To, class From, int N> Lanes<To, N> bits_as(Lanes<From, N> x) {
    return Lanes<To, N>::of(__builtin_bit_cast(typename Lanes<To, N>::Raw, x.raw));
}

/// State of the lanes lies side by side: element i of an array is N consecutive values.
template <int N> Floats<N> load(const float* at) {
    Floats<N> value;
    __builtin_memcpy(&value.raw, at, sizeof value.raw);
    return value;
}
template <int N> void store(float* at, Floats<N> value) { __builtin_memcpy(at, &value.raw, sizeof value.raw); }
/// Writes only the lanes of the mask: a decided lane stays frozen.
template <int N> void store(float* at, Mask<N> mask, Floats<N> value) { store(at, select(mask, value, load<N>(at))); }

/// Element index[lane] of an array of lanes, for each lane its own.
template <int N> Floats<N> gather(const float* array, Ints<N> index) {
    Floats<N> value;
    for (int lane = 0; lane < N; ++lane) value.set(lane, array[index[lane] * N + lane]);
    return value;
}
template <int N> void scatter(float* array, Ints<N> index, Mask<N> mask, Floats<N> value) {
    for (int lane = 0; lane < N; ++lane)
        if (mask[lane]) array[index[lane] * N + lane] = value[lane];
}
/// Element index[lane] of an array that all lanes share.
template <class T, class Index, int N> Lanes<T, N> look_up(const Index* array, Ints<N> index) {
    Lanes<T, N> value;
    for (int lane = 0; lane < N; ++lane) value.set(lane, static_cast<T>(array[index[lane]]));
    return value;
}

} // namespace assent
