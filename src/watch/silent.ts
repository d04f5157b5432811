/** WAT09: a VM whose threads all wait for ever, and which has not printed a byte. */
import type { Diagnostic, Label } from "../base/diagnostic.ts";
import { chainHelp, frameText } from "../check/call-chain.ts";
import { sourceLabel } from "../check/guest-place.ts";
import type { Stopped } from "../check/stopped.ts";
import type { BacktraceFrame } from "../image/backtrace.ts";
import type { GuestView } from "../lens/guest-view.ts";
import type { Thread } from "../lens/lens.ts";
import { stateText } from "../lens/sentence.ts";
import { callsOf } from "../lens/thread-processor.ts";
import type { MachineView } from "../machine/view.ts";
import type { Guest } from "../system/guests.ts";
import { watchDiagnostic } from "./codes.ts";

/** Threads that are told one by one. */
const toldThreads = 3;

const waitsForEver = ({ state }: Thread): boolean =>
  state.kind === "suspended" || (state.kind === "waiting" && !state.limited);

/** Null where a timer will go on with it, or nobody can see its threads. */
export function explainSilence(
  guest: Guest,
  machine: MachineView,
  stopped: Stopped,
  seconds: number,
): Diagnostic | null {
  const threads = guest.threads(machine).filter(({ idle, state }) => !idle && state.kind !== "dead");
  if (threads.length === 0 || !threads.every(waitsForEver)) return null;
  const view = guest.view(machine);
  const waiting = threads.map((thread) => ({ thread, calls: knownCalls(view, thread) }));
  const [first] = waiting;
  const told = waiting.slice(0, toldThreads).map(({ thread, calls }) => threadText(thread, calls));
  const labels: Label[] = sourceLabel(first?.calls ?? [], "it waits here");
  return watchDiagnostic("WAT09", `${guest.vm} only idles and has printed nothing: ${told.join(", ")}`, {
    labels,
    help: [
      `for ${seconds.toFixed(1)} s; the hypervisor gives it its slices, and it has nothing to do in them`,
      ...chainHelp(first?.calls ?? []),
    ],
    vm: guest.vm,
    tick: stopped.tick,
  });
}

const knownCalls = (view: GuestView, thread: Thread): readonly BacktraceFrame[] =>
  callsOf(view, thread).filter((frame) => frame.image !== null);

function threadText({ name, state }: Thread, calls: readonly BacktraceFrame[]): string {
  const caller = calls.find(({ kind }) => kind === "called") ?? calls[0];
  return `thread ${name} ${stateText(state, "guest")}${caller === undefined ? "" : ` in ${frameText(caller)}`}`;
}
