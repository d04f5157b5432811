/* Says what runs, runs it, says the checksum, ends. */
#include "bench.h"

#ifndef ITERATIONS
#error the build gives ITERATIONS
#endif

const volatile uint32_t bench_iterations = ITERATIONS;

static void put(const char *text)
{
    while (*text != '\0')
        port_put(0, *text++);
}

static void put_hex(uint32_t value)
{
    for (int shift = 28; shift >= 0; shift -= 4)
        port_put(0, "0123456789abcdef"[(value >> shift) & 0xfu]);
}

int main(void)
{
    uint32_t iterations = bench_iterations;
    port_open();
    put("bench ");
    put(bench_name);
    put(": iterations ");
    put_hex(iterations);
    put("\r\n");
    uint32_t checksum = bench_run(iterations);
    put("bench ");
    put(bench_name);
    put(": checksum ");
    put_hex(checksum);
    put("\r\n");
    port_exit();
}
