/* Reads a word from an odd address with the trap on. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"unaligned", "reading a packed header with CCR.UNALIGN_TRP set", ALL_HANDLERS};

static uint8_t packet[16];

LINK static uint32_t read_length(const uint8_t *header)
{
    return *(const volatile uint32_t *)(uintptr_t)(header + 1);
}

LINK static uint32_t parse_packet(void)
{
    return read_length(packet) + 1u;
}

void run_application(void)
{
    CCR |= CCR_UNALIGN_TRP;
    parse_packet();
    synchronize();
}
