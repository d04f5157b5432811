/*
 * Single-precision mix, as control and signal code has it: filters, a Fourier transform, small matrices, a controller
 * with limits, conversions both ways. The checksum is of bit patterns: every processor must round alike.
 */
#include "bench.h"

const char bench_name[] = "float";

#define SAMPLES 64
#define TAPS 16
#define SIDE 6
#define POINTS 32

static float samples[SAMPLES], filtered[SAMPLES], taps[TAPS];
static float left[SIDE][SIDE], right[SIDE][SIDE];
static float real[POINTS], imaginary[POINTS], cosines[POINTS / 2], sines[POINTS / 2];

static uint16_t crc_float(uint16_t crc, float value)
{
    union {
        float value;
        uint32_t bits;
    } as = {.value = value};
    return crc16(crc, (uint16_t)(as.bits >> 8));
}

/* -1 to 1. */
static float random_float(uint32_t *state)
{
    return (float)(int32_t)next_random(state) * 0x1p-31f;
}

/* ---- filters ---- */

static void convolve(void)
{
    for (int at = 0; at < SAMPLES; at++) {
        float sum = 0.0f;
        for (int tap = 0; tap < TAPS; tap++)
            sum += taps[tap] * samples[(at + tap) & (SAMPLES - 1)];
        filtered[at] = sum;
    }
}

struct section {
    float b0, b1, b2, a1, a2, first, second;
};

static struct section sections[2] = {{0.067f, 0.135f, 0.067f, -1.143f, 0.413f, 0.0f, 0.0f},
                                     {0.391f, -0.782f, 0.391f, -0.369f, 0.196f, 0.0f, 0.0f}};

static float step_section(struct section *s, float in)
{
    float out = s->b0 * in + s->first;
    s->first = s->b1 * in - s->a1 * out + s->second;
    s->second = s->b2 * in - s->a2 * out;
    return out;
}

static void smooth(void)
{
    for (int at = 0; at < SAMPLES; at++)
        filtered[at] = step_section(&sections[1], step_section(&sections[0], filtered[at]));
}

/* ---- Fourier transform ---- */

static void make_circle(void)
{
    /* One turn of 2 pi / POINTS after the other: cosine and sine of the first are given. */
    float c = 1.0f, s = 0.0f;
    for (int index = 0; index < POINTS / 2; index++) {
        cosines[index] = c;
        sines[index] = s;
        float next = c * 0.98078528f - s * 0.19509032f;
        s = s * 0.98078528f + c * 0.19509032f;
        c = next;
    }
}

static void transform(void)
{
    for (int half = POINTS / 2, stride = 1; half > 0; half /= 2, stride *= 2)
        for (int group = 0; group < POINTS; group += 2 * half)
            for (int index = 0; index < half; index++) {
                int a = group + index, b = a + half;
                float r = real[a] - real[b], i = imaginary[a] - imaginary[b];
                float c = cosines[index * stride], s = sines[index * stride];
                real[a] += real[b];
                imaginary[a] += imaginary[b];
                real[b] = r * c + i * s;
                imaginary[b] = i * c - r * s;
            }
}

static float loudest(void)
{
    float most = 0.0f;
    for (int index = 0; index < POINTS; index++) {
        float power = real[index] * real[index] + imaginary[index] * imaginary[index];
        if (power > most)
            most = power;
    }
    return most;
}

/* ---- matrices ---- */

static float multiply(void)
{
    float trace = 0.0f;
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++) {
            float sum = 0.0f;
            for (int inner = 0; inner < SIDE; inner++)
                sum += left[row][inner] * right[inner][column];
            if (row == column)
                trace += sum;
        }
    return trace;
}

/* ---- controller ---- */

struct loop {
    float integral, before, position, speed;
};

static float limit(float value, float most)
{
    return value > most ? most : value < -most ? -most : value;
}

/* A motor that follows `wanted`, read by a 12-bit converter and driven by a 10-bit one. */
static int32_t control(struct loop *loop, float wanted)
{
    int32_t measured = (int32_t)(loop->position * 2048.0f);
    float error = wanted - (float)measured / 2048.0f;
    loop->integral = limit(loop->integral + error * 0.01f, 0.5f);
    float drive = limit(error * 2.5f + loop->integral + (error - loop->before) * 0.8f, 1.0f);
    int32_t duty = (int32_t)(drive * 511.0f);
    loop->before = error;
    loop->speed += ((float)duty / 511.0f - loop->speed * 0.7f) * 0.02f;
    loop->position = limit(loop->position + loop->speed, 1.0f);
    return duty;
}

static void make_signals(uint32_t seed)
{
    for (int at = 0; at < SAMPLES; at++)
        samples[at] = random_float(&seed);
    for (int tap = 0; tap < TAPS; tap++)
        taps[tap] = random_float(&seed) / (float)(tap + 1);
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++) {
            left[row][column] = random_float(&seed);
            right[row][column] = random_float(&seed) * 10.0f;
        }
}

uint32_t bench_run(uint32_t iterations)
{
    struct loop loop = {0.0f, 0.0f, 0.0f, 0.0f};
    uint16_t signals = 0, motors = 0;
    make_signals(0x2545f491u);
    make_circle();
    for (uint32_t round = 0; round < iterations; round++) {
        samples[round & (SAMPLES - 1)] = (float)(round & 0xff) / 255.0f;
        convolve();
        smooth();
        for (int index = 0; index < POINTS; index++) {
            real[index] = filtered[index];
            imaginary[index] = filtered[index + SAMPLES - POINTS];
        }
        transform();
        signals = crc_float(signals, loudest());
        left[0][round % SIDE] = filtered[round & (SAMPLES - 1)];
        signals = crc_float(signals, multiply());
        for (int step = 0; step < 32; step++)
            motors = (uint16_t)(motors * 31u + (uint32_t)control(&loop, (round & 4) != 0 ? 0.6f : -0.3f));
    }
    return (uint32_t)signals << 16 | motors;
}
