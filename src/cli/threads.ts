/** Threads as `--json` gives them. */
import type { BacktraceFrame } from "../image/backtrace.ts";
import type { GuestView } from "../lens/guest-view.ts";
import type { Thread } from "../lens/lens.ts";
import { callsOf } from "../lens/thread-processor.ts";

export interface ThreadReport {
  /** Address of the control block. */
  readonly id: string;
  readonly name: string;
  readonly state: string;
  /** For sleeping and waiting threads that a timer ends: the guest's own uptime. */
  readonly until_ns: number | null;
  readonly waits_for: { readonly kind: string | null; readonly name: string | null; readonly address: string } | null;
  readonly priority: number;
  readonly idle: boolean;
  /** `used` is the most that ever was; null where the kernel does not fill stacks. */
  readonly stack: { readonly base: string; readonly size: number; readonly used: number | null } | null;
  readonly pc: string | null;
  /** Innermost first. */
  readonly calls: readonly {
    readonly function: string | null;
    readonly file: string | null;
    readonly line: number | null;
  }[];
}

const hex = (value: number): string => `0x${value.toString(16).padStart(8, "0")}`;

export function threadReport(view: GuestView, thread: Thread): ThreadReport {
  const { id, name, state, priority, idle, stack, processor } = thread;
  const untilSeconds = "untilSeconds" in state ? state.untilSeconds : null;
  const on = state.kind === "waiting" ? state.on : null;
  const pc = processor?.registers[15] ?? null;
  return {
    id: hex(id),
    name,
    state: state.kind,
    until_ns: untilSeconds === null ? null : Math.round(untilSeconds * 1e9),
    waits_for: on && { kind: on.kind, name: on.name, address: hex(on.address) },
    priority,
    idle,
    stack: stack && { base: hex(stack.base), size: stack.sizeBytes, used: stack.highWaterBytes },
    pc: pc === null ? null : hex(pc),
    calls: knownCalls(view, thread).map(({ function: called, place }) => {
      return { function: called, file: place?.file ?? null, line: place?.line || null };
    }),
  };
}

/** The chain ends where no code of the guest's images is: what the kernel put under a thread's first frame. */
const knownCalls = (view: GuestView, thread: Thread): readonly BacktraceFrame[] =>
  callsOf(view, thread).filter((frame) => frame.image !== null);

/** "function (file:line)", of the innermost call. */
export function placeText(view: GuestView, thread: Thread): string | null {
  const [frame] = knownCalls(view, thread);
  if (!frame?.function) return null;
  const file = frame.place?.file.split("/").at(-1);
  return file ? `${frame.function} (${file}:${frame.place?.line})` : frame.function;
}
