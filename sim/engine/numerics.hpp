#pragma once
// Elementary functions in plain arithmetic, so that every compiler and every lane count gives the same bits.
#include "engine/lanes.hpp"

#include <cstdint>

namespace assent::inline ASSENT_ISA {

/// A 32-bit word as a number strictly between 0 and 1: the 23 high bits, at the middle of their cell (with 24 the last
/// cell's middle would round to 1).
template <int N> Floats<N> uniform(Words<N> word) {
    return to_floats(bits_as<std::int32_t>(word >> 9)) * Floats<N>(0x1p-23f) + Floats<N>(0x1p-24f);
}

/// e^x within 2 ulp; x is clamped to [-87, 88]. Reduction by Cody & Waite, polynomial of Moshier's Cephes (expf).
template <int N> Floats<N> exponential(Floats<N> x) {
    using F = Floats<N>;
    x = clamp(x, -87.0f, 88.0f);
    const F magic(12582912.0f); // 1.5 · 2^23: adding it rounds to the nearest integer
    const F n = (x * F(1.44269504088896341f) + magic) - magic;
    const F r = (x - n * F(0.693359375f)) - n * F(-2.12194440e-4f);
    F p(1.9875691500e-4f);
    p = p * r + F(1.3981999507e-3f);
    p = p * r + F(8.3334519073e-3f);
    p = p * r + F(4.1665795894e-2f);
    p = p * r + F(1.6666665459e-1f);
    p = p * r + F(5.0000001201e-1f);
    p = p * (r * r) + r + F(1.0f);
    const Ints<N> exponent = (to_ints(n) + Ints<N>(127)) << 23;
    return p * bits_as<float>(exponent);
}

/// Natural logarithm within 2 ulp for x >= 2^-126. Polynomial of Moshier's Cephes (logf).
template <int N> Floats<N> logarithm(Floats<N> x) {
    using F = Floats<N>;
    const Ints<N> bits = bits_as<std::int32_t>(greatest(x, F(0x1p-126f)));
    F mantissa = bits_as<float>((bits & Ints<N>(0x007fffff)) | Ints<N>(0x3f000000)); // in [0.5, 1)
    F exponent = to_floats((bits >> 23) - Ints<N>(126));
    const Mask<N> low = mantissa < F(0.707106781186547524f);
    exponent = select(low, exponent - F(1.0f), exponent);
    const F m = select(low, mantissa + mantissa, mantissa) - F(1.0f);
    const F square = m * m;
    F p(7.0376836292e-2f);
    p = p * m - F(1.1514610310e-1f);
    p = p * m + F(1.1676998740e-1f);
    p = p * m - F(1.2420140846e-1f);
    p = p * m + F(1.4249322787e-1f);
    p = p * m - F(1.6668057665e-1f);
    p = p * m + F(2.0000714765e-1f);
    p = p * m - F(2.4999993993e-1f);
    p = p * m + F(3.3333331174e-1f);
    F y = p * (m * square);
    y = y + exponent * F(-2.12194440e-4f);
    y = y - square * F(0.5f);
    return (m + y) + exponent * F(0.693359375f);
}

/// x^y for x >= 0; 0^y = 0.
template <int N> Floats<N> power(Floats<N> x, Floats<N> y) {
    return select(x > Floats<N>(0.0f), exponential(y * logarithm(x)), Floats<N>(0.0f));
}

/// The logistic function 1 / (1 + e^-x).
template <int N> Floats<N> logistic(Floats<N> x) { return Floats<N>(1.0f) / (Floats<N>(1.0f) + exponential(-x)); }

/// Quantile of the standard normal for p in [2^-25, 1 - 2^-25], to about 1 in 10^6.
/// Wichura 1988, algorithm AS 241 (PPND7); its far-tail branch lies outside our range of p.
template <int N> Floats<N> normal_quantile(Floats<N> p) {
    using F = Floats<N>;
    const F q = p - F(0.5f);
    const F tail = clamp(least(p, F(1.0f) - p), 0x1p-25f, 0.5f);
    const F t = square_root(-logarithm(tail)) - F(1.6f);
    const Mask<N> central = (q < F(0.425f)) & (q > F(-0.425f));
    // Each lane takes the coefficients of its branch, so that there is one division.
    const auto branch = [&](float of_centre, float of_tail) { return select(central, F(of_centre), F(of_tail)); };
    const F r = select(central, F(0.180625f) - q * q, t);
    F above = branch(59.109374720f, 0.17023821103f), below = branch(67.187563600f, 0.0f);
    above = above * r + branch(159.29113202f, 1.3067284816f);
    below = below * r + branch(78.757757664f, 0.12021132975f);
    above = above * r + branch(50.434271938f, 2.7568153900f);
    below = below * r + branch(17.895169469f, 0.73700164250f);
    above = above * r + branch(3.3871327179f, 1.4234372777f);
    below = below * r + F(1.0f);
    return select(central, q * above, select(q < F(0.0f), -above, above)) / below;
}

} // namespace assent::inline ASSENT_ISA
