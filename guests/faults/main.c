#include "armv8m.h"
#include "console.h"
#include "faults.h"
#include "usart.h"

/* P20 header: TX PIO0_2, RX PIO0_3. */
static const struct usart_pins console_pins = {0, 2, 0, 3};

int main(void)
{
    usart_init(CONSOLE, console_pins);
    usart_printf(CONSOLE, "%s: %s\n", cause.name, cause.intent);
    usart_drain(CONSOLE);
    SHCSR |= cause.handlers;
    synchronize();
    /* Masked, SVCall and the configurable faults would escalate. */
    enable_interrupts();
    run_application();
    usart_printf(CONSOLE, "%s: nothing happened\n", cause.name);
    return 0;
}
