/* The console of all faulting guests: USART3 on the P20 header. */
#ifndef CONSOLE_H
#define CONSOLE_H

#define CONSOLE 3u

#endif
