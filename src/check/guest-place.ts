/** Places and deeds of a guest's program, as explanations name them. */
import type { Diagnostic, Label } from "../base/diagnostic.ts";
import type { BacktraceFrame, StoppedState } from "../image/backtrace.ts";
import type { Stopped } from "./stopped.ts";
import { labelAt } from "./window.ts";

/** The line of the guest's program, for those who have its source at hand. */
export function sourceLabel(frames: readonly BacktraceFrame[], nearest = "it was here"): Label[] {
  const place = frames.find((frame) => frame.place !== null)?.place;
  if (place === null || place === undefined || place.line === 0) return [];
  const column = Math.max(1, place.column);
  const span = { file: place.file, line: place.line, column, endLine: place.line, endColumn: column + 1 };
  return [labelAt(span, frames[0]?.place === place ? nearest : "called from here")];
}

/** The VM with its thread; a handler is nobody's thread. */
export function whoOf(
  { threadOf }: Stopped,
  vm: string | null,
  state: Pick<StoppedState, "handler"> | null,
): Pick<Diagnostic, "vm" | "thread"> {
  if (vm === null) return {};
  const thread = state === null || state.handler ? null : threadOf(vm);
  return thread === null ? { vm } : { vm, thread };
}

/** What a load or store did, by its mnemonic. */
export function accessWord(instruction: string | null): string {
  const mnemonic = instruction?.split(/\s/)[0]?.toLowerCase() ?? "";
  if (/^(st|push|vst|vpush)/.test(mnemonic)) return "wrote";
  if (/^(ld|pop|tb[bh]|vld|vpop)/.test(mnemonic)) return "read";
  return "touched";
}
