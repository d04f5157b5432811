/* Serial ports with one owner each, as a device model has them. */
#ifndef SERIAL_H
#define SERIAL_H

#include "usart.h"

/* Waits until nobody else has the port, takes it for ever and sets it up. */
void serial_claim(unsigned n);
/* Sets the port up, whoever has it: what a console does that prints before there are drivers. */
void serial_open(unsigned n);

#endif
