/* Uses the random number generator, which the configuration does not list. */
#include "armv8m.h"
#include "faults.h"
#include "lpc55s69.h"

const struct cause cause = {"device-not-granted", "asking the RNG for a session key", ALL_HANDLERS};

LINK static uint32_t read_entropy(void)
{
    return RNG_RANDOM_NUMBER;
}

LINK static uint32_t make_session_key(void)
{
    return read_entropy() ^ 0x5a5a5a5au;
}

void run_application(void)
{
    make_session_key();
    synchronize();
}
