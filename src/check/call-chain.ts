/** Where a guest was, in words: function, file and line, and the calls that led there. */
import { type BacktraceFrame, backtrace, type StoppedState } from "../image/backtrace.ts";
import type { Stopped } from "./stopped.ts";
import { hex } from "./window.ts";

/** At most this many calls are told. */
const chainFrames = 12;

const exceptionNames: Readonly<Record<number, string>> = {
  2: "NMI",
  3: "HardFault",
  4: "MemManage",
  5: "BusFault",
  6: "UsageFault",
  7: "SecureFault",
  11: "SVCall",
  12: "DebugMonitor",
  14: "PendSV",
  15: "SysTick",
};

/** `SysTick`, `interrupt 17`. */
export const exceptionName = (number: number): string => exceptionNames[number] ?? `interrupt ${number - 16}`;

/** Innermost first; never empty. */
export function framesOf(stopped: Stopped, state: StoppedState): readonly BacktraceFrame[] {
  const images = stopped.images.map(({ image }) => image);
  return backtrace(images, state, stopped.readWord).frames;
}

/** `load_settings (guest.c:16)`; without debug information `load_settings+0x12`, without symbols the address. */
export function frameText(frame: BacktraceFrame): string {
  if (frame.function === null) return `${hex(frame.address)}, which is in no image's code`;
  if (frame.place !== null) return `${frame.function} (${placeOf(frame)})`;
  return `${frame.function}+${hex(frame.offsetBytes ?? 0)}`;
}

const placeOf = ({ place }: BacktraceFrame): string => (place === null ? "" : `${shortFile(place.file)}:${place.line}`);

/** Toolchains write long paths; two parts of them are enough to know the file by. */
const shortFile = (file: string): string => file.split("/").slice(-2).join("/");

/** The chain as one help text with a line per call; empty where there is nothing to tell beyond the first frame. */
export function chainHelp(frames: readonly BacktraceFrame[]): string[] {
  if (frames.length === 0 || (frames.length === 1 && frames[0]?.function === null)) return [];
  const calls = joinRecursion(frames);
  const shown = calls.slice(0, chainFrames);
  const width = Math.max(...shown.map(({ name }) => name.length));
  const lines = shown.flatMap(({ name, where, interruptedBy, times }) => {
    const before = interruptedBy === null ? [] : [`  -- ${exceptionName(interruptedBy)} came in here --`];
    return [...before, `  ${name.padEnd(width)}  ${where}${times > 1 ? ` (${times} times)` : ""}`];
  });
  const more = calls.length > chainFrames ? [`  and ${calls.length - chainFrames} more`] : [];
  return [["the calls that led here, the last one first:", ...lines, ...more].join("\n")];
}

interface Call {
  readonly name: string;
  readonly where: string;
  readonly interruptedBy: number | null;
  readonly times: number;
}

/** A function that called itself from one place is one line. */
function joinRecursion(frames: readonly BacktraceFrame[]): Call[] {
  const calls: Call[] = [];
  frames.forEach((frame, index) => {
    const call = {
      name: nameOf(frame),
      where: whereOf(frame, frames[index + 1]),
      interruptedBy: frame.exceptionNumber,
    };
    const last = calls.at(-1);
    const again = last !== undefined && last.name === call.name && last.where === call.where;
    if (again && call.interruptedBy === null) calls[calls.length - 1] = { ...last, times: last.times + 1 };
    else calls.push({ ...call, times: 1 });
  });
  return calls;
}

const nameOf = (frame: BacktraceFrame): string => frame.function ?? hex(frame.address);

function whereOf(frame: BacktraceFrame, outer: BacktraceFrame | undefined): string {
  const bare = frame.function === null ? "in no image's code" : `at ${hex(frame.address)}`;
  const where = frame.place === null ? bare : placeOf(frame);
  const doubt = frame.guessed ? " (by its stack, not for sure)" : "";
  return `${where}${outer?.kind === "inlined" ? " (inlined)" : ""}${doubt}`;
}

/** What `stateBefore` needs of an exception's frame. */
export interface ExceptionFrame {
  readonly excReturn: number;
  /** Address of its R0. */
  readonly frame: number;
}

