/** The calls that led to where the machine stands, across exceptions and the border between security states. */
import { type BacktraceEnd, type BacktraceFrame, backtrace } from "../../image/backtrace.ts";
import type { Machine } from "../../machine/machine.ts";
import { stateOf } from "../../system/stopped-state.ts";
import type { System } from "../../system/system.ts";

export interface Call {
  /** As in src/image/backtrace.ts: stopped, called, inlined, interrupted. */
  readonly kind: BacktraceFrame["kind"];
  readonly address: number;
  readonly vm: string | null;
  readonly function: string | null;
  readonly offset_bytes: number | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly state: "secure" | "non-secure";
  /** Number of the exception that came in here; null where none did. */
  readonly exception: number | null;
  /** Found by the stack's looks, not by the compiler's rules. */
  readonly guessed: boolean;
}

export interface CallChain {
  /** Innermost first; never empty. */
  readonly frames: readonly Call[];
  /** Why it ends: `outermost`, or why the next caller cannot be found. */
  readonly end: BacktraceEnd;
}

export function callChain(system: System, machine: Machine): CallChain {
  const images = system.images.map(({ image }) => image);
  const readWord = (address: number): number | null => {
    const bytes = machine.peek(address >>> 0, 4);
    return bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  };
  const { frames, end } = backtrace(images, stateOf(machine), readWord);
  const vmOf = (file: string | null): string | null =>
    system.images.find(({ image }) => image.file === file)?.vm ?? null;
  return {
    frames: frames.map((frame) => ({
      kind: frame.kind,
      address: frame.address >>> 0,
      vm: vmOf(frame.image),
      function: frame.function,
      offset_bytes: frame.offsetBytes,
      file: frame.place?.file ?? null,
      line: frame.place?.line ?? null,
      state: frame.secure ? "secure" : "non-secure",
      exception: frame.exceptionNumber,
      guessed: frame.guessed,
    })),
    end,
  };
}
