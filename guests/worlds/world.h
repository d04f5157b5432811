/* What the two worlds agree on, and the console they share. */
#ifndef WORLD_H
#define WORLD_H

#include <stdint.h>

/* The gateway, one page that the SAU makes callable; its first instruction is SG. */
#define GATEWAY 0x10010000u
/* A word that Secure state keeps for itself. */
#define SECRET 0x30001000u

/* Where the Non-secure image begins, with its vector table. */
extern uint32_t nonsecure_image[];

/* Board: makes the serial port usable by both worlds, and gives the Non-secure one its memory. */
void board_open(void);
void board_put(char c);
/* What only this board has to tell; nothing on most. */
void board_report(void);

void print(const char *text);
void print_value(const char *name, uint32_t value);
void print_line(void);
/* One line: a name and a value. */
void tell(const char *name, uint32_t value);

#endif
