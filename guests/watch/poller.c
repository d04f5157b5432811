/* Waits for a PLL that nobody has switched on. */
#include "armv8m.h"
#include "console.h"
#include "lpc55s69.h"

#define PLL0STAT REGISTER(SYSCON + 0x584u)
#define PLL0STAT_LOCK 1u

static void wait_for_lock(void)
{
    while ((PLL0STAT & PLL0STAT_LOCK) == 0) {
    }
}

int main(void)
{
    console_open("poller: waiting for PLL0 to lock\n");
    wait_for_lock();
    usart_print(CONSOLE, "poller: locked\n");
    return 0;
}
