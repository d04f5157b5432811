/* VM0: one timer line a second, one line for each received byte, asleep in between. */
#include "armv8m.h"
#include "lpc55s69.h"
#include "usart.h"
#include "vectors.h"

#define CONSOLE 3u
#define CONSOLE_LINE 17u

/* P20 header: TX PIO0_2, RX PIO0_3. */
static const struct usart_pins console_pins = {0, 2, 0, 3};

static volatile uint32_t seconds;

void systick_handler(void)
{
    /*
     * Another VM's SysTick that was pending when its slice ended arrives here: the hypervisor sets what is pending for
     * the next VM and clears nothing. Only where the counter has reached zero was it ours.
     */
    if ((SYST_CSR & SYST_CSR_COUNTFLAG) == 0)
        return;
    seconds++;
    usart_printf(CONSOLE, "VM0: SysTick, %u s\n", seconds);
}

void flexcomm3_handler(void)
{
    for (int byte = usart_take(CONSOLE); byte >= 0; byte = usart_take(CONSOLE))
        usart_printf(CONSOLE, "VM0: UART RX '%c'\n", byte);
}

int main(void)
{
    usart_init(CONSOLE, console_pins);
    usart_print(CONSOLE, "VM0: bare-metal guest on USART3\n");
    usart_receive_interrupt(CONSOLE);
    enable_interrupt(CONSOLE_LINE);
    start_systick(CORE_HZ);
    enable_interrupts();
    for (;;)
        wait_for_interrupt();
}
