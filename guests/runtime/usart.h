/* A Flexcomm as USART: 115200 8N1 from the 12 MHz FRO, FIFOs on. */
#ifndef USART_H
#define USART_H

/* Flexcomm `n`, with its pins muxed to function 1. */
struct usart_pins {
    unsigned tx_port, tx_pin, rx_port, rx_pin;
};

void usart_init(unsigned n, struct usart_pins pins);
void usart_put(unsigned n, char c);
/* As is, but LF is sent as CR LF. */
void usart_print(unsigned n, const char *text);
/* Knows %s %c %d %u %x, and %08x. */
void usart_printf(unsigned n, const char *format, ...);
/* Wait until everything has left. */
void usart_drain(unsigned n);
/* Interrupt on each received byte. */
void usart_receive_interrupt(unsigned n);
/* The next received byte, or -1. */
int usart_take(unsigned n);

#endif
