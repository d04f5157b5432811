/*
 * Secure world: starts, opens a part of the board to the Non-secure world, calls it, serves its calls through a
 * gateway, and tells what it did that was not allowed. Every line it prints follows from what happened before, never from how long it took.
 */
#include "armv8m.h"
#include "world.h"

#define SAU_CTRL SCS(0xdd0)
#define SAU_RNR SCS(0xdd8)
#define SAU_RBAR SCS(0xddc)
#define SAU_RLAR SCS(0xde0)
#define SFSR SCS(0xde4)
#define NVIC_ITNS(n) SCS(0x380 + 4 * (n))
#define SCS_NS(offset) (*(volatile uint32_t *)(0xe002e000u + (offset)))
#define VTOR_NS SCS_NS(0xd08)
#define SHCSR_SECUREFAULTENA (1u << 19)
#define NSC 2u
#define SAU_ENABLE 1u

extern uint32_t stack_top, nonsecure_end[], nonsecure_ram[], nonsecure_ram_end[];

static volatile uint32_t served, ticks;
static const uint32_t secret = 0x5ec2e7;

static void sau_region(uint32_t number, uint32_t base, uint32_t end, uint32_t flags)
{
    SAU_RNR = number;
    SAU_RBAR = base;
    SAU_RLAR = ((end - 1u) & ~31u) | flags | SAU_ENABLE;
}

static void divide_board(void)
{
    sau_region(0, (uint32_t)nonsecure_image, (uint32_t)nonsecure_end, 0);
    sau_region(1, (uint32_t)nonsecure_ram, (uint32_t)nonsecure_ram_end, 0);
    sau_region(2, 0x40000000u, 0x50000000u, 0);
    sau_region(3, GATEWAY, GATEWAY + 0x400u, NSC);
    SAU_CTRL = SAU_ENABLE;
    SHCSR = SHCSR_SECUREFAULTENA | SHCSR_BUSFAULTENA | SHCSR_MEMFAULTENA | SHCSR_USGFAULTENA;
    synchronize();
}

/* What the gateway leads to: the sum of two numbers, and a count of such calls. */
__attribute__((used)) uint32_t serve(uint32_t first, uint32_t second)
{
    served++;
    print("secure: serves");
    print_value("first", first);
    print_value("second", second);
    print_line();
    return first + second;
}

__asm(".section .gateway, \"ax\"\n"
      ".global gateway\n.thumb_func\n.type gateway, %function\n"
      "gateway:\n"
      "  sg\n"
      "  push {r4, lr}\n"
      "  bl serve\n"
      "  movs r1, #0\n  movs r2, #0\n  movs r3, #0\n  mov r12, r1\n"
      "  pop {r4}\n  pop {r1}\n  mov lr, r1\n"
      "  movs r1, #0\n"
      "  msr apsr_nzcvq, r1\n"
      "  bxns lr\n"
      ".text\n");

/* Calls the Non-secure world, which sees nothing of our registers but the argument. */
static uint32_t call_nonsecure(uint32_t entry, uint32_t argument)
{
    register uint32_t r0 __asm("r0") = argument;
    register uint32_t r4 __asm("r4") = entry & ~1u;
    __asm volatile("movs r1, #0\n movs r2, #0\n movs r3, #0\n movs r5, #0\n movs r6, #0\n"
                   "mov r8, r1\n mov r9, r1\n mov r10, r1\n mov r11, r1\n mov r12, r1\n"
                   "push {r7}\n movs r7, #0\n"
                   "msr apsr_nzcvq, r1\n"
                   "blxns r4\n"
                   "pop {r7}\n"
                   : "+r"(r0), "+r"(r4)
                   :
                   : "r1", "r2", "r3", "r5", "r6", "r8", "r9", "r10", "r11", "r12", "lr", "cc", "memory");
    return r0;
}

__attribute__((used)) static void start(void)
{
    board_open();
    print("secure: started\n");
    tell("secure: control", ({ uint32_t value; __asm volatile("mrs %0, control" : "=r"(value)); value; }));
    board_report();
    divide_board();
    *(volatile uint32_t *)SECRET = secret;
    start_systick(20000);
    NVIC_ITNS(0) = 1u << 8;
    VTOR_NS = (uint32_t)nonsecure_image;
    __asm volatile("msr msp_ns, %0" ::"r"(nonsecure_image[0]));
    uint32_t answer = call_nonsecure(nonsecure_image[1], 7);
    tell("secure: answer", answer);
    tell("secure: calls served", served);
    while (ticks < 3)
        wait_for_interrupt();
    print("secure: three ticks\nend\n");
    for (volatile unsigned wait = 0; wait < 4000; wait++) {
    }
    register uint32_t operation __asm("r0") = 0x18;
    register uint32_t reason __asm("r1") = 0x20026;
    for (;;)
        __asm volatile("bkpt 0xab" ::"r"(operation), "r"(reason) : "memory");
}

static void systick(void) { ticks++; }

/* Tells the fault and goes on behind the instruction; `frame` is on the stack of the world that fell. */
__attribute__((used)) static void report(uint32_t *frame, uint32_t link)
{
    print("secure: SecureFault");
    print_value("sfsr", SFSR & ~0x40u);
    print_value("r0", frame[0]);
    print_value("link", link);
    print_line();
    SFSR = SFSR;
    const uint16_t first = *(volatile uint16_t *)frame[6];
    frame[6] += (first >> 11) >= 0x1d ? 4 : 2;
}

__attribute__((naked)) static void secure_fault(void)
{
    __asm volatile("mrs r0, msp_ns\n"
                   "mov r1, lr\n"
                   "tst lr, #64\n"
                   "it ne\n mrsne r0, msp\n"
                   "b report\n");
}

static void unexpected(void)
{
    print("secure: unexpected exception\n");
    for (;;) {
    }
}

__attribute__((section(".vectors"), used)) static void (*const vectors[16])(void) = {
    (void (*)(void))&stack_top, start, unexpected, unexpected, unexpected, unexpected, unexpected, secure_fault,
    0, 0, 0, unexpected, unexpected, 0, unexpected, systick,
};
