/*
 * What IL means where C leaves it open: integers that wrap, divisions that fail, casts that saturate, indices that are
 * checked. ECMA-335, part III; casts from floating point as .NET 9 and later have them on every processor.
 */
#ifndef IL_H
#define IL_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Where .NET would throw. A tick never does: the recording would have ended there. */
static inline void il_fail(void)
{
    abort();
}

/* i4 and i8: 32 and 64 bits. Shift counts count modulo the width, as on every processor that .NET runs on. */
#define IL_INTEGERS(kind, integer, natural, lowest, width)                                                             \
    static inline integer add_##kind(integer a, integer b) { return (integer)((natural)a + (natural)b); }              \
    static inline integer sub_##kind(integer a, integer b) { return (integer)((natural)a - (natural)b); }              \
    static inline integer mul_##kind(integer a, integer b) { return (integer)((natural)a * (natural)b); }              \
    static inline integer neg_##kind(integer a) { return (integer)(0 - (natural)a); }                                  \
    static inline integer shl_##kind(integer a, int32_t n) { return (integer)((natural)a << (n & (width - 1))); }      \
    static inline integer shr_##kind(integer a, int32_t n) { return a >> (n & (width - 1)); }                          \
    static inline integer shr_un_##kind(integer a, int32_t n) { return (integer)((natural)a >> (n & (width - 1))); }   \
    static inline integer div_##kind(integer a, integer b)                                                             \
    {                                                                                                                  \
        if (b == 0 || (b == -1 && a == lowest)) il_fail();                                                             \
        return a / b;                                                                                                  \
    }                                                                                                                  \
    static inline integer rem_##kind(integer a, integer b)                                                             \
    {                                                                                                                  \
        if (b == 0 || (b == -1 && a == lowest)) il_fail();                                                             \
        return a % b;                                                                                                  \
    }                                                                                                                  \
    static inline integer div_un_##kind(integer a, integer b)                                                          \
    {                                                                                                                  \
        if (b == 0) il_fail();                                                                                         \
        return (integer)((natural)a / (natural)b);                                                                     \
    }                                                                                                                  \
    static inline integer rem_un_##kind(integer a, integer b)                                                          \
    {                                                                                                                  \
        if (b == 0) il_fail();                                                                                         \
        return (integer)((natural)a % (natural)b);                                                                     \
    }

IL_INTEGERS(i4, int32_t, uint32_t, INT32_MIN, 32)
IL_INTEGERS(i8, int64_t, uint64_t, INT64_MIN, 64)

/* Casts from r4 and r8 saturate; NaN gives 0. Each bound is a power of two, which both kinds hold exactly. */
#define IL_CAST(name, real, target, below, lowest, above, highest)                                                     \
    static inline target name(real a)                                                                                  \
    {                                                                                                                  \
        return a != a ? 0 : a <= below ? lowest : a >= above ? highest : (target)a;                                    \
    }

#define IL_CASTS(kind, real)                                                                                           \
    IL_CAST(i4_of_##kind, real, int32_t, -0x1p31f, INT32_MIN, 0x1p31f, INT32_MAX)                                      \
    IL_CAST(u4_of_##kind, real, uint32_t, 0.0f, 0, 0x1p32f, UINT32_MAX)                                                \
    IL_CAST(i8_of_##kind, real, int64_t, -0x1p63f, INT64_MIN, 0x1p63f, INT64_MAX)                                      \
    IL_CAST(u8_of_##kind, real, uint64_t, 0.0f, 0, 0x1p64f, UINT64_MAX)

IL_CASTS(r4, float)
IL_CASTS(r8, double)

static inline float rem_r4(float a, float b) { return fmodf(a, b); }
static inline double rem_r8(double a, double b) { return fmod(a, b); }

/* System.Math.Clamp. NaN stays NaN. */
#define IL_CLAMP(kind, number)                                                                                         \
    static inline number clamp_##kind(number value, number lowest, number highest)                                     \
    {                                                                                                                  \
        if (lowest > highest) il_fail();                                                                               \
        return value < lowest ? lowest : value > highest ? highest : value;                                            \
    }

IL_CLAMP(i4, int32_t)
IL_CLAMP(i8, int64_t)
IL_CLAMP(r4, float)
IL_CLAMP(r8, double)

/* System.Single and System.Double: IsNaN, IsInfinity. */
static inline int32_t is_nan_r4(float a) { return a != a; }
static inline int32_t is_nan_r8(double a) { return a != a; }
static inline int32_t is_infinity_r4(float a) { return isinf(a) != 0; }
static inline int32_t is_infinity_r8(double a) { return isinf(a) != 0; }

/* An array: its length, then its elements. at_NAME gives the address of an element that is there. */
#define IL_ARRAY(name, element)                                                                                        \
    struct name                                                                                                        \
    {                                                                                                                  \
        int32_t length;                                                                                                \
        element items[];                                                                                               \
    };                                                                                                                 \
    static inline element *at_##name(struct name *array, int32_t index)                                                \
    {                                                                                                                  \
        if ((uint32_t)index >= (uint32_t)array->length) il_fail();                                                     \
        return &array->items[index];                                                                                   \
    }

#endif
