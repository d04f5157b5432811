/* LPC55S69: Flexcomm 0 for both worlds. */
#include "usart.h"
#include "world.h"

void board_put(char c) { usart_put(0, c); }
