/**
 * Zephyr on Armv8-M: its kernel structures, read by the names that its documentation and its source give them
 * (`_kernel`, `struct k_thread`, `timeout_list`). Field names that differ between versions are tried in turn.
 */
import type { Image } from "../image/image.ts";
import { type Memory, readField, readText } from "./field.ts";
import type { GuestView } from "./guest-view.ts";
import type { Lens, Thread, ThreadStack, ThreadState, WaitObject } from "./lens.ts";
import { type ObjectNames, objectNames } from "./object-name.ts";
import { stackOf, stackVariable } from "./stack-use.ts";
import { runningThread, switchedOut } from "./thread-processor.ts";
import { configured, type ZephyrLayout, zephyrLayout } from "./zephyr-layout.ts";
import { type Deadlines, deadlinesOf, findThreads } from "./zephyr-threads.ts";

/** Bits of `thread_state`. Bit 2 is "not started yet" up to Zephyr 3.7, "sleeping" from then on. */
const stateBit = { dummy: 1, pending: 2, notStartedOrSleeping: 4, dead: 8, suspended: 16, aborting: 32 } as const;

/** What CONFIG_INIT_STACKS fills stacks with. */
const stackFill = 0xaa;

/** The kernel's objects, in the words of its documentation. */
const objectKinds: Readonly<Record<string, string>> = {
  k_condvar: "condition variable",
  k_event: "event",
  k_fifo: "FIFO",
  k_futex: "futex",
  k_heap: "heap",
  k_lifo: "LIFO",
  k_mbox: "mailbox",
  k_mem_slab: "memory slab",
  k_msgq: "message queue",
  k_mutex: "mutex",
  k_pipe: "pipe",
  k_queue: "queue",
  k_sem: "semaphore",
  k_stack: "stack",
  k_thread: "end of thread",
  k_timer: "timer",
  k_work_q: "work queue",
};

interface Zephyr {
  readonly image: Image;
  readonly layout: ZephyrLayout;
  readonly names: ObjectNames;
  readonly ticksPerSecond: number | null;
  readonly fillsStacks: boolean;
  /** `timeout_list`, `curr_tick`, and the function that ends a thread's wait. */
  readonly timeoutList: number | null;
  readonly tickCounter: number | null;
  readonly threadTimeout: number | null;
  readonly idleThreads: { readonly base: number; readonly sizeBytes: number } | null;
}

export function zephyrLens(image: Image): Lens | null {
  const layout = zephyrLayout(image);
  if (layout === null) return null;
  const addressOf = (name: string): number | null => image.symbols.named(name)?.address ?? null;
  const idle = image.symbols.named("z_idle_threads") ?? image.symbols.named("z_idle_thread");
  const zephyr: Zephyr = {
    image,
    layout,
    names: objectNames(image),
    ticksPerSecond: configured(image, "SYS_CLOCK_TICKS_PER_SEC"),
    fillsStacks: configured(image, "INIT_STACKS") !== null,
    timeoutList: addressOf("timeout_list"),
    tickCounter: addressOf("curr_tick"),
    threadTimeout: addressOf("z_thread_timeout"),
    idleThreads: idle && { base: idle.address, sizeBytes: idle.sizeBytes },
  };
  return {
    kernel: "zephyr",
    image,
    currentAt: layout.kernel + layout.currentThread.offsetBytes,
    isIdle: (memory, thread) => isIdle(zephyr, memory, thread),
    threads: (view) => threadsOf(zephyr, view),
    uptimeSeconds: (view) => seconds(zephyr, ticksNow(zephyr, view)),
    clockHertz: () => configured(image, "SYS_CLOCK_HW_CYCLES_PER_SEC"),
    heap: () => null,
  };
}

function isIdle({ layout, idleThreads }: Zephyr, memory: Memory, thread: number): boolean {
  if (thread === 0) return false;
  if (idleThreads && thread >= idleThreads.base && thread < idleThreads.base + idleThreads.sizeBytes) return true;
  return readField(memory, layout.kernel, layout.idleThread) === thread;
}

/** Ticks up to the last announcement; what has passed since is in the timer's hardware. */
function ticksNow({ tickCounter }: Zephyr, view: GuestView): number {
  if (tickCounter === null) return 0;
  return (view.word(tickCounter) ?? 0) + (view.word(tickCounter + 4) ?? 0) * 2 ** 32;
}

const seconds = ({ ticksPerSecond }: Zephyr, ticks: number | null): number | null =>
  ticks === null || ticksPerSecond === null ? null : ticks / ticksPerSecond;

function threadsOf(zephyr: Zephyr, view: GuestView): Thread[] {
  const { layout, names, threadTimeout } = zephyr;
  const { timeoutNode, timeoutTicks } = layout.thread;
  const within = timeoutNode && timeoutTicks;
  const ticks = within && { ...within, offsetBytes: within.offsetBytes - timeoutNode.offsetBytes };
  const deadlines = deadlinesOf(view, zephyr.timeoutList, ticks, ticksNow(zephyr, view));
  const current = readField(view, layout.kernel, layout.currentThread);
  return findThreads(view, { layout, names, deadlines, threadTimeout })
    .filter((id) => ((readField(view, id, layout.thread.state) ?? 0) & stateBit.dummy) === 0)
    .map((id) => threadAt(zephyr, view, id, id === current, deadlines));
}

