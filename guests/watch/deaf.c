/* Has its USART interrupt on each received byte, and forgets the NVIC. */
#include "armv8m.h"
#include "console.h"
#include "vectors.h"

void flexcomm3_handler(void)
{
    for (int byte = usart_take(CONSOLE); byte >= 0; byte = usart_take(CONSOLE))
        usart_printf(CONSOLE, "deaf: heard '%c'\n", byte);
}

int main(void)
{
    console_open("deaf: say something\n");
    usart_receive_interrupt(CONSOLE);
#ifdef WITH_NVIC
    enable_interrupt(CONSOLE_LINE);
#endif
    enable_interrupts();
    for (;;)
        wait_for_interrupt();
}
