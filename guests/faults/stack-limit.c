/* As stack-overflow, but on a process stack with a limit: the guest itself is told, while its memory is still whole. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"stack-limit", "parsing on a process stack of 1 KiB with PSPLIM set", ALL_HANDLERS};

#define STACK_BYTES 1024u
#define TOKEN_BYTES 60u

static uint8_t stack[STACK_BYTES] __attribute__((aligned(8)));

static const volatile uint32_t brackets = 1000000;

LINK static uint32_t parse_nested(uint32_t depth)
{
    volatile uint8_t token[TOKEN_BYTES];
    token[depth % TOKEN_BYTES] = (uint8_t)depth;
    if (depth == brackets)
        return 0;
    return parse_nested(depth + 1u) + token[depth % TOKEN_BYTES];
}

LINK static uint32_t parse_document(void)
{
    return parse_nested(0) + 1u;
}

void run_application(void)
{
    __asm volatile("msr psplim, %0\n\t"
                   "msr psp, %1\n\t"
                   "msr control, %2\n\t"
                   "isb\n\t" ::"r"(stack), "r"(stack + STACK_BYTES), "r"(2));
    parse_document();
    synchronize();
}
