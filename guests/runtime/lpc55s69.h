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
#define FCCLKSEL_FRO12M 2u

/* Clock and reset bits: register index, bit. */
#define IOCON_CLOCK_BIT 13u     /* word 0 */
#define FLEXCOMM_BIT(n) (11u + (n)) /* word 1 */
#define RNG_BIT 13u             /* word 2 */

#define IOCON 0x40001000u
#define IOCON_PIN(port, pin) REGISTER(IOCON + 4u * ((port) * 32u + (pin)))
#define IOCON_DIGIMODE 0x100u

#define FLEXCOMM(n) (0x40086000u + 0x1000u * (n))

#define PMC_PDRUNCFG0 REGISTER(0x400200b8u)
#define PMC_PDRUNCFGCLR0 REGISTER(0x400200c8u)
#define PDRUNCFG_RNG (1u << 22)

#define RNG 0x4003a000u
#define RNG_RANDOM_NUMBER REGISTER(RNG + 0x00u)
#define RNG_COUNTER_VAL REGISTER(RNG + 0x08u)
#define RNG_COUNTER_CFG REGISTER(RNG + 0x0cu)
#define RNG_ONLINE_TEST_CFG REGISTER(RNG + 0x10u)
#define RNG_ONLINE_TEST_VAL REGISTER(RNG + 0x14u)

/* The clock that the hypervisor promises (PLAT_TIMER_FREQ). */
#define CORE_HZ 12000000u

#endif
