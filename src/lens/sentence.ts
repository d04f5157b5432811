/** Threads in words: "clock sleeps until 3.000 s, echo waits for semaphore received". */
import type { Thread, ThreadState, WaitObject } from "./lens.ts";

const secondsText = (seconds: number): string => `${seconds.toFixed(3)} s`;

/** Whose time a kernel's own times are: the board's too, or another one, as a guest begins to count when it starts. */
export type Clock = "board" | "guest";

/** A moment of a kernel's own time. */
export const momentText = (seconds: number, clock: Clock): string =>
  `${secondsText(seconds)}${clock === "guest" ? " guest time" : ""}`;

const untilText = (seconds: number | null, clock: Clock): string =>
  seconds === null ? "" : ` until ${momentText(seconds, clock)}`;

/** "mutex forks[1]", "queue at 0x20001234", "something". */
export function objectText(on: WaitObject | null): string {
  if (on === null) return "something";
  if (on.kind === "notification") return "a notification";
  const name = on.name ?? `at 0x${on.address.toString(16)}`;
  return on.kind === null ? name : `${on.kind} ${name}`;
}

/** What the thread does, as a verb with what belongs to it. */
export function stateText(state: ThreadState, clock: Clock): string {
  switch (state.kind) {
    case "running":
      return "runs";
    case "ready":
      return "is ready";
    case "new":
      return "was not started";
    case "sleeping":
      return `sleeps${untilText(state.untilSeconds, clock)}`;
    case "waiting":
      return `waits for ${objectText(state.on)}${untilText(state.untilSeconds, clock)}`;
    default:
      return `is ${state.kind}`;
  }
}

/** Threads that are told one by one. */
const told = 3;

/** Who runs, and where; or when nobody does, what the threads wait for, the first to wake first. */
export function threadsText(
  threads: readonly Thread[],
  where: (thread: Thread) => string | null,
  clock: Clock,
): string | null {
  const own = threads.filter((thread) => !thread.idle && thread.state.kind !== "dead");
  const running = own.find((thread) => thread.state.kind === "running");
  if (running !== undefined) {
    const place = where(running);
    return `thread ${running.name} runs${place === null ? "" : ` in ${place}`}`;
  }
  if (own.length === 0) return threads.some((thread) => thread.state.kind === "running") ? "no thread is left" : null;
  const inOrder = [...own].sort((a, b) => wakeOrder(a.state) - wakeOrder(b.state));
  const texts = inOrder.slice(0, told).map((thread) => `${thread.name} ${stateText(thread.state, clock)}`);
  const more = own.length > told ? [`${own.length - told} more`] : [];
  return `thread ${[...texts, ...more].join(", ")}`;
}

/** Ready before timed before for ever. */
function wakeOrder(state: ThreadState): number {
  if (state.kind === "ready") return -1;
  if (state.kind === "sleeping" || state.kind === "waiting") return state.untilSeconds ?? Number.MAX_VALUE;
  return Number.POSITIVE_INFINITY;
}
