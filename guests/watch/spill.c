/* A worker whose stack is too small for what it is given to do; what lies below it is a table of its own VM. */
#include "armv8m.h"
#include "console.h"
#include "lpc55s69.h"
#include "vectors.h"

#define STACK_WORDS 64u
#define LINK __attribute__((noipa))

/* The compiler puts the last one first: the stack grows down into the table. */
static uint32_t worker_stack[STACK_WORDS];
static volatile uint32_t calibration[128];

static volatile uint32_t jobs;

LINK static uint32_t parse(uint32_t depth)
{
    volatile uint32_t line[4] = {depth, depth + 1u, depth + 2u, depth + 3u};
    return depth == 0 ? line[0] : parse(depth - 1u) + line[3];
}

LINK static void work(void)
{
    for (;;) {
        jobs += parse(jobs < 3u ? 1u : 8u);
        wait_for_interrupt();
    }
}

void systick_handler(void)
{
}

int main(void)
{
    calibration[127] = 0x5eed;
    console_open("spill: a worker with 256 bytes of stack\n");
    start_systick(CORE_HZ / 8u);
    enable_interrupts();
    __asm volatile("msr psp, %0\n\t"
                   "movs r0, #2\n\t"
                   "msr control, r0\n\t"
                   "isb" ::"r"(&worker_stack[STACK_WORDS])
                   : "r0", "memory");
    work();
    return (int)calibration[127];
}
