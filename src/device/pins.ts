/** Names of port pins as lines, signals and input ports carry them: `PIO1_5`. */
import type { MutableArray } from "../state/layout.ts";

export interface Pin {
  readonly port: 0 | 1;
  readonly bit: number;
}

export const pinName = (port: number, pin: number): string => `PIO${port}_${pin}`;

/** The pin of that name, as port and bit mask; null for any other name. */
export function pinOf(name: string): Pin | null {
  const [, port, pin] = /^PIO([01])_(\d+)$/.exec(name) ?? [];
  if (port === undefined || Number(pin) > 31) return null;
  return { port: port === "0" ? 0 : 1, bit: (1 << Number(pin)) >>> 0 };
}

/** Set or clear a pin's bit in an array of one word per port. */
export function setPin(words: MutableArray, { port, bit }: Pin, level: boolean): void {
  const before = words[port] ?? 0;
  words[port] = level ? before | bit : before & ~bit;
}
