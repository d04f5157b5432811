/* Calls a function by its address without the Thumb bit. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"even-address", "calling a plug-in by the even address of its header", ALL_HANDLERS};

LINK static void plugin(void)
{
    synchronize();
}

struct header {
    volatile uint32_t entry;
};

LINK static void call_plugin(const struct header *header)
{
    ((void (*)(void))header->entry)();
    synchronize();
}

LINK static void start_plugins(void)
{
    struct header header = {(uint32_t)plugin & ~1u};
    call_plugin(&header);
    synchronize();
}

void run_application(void)
{
    start_plugins();
    synchronize();
}
