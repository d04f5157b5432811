#include "serial.h"

#include "kernel.h"

#define FIRST_PORT 2u

/* USART2 on the mikroBUS socket: TX PIO0_27, RX PIO1_24. USART3 on P20: TX PIO0_2, RX PIO0_3. */
static const struct usart_pins pins[] = {{0, 27, 1, 24}, {0, 2, 0, 3}};
static struct semaphore usart_free[] = {{1}, {1}};

void serial_open(unsigned n)
{
    usart_init(n, pins[n - FIRST_PORT]);
}

void serial_claim(unsigned n)
{
    semaphore_take(&usart_free[n - FIRST_PORT]);
    serial_open(n);
}
