/* USART function of a Flexcomm (fact sheet lpc55s69, section 6). */
#include "usart.h"

#include <stdarg.h>

#include "lpc55s69.h"
#include "syscon.h"

#define USART(n, offset) REGISTER(FLEXCOMM(n) + (offset))
#define CFG 0x000
#define STAT 0x008
#define BRG 0x020
#define OSR 0x028
#define FIFOCFG 0xe00
#define FIFOSTAT 0xe04
#define FIFOTRIG 0xe08
#define FIFOINTENSET 0xe10
#define FIFOWR 0xe20
#define FIFORD 0xe30
#define PSELID 0xff8

#define CFG_ENABLE 0x1u
#define CFG_DATALEN_8 0x4u
#define FIFOCFG_ENABLE 0x3u
#define FIFOCFG_EMPTY 0x30000u
#define STAT_TXIDLE 0x8u
#define FIFOSTAT_TXEMPTY 0x10u
#define FIFOSTAT_TXNOTFULL 0x20u
#define FIFOSTAT_RXNOTEMPTY 0x40u
#define FIFOTRIG_RXLVLENA 0x2u
#define FIFOINT_RXLVL 0x8u
#define PSELID_USART 0x1u

/* 12 MHz / (13 * 8) = 115,385 baud. */
#define OVERSAMPLING 12u
#define DIVIDER 7u

void usart_init(unsigned n, struct usart_pins pins)
{
    clock_enable(IOCON_GATE);
    IOCON_PIN(pins.tx_port, pins.tx_pin) = IOCON_DIGIMODE | 1u;
    IOCON_PIN(pins.rx_port, pins.rx_pin) = IOCON_DIGIMODE | 1u;
    SYSCON_FCCLKSEL(n) = FCCLKSEL_FRO12M;
    clock_enable(FLEXCOMM_GATE(n));
    peripheral_reset(FLEXCOMM_GATE(n));
    USART(n, PSELID) = PSELID_USART;
    USART(n, FIFOCFG) = FIFOCFG_ENABLE | FIFOCFG_EMPTY;
    USART(n, OSR) = OVERSAMPLING;
    USART(n, BRG) = DIVIDER;
    USART(n, CFG) = CFG_ENABLE | CFG_DATALEN_8;
}

void usart_put(unsigned n, char c)
{
    while ((USART(n, FIFOSTAT) & FIFOSTAT_TXNOTFULL) == 0) {
    }
    USART(n, FIFOWR) = (uint8_t)c;
}

void usart_print(unsigned n, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\n')
            usart_put(n, '\r');
        usart_put(n, *text);
    }
}

void usart_drain(unsigned n)
{
    while ((USART(n, FIFOSTAT) & FIFOSTAT_TXEMPTY) == 0) {
    }
    while ((USART(n, STAT) & STAT_TXIDLE) == 0) {
    }
}

static void print_number(unsigned n, uint32_t value, unsigned base, unsigned width)
{
    char digits[12];
    unsigned count = 0;
    do {
        digits[count++] = "0123456789abcdef"[value % base];
        value /= base;
    } while (value != 0);
    while (count < width)
        digits[count++] = '0';
    while (count > 0)
        usart_put(n, digits[--count]);
}

static void print_signed(unsigned n, int32_t value)
{
    if (value < 0)
        usart_put(n, '-');
    print_number(n, value < 0 ? 0u - (uint32_t)value : (uint32_t)value, 10, 1);
}

void usart_printf(unsigned n, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    for (; *format != '\0'; format++) {
        unsigned width = 1;
        if (*format != '%') {
            char one[2] = {*format, '\0'};
            usart_print(n, one);
            continue;
        }
        format++;
        if (format[0] == '0' && format[1] == '8') {
            width = 8;
            format += 2;
        }
        switch (*format) {
        case 's':
            usart_print(n, va_arg(arguments, const char *));
            break;
        case 'c':
            usart_put(n, (char)va_arg(arguments, int));
            break;
        case 'd':
            print_signed(n, va_arg(arguments, int32_t));
            break;
        case 'u':
            print_number(n, va_arg(arguments, uint32_t), 10, width);
            break;
        case 'x':
            print_number(n, va_arg(arguments, uint32_t), 16, width);
            break;
        default:
            usart_put(n, *format);
        }
    }
    va_end(arguments);
}

void usart_receive_interrupt(unsigned n)
{
    USART(n, FIFOTRIG) = FIFOTRIG_RXLVLENA;
    USART(n, FIFOINTENSET) = FIFOINT_RXLVL;
}

int usart_take(unsigned n)
{
    if ((USART(n, FIFOSTAT) & FIFOSTAT_RXNOTEMPTY) == 0)
        return -1;
    return (int)(USART(n, FIFORD) & 0xffu);
}
