/* What a board's tree names by macros. */
#ifndef BINDINGS_H
#define BINDINGS_H
#define KIB(n) ((n) << 10)
#define LINE_UART 17
#define PIN(port, index, function) (((port) * 32 + (index)) << 20 | (function))
#endif
