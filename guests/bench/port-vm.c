/* A VM of the LPC55S69, on the console that CONSOLE names. The end is sleep with interrupts off, after the last bit. */
#include "armv8m.h"
#include "bench.h"
#include "usart.h"

/* P20 header for Flexcomm 3, mikroBUS for Flexcomm 2. */
#if CONSOLE == 3
static const struct usart_pins console_pins = {0, 2, 0, 3};
#else
static const struct usart_pins console_pins = {0, 27, 1, 24};
#endif

const uint32_t port_tick_counts = 12500;

void port_open(void)
{
    usart_init(CONSOLE, console_pins);
}

void port_put(unsigned channel, char c)
{
    (void)channel;
    usart_put(CONSOLE, c);
}

_Noreturn void port_exit(void)
{
    for (;;)
        wait_for_interrupt();
}
