/* MPS2, Secure side: the protection controllers, and what the devices say of themselves. */
#include "armv8m.h"
#include "mps2.h"
#include "world.h"

/* Non-secure code lies in the upper half of SSRAM1, its data in SSRAM3. */
static void open_memory(void)
{
    const uint32_t words = MPC_BLK_MAX(1) + 1u;
    MPC_BLK_IDX(1) = words / 2u;
    for (uint32_t word = words / 2u; word < words; word++)
        MPC_BLK_LUT(1) = 0xffffffffu;
    MPC_BLK_IDX(3) = 0;
    for (uint32_t word = 0; word <= MPC_BLK_MAX(3); word++)
        MPC_BLK_LUT(3) = 0xffffffffu;
}

void board_open(void)
{
    open_memory();
    NSCCFG = 3;
    UART_BAUDDIV(0) = 16;
    UART_CTRL(0) = UART_CTRL_TXEN;
}

static void tell_identity(const char *name, uint32_t base)
{
    print("mps2: ");
    print(name);
    for (uint32_t offset = 0xfd0u; offset < 0x1000u; offset += 16u) {
        uint32_t value = 0;
        for (uint32_t byte = 0; byte < 4u; byte++)
            value |= (REGISTER(base + offset + 4u * byte) & 0xffu) << (8u * byte);
        print_value("id", value);
    }
    print_line();
}

static void tell_registers(void)
{
    tell_identity("uart0", UART(0) + SECURE_VIEW);
    tell_identity("timer0", TIMER(0));
    tell_identity("dualtimer", DUALTIMER);
    tell_identity("swatchdog", SWATCHDOG);
    tell_identity("secctl", SECCTL);
    tell_identity("secctl ns", SECCTL - SECURE_VIEW);
    tell_identity("mpc", MPC(1));
    tell_identity("sysctl", SYSCTL);
    tell_identity("sysinfo", SYSINFO);
    tell("mps2: SYS_VERSION", REGISTER(SYSINFO));
    tell("mps2: SYS_CONFIG", REGISTER(SYSINFO + 4u));
    tell("mps2: SCC_ID", REGISTER(SCC + 0xffcu));
    tell("mps2: SCC_AID", REGISTER(SCC + 0xff8u));
    tell("mps2: SCC_CFG4", REGISTER(SCC + 0x10u));
    tell("mps2: SCC_DLL", REGISTER(SCC + 0x100u));
    for (uint32_t clock = 0; clock < 4u; clock++) {
        REGISTER(SCC + 0xa8u) = 0x80100000u | clock;
        print("mps2: source clock");
        print_value("status", REGISTER(SCC + 0xacu));
        print_value("hertz", REGISTER(SCC + 0xa0u));
        print_line();
    }
    REGISTER(FPGAIO) = 0xffffffffu;
    tell("mps2: LED0", REGISTER(FPGAIO));
    tell("mps2: MPC block configuration", MPC_BLK_CFG(1));
    tell("mps2: MPC words of SSRAM1", MPC_BLK_MAX(1));
    tell("mps2: MPC words of SSRAM2", MPC_BLK_MAX(2));
    tell("mps2: MPC control", MPC_CTRL(2));
}

/* A counter of each kind: it counts, and it says when it is done. */
static void tell_timers(void)
{
    REGISTER(TIMER(0) + 8u) = 1000;
    tell("mps2: timer0 loaded", REGISTER(TIMER(0) + 4u));
    REGISTER(TIMER(0)) = 9;
    while (REGISTER(TIMER(0) + 12u) == 0) {
    }
    REGISTER(TIMER(0)) = 0;
    REGISTER(TIMER(0) + 12u) = 1;
    tell("mps2: timer0 interrupt status", REGISTER(TIMER(0) + 12u));
    tell("mps2: dualtimer control", REGISTER(DUALTIMER + 8u));
    tell("mps2: dualtimer value", REGISTER(DUALTIMER + 4u));
    REGISTER(DUALTIMER) = 0x12340100u;
    tell("mps2: dualtimer value of 16 bits", REGISTER(DUALTIMER + 4u));
    REGISTER(DUALTIMER + 8u) = 0xe3;
    tell("mps2: dualtimer load", REGISTER(DUALTIMER + 0x18u));
    REGISTER(DUALTIMER) = 500;
    while (REGISTER(DUALTIMER + 0x10u) == 0) {
    }
    tell("mps2: dualtimer expired once", REGISTER(DUALTIMER + 0x14u));
    tell("mps2: dualtimer value at the end", REGISTER(DUALTIMER + 4u));
    REGISTER(DUALTIMER + 0xcu) = 0;
    tell("mps2: dualtimer cleared", REGISTER(DUALTIMER + 0x10u));
    tell("mps2: watchdog load", REGISTER(SWATCHDOG));
    REGISTER(SWATCHDOG + 0xc00u) = 0;
    REGISTER(SWATCHDOG) = 77;
    tell("mps2: watchdog locked", REGISTER(SWATCHDOG + 0xc00u));
    REGISTER(SWATCHDOG + 0xc00u) = 0x1acce551u;
    tell("mps2: watchdog load after the lock", REGISTER(SWATCHDOG));
}

/* With the SAU off but for ALLNS, an even address makes a Non-secure transaction. */
static void tell_refusals(void)
{
    SCS(0xdd0) = 2;
    synchronize();
    SECPPCINTEN = 0xffffffffu;
    const uint32_t held = UART_BAUDDIV(1);
    SCS(0xdd0) = 0;
    synchronize();
    tell("mps2: a refused device reads", held);
    tell("mps2: PPC status", SECPPCINTSTAT);
    SECPPCINTCLR = 0xffffffffu;
    tell("mps2: PPC status when cleared", SECPPCINTSTAT);
    SECPPCINTEN = 0;
    /* UART0 is the Non-secure world's from here on; we reach it through its Non-secure address. */
    APBNSPPCEXP(1) = 1u << 5;
}

void board_report(void)
{
    tell_registers();
    tell_timers();
    tell_refusals();
}
