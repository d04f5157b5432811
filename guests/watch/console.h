/* The console of the watched guests: USART3 on the P20 header, and its interrupt line. */
#ifndef CONSOLE_H
#define CONSOLE_H

#include "usart.h"

#define CONSOLE 3u
#define CONSOLE_LINE 17u

/* TX PIO0_2, RX PIO0_3. */
static const struct usart_pins console_pins = {0, 2, 0, 3};

static inline void console_open(const char *greeting)
{
    usart_init(CONSOLE, console_pins);
    usart_print(CONSOLE, greeting);
    usart_drain(CONSOLE);
}

#endif
