/**
 * What an M-profile processor pushed when it took an exception or called across security states (Armv8-M Architecture
 * Reference Manual, DDI 0553: "EXC_RETURN", "FNC_RETURN", "Stack frames", rules on the additional state context).
 */
import type { CoreRegisters, ReadWord } from "./dwarf/unwind.ts";

export type StackName = "mainSecure" | "processSecure" | "mainNonSecure" | "processNonSecure";

export type StackPointers = Readonly<Record<StackName, number | null>>;

/** Execution state that decides which stack is in use. */
export interface ExecutionState {
  readonly secure: boolean;
  /** True while an exception is handled. */
  readonly handler: boolean;
}

/** The state that an exception interrupted. */
export interface InterruptedState extends ExecutionState {
  /** R15 is the address of the next instruction, Thumb bit not set. */
  readonly registers: (number | null)[];
  readonly stack: StackName;
  /** Exception that the interrupted code was handling; 0 in Thread mode. */
  readonly exceptionNumber: number;
}

/** The value that LR has after reset; by its prefix it could be taken for an EXC_RETURN. */
const linkAfterReset = 0xffff_ffff;

const basicFrameBytes = 0x20;
const extendedFrameBytes = 0x68;
const floatCalleeBytes = 0x40;
const additionalContextBytes = 0x28;
const integritySignature = 0xfefa_125a;

export function isExceptionReturn(value: number): boolean {
  return value >>> 24 === 0xff && value !== linkAfterReset;
}

export function isFunctionReturn(value: number): boolean {
  return (value | 1) >>> 0 === 0xfeff_ffff;
}

export function stackName(secure: boolean, process: boolean): StackName {
  if (secure) return process ? "processSecure" : "mainSecure";
  return process ? "processNonSecure" : "mainNonSecure";
}

/** CONTROL.SPSEL of each security state. */
export interface StackSelection {
  readonly secure: boolean;
  readonly nonSecure: boolean;
}

/**
 * The stack that holds the frame to which an EXC_RETURN value returns. Its SPSEL bit is that of the state which handles
 * the exception; code of the other state is found by its own CONTROL.SPSEL, which such an exception leaves alone.
 */
export function exceptionStack(exceptionReturn: number, selected: StackSelection): StackName {
  const secure = (exceptionReturn & 0x40) !== 0;
  const handledInSecure = (exceptionReturn & 1) !== 0;
  if (secure === handledInSecure) return stackName(secure, (exceptionReturn & 4) !== 0);
  const thread = (exceptionReturn & 8) !== 0;
  return stackName(secure, thread && (secure ? selected.secure : selected.nonSecure));
}

/**
 * Takes back the frame at a pointer of a stack, as exceptionStack names it. `registers` are the handler's at its
 * entry: R4 to R11 are still the interrupted code's unless the additional state context holds them.
 * `floatCalleeStacked` is FPCCR.TS, which makes Secure extended frames longer. Null when memory cannot be read or the
 * integrity signature is not there.
 */
export function unstackException(
  exceptionReturn: number,
  { stack, pointer }: { readonly stack: StackName; readonly pointer: number },
  registers: CoreRegisters,
  readWord: ReadWord,
  floatCalleeStacked: boolean,
): InterruptedState | null {
  const secure = (exceptionReturn & 0x40) !== 0;
  const extended = (exceptionReturn & 0x10) === 0;
  const values = [...registers];
  let frame = pointer;
  if (hasAdditionalContext(exceptionReturn)) {
    const signature = readWord(frame);
    if (signature === null || (signature & ~1) >>> 0 !== integritySignature) return null;
    for (let i = 0; i < 8; i++) values[4 + i] = readWord((frame + 8 + 4 * i) >>> 0);
    frame += additionalContextBytes;
  }
  const stacked = [0, 1, 2, 3, 12, 14, 15];
  for (const [i, register] of stacked.entries()) values[register] = readWord((frame + 4 * i) >>> 0);
  const status = readWord((frame + 28) >>> 0);
  if (status === null || values[15] == null) return null;
  let frameBytes = extended ? extendedFrameBytes : basicFrameBytes;
  if (extended && secure && floatCalleeStacked) frameBytes += floatCalleeBytes;
  const realigned = (status & 0x200) !== 0 ? 4 : 0;
  values[13] = (frame + frameBytes + realigned) >>> 0;
  values[15] = (values[15] & ~1) >>> 0;
  const handler = (exceptionReturn & 8) === 0;
  return { registers: values, secure, handler, stack, exceptionNumber: status & 0x1ff };
}

/**
 * Secure code interrupted by a Non-secure exception leaves R4 to R11 on its stack, and they stay there over
 * tail-chaining.
 */
function hasAdditionalContext(exceptionReturn: number): boolean {
  const secureStack = (exceptionReturn & 0x40) !== 0;
  const secureException = (exceptionReturn & 1) !== 0;
  const calleeStackedBefore = (exceptionReturn & 0x20) === 0;
  return secureStack && (!secureException || calleeStackedBefore);
}
