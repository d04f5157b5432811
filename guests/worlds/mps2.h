/* The part of the MPS2 FPGA images AN505 and AN521 that the worlds use, Non-secure view (Arm DAI 0505). */
#ifndef MPS2_H
#define MPS2_H

#include <stdint.h>

#define REGISTER(address) (*(volatile uint32_t *)(address))
#define SECURE_VIEW 0x10000000u

#define UART(n) (0x40200000u + 0x1000u * (n))
#define UART_DATA(n) REGISTER(UART(n) + 0x00u)
#define UART_STATE(n) REGISTER(UART(n) + 0x04u)
#define UART_CTRL(n) REGISTER(UART(n) + 0x08u)
#define UART_BAUDDIV(n) REGISTER(UART(n) + 0x10u)
#define UART_STATE_TXFULL 1u
#define UART_CTRL_TXEN 1u

#define SECCTL 0x50080000u
#define NSCCFG REGISTER(SECCTL + 0x14u)
#define SECPPCINTSTAT REGISTER(SECCTL + 0x20u)
#define SECPPCINTCLR REGISTER(SECCTL + 0x24u)
#define SECPPCINTEN REGISTER(SECCTL + 0x28u)
#define APBNSPPCEXP(n) REGISTER(SECCTL + 0x80u + 4u * (n))

/* Memory protection controller in front of SSRAM1 to SSRAM3. */
#define MPC(ssram) (0x58007000u + 0x1000u * ((ssram)-1u))
#define MPC_CTRL(ssram) REGISTER(MPC(ssram) + 0x00u)
#define MPC_BLK_MAX(ssram) REGISTER(MPC(ssram) + 0x10u)
#define MPC_BLK_CFG(ssram) REGISTER(MPC(ssram) + 0x14u)
#define MPC_BLK_IDX(ssram) REGISTER(MPC(ssram) + 0x18u)
#define MPC_BLK_LUT(ssram) REGISTER(MPC(ssram) + 0x1cu)

#define TIMER(n) (0x50000000u + 0x1000u * (n))
#define DUALTIMER 0x50002000u
#define SWATCHDOG 0x50081000u
#define SCC 0x50300000u
#define FPGAIO 0x50302000u
#define SYSINFO 0x40020000u
#define SYSCTL 0x50021000u

#endif
