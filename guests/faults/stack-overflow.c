/* Recurses until the stack leaves the VM's memory. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"stack-overflow", "parsing a document that never closes its brackets", ALL_HANDLERS};

#define TOKEN_BYTES 240u

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
    parse_document();
    synchronize();
}
