/* The part of the LPC55S69 that the guests use, Non-secure view (fact sheet lpc55s69, sections 3, 6, 7, 8 and 9). */
#ifndef LPC55S69_H
#define LPC55S69_H

#include <stdint.h>

#define REGISTER(address) (*(volatile uint32_t *)(address))

#define SYSCON 0x40000000u
#define SYSCON_PRESETCTRL(n) REGISTER(SYSCON + 0x100u + 4u * (n))
#define SYSCON_PRESETCTRLSET(n) REGISTER(SYSCON + 0x120u + 4u * (n))
#define SYSCON_PRESETCTRLCLR(n) REGISTER(SYSCON + 0x140u + 4u * (n))
#define SYSCON_AHBCLKCTRLSET(n) REGISTER(SYSCON + 0x220u + 4u * (n))
#define SYSCON_FCCLKSEL(n) REGISTER(SYSCON + 0x2b0u + 4u * (n))
#define SYSCON_MAINCLKSELA REGISTER(SYSCON + 0x280u)
#define SYSCON_MAINCLKSELB REGISTER(SYSCON + 0x284u)
#define SYSCON_AHBCLKDIV REGISTER(SYSCON + 0x380u)
#define FCCLKSEL_FRO12M 2u
#define MAINCLKSELA_FRO12M 0u
#define MAINCLKSELB_MAINCLKSELA 0u
#define CLKDIV_REQFLAG (1u << 31)

/* Clock gate and reset line of a peripheral: word of AHBCLKCTRL and of PRESETCTRL, bit in both. */
struct gate {
    uint8_t word, bit;
};
#define IOCON_GATE ((struct gate){0, 13})
#define PINT_GATE ((struct gate){0, 18})
#define FLEXCOMM_GATE(n) ((struct gate){1, (uint8_t)(11u + (n))})
#define RNG_GATE ((struct gate){2, 13})
#define ANACTRL_GATE ((struct gate){2, 27})

#define IOCON 0x40001000u
#define IOCON_PIN(port, pin) REGISTER(IOCON + 4u * ((port) * 32u + (pin)))
#define IOCON_DIGIMODE 0x100u

#define PINT 0x40004000u
#define PINT_CIENR REGISTER(PINT + 0x0cu)
#define PINT_CIENF REGISTER(PINT + 0x18u)
#define PINT_IST REGISTER(PINT + 0x24u)

#define ANACTRL_FRO192M_CTRL REGISTER(0x40013010u)
#define FRO192M_ENA_96MHZCLK 0x40000000u

#define FLEXCOMM(n) (0x40086000u + 0x1000u * (n))

#define PMC_PDRUNCFGCLR0 REGISTER(0x400200c8u)
#define PDRUNCFG_FRO192M (1u << 5)
#define PDRUNCFG_RNG (1u << 22)

#define RNG 0x4003a000u
#define RNG_RANDOM_NUMBER REGISTER(RNG + 0x00u)
#define RNG_COUNTER_VAL REGISTER(RNG + 0x08u)
#define RNG_COUNTER_CFG REGISTER(RNG + 0x0cu)
#define RNG_ONLINE_TEST_CFG REGISTER(RNG + 0x10u)
#define RNG_ONLINE_TEST_VAL REGISTER(RNG + 0x14u)
#define RNG_COUNTER_CLOCK_SEL(n) ((n) << 2)
#define RNG_REFRESH_COUNT(value) (((value) >> 8) & 0x1fu)
#define RNG_TEST_ACTIVATE 1u

/* The clock that the hypervisor promises (PLAT_TIMER_FREQ); a guest may be built for another one. */
#ifndef CORE_HZ
#define CORE_HZ 12000000u
#endif

#endif
