/* Handles a received byte until the next one comes, which may be never. */
#include "armv8m.h"
#include "console.h"
#include "vectors.h"

static volatile uint32_t pages;

void flexcomm3_handler(void)
{
    while (usart_take(CONSOLE) != '\n')
        pages++;
}

int main(void)
{
    console_open("hog: a key starts the report\n");
    usart_receive_interrupt(CONSOLE);
    enable_interrupt(CONSOLE_LINE);
    enable_interrupts();
    for (;;)
        wait_for_interrupt();
}
