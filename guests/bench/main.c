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

/* "bench integer: checksum 0123abcd" */
static void put_result(const char *what, uint32_t value)
{
    put("bench ");
    put(bench_name);
    put(what);
    for (int shift = 28; shift >= 0; shift -= 4)
        port_put(0, "0123456789abcdef"[(value >> shift) & 0xfu]);
    put("\r\n");
}

__attribute__((weak)) uint32_t bench_interrupts(void)
{
    return 0;
}

int main(void)
{
    uint32_t iterations = bench_iterations;
    port_open();
    put_result(": iterations ", iterations);
    uint32_t checksum = bench_run(iterations);
    put_result(": interrupts ", bench_interrupts());
    put_result(": checksum ", checksum);
    port_exit();
}
