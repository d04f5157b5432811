/* The other VM: says each second on USART4 that it lives, and leaves the other ports to the application. */
#include "armv8m.h"
#include "lpc55s69.h"
#include "usart.h"
#include "vectors.h"

#define CONSOLE 4u

/* TX PIO0_5, RX PIO0_13. */
static const struct usart_pins console_pins = {0, 5, 0, 13};

static volatile uint32_t seconds;

void systick_handler(void)
{
    /* As in guests/baremetal: another VM's pending SysTick may arrive here. */
    if ((SYST_CSR & SYST_CSR_COUNTFLAG) == 0)
        return;
    seconds++;
    usart_printf(CONSOLE, "VM0: alive, %u s\n", seconds);
}

int main(void)
{
    usart_init(CONSOLE, console_pins);
    usart_print(CONSOLE, "VM0: neighbour on USART4\n");
    start_systick(CORE_HZ);
    enable_interrupts();
    for (;;)
        wait_for_interrupt();
}
