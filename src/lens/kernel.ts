/** The small kernel of guests/kernel: fixed threads in one array. */
import type { Image } from "../image/image.ts";
import { coreClockOf, secondsOfTicks } from "./core-clock.ts";
import { type Field, fieldOf, readField, readText } from "./field.ts";
import type { GuestView } from "./guest-view.ts";
import type { Lens, Thread, ThreadState } from "./lens.ts";
import { type ObjectNames, objectNames } from "./object-name.ts";
import { stackOf } from "./stack-use.ts";
import { runningThread, switchedOut } from "./thread-processor.ts";

interface Kernel {
  readonly image: Image;
  readonly names: ObjectNames;
  readonly threads: number;
  readonly sizeBytes: number;
  readonly currentAt: number;
  readonly countAt: number;
  readonly ticksAt: number;
  readonly states: ReadonlyMap<number, string>;
  readonly fields: Readonly<Record<FieldName, Field>>;
}

const fieldNames = [
  "stack_pointer",
  "name",
  "state",
  "priority",
  "wake_tick",
  "waits_for",
  "stack_lowest",
  "stack_words",
] as const;
type FieldName = (typeof fieldNames)[number];

const longestName = 32;
const idlePriority = 0;

export function kernelLens(image: Image): Lens | null {
  const kernel = kernelOf(image);
  if (kernel === null) return null;
  return {
    kernel: "kernel",
    image,
    currentAt: kernel.currentAt,
    isIdle: (memory, id) => id !== 0 && readField(memory, id, kernel.fields.priority) === idlePriority,
    threads: (view) => threadsOf(kernel, view),
    uptimeSeconds: (view) => secondsOfTicks(view, view.word(kernel.ticksAt) ?? 0, coreClockOf(image, view)),
    clockHertz: (view) => coreClockOf(image, view),
    heap: () => null,
  };
}

function kernelOf(image: Image): Kernel | null {
  const data = image.debug?.data;
  const [threads, current] = [data?.variable("threads"), data?.variable("current_thread")];
  const [count, ticks] = [data?.variable("thread_count"), data?.variable("tick_count")];
  const type = data?.type("thread") ?? null;
  if (!threads || !current || !count || !ticks || type === null) return null;
  const fields = {} as Record<FieldName, Field>;
  for (const name of fieldNames) {
    const field = fieldOf(type, name);
    if (field === null) return null;
    fields[name] = field;
  }
  const states = fields.state.type?.kind === "enum" ? fields.state.type.values() : new Map<number, string>();
  const places = { threads: threads.address, currentAt: current.address, countAt: count.address };
  const names = objectNames(image);
  return { image, names, ...places, ticksAt: ticks.address, sizeBytes: type.sizeBytes, states, fields };
}

function threadsOf(kernel: Kernel, view: GuestView): Thread[] {
  const { threads, sizeBytes, fields } = kernel;
  const current = view.word(kernel.currentAt) ?? 0;
  if (current === 0) return [];
  return Array.from({ length: view.word(kernel.countAt) ?? 0 }, (_, index): Thread => {
    const id = threads + index * sizeBytes;
    const read = (name: FieldName): number => readField(view, id, fields[name]) ?? 0;
    return {
      id,
      name: readText(view, read("name"), longestName) ?? `thread ${index}`,
      state: stateOf(kernel, view, read, id === current),
      priority: read("priority"),
      idle: read("priority") === idlePriority,
      stack: stackOf(view, read("stack_lowest"), 4 * read("stack_words"), null),
      processor: id === current ? runningThread(view, kernel.image) : leftBy(view, read("stack_pointer")),
    };
  });
}

function stateOf(
  { states, names, image }: Kernel,
  view: GuestView,
  read: (name: FieldName) => number,
  isCurrent: boolean,
): ThreadState {
  const state = states.get(read("state"));
  if (state === "THREAD_SLEEPING")
    return { kind: "sleeping", untilSeconds: secondsOfTicks(view, read("wake_tick"), coreClockOf(image, view)) };
  if (state === "THREAD_WAITING") {
    const address = read("waits_for");
    const name = names.partsAt(address)[0]?.name ?? names.symbolAt(address);
    return { kind: "waiting", on: { address, kind: "semaphore", name }, limited: false, untilSeconds: null };
  }
  return { kind: isCurrent ? "running" : "ready" };
}

/** R4 to R11 lie below the processor's own frame. */
function leftBy(view: GuestView, pointer: number): Thread["processor"] {
  const calleeSaved = Array.from({ length: 8 }, (_, i) => view.word(pointer + 4 * i));
  return switchedOut(view, { calleeSaved, stackPointer: pointer + 32, exceptionReturn: 0xff });
}
