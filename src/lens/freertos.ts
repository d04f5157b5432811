/** FreeRTOS: tasks by the lists that the kernel keeps them in, whichever of its Cortex-M ports the guest uses. */
import type { Image } from "../image/image.ts";
import { secondsOfTicks } from "./core-clock.ts";
import { readField, readText } from "./field.ts";
import { type FreertosLayout, freertosLayout, type Place } from "./freertos-layout.ts";
import { switchFrameOf } from "./freertos-port.ts";
import { waitOf } from "./freertos-wait.ts";
import type { GuestView } from "./guest-view.ts";
import type { Heap, Lens, Thread, ThreadStack, ThreadState } from "./lens.ts";
import { type ObjectNames, objectNames } from "./object-name.ts";
import { stackOf, stackVariable } from "./stack-use.ts";
import { runningThread, switchedOut } from "./thread-processor.ts";

/** `tskSTACK_FILL_BYTE`. */
const stackFill = 0xa5;
/** Longest list that is followed; one that memory was overwritten in may have a ring. */
const itemLimit = 1000;
/** The highest bit of a heap block's size says that it is taken. */
const takenBit = 0x8000_0000;

type Listed = "ready" | "delayed" | "overflow" | "suspended" | "terminated";

interface Freertos {
  readonly image: Image;
  readonly layout: FreertosLayout;
  readonly names: ObjectNames;
}

export function freertosLens(image: Image): Lens | null {
  const layout = freertosLayout(image);
  if (layout === null) return null;
  const freertos: Freertos = { image, layout, names: objectNames(image) };
  return {
    kernel: "freertos",
    image,
    currentAt: layout.current.address,
    isIdle: (memory, task) => task !== 0 && layout.idleTask !== null && memory.word(layout.idleTask.address) === task,
    threads: (view) => threadsOf(freertos, view),
    uptimeSeconds: (view) => secondsOf(view, ticksNow(freertos, view)),
    clockHertz: () => null,
    heap: (view) => heapOf(layout, view),
  };
}

/** The rate of its ticks is not in the image, but what the timer counts is. */
const secondsOf = (view: GuestView, ticks: number): number | null => secondsOfTicks(view, ticks, null);

const numberAt = (view: GuestView, place: Place | null): number =>
  place === null ? 0 : (readField(view, place.address, { ...place.field, offsetBytes: 0 }) ?? 0);

function ticksNow({ layout }: Freertos, view: GuestView): number {
  return numberAt(view, layout.tickCount) + numberAt(view, layout.overflows) * lapTicks(layout);
}

/** The tick counter has 16, 32 or 64 bits. */
const lapTicks = ({ tickCount }: FreertosLayout): number => 2 ** ((tickCount?.field.sizeBytes ?? 4) * 8);

/** Every task with the list that its state item is in. */
function listedTasks({ layout }: Freertos, view: GuestView): Map<number, Listed> {
  const found = new Map<number, Listed>();
  const take = (list: number | null, listed: Listed): void => {
    if (list === null || list === 0) return;
    for (const task of ownersOf(layout, view, list)) found.set(task, listed);
  };
  const { address, field } = layout.ready;
  for (let list = address; list < address + field.sizeBytes; list += layout.list.sizeBytes) take(list, "ready");
  take(view.word(layout.delayed.address), "delayed");
  take(view.word(layout.overflowDelayed.address), "overflow");
  take(layout.suspended?.address ?? null, "suspended");
  take(layout.terminated?.address ?? null, "terminated");
  // Woken while the scheduler was suspended: the state item is still where it was.
  take(layout.pendingReady?.address ?? null, "ready");
  return found;
}

function ownersOf({ list: fields }: FreertosLayout, view: GuestView, list: number): number[] {
  const end = list + fields.end.offsetBytes;
  const owners: number[] = [];
  let item = readField(view, end, fields.next);
  while (item !== null && item !== 0 && item !== end && owners.length < itemLimit) {
    const owner = readField(view, item, fields.owner);
    if (owner) owners.push(owner);
    item = readField(view, item, fields.next);
  }
  return owners;
}

