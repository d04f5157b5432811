/* Touches an address where the chip has nothing, inside of a window that was granted as a whole. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"bus-error", "probing for an analog block at 0x40014000", ALL_HANDLERS};

#define ANALOG_BLOCK 0x40014000u

LINK static uint32_t read_version(const volatile uint32_t *block)
{
    return block[1] >> 8;
}

LINK static uint32_t probe_analog(void)
{
    return read_version((const volatile uint32_t *)ANALOG_BLOCK) + 1u;
}

void run_application(void)
{
    probe_analog();
    synchronize();
}
