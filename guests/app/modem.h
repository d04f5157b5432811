/* A Wi-Fi module behind a serial port, spoken to in AT commands. */
#ifndef MODEM_H
#define MODEM_H

#include <stdint.h>

/* Takes the port and listens. */
void modem_open(unsigned port);
/* Sends AT+RST up to four times, three seconds each; 0, or a negative error number. */
int modem_reset(void (*report)(const char *text));

#endif
