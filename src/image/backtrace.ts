/**
 * Walks from a stopped machine's registers up the calls that led there: by unwind rules, over exceptions and over
 * calls between security states, and where there are no rules by the link register or the function's first
 * instructions.
 */
import type { SourcePlace } from "./dwarf/debug-info.ts";
import type { CoreRegisters, ReadWord } from "./dwarf/unwind.ts";
import {
  exceptionStack,
  isExceptionReturn,
  isFunctionReturn,
  type StackName,
  type StackPointers,
  type StackSelection,
  stackName,
  unstackException,
} from "./exception-frame.ts";
import type { Image } from "./image.ts";
import { unwindByPrologue } from "./prologue.ts";

/** Where a machine stopped. */
export interface StoppedState {
  /** R0 to R15; R13 is the active stack pointer, R15 the address of the instruction that stopped. */
  readonly registers: CoreRegisters;
  readonly secure: boolean;
  readonly handler: boolean;
  /** IPSR. */
  readonly exceptionNumber: number;
  /** Without the Security Extension both security states have the same values. */
  readonly stackPointers: StackPointers;
  /** CONTROL.SPSEL of each security state. */
  readonly processStackSelected: StackSelection;
  /** FPCCR.TS: Secure extended frames hold S16 to S31, too. */
  readonly floatCalleeStacked: boolean;
}

export interface BacktraceFrame {
  /**
   * stopped: the first; called: it called the frame before; inlined: the frame before is a part of it, merged by the
   * compiler; interrupted: an exception came in between.
   */
  readonly kind: "stopped" | "called" | "inlined" | "interrupted";
  /** Address of the instruction that stopped or was interrupted, or the return address of a call. */
  readonly address: number;
  /** File of the image that the address belongs to. */
  readonly image: string | null;
  readonly function: string | null;
  /** Distance of `address` from the beginning of the symbol that holds it. */
  readonly offsetBytes: number | null;
  readonly place: SourcePlace | null;
  /** As this function sees them at that moment; null where lost. */
  readonly registers: CoreRegisters;
  readonly secure: boolean;
  /** For interrupted frames the exception that interrupted, by number; null otherwise. */
  readonly exceptionNumber: number | null;
  /** True when no rules led here, but a guess by link register or first instructions. */
  readonly guessed: boolean;
}

/** Why the list ends: outermost, there is no caller; the others, the caller cannot be found. */
export type BacktraceEnd = "outermost" | "no rules" | "unreadable" | "outside images" | "loop" | "limit";

export interface Backtrace {
  /** Innermost first. */
  readonly frames: readonly BacktraceFrame[];
  readonly end: BacktraceEnd;
}

/** A physical frame on the way up. */
interface Position {
  readonly registers: CoreRegisters;
  readonly secure: boolean;
  readonly handler: boolean;
  readonly exceptionNumber: number;
  readonly stack: StackName;
  readonly stackPointers: StackPointers;
  readonly kind: "stopped" | "called" | "interrupted";
  readonly interruptedBy: number | null;
  readonly guessed: boolean;
}

interface Surroundings {
  readonly images: readonly Image[];
  readonly readWord: ReadWord;
  readonly start: StoppedState;
}

/** The calls that led to where a machine stopped. `limit` bounds the number of frames, inlined ones included. */
export function backtrace(
  images: readonly Image[],
  start: StoppedState,
  readWord: ReadWord,
  { limit = 64 }: { readonly limit?: number } = {},
): Backtrace {
  const around: Surroundings = { images, readWord, start };
  const frames: BacktraceFrame[] = [];
  let position = firstPosition(start);
  for (;;) {
    for (const frame of describe(position, images)) {
      if (frames.length >= limit) return { frames, end: "limit" };
      frames.push(frame);
    }
    const next = stepUp(position, around);
    if (typeof next === "string") return { frames, end: next };
    if (!isProgress(position, next)) return { frames, end: "loop" };
    position = next;
  }
}

