/** Where a thread is: the processor as it has or left it, the place in the source, and the calls that led there. */
import { type BacktraceFrame, backtrace, type StoppedState } from "../image/backtrace.ts";
import { unstackException } from "../image/exception-frame.ts";
import type { Image } from "../image/image.ts";
import type { GuestView } from "./guest-view.ts";
import type { Thread } from "./lens.ts";

/**
 * What a kernel's switch leaves: R4 to R11, and the stack pointer of the frame that the processor stacked. An
 * EXC_RETURN of which only the low byte is known may be given as that.
 */
export interface SwitchFrame {
  readonly calleeSaved: readonly (number | null)[];
  readonly stackPointer: number;
  readonly exceptionReturn: number;
}

/** FType of EXC_RETURN: clear where the frame holds floating-point registers. */
const basicFrame = 0x10;
/** Return to Non-secure Thread mode on the process stack, basic frame: nothing but FType matters below. */
const threadReturn = 0xffff_ffbc;

/** A thread that is not running, from what its kernel saved. */
export function switchedOut(view: GuestView, frame: SwitchFrame): StoppedState | null {
  const registers: (number | null)[] = new Array(16).fill(null);
  for (const [i, value] of frame.calleeSaved.entries()) registers[4 + i] = value;
  const link = (threadReturn & ~basicFrame) | (frame.exceptionReturn & basicFrame);
  const place = { stack: "processNonSecure", pointer: frame.stackPointer } as const;
  const left = unstackException(link >>> 0, place, registers, view.word, false);
  return left && threadState(left.registers, view.state?.secure ?? false);
}

/** The thread that has the processor: below whatever exceptions interrupt it. */
export function runningThread(view: GuestView, image: Image): StoppedState | null {
  const { state } = view;
  if (state === null) return null;
  if (!state.handler && isIn(image, state.registers[15] ?? 0)) return state;
  const { frames } = backtrace(view.images, state, view.word);
  const interrupted = frames.findLast((frame) => frame.kind === "interrupted" && frame.image === image.file);
  const frame = interrupted ?? (state.handler ? undefined : frames.find((one) => one.image === image.file));
  return frame ? threadState(frame.registers, frame.secure) : null;
}

const isIn = (image: Image, address: number): boolean => image.symbols.inCode(address);

/** Thread mode on the process stack. */
function threadState(registers: StoppedState["registers"], secure: boolean): StoppedState {
  const pointer = registers[13] ?? null;
  const none = { mainSecure: null, processSecure: null, mainNonSecure: null, processNonSecure: null };
  return {
    registers,
    secure,
    handler: false,
    exceptionNumber: 0,
    stackPointers: { ...none, [secure ? "processSecure" : "processNonSecure"]: pointer },
    processStackSelected: { secure, nonSecure: !secure },
    floatCalleeStacked: false,
  };
}

/** The calls that led to where a thread is, innermost first; none where that cannot be known. */
export function callsOf(view: GuestView, thread: Thread, limit = 16): readonly BacktraceFrame[] {
  return thread.processor === null ? [] : backtrace(view.images, thread.processor, view.word, { limit }).frames;
}
