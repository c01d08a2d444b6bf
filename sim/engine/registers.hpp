#pragma once
// Machine registers of W lanes, W = 1 a plain scalar: what the compiler's vector types cannot say, or say badly, in the
// words of the instruction set that this file is compiled for. Only engine/lanes.hpp includes this.
//
// Each instruction set has a copy of the kernel to itself in a namespace of its own: under one name the linker would keep
// one copy of a function for all of them, and a machine could meet instructions that it lacks.
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#ifndef ASSENT_ISA
#define ASSENT_ISA portable
#endif

namespace assent::inline ASSENT_ISA {

template <class T, int W> struct RegisterOf {
    typedef T type __attribute__((vector_size(W * sizeof(T)))); // the only spelling that takes the attribute
};
template <class T> struct RegisterOf<T, 1> { using type = T; };
template <class T, int W> using Register = typename RegisterOf<T, W>::type;

/// What every compiler of vectors can do; a mask is a vector of 0 and -1.
template <int W> struct VectorInstructions {
    using F = Register<float, W>;
    using I = Register<std::int32_t, W>;
    using U = Register<std::uint32_t, W>;
    using Wide = Register<std::uint64_t, W / 2>;
    using Mask = I;

    static Mask all(bool value) { return (value ? -1 : 0) - I{}; }
    static bool lane(Mask mask, int place) { return mask[place] != 0; }
    static bool any(Mask mask) {
        bool found = false;
        for (int place = 0; place < W; ++place) found |= mask[place] != 0;
        return found;
    }
    static int count(Mask mask) {
        int set = 0;
        for (int place = 0; place < W; ++place) set += mask[place] != 0 ? 1 : 0;
        return set;
    }
    static F permute(F x, I source) {
        F moved;
        for (int place = 0; place < W; ++place) moved[place] = x[source[place]];
        return moved;
    }
    static int first(Mask mask) {
        int place = 0;
        while (mask[place] == 0) ++place;
        return place;
    }
    static Mask both(Mask x, Mask y) { return x & y; }
    static Mask either(Mask x, Mask y) { return x | y; }
    static Mask neither(Mask x) { return ~x; }
    template <class R> static Mask less(R x, R y) { return x < y; }
    template <class R> static Mask less_equal(R x, R y) { return x <= y; }
    template <class R> static Mask equal(R x, R y) { return x == y; }
    template <class R> static R select(Mask mask, R yes, R no) {
        return __builtin_bit_cast(R, (__builtin_bit_cast(I, yes) & mask) | (__builtin_bit_cast(I, no) & ~mask));
    }
    template <class R> static R least(R x, R y) { return select(less(y, x), y, x); }
    template <class R> static R greatest(R x, R y) { return select(less(x, y), y, x); }
    static F square_root(F x) {
        F root;
        for (int place = 0; place < W; ++place) root[place] = __builtin_sqrtf(x[place]);
        return root;
    }
    /// Products of the low 32 bits of each element.
    static Wide multiply_low(Wide x, Wide y) { return (x & (0xffffffffu - Wide{})) * (y & (0xffffffffu - Wide{})); }
    static F to_float(I x) { return __builtin_convertvector(x, F); }
    static I to_int(F x) { return __builtin_convertvector(x, I); }
};

template <int W> struct Instructions : VectorInstructions<W> {};

template <> struct Instructions<1> {
    using Mask = bool;
    static bool all(bool value) { return value; }
    static bool lane(bool mask, int) { return mask; }
    static bool any(bool mask) { return mask; }
    static int first(bool) { return 0; }
    static int count(bool mask) { return mask ? 1 : 0; }
    static float permute(float x, std::int32_t) { return x; }
    static bool both(bool x, bool y) { return x & y; }
    static bool either(bool x, bool y) { return x | y; }
    static bool neither(bool x) { return !x; }
    template <class R> static bool less(R x, R y) { return x < y; }
    template <class R> static bool less_equal(R x, R y) { return x <= y; }
    template <class R> static bool equal(R x, R y) { return x == y; }
    template <class R> static R select(bool mask, R yes, R no) { return mask ? yes : no; }
    template <class R> static R least(R x, R y) { return y < x ? y : x; }
    template <class R> static R greatest(R x, R y) { return x < y ? y : x; }
    static float square_root(float x) { return __builtin_sqrtf(x); }
    static float to_float(std::int32_t x) { return static_cast<float>(x); }
    static std::int32_t to_int(float x) { return static_cast<std::int32_t>(x); }
};

#if defined(__SSE2__)
template <> struct Instructions<4> : VectorInstructions<4> {
    static int set_bits(Mask mask) { return _mm_movemask_ps(__builtin_bit_cast(__m128, mask)); }
    static bool any(Mask mask) { return set_bits(mask) != 0; }
    // Bits in a number below 16, four bits each: the instruction that counts came after SSE2.
    static int count(Mask mask) { return static_cast<int>(0x4332322132212110ull >> (4 * set_bits(mask)) & 7); }
    static int first(Mask mask) { return __builtin_ctz(static_cast<unsigned>(set_bits(mask))); }
    static Wide multiply_low(Wide x, Wide y) {
        return __builtin_bit_cast(Wide, _mm_mul_epu32(__builtin_bit_cast(__m128i, x), __builtin_bit_cast(__m128i, y)));
    }
    static F square_root(F x) { return _mm_sqrt_ps(x); }
    // Their second operand is what a comparison with NaN or of two zeros falls back to, as it is in select(y < x, y, x).
    static F least(F x, F y) { return _mm_min_ps(y, x); }
    static F greatest(F x, F y) { return _mm_max_ps(y, x); }
    static I least(I x, I y) { return VectorInstructions::least(x, y); }
    static I greatest(I x, I y) { return VectorInstructions::greatest(x, y); }
};
#endif

#if defined(__AVX2__)
template <> struct Instructions<8> : VectorInstructions<8> {
    static int set_bits(Mask mask) { return _mm256_movemask_ps(__builtin_bit_cast(__m256, mask)); }
    static bool any(Mask mask) { return set_bits(mask) != 0; }
    static int count(Mask mask) { return __builtin_popcount(static_cast<unsigned>(set_bits(mask))); }
    static int first(Mask mask) { return __builtin_ctz(static_cast<unsigned>(set_bits(mask))); }
    template <class R> static R select(Mask mask, R yes, R no) {
        return __builtin_bit_cast(R, _mm256_blendv_ps(__builtin_bit_cast(__m256, no), __builtin_bit_cast(__m256, yes),
                                                      __builtin_bit_cast(__m256, mask)));
    }
    static Wide multiply_low(Wide x, Wide y) {
        return __builtin_bit_cast(Wide,
                                  _mm256_mul_epu32(__builtin_bit_cast(__m256i, x), __builtin_bit_cast(__m256i, y)));
    }
    static F square_root(F x) { return _mm256_sqrt_ps(x); }
    static F permute(F x, I source) { return _mm256_permutevar8x32_ps(x, __builtin_bit_cast(__m256i, source)); }
    static F least(F x, F y) { return _mm256_min_ps(y, x); }
    static F greatest(F x, F y) { return _mm256_max_ps(y, x); }
    static I least(I x, I y) { return VectorInstructions::least(x, y); }
    static I greatest(I x, I y) { return VectorInstructions::greatest(x, y); }
};
#endif

#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
/// A mask is 16 bits.
template <> struct Instructions<16> : VectorInstructions<16> {
    using Mask = std::uint16_t;
    static Mask all(bool value) { return static_cast<Mask>(value ? 0xffff : 0); }
    static bool lane(Mask mask, int place) { return (mask >> place & 1) != 0; }
    static bool any(Mask mask) { return mask != 0; }
    static int count(Mask mask) { return __builtin_popcount(mask); }
    static F permute(F x, I source) { return _mm512_permutexvar_ps(bits(source), x); }
    static int first(Mask mask) { return __builtin_ctz(mask); }
    static Mask both(Mask x, Mask y) { return static_cast<Mask>(x & y); }
    static Mask either(Mask x, Mask y) { return static_cast<Mask>(x | y); }
    static Mask neither(Mask x) { return static_cast<Mask>(~x); }
    static Mask less(F x, F y) { return _mm512_cmp_ps_mask(x, y, _CMP_LT_OS); }
    static Mask less_equal(F x, F y) { return _mm512_cmp_ps_mask(x, y, _CMP_LE_OS); }
    static Mask equal(F x, F y) { return _mm512_cmp_ps_mask(x, y, _CMP_EQ_OQ); }
    static Mask less(I x, I y) { return _mm512_cmplt_epi32_mask(bits(x), bits(y)); }
    static Mask less_equal(I x, I y) { return _mm512_cmple_epi32_mask(bits(x), bits(y)); }
    static Mask equal(I x, I y) { return _mm512_cmpeq_epi32_mask(bits(x), bits(y)); }
    static Mask equal(U x, U y) { return equal(__builtin_bit_cast(I, x), __builtin_bit_cast(I, y)); }
    template <class R> static R select(Mask mask, R yes, R no) {
        return __builtin_bit_cast(
            R, _mm512_mask_mov_ps(__builtin_bit_cast(__m512, no), mask, __builtin_bit_cast(__m512, yes)));
    }
    static Wide multiply_low(Wide x, Wide y) {
        return __builtin_bit_cast(Wide,
                                  _mm512_mul_epu32(__builtin_bit_cast(__m512i, x), __builtin_bit_cast(__m512i, y)));
    }
    static F square_root(F x) { return _mm512_sqrt_ps(x); }
    static F least(F x, F y) { return _mm512_min_ps(y, x); }
    static F greatest(F x, F y) { return _mm512_max_ps(y, x); }
    static I least(I x, I y) { return __builtin_bit_cast(I, _mm512_min_epi32(bits(x), bits(y))); }
    static I greatest(I x, I y) { return __builtin_bit_cast(I, _mm512_max_epi32(bits(x), bits(y))); }

  private:
    static __m512i bits(I x) { return __builtin_bit_cast(__m512i, x); }
};
#endif

/// Lanes of the widest register at hand.
#if defined(__AVX512F__)
inline constexpr int register_lanes = 16;
#elif defined(__AVX2__)
inline constexpr int register_lanes = 8;
#else
inline constexpr int register_lanes = 4;
#endif

} // namespace assent::inline ASSENT_ISA
