/** External interrupts of the MPS2 FPGA images AN505 and AN521 (DAI 0505, section 3.6). */

const subsystem: Readonly<Record<number, string>> = {
  0: "NONSEC_WATCHDOG_RESET",
  1: "NONSEC_WATCHDOG",
  2: "S32K_TIMER",
  3: "TIMER0",
  4: "TIMER1",
  5: "DUALTIMER",
  6: "MHU0",
  7: "MHU1",
  9: "MPC",
  10: "PPC",
  11: "MSC",
  12: "BRIDGE",
};

const uarts = [0, 1, 2, 3, 4];

/** The FPGA's own lines follow the subsystem's thirty-two. */
export const expansionLine = (index: number): number => 32 + index;

const expansion: readonly string[] = [
  ...uarts.flatMap((uart) => [`UART${uart}_RX`, `UART${uart}_TX`]),
  ...uarts.map((uart) => `UART${uart}`),
  ...["UART_OVERFLOW", "ETHERNET", "I2S", "TOUCH_SCREEN", "SPI0", "SPI1", "SPI2", "SPI3", "SPI4"],
  ...[0, 1, 2, 3].flatMap((dma) => [`DMA${dma}_ERROR`, `DMA${dma}_TC`, `DMA${dma}`]),
  ...["GPIO0", "GPIO1", "GPIO2", "GPIO3"],
  ...[0, 1, 2].flatMap((port) => Array.from({ length: 16 }, (_, pin) => `GPIO${port}_${pin}`)),
  ...Array.from({ length: 4 }, (_, pin) => `GPIO3_${pin}`),
];

export const interruptLines = expansionLine(92);

export const interruptNames: readonly string[] = Array.from({ length: interruptLines }, (_, number) =>
  number < expansionLine(0) ? (subsystem[number] ?? "") : (expansion[number - expansionLine(0)] ?? ""),
);
