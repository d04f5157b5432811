/* Non-secure world: called as a function, calls back, takes its own exceptions, and reaches for what is not its own. */
#include "armv8m.h"
#include "world.h"

#define NVIC_ISPR(n) SCS(0x200 + 4 * (n))
/* A line that the Secure world has given away. */
#define LINE 8u

extern uint32_t stack_top;
typedef uint32_t gateway(uint32_t first, uint32_t second);

static volatile uint32_t ticks, lines;

__attribute__((used)) static uint32_t work(uint32_t argument)
{
    ticks = 0;
    lines = 0;
    print("nonsecure: called");
    print_value("argument", argument);
    print_line();
    tell("nonsecure: sum", ((gateway *)(GATEWAY | 1u))(argument, 35));
    __asm volatile("svc #5" ::: "memory");
    enable_interrupt(LINE);
    NVIC_ISPR(0) = 1u << LINE;
    synchronize();
    tell("nonsecure: lines taken", lines);
    start_systick(30000);
    while (ticks < 2)
        wait_for_interrupt();
    SYST_CSR = 0;
    print("nonsecure: two ticks\n");
    register uint32_t secret __asm("r0") = 0;
    __asm volatile("ldr r0, [%1]" : "+r"(secret) : "r"(SECRET) : "memory");
    tell("nonsecure: the secret", secret);
    register uint32_t code __asm("r0") = 0;
    __asm volatile("ldr r0, [%1]" : "+r"(code) : "r"(0x10000000u) : "memory");
    tell("nonsecure: its code", code);
    uint32_t answer;
    __asm volatile("tt %0, %1" : "=r"(answer) : "r"(SECRET));
    tell("nonsecure: tt of the secret", answer);
    return argument * 6u;
}

static void svc(void) { print("nonsecure: SVC\n"); }
static void systick(void) { ticks++; }
static void line(void) { lines++; }

static void unexpected(void)
{
    print("nonsecure: unexpected exception\n");
    for (;;) {
    }
}

__attribute__((section(".vectors"), used)) static void (*const vectors[32])(void) = {
    (void (*)(void))&stack_top, (void (*)(void))work,
    unexpected, unexpected, unexpected, unexpected, unexpected, 0, 0, 0, 0, svc, unexpected, 0, unexpected, systick,
    [16 + LINE] = line,
};
