/** Memories and the fixed attribution of the LPC55S69 (fact sheet sections 1 and 2). */
import type { IdauRegion, Memory } from "../board.ts";

/** Address bit 28 chooses the view: 0 Non-secure, 1 Secure, of the same resource. */
export const secureBit = 0x10000000;

const kib = 1024;

export const memories: readonly Memory[] = [
  {
    name: "flash",
    title: "Flash",
    base: 0x00000000,
    sizeBytes: 640 * kib,
    kind: "flash",
    aliases: [secureBit],
    banks: [
      { name: "flash", title: "Flash", offset: 0, sizeBytes: 0x9d800 },
      { name: "protected-flash", title: "Protected flash region (PFR)", offset: 0x9d800, sizeBytes: 0x2800 },
    ],
  },
  {
    name: "rom",
    title: "Boot ROM",
    base: 0x03000000,
    sizeBytes: 128 * kib,
    kind: "rom",
    aliases: [0x03000000 + secureBit],
  },
  {
    name: "sramx",
    title: "SRAMX (code bus)",
    base: 0x04000000,
    sizeBytes: 32 * kib,
    kind: "ram",
    aliases: [0x04000000 + secureBit],
  },
  {
    name: "sram",
    title: "SRAM",
    base: 0x20000000,
    sizeBytes: 272 * kib,
    kind: "ram",
    aliases: [0x20000000 + secureBit],
    banks: [
      { name: "sram0", title: "SRAM0", offset: 0x00000, sizeBytes: 64 * kib },
      { name: "sram1", title: "SRAM1", offset: 0x10000, sizeBytes: 64 * kib },
      { name: "sram2", title: "SRAM2", offset: 0x20000, sizeBytes: 64 * kib },
      { name: "sram3", title: "SRAM3", offset: 0x30000, sizeBytes: 64 * kib },
      { name: "sram4", title: "SRAM4", offset: 0x40000, sizeBytes: 16 * kib },
    ],
  },
  {
    name: "usbram",
    title: "USB RAM",
    base: 0x40100000,
    sizeBytes: 16 * kib,
    kind: "ram",
    aliases: [0x40100000 + secureBit],
  },
];

/**
 * Ordered; no two overlap. Every Secure range is callable as far as the IDAU goes: the SAU decides where the gates
 * are. Above 0x60000000 the IDAU leaves the choice to the SAU but for the processor's own ranges and the top
 * sixteenth (architecture).
 */
export const idau: readonly IdauRegion[] = [
  { base: 0x00000000, last: 0x0fffffff, attribute: "non-secure" },
  { base: 0x10000000, last: 0x1fffffff, attribute: "secure-callable" },
  { base: 0x20000000, last: 0x2fffffff, attribute: "non-secure" },
  { base: 0x30000000, last: 0x3fffffff, attribute: "secure-callable" },
  { base: 0x40000000, last: 0x4fffffff, attribute: "non-secure" },
  { base: 0x50000000, last: 0x5fffffff, attribute: "secure-callable" },
  { base: 0x60000000, last: 0xdfffffff, attribute: "non-secure" },
  { base: 0xe0000000, last: 0xe0002fff, attribute: "exempt" },
  { base: 0xe0003000, last: 0xe000dfff, attribute: "non-secure" },
  { base: 0xe000e000, last: 0xe000efff, attribute: "exempt" },
  { base: 0xe000f000, last: 0xe002dfff, attribute: "non-secure" },
  { base: 0xe002e000, last: 0xe002efff, attribute: "exempt" },
  { base: 0xe002f000, last: 0xe003ffff, attribute: "non-secure" },
  { base: 0xe0040000, last: 0xe0041fff, attribute: "exempt" },
  { base: 0xe0042000, last: 0xe00fefff, attribute: "non-secure" },
  { base: 0xe00ff000, last: 0xe00fffff, attribute: "exempt" },
  { base: 0xe0100000, last: 0xefffffff, attribute: "non-secure" },
  { base: 0xf0000000, last: 0xffffffff, attribute: "secure" },
];
