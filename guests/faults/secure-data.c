/* Reads the hypervisor's memory. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"secure-data", "loading the settings that another firmware kept at 0x30000000", ALL_HANDLERS};

#define SETTINGS 0x30000000u

LINK static uint32_t read_beyond(const volatile uint32_t *address)
{
    return *address;
}

LINK static uint32_t load_settings(void)
{
    return read_beyond((const volatile uint32_t *)SETTINGS) + 1u;
}

void run_application(void)
{
    load_settings();
    synchronize();
}
