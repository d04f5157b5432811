/* Clock gates and resets of peripherals (fact sheet lpc55s69, section 7). */
#ifndef SYSCON_H
#define SYSCON_H

#include "lpc55s69.h"

void clock_enable(struct gate gate);
/* Into reset and out of it; waits until the chip says so, both times. */
void peripheral_reset(struct gate gate);

#endif