function firstPosition(start: StoppedState): Position {
  const { registers, secure, handler, exceptionNumber, stackPointers } = start;
  const stack = activeStack(secure, handler, start);
  const common = { registers, secure, handler, exceptionNumber, stack, stackPointers };
  return { ...common, kind: "stopped", interruptedBy: null, guessed: false };
}

function activeStack(secure: boolean, handler: boolean, start: StoppedState): StackName {
  const { processStackSelected: selected } = start;
  return stackName(secure, !handler && (secure ? selected.secure : selected.nonSecure));
}

/** Address to look up: of a caller the call itself, which lies before the return address. */
function lookupAddress(position: Position): number {
  const pc = position.registers[15] ?? 0;
  return position.kind === "called" ? pc - 1 : pc;
}

function imageAt(address: number, images: readonly Image[]): Image | null {
  return images.find((image) => image.symbols.inCode(address)) ?? null;
}

function describe(position: Position, images: readonly Image[]): BacktraceFrame[] {
  const address = position.registers[15] ?? 0;
  const lookup = lookupAddress(position);
  const image = imageAt(lookup, images);
  const symbol = image?.symbols.functionAt(lookup) ?? null;
  const { registers, secure, kind, guessed } = position;
  const common = { address, image: image?.file ?? null, registers, secure, guessed };
  const offsetBytes = symbol && address - symbol.symbol.address;
  const sources = image?.debug?.framesAt(lookup) ?? [];
  const unknown = { function: symbol?.symbol.name ?? null, place: null };
  return (sources.length > 0 ? sources : [unknown]).map((source, i) => ({
    ...common,
    kind: i === 0 ? kind : "inlined",
    function: source.function ?? symbol?.symbol.name ?? null,
    offsetBytes,
    place: source.place,
    exceptionNumber: i === 0 ? position.interruptedBy : null,
  }));
}

/** The next frame up, or why there is none. */
function stepUp(position: Position, around: Surroundings): Position | BacktraceEnd {
  const lookup = lookupAddress(position);
  const image = imageAt(lookup, around.images);
  if (image?.debug?.describesFrame(lookup)) {
    const caller = image.debug.unwind(lookup, position.registers, around.readWord);
    return caller ? enterCaller({ ...position, guessed: false }, caller, around) : "unreadable";
  }
  const caller = guessCaller(position, image, around);
  if (caller) return enterCaller({ ...position, guessed: true }, caller, around);
  return image ? "no rules" : "outside images";
}

/**
 * From the return address, which may stand for an exception or a call between security states, to the caller. Secure
 * code that was called through a veneer returns to an address with bit 0 clear: its caller is Non-secure.
 */
function enterCaller(position: Position, caller: (number | null)[], around: Surroundings): Position | BacktraceEnd {
  const target = caller[15] ?? 0;
  if (isExceptionReturn(target)) return leaveException(position, caller, target, around);
  if (target === 0 || target === 0xffff_ffff) return "outermost";
  if (isFunctionReturn(target)) return leaveFunctionCall(position, caller, around);
  if (isPlanted((target & ~1) >>> 0, around)) return "outermost";
  const toNonSecure = position.secure && (target & 1) === 0;
  const stack = toNonSecure ? activeStack(false, position.handler, around.start) : position.stack;
  const stackPointers = { ...position.stackPointers, [position.stack]: caller[13] ?? null };
  const registers = [...caller];
  registers[13] = stackPointers[stack];
  registers[15] = (target & ~1) >>> 0;
  if (position.guessed && !imageAt(registers[15] - 1, around.images)) return "no rules";
  const secure = position.secure && !toNonSecure;
  return { ...position, registers, secure, stack, stackPointers, kind: "called", interruptedBy: null };
}

/**
 * A return address that no call can have left: the start of a function, and no call in front of it. An RTOS plants such
 * a one below a task's first function, to be told when that returns.
 */