function threadsOf(freertos: Freertos, view: GuestView): Thread[] {
  const { layout } = freertos;
  const current = view.word(layout.current.address);
  if (current === null || current === 0) return [];
  const listed = listedTasks(freertos, view);
  const ids = [...new Set([current, ...listed.keys()])].sort((a, b) => a - b);
  const fills = ids.some((id) => stackOfTask(freertos, view, id, false)?.highWaterBytes != null);
  const idle = layout.idleTask === null ? null : view.word(layout.idleTask.address);
  return ids.map((id): Thread => {
    const isCurrent = id === current;
    const place = listed.get(id) ?? "suspended";
    return {
      id,
      name: nameOf(freertos, view, id),
      state: stateOf(freertos, view, id, isCurrent && place === "ready" ? "current" : place),
      priority: readField(view, id, layout.task.priority) ?? 0,
      idle: id === idle,
      stack: stackOfTask(freertos, view, id, fills),
      processor: isCurrent ? runningThread(view, freertos.image) : leftBy(freertos, view, id),
    };
  });
}

function stateOf(freertos: Freertos, view: GuestView, id: number, listed: Listed | "current"): ThreadState {
  const { layout, names } = freertos;
  if (listed === "current") return { kind: "running" };
  if (listed === "ready") return { kind: "ready" };
  if (listed === "terminated") return { kind: "dead" };
  const wait = waitOf(layout, names, view, id);
  if (listed === "suspended") {
    if (wait === null) return { kind: "suspended" };
    return { kind: "waiting", on: wait.on, limited: false, untilSeconds: null };
  }
  const value = readField(view, id + layout.task.stateItem.offsetBytes, layout.list.value) ?? 0;
  const laps = numberAt(view, layout.overflows) + (listed === "overflow" ? 1 : 0);
  const untilSeconds = secondsOf(view, value + laps * lapTicks(layout));
  if (wait === null) return { kind: "sleeping", untilSeconds };
  return { kind: "waiting", on: wait.on, limited: true, untilSeconds };
}

function leftBy({ layout }: Freertos, view: GuestView, id: number): Thread["processor"] {
  const top = readField(view, id, layout.task.topOfStack);
  const frame = top === null ? null : switchFrameOf(view, top, readField(view, id, layout.task.stackBase));
  return frame && switchedOut(view, frame);
}

function nameOf({ layout: { task }, names }: Freertos, view: GuestView, id: number): string {
  const given = task.name && readText(view, id + task.name.offsetBytes, task.name.sizeBytes);
  return given || (names.pointerTo(view, id)?.name ?? `0x${id.toString(16)}`);
}

/** Bounds of a stack: as recorded, as the variable that it is, or as the heap's block that it is. */
function stackOfTask(freertos: Freertos, view: GuestView, id: number, fills: boolean): ThreadStack | null {
  const { layout, image } = freertos;
  const base = readField(view, id, layout.task.stackBase);
  if (base === null) return null;
  const fill = { byte: stackFill, certain: fills };
  const end = readField(view, id, layout.task.stackEnd);
  if (end !== null) return stackOf(view, base, end + lastWordBytes - base, fill);
  const variable = stackVariable(image, base);
  const inHeap = layout.heap !== null && variable?.base === layout.heap.area.address;
  if (variable && !inHeap) return stackOf(view, base, variable.base + variable.sizeBytes - base, fill);
  if (layout.block === null) return null;
  const sizeBytes = readField(view, base - layout.block.headerBytes, layout.block.size) ?? 0;
  return stackOf(view, base, (sizeBytes & ~takenBit) - layout.block.headerBytes, fill);
}

/** `pxEndOfStack` is the last word. */
const lastWordBytes = 4;

function heapOf({ heap }: FreertosLayout, view: GuestView): Heap | null {
  if (heap === null) return null;
  const freeBytes = numberAt(view, heap.free);
  const leastFreeBytes = heap.leastFree === null ? freeBytes : numberAt(view, heap.leastFree);
  return { sizeBytes: heap.area.field.sizeBytes, freeBytes, leastFreeBytes };
}
