/**
 * Follows a program from its first instruction to the first that reads or writes the stack, for code that runs before
 * anything has set the stack pointer (Armv8-M manual, T16 and T32 encodings).
 */

/** The halfword at an address; null where there is none. */
export type ReadHalfword = (address: number) => number | null;

/** Start-up code that has not touched the stack after so many instructions has loops; nothing is claimed of it. */
const mostInstructions = 256;
const stackPointer = 13;

/**
 * What one instruction does: goes on behind it, uses the stack, goes elsewhere, or ends what can be told (sets SP, or
 * goes where only a run shows).
 */
type Step =
  | { readonly kind: "next" }
  | { readonly kind: "uses" }
  | { readonly kind: "goes"; readonly target: number; readonly links: boolean }
  | { readonly kind: "returns" }
  | { readonly kind: "ends" };

const next: Step = { kind: "next" };
const uses: Step = { kind: "uses" };
const ends: Step = { kind: "ends" };

/** Address of the first access by the stack pointer that `start` comes to without a write to it; null for none. */
export function firstStackUse(start: number, read: ReadHalfword): number | null {
  let at = start;
  const callers: number[] = [];
  for (let count = 0; count < mostInstructions; count++) {
    const first = read(at);
    if (first === null) return null;
    const isWide = first >= 0xe800;
    const second = isWide ? read(at + 2) : 0;
    if (second === null) return null;
    const step = isWide ? wideStep(at, first, second) : narrowStep(at, first);
    if (step.kind === "uses") return at;
    if (step.kind === "ends") return null;
    const behind = at + (isWide ? 4 : 2);
    if (step.kind === "goes" && step.links) callers.push(behind);
    const target = step.kind === "goes" ? step.target : step.kind === "returns" ? callers.pop() : behind;
    if (target === undefined) return null;
    at = target;
  }
  return null;
}

const signed = (value: number, bits: number): number => (value << (32 - bits)) >> (32 - bits);

function narrowStep(at: number, code: number): Step {
  // PUSH, POP; STR and LDR relative to SP.
  if ((code & 0xf600) === 0xb400 || (code & 0xf000) === 0x9000) return uses;
  // B; BX LR.
  if ((code & 0xf800) === 0xe000)
    return { kind: "goes", target: at + 4 + signed((code & 0x7ff) << 1, 12), links: false };
  if (code === 0x4770) return { kind: "returns" };
  // MOV and ADD with SP or PC as destination; other BX and BLX; conditional branches and SVC, CBZ, IT, BKPT.
  const writesSp = (code & 0xfd85) === 0x4485;
  const leaves = (code & 0xff00) === 0x4700 || (code & 0xf000) === 0xd000 || (code & 0xf500) === 0xb100;
  const isIt = (code & 0xff00) === 0xbf00 && (code & 0xf) !== 0;
  return writesSp || leaves || isIt || (code & 0xff00) === 0xbe00 ? ends : next;
}

function wideStep(at: number, first: number, second: number): Step {
  if ((first & 0xf800) === 0xf000 && (second & 0x8000) !== 0) return controlStep(at, first, second);
  const base = first & 15;
  const register = (second >>> 12) & 15;
  // LDM, STM, LDRD, STRD, VLDM, VSTM; single loads and stores.
  const isMultiple = (first & 0xfe00) === 0xe800 || (first & 0xfe00) === 0xec00;
  const isSingle = (first & 0xfe00) === 0xf800;
  if ((isMultiple || isSingle) && base === stackPointer) return uses;
  // A load into PC or SP, or a table branch.
  if (isSingle && (first & 0x10) !== 0 && register >= stackPointer && register !== 14) return ends;
  if ((first & 0xfff0) === 0xe8d0 && (second & 0xffe0) === 0xf000) return ends;
  if ((first & 0xfe50) === 0xe810 && (second & 0x8000) !== 0) return ends;
  // Data processing with SP as destination sets it, unless it only moves it.
  const isWhole = (first & 0xfb70) === 0xf240;
  const isData = (first & 0xfe00) === 0xea00 || (first & 0xf800) === 0xf000;
  const writesSp = isData && ((second >>> 8) & 15) === stackPointer;
  return writesSp && (isWhole || base !== stackPointer) ? ends : next;
}

const specialRegisters = { msp: 8, psp: 9, mspNs: 0x88, control: 20 } as const;

/** The branches, MSR, and what else has bit 15 of the second halfword set. */
function controlStep(at: number, first: number, second: number): Step {
  if ((second & 0x1000) !== 0) {
    const [sign, one, two] = [(first >>> 10) & 1, (second >>> 13) & 1, (second >>> 11) & 1];
    const bits = [(first & 0x3ff) << 12, (second & 0x7ff) << 1, (1 ^ one ^ sign) << 23, (1 ^ two ^ sign) << 22];
    const offset = signed(
      bits.reduce((sum, bit) => sum | bit, sign << 24),
      25,
    );
    return { kind: "goes", target: at + 4 + offset, links: (second & 0x4000) !== 0 };
  }
  const isMsr = (first & 0xfff0) === 0xf380 && (second & 0xff00) === 0x8800;
  if (isMsr) return Object.values(specialRegisters).some((one) => one === (second & 0xff)) ? ends : next;
  // Hints, barriers, MRS and UDF; conditional branches.
  const isConditional = (first & 0x0380) !== 0x0380;
  return isConditional ? ends : next;
}