function isPlanted(target: number, { images, readWord }: Surroundings): boolean {
  if (imageAt(target, images)?.symbols.functionAt(target)?.offsetBytes !== 0) return false;
  const halfword = (address: number): number | null => {
    const word = readWord((address & ~3) >>> 0);
    return word === null ? null : (word >>> ((address & 2) * 8)) & 0xffff;
  };
  const [first, last] = [halfword(target - 4), halfword(target - 2)];
  if (first === null || last === null) return false;
  const throughRegister = (last & 0xff83) === 0x4780;
  const direct = (first & 0xf800) === 0xf000 && (last & 0xd000) === 0xd000;
  return !throughRegister && !direct;
}

/**
 * Without rules: the function's own pushes up to here. Where not even a function is known, as after a jump through a
 * wrong pointer, the return address is taken to be in LR still.
 */
function guessCaller(position: Position, image: Image | null, around: Surroundings): (number | null)[] | null {
  const { registers } = position;
  const pc = registers[15] ?? 0;
  const symbol = image?.symbols.functionAt(lookupAddress(position));
  if (image && symbol) {
    const caller = unwindByPrologue(symbol.symbol.address, pc, registers, around.readWord);
    if (caller && !staysInside(caller[15] ?? 0, symbol.symbol.address, image)) return caller;
    return null;
  }
  const link = registers[14];
  if (position.kind === "called" || link == null) return null;
  const caller = [...registers];
  caller[14] = null;
  caller[15] = link;
  return caller;
}

/** A link register that points into the same function is left over from a call that the function made. */
function staysInside(target: number, functionAddress: number, image: Image): boolean {
  return image.symbols.functionAt((target & ~1) - 1)?.symbol.address === functionAddress;
}

function leaveException(
  position: Position,
  caller: CoreRegisters,
  exceptionReturn: number,
  around: Surroundings,
): Position | BacktraceEnd {
  const left = { ...position.stackPointers, [position.stack]: caller[13] ?? null };
  const { floatCalleeStacked, processStackSelected } = around.start;
  const stack = exceptionStack(exceptionReturn, processStackSelected);
  const pointer = left[stack];
  if (pointer === null) return "unreadable";
  const frame = { stack, pointer };
  const interrupted = unstackException(exceptionReturn, frame, caller, around.readWord, floatCalleeStacked);
  if (!interrupted) return "unreadable";
  const stackPointers = { ...left, [interrupted.stack]: interrupted.registers[13] ?? null };
  return {
    ...interrupted,
    stackPointers,
    kind: "interrupted",
    interruptedBy: position.exceptionNumber,
    guessed: false,
  };
}

/** Non-secure code that Secure code called (BLXNS): the return address lies on the Secure stack. */
function leaveFunctionCall(position: Position, caller: CoreRegisters, around: Surroundings): Position | BacktraceEnd {
  const left = { ...position.stackPointers, [position.stack]: caller[13] ?? null };
  const stack = activeStack(true, position.handler, around.start);
  const stackPointer = left[stack];
  const target = stackPointer === null ? null : around.readWord(stackPointer);
  if (stackPointer === null || target === null) return "unreadable";
  const registers = [...caller];
  registers[13] = (stackPointer + 8) >>> 0;
  registers[15] = (target & ~1) >>> 0;
  const stackPointers = { ...left, [stack]: registers[13] };
  return { ...position, registers, secure: true, stack, stackPointers, kind: "called", interruptedBy: null };
}

/** Stacks are left upwards: a caller on the same stack is never below, and only a leaf's is at the same height. */
function isProgress(from: Position, to: Position): boolean {
  const before = from.stackPointers[to.stack];
  const fromPointer = to.stack === from.stack ? from.registers[13] : before;
  const toPointer = to.registers[13];
  if (fromPointer == null || toPointer == null) return false;
  if (to.kind === "interrupted" || from.kind === "called") {
    return toPointer > fromPointer || (to.stack !== from.stack && toPointer === fromPointer);
  }
  return toPointer >= fromPointer;
}
