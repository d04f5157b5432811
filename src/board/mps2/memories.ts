/** Memories and the fixed attribution of the MPS2 FPGA images AN505 and AN521 (DAI 0505, section 3.1). */
import type { IdauRegion, Memory } from "../board.ts";

/** Address bit 28 chooses the view: 0 Non-secure, 1 Secure, of the same resource. */
export const secureBit = 0x10000000;

const kib = 1024;
const mib = 1024 * kib;
export const bankBytes = 32 * kib;

const guarded = (name: string, title: string, base: number, sizeBytes: number, mirrors: number[] = []): Memory => {
  const bases = [base, ...mirrors];
  return {
    ...{ name, title, base, sizeBytes, kind: "ram", guard: `${name}-mpc` },
    aliases: [...mirrors, ...bases.map((one) => one + secureBit)],
  };
};

/** `banks` of the subsystem's own memory, 32 KiB each: one in the IoT kit, four in the SSE-200. */
export const memories = (banks: number): readonly Memory[] => [
  guarded("ssram1", "SSRAM1", 0x00000000, 4 * mib, [0x00400000]),
  ...Array.from({ length: banks }, (_, bank) =>
    guarded(`sram${bank}`, `SRAM bank ${bank}`, 0x20000000 + bank * bankBytes, bankBytes),
  ),
  guarded("ssram2", "SSRAM2", 0x28000000, 2 * mib),
  guarded("ssram3", "SSRAM3", 0x28200000, 2 * mib),
  { name: "psram", title: "PSRAM", base: 0x80000000, sizeBytes: 16 * mib, kind: "ram", aliases: [] },
];

const exemptBytes = mib;

/** NSCCFG of the security control opens code and data to calls. */
const callableLines: Readonly<Record<number, string>> = { 1: "secctl.nsc-code", 3: "secctl.nsc-data" };

/** Region n is the n-th 256 MiB, as TT tells its number: odd ones are Secure. */
const regions = Array.from({ length: 16 }, (_, index): IdauRegion => {
  const base = index * secureBit + (index >= 14 ? exemptBytes : 0);
  const last = (index + 1) * secureBit - 1;
  if (index % 2 === 0) return { base, last, attribute: "non-secure" };
  const callable = callableLines[index];
  return { base, last, attribute: "secure", ...(callable === undefined ? {} : { callable }) };
});

export const idau: readonly IdauRegion[] = [
  ...regions,
  ...[0xe0000000, 0xf0000000].map((base): IdauRegion => ({ base, last: base + exemptBytes - 1, attribute: "exempt" })),
];