function threadAt(zephyr: Zephyr, view: GuestView, id: number, isCurrent: boolean, deadlines: Deadlines): Thread {
  const { layout, image } = zephyr;
  const { thread } = layout;
  const saved = readField(view, id, thread.stackPointer) ?? 0;
  const state = stateOf(zephyr, view, id, isCurrent, deadlines);
  return {
    id,
    name: nameOf(zephyr, view, id),
    state,
    priority: readField(view, id, thread.priority) ?? 0,
    idle: isIdle(zephyr, view, id),
    stack: stackOfThread(zephyr, view, id, saved),
    processor: isCurrent ? runningThread(view, image) : state.kind === "dead" ? null : leftBy(zephyr, view, id, saved),
  };
}

function leftBy({ layout }: Zephyr, view: GuestView, id: number, stackPointer: number): Thread["processor"] {
  const { calleeSaved, exceptionReturn } = layout.thread;
  if (calleeSaved === null || stackPointer === 0) return null;
  const base = id + calleeSaved.offsetBytes;
  return switchedOut(view, {
    calleeSaved: Array.from({ length: 8 }, (_, i) => view.word(base + 4 * i)),
    stackPointer,
    exceptionReturn: readField(view, id, exceptionReturn) ?? 0xff,
  });
}

function stateOf(zephyr: Zephyr, view: GuestView, id: number, isCurrent: boolean, deadlines: Deadlines): ThreadState {
  const { thread } = zephyr.layout;
  const bits = readField(view, id, thread.state) ?? 0;
  const is = (bit: number): boolean => (bits & bit) !== 0;
  if (is(stateBit.dead) || is(stateBit.aborting)) return { kind: "dead" };
  const deadline = thread.timeoutNode && deadlines.get(id + thread.timeoutNode.offsetBytes);
  const untilSeconds = seconds(zephyr, deadline ?? null);
  const limited = deadline !== null && deadline !== undefined;
  if (is(stateBit.pending)) return { kind: "waiting", on: waitObject(zephyr, view, id), limited, untilSeconds };
  // k_sleep suspends the thread and arms its timeout.
  const sleeps = is(stateBit.suspended) || is(stateBit.notStartedOrSleeping);
  if (sleeps && limited) return { kind: "sleeping", untilSeconds };
  if (is(stateBit.suspended)) return { kind: "suspended" };
  if (is(stateBit.notStartedOrSleeping)) return { kind: "new" };
  return { kind: isCurrent ? "running" : "ready" };
}

/** The object around a wait queue: the outermost part of the variable that is a type of the kernel's interface. */
function waitObject({ layout, names }: Zephyr, view: GuestView, id: number): WaitObject | null {
  const address = readField(view, id, layout.thread.pendedOn);
  if (address === null || address === 0) return null;
  const parts = names.partsAt(address);
  const object = parts.find(({ type }) => type.kind === "record" && (type.name ?? "") in objectKinds);
  const around = object ?? parts.find(({ type }) => type.kind === "record");
  const start = around?.address ?? address;
  const kind = objectKinds[around?.type.name ?? ""] ?? around?.type.name ?? null;
  const name = around?.name ?? names.pointerTo(view, start)?.name ?? names.symbolAt(address);
  return { address: start, kind, name };
}

function nameOf({ layout, names, image }: Zephyr, view: GuestView, id: number): string {
  const { name, entry } = layout.thread;
  const given = name && readText(view, id + name.offsetBytes, name.sizeBytes);
  if (given) return given;
  const symbol = names.symbolAt(id);
  const known = symbol?.replace(/^_k_thread_obj_/, "").replace(/^z_(main|idle)_threads?(\+\d+)?$/, "$1");
  const start = readField(view, id, entry);
  const begins = start === null ? null : image.symbols.functionAt((start & ~1) >>> 0);
  const part = names.partsAt(id).findLast((one) => one.type.name === "k_thread");
  if (known && known !== symbol) return known;
  return part?.name ?? begins?.symbol.name ?? symbol ?? `0x${id.toString(16)}`;
}

function stackOfThread(zephyr: Zephyr, view: GuestView, id: number, saved: number): ThreadStack | null {
  const { thread } = zephyr.layout;
  const start = readField(view, id, thread.stackStart);
  const sizeBytes = readField(view, id, thread.stackSize);
  const fill = zephyr.fillsStacks ? { byte: stackFill, certain: true } : { byte: stackFill, certain: false };
  if (start !== null && sizeBytes !== null && start !== 0) return stackOf(view, start, sizeBytes, fill);
  const around = stackVariable(zephyr.image, saved);
  return around && stackOf(view, around.base, around.sizeBytes, fill);
}
