#include "syscon.h"

void clock_enable(struct gate gate)
{
    SYSCON_AHBCLKCTRLSET(gate.word) = 1u << gate.bit;
}

void peripheral_reset(struct gate gate)
{
    uint32_t mask = 1u << gate.bit;
    SYSCON_PRESETCTRLSET(gate.word) = mask;
    while ((SYSCON_PRESETCTRL(gate.word) & mask) == 0) {
    }
    SYSCON_PRESETCTRLCLR(gate.word) = mask;
    while ((SYSCON_PRESETCTRL(gate.word) & mask) != 0) {
    }
}
