/**
 * Which Kconfig symbols build a driver for which kind of node, for the LPC55S69 (Zephyr's drivers/, fact sheet lpc55s69
 * section 14). A node that is `okay` and has no driver is not touched.
 */
import { isCompatible } from "../config/devicetree/query.ts";
import type { DtNode } from "../config/devicetree/tree.ts";
import { isSet, type Kconfig } from "../config/kconfig.ts";

export interface Driver {
  readonly compatible: string;
  /** One of them is enough. */
  readonly symbols: readonly string[];
  /** `always`: nothing works without its interrupt. `received`: what comes in needs it, what goes out does not. */
  readonly interrupt: "always" | "received" | "none";
  /** Devices of the board that the driver uses besides. */
  readonly needs?: readonly string[];
}

export const drivers: readonly Driver[] = [
  { compatible: "nxp,lpc-usart", symbols: ["UART_MCUX_FLEXCOMM"], interrupt: "received" },
  { compatible: "nxp,lpc-i2c", symbols: ["I2C_MCUX_FLEXCOMM"], interrupt: "always" },
  { compatible: "nxp,lpc-spi", symbols: ["SPI_MCUX_FLEXCOMM"], interrupt: "always" },
  { compatible: "nxp,lpc-i2s", symbols: ["I2S_MCUX_FLEXCOMM"], interrupt: "always" },
  { compatible: "nxp,lpc-rng", symbols: ["ENTROPY_MCUX_RNG"], interrupt: "none", needs: ["pmc"] },
  { compatible: "nxp,lpc-syscon", symbols: ["CLOCK_CONTROL_MCUX_SYSCON"], interrupt: "none" },
  { compatible: "nxp,lpc-iocon", symbols: ["PINCTRL_NXP_IOCON", "PINCTRL_LPC_IOCON"], interrupt: "none" },
  { compatible: "nxp,pint", symbols: ["NXP_PINT"], interrupt: "none" },
  { compatible: "nxp,lpc-ctimer", symbols: ["COUNTER_MCUX_CTIMER"], interrupt: "always" },
  { compatible: "nxp,lpc-wwdt", symbols: ["WDT_MCUX_WWDT"], interrupt: "none" },
  { compatible: "nxp,lpc-lpadc", symbols: ["ADC_MCUX_LPADC"], interrupt: "always", needs: ["pmc"] },
  { compatible: "nxp,lpc-dma", symbols: ["DMA_MCUX_LPC"], interrupt: "always" },
  { compatible: "nxp,lpc-sdif", symbols: ["MCUX_SDIF"], interrupt: "always" },
  { compatible: "nxp,mcux-usbd", symbols: ["USB_DC_NXP_LPCIP3511", "UDC_NXP_IP3511"], interrupt: "always" },
  { compatible: "nxp,lpc-mailbox", symbols: ["IPM_MCUX"], interrupt: "always" },
  { compatible: "nxp,sctimer-pwm", symbols: ["PWM_MCUX_SCTIMER"], interrupt: "none" },
  { compatible: "nxp,iap-fmc55", symbols: ["SOC_FLASH_LPC"], interrupt: "none" },
  { compatible: "nxp,os-timer", symbols: ["MCUX_OS_TIMER"], interrupt: "always" },
];

/** What the SoC's own start-up code sets, whatever the drivers are. */
export const startUp = { symbol: "SOC_SERIES_LPC55XXX", needs: ["syscon", "anactrl", "pmc"] } as const;

export const driverOf = (node: DtNode): Driver | null =>
  drivers.find(({ compatible }) => isCompatible(node, compatible)) ?? null;

/** The symbol that built the driver; null where none did. */
export const builtBy = (kconfig: Kconfig, { symbols }: Driver): string | null =>
  symbols.find((one) => isSet(kconfig, one)) ?? null;

/** What reads a serial interface by interrupts: the symbol, and which node it is about. */
export const receivers: readonly { readonly symbol: string; readonly chosen: string | null }[] = [
  { symbol: "CONSOLE_HANDLER", chosen: "zephyr,console" },
  { symbol: "CONSOLE_GETCHAR", chosen: "zephyr,console" },
  { symbol: "CONSOLE_GETLINE", chosen: "zephyr,console" },
  { symbol: "SHELL_BACKEND_SERIAL", chosen: "zephyr,shell-uart" },
  { symbol: "UART_MCUMGR", chosen: "zephyr,uart-mcumgr" },
  // A modem is a child of its serial interface.
  { symbol: "WIFI_ESP_AT", chosen: null },
  { symbol: "MODEM", chosen: null },
  { symbol: "MODEM_CMD_HANDLER", chosen: null },
];

/** What is connected to a serial interface and talks back. */
export const modems: readonly string[] = [
  ...["espressif,esp-at", "quectel,bg9x", "quectel,bg95", "u-blox,sara-r4", "swir,hl7800", "wnc,m14a2a"],
  ...["simcom,sim7080", "telit,me910g1", "zephyr,gsm-ppp", "nordic,nrf91-slm"],
];