const stackAligned = 1 << 9;
const basicFrameBytes = 0x20;
const extendedFrameBytes = 0x68;
const excReturnBasicFrame = 0x10;

/**
 * The processor before it took the exception that stopped it: the stacked registers, and those that are still where
 * they were (DDI 0553, "Stack frames"). Null where the frame cannot be read.
 */
export function stateBefore(stopped: Stopped, { excReturn, frame }: ExceptionFrame): StoppedState | null {
  const word = (index: number): number | null => stopped.readWord((frame + 4 * index) >>> 0);
  const [pc, status] = [word(6), word(7)];
  if (pc === null || status === null) return null;
  const secure = (excReturn & 0x40) !== 0;
  const handler = (excReturn & 8) === 0;
  const frameBytes = (excReturn & excReturnBasicFrame) !== 0 ? basicFrameBytes : extendedFrameBytes;
  const pointer = (frame + frameBytes + ((status & stackAligned) !== 0 ? 4 : 0)) >>> 0;
  const now = stopped.state.registers;
  const stacked = [word(0), word(1), word(2), word(3)];
  const kept = [4, 5, 6, 7, 8, 9, 10, 11].map((register) => now[register] ?? null);
  const { stackPointers, processStackSelected } = stopped.state;
  const process = !handler && (secure ? processStackSelected.secure : processStackSelected.nonSecure);
  const name = secure ? (process ? "processSecure" : "mainSecure") : process ? "processNonSecure" : "mainNonSecure";
  return {
    ...stopped.state,
    registers: [...stacked, ...kept, word(4), pointer, word(5), (pc & ~1) >>> 0],
    secure,
    handler,
    exceptionNumber: status & 0x1ff,
    stackPointers: { ...stackPointers, [name]: pointer },
  };
}

/** ITSTATE of the interrupted instruction (DDI 0553, xPSR: IT[7:2] at 15:10, IT[1:0] at 26:25). */
export const itstateOf = (xpsr: number): number => ((xpsr >>> 8) & 0xfc) | ((xpsr >>> 25) & 3);

/**
 * The state with PC at the instruction that returned: a return is found at fault when PC is behind it already. Where
 * no such instruction lies there, PC is that of the code returned to, and stays.
 */
export function atReturn(stopped: Stopped, state: StoppedState): StoppedState {
  const pc = state.registers[15];
  if (pc === undefined || pc === null) return state;
  const half = (address: number): number => {
    const word = stopped.readWord((address & ~3) >>> 0) ?? 0;
    return (address & 2) === 0 ? word & 0xffff : word >>> 16;
  };
  const narrow = half(pc - 2);
  const wide = half(pc - 4);
  const isNarrow = (narrow & 0xff87) === 0x4700 || (narrow & 0xff00) === 0xbd00;
  const isWide = (wide === 0xe8bd && (narrow & 0x8000) !== 0) || (wide === 0xf85d && narrow === 0xfb04);
  const address = isNarrow ? pc - 2 : isWide ? pc - 4 : pc;
  return { ...state, registers: [...state.registers.slice(0, 15), address] };
}

/** Words above `from` that look like return addresses of this system's code: a guess where the stack is broken. */
export function returnAddresses(stopped: Stopped, from: number, words: number, limit: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < words && found.length < limit; index++) {
    const value = stopped.readWord((from + 4 * index) >>> 0);
    if (value === null || (value & 1) === 0) continue;
    if (stopped.images.some(({ image }) => image.symbols.inCode(value - 1) && image.symbols.functionAt(value - 1))) {
      found.push(value);
    }
  }
  return found;
}

/** Function and line of an address, as `frameText` would say. */
export function codeAt(stopped: Stopped, address: number): string {
  const image = stopped.images.find((one) => one.image.symbols.inCode(address))?.image;
  const source = image?.debug?.framesAt(address)[0];
  const symbol = image?.symbols.functionAt(address);
  const name = source?.function ?? symbol?.symbol.name;
  if (name === undefined) return hex(address);
  return source?.place ? `${name} (${shortFile(source.place.file)}:${source.place.line})` : name;
}
