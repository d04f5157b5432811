/* The image has grown beyond the flash that the configuration grants, and the linker put this function last. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"beyond-region", "scaling samples with a function at the end of the image", ALL_HANDLERS};

#define STEPS 2048u

/* What made the image grow. */
__attribute__((section(".library.table"))) static const uint16_t calibration[STEPS] = {[0 ... STEPS - 1] = 0x0400};

LINK __attribute__((section(".library.code"))) static uint32_t scale_sample(uint32_t sample)
{
    return sample * calibration[sample % STEPS] / 1024u;
}

LINK static uint32_t process_samples(void)
{
    return scale_sample(1000) + 1u;
}

void run_application(void)
{
    process_samples();
    synchronize();
}
