/* Goes to sleep before anything that could wake it is switched on. */
#include "armv8m.h"
#include "console.h"

int main(void)
{
    console_open("dozer: waiting for the first tick\n");
    for (;;)
        wait_for_interrupt();
}
