/* Lines of text and hexadecimal numbers, through the board's serial port. */
#include "world.h"

void print(const char *text)
{
    while (*text != '\0')
        board_put(*text++);
}

void print_value(const char *name, uint32_t value)
{
    board_put(' ');
    print(name);
    board_put('=');
    for (unsigned shift = 32; shift > 0; shift -= 4)
        board_put("0123456789abcdef"[(value >> (shift - 4)) & 15u]);
}

void print_line(void) { board_put('\n'); }

void tell(const char *name, uint32_t value)
{
    print(name);
    print_value("value", value);
    print_line();
}
