/**
 * Pin configuration of the LPC55S6x (fact sheet lpc55s69 section 10): one word per pin, port * 32 + pin; storage
 * only.
 */
import { block } from "../state/layout.ts";
import type { DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { registerMap } from "./registers.ts";

/** Pins whose reset value is not 0: debug port, ISP button, I2C pins. */
const resets: Readonly<Record<number, number>> = { 2: 0x110, 5: 0x120, 11: 0x116, 12: 0x126, 13: 0x5000, 14: 0x5000 };

const ioconRegisters = registerMap([
  {
    offset: 0,
    name: "PIO0_",
    count: 32,
    mask: 0xffff,
    reset: Array.from({ length: 32 }, (_, pin) => resets[pin] ?? 0),
  },
  { offset: 0x80, name: "PIO1_", count: 32, mask: 0xffff },
]);

export const ioconKind: DeviceKind = deviceKind({
  name: "iocon",
  registers: ioconRegisters,
  state: block("iocon", ioconRegisters.fields),
});
