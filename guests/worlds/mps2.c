/* MPS2: UART0 for both worlds. */
#include "mps2.h"
#include "world.h"

void board_put(char c)
{
    while ((UART_STATE(0) & UART_STATE_TXFULL) != 0) {
    }
    UART_DATA(0) = (uint8_t)c;
}
