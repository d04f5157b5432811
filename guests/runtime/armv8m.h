/* The part of the Armv8-M system control space that the guests use, as Non-secure code sees it (DDI 0553, D1). */
#ifndef ARMV8M_H
#define ARMV8M_H

#include <stdint.h>

#define SCS(offset) (*(volatile uint32_t *)(0xe000e000u + (offset)))
#define SYST_CSR SCS(0x010)
#define SYST_RVR SCS(0x014)
#define SYST_CVR SCS(0x018)
#define NVIC_ISER(n) SCS(0x100 + 4 * (n))
#define ICSR SCS(0xd04)
#define VTOR SCS(0xd08)
#define CCR SCS(0xd14)
#define SHPR3 SCS(0xd20)
#define SHCSR SCS(0xd24)
#define CFSR SCS(0xd28)
#define HFSR SCS(0xd2c)
#define MMFAR SCS(0xd34)
#define BFAR SCS(0xd38)
#define MPU_CTRL SCS(0xd94)
#define MPU_RNR SCS(0xd98)
#define MPU_RBAR SCS(0xd9c)
#define MPU_RLAR SCS(0xda0)
#define MPU_MAIR0 SCS(0xdc0)

#define SYST_CSR_ENABLE 1u
#define SYST_CSR_TICKINT 2u
#define SYST_CSR_CLKSOURCE 4u
#define SYST_CSR_COUNTFLAG (1u << 16)
#define ICSR_PENDSVSET (1u << 28)
#define CCR_UNALIGN_TRP (1u << 3)
#define CCR_DIV_0_TRP (1u << 4)
#define SHCSR_SVCALLACT (1u << 7)
#define SHCSR_MEMFAULTENA (1u << 16)
#define SHCSR_BUSFAULTENA (1u << 17)
#define SHCSR_USGFAULTENA (1u << 18)
#define CFSR_MMARVALID (1u << 7)
#define CFSR_BFARVALID (1u << 15)
#define CFSR_STKOF (1u << 20)
#define MPU_CTRL_ENABLE 1u
#define MPU_CTRL_PRIVDEFENA 4u
#define MPU_RBAR_EXECUTE_NEVER 1u
#define MPU_RBAR_READ_ONLY (2u << 1)
#define MPU_RLAR_ENABLE 1u

static inline void wait_for_interrupt(void) { __asm volatile("wfi" ::: "memory"); }
static inline void disable_interrupts(void) { __asm volatile("cpsid i" ::: "memory"); }
/* Only behind the ISB is it certain that what was pending has been taken. */
static inline void enable_interrupts(void) { __asm volatile("cpsie i\n\tisb" ::: "memory"); }

/* For a section that may run with interrupts masked already: what to give to restore_interrupts(). */
static inline uint32_t mask_interrupts(void)
{
    uint32_t before;
    __asm volatile("mrs %0, primask\n\tcpsid i" : "=r"(before)::"memory");
    return before;
}

static inline void restore_interrupts(uint32_t before)
{
    __asm volatile("msr primask, %0\n\tisb" ::"r"(before) : "memory");
}

static inline void synchronize(void) { __asm volatile("dsb\n\tisb" ::: "memory"); }

static inline void enable_interrupt(unsigned line) { NVIC_ISER(line / 32) = 1u << (line % 32); }

/* Count `cycles` per period of the core clock, with an interrupt each time. */
static inline void start_systick(uint32_t cycles)
{
    SYST_RVR = cycles - 1u;
    SYST_CVR = 0;
    SYST_CSR = SYST_CSR_ENABLE | SYST_CSR_TICKINT | SYST_CSR_CLKSOURCE;
}

#endif
