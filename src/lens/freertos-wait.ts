/** What a FreeRTOS task waits for: the object around the list that its event item is in, or a notification. */
import { readField, readText } from "./field.ts";
import type { FreertosLayout } from "./freertos-layout.ts";
import type { GuestView } from "./guest-view.ts";
import type { WaitObject } from "./lens.ts";
import type { ObjectNames } from "./object-name.ts";

/** `taskWAITING_NOTIFICATION`. */
const waitingForNotification = 1;
/** `portMAX_DELAY`: the value of every list's end mark. */
const endMarks: readonly number[] = [0xffff, 0xffff_ffff];
/** Values of `ucQueueType`; 0 is a plain queue. */
const queueTypes = ["queue", "mutex", "counting semaphore", "binary semaphore", "recursive mutex", "queue set"];
const longestName = 64;

/** Null when the task waits for nothing but time. */
export function waitOf(
  layout: FreertosLayout,
  names: ObjectNames,
  view: GuestView,
  task: number,
): { readonly on: WaitObject | null } | null {
  const { eventItem, notifyState } = layout.task;
  const container = eventItem && readField(view, task + eventItem.offsetBytes, layout.list.container);
  if (container) return { on: aroundList(layout, names, view, container) };
  if (notifyState === null) return null;
  const states = view.bytes(task + notifyState.offsetBytes, notifyState.sizeBytes);
  if (!states?.includes(waitingForNotification)) return null;
  return { on: streamOf(layout, names, view, task) ?? { address: task, kind: "notification", name: null } };
}

function aroundList(layout: FreertosLayout, names: ObjectNames, view: GuestView, list: number): WaitObject {
  const queue = queueAround(layout, view, list);
  if (queue !== null) {
    const name = registered(layout, view, queue) ?? handleName(names, view, queue);
    return { address: queue, kind: queueKind(layout, view, queue), name };
  }
  const { eventGroupList } = layout;
  const group = eventGroupList && list - eventGroupList.offsetBytes;
  const name = group && handleName(names, view, group);
  if (group && name) return { address: group, kind: "event group", name };
  return { address: list, kind: null, name: names.symbolAt(list) };
}

/** A queue has two lists: where the one is, the other's end mark must be. */
function queueAround({ queue, list: fields }: FreertosLayout, view: GuestView, list: number): number | null {
  if (queue === null) return null;
  const isList = (address: number): boolean => endMarks.includes(readField(view, address, fields.endValue) ?? 0);
  const { waitingToSend, waitingToReceive } = queue;
  const asReceiver = list - waitingToReceive.offsetBytes;
  if (isList(asReceiver + waitingToSend.offsetBytes)) return asReceiver;
  const asSender = list - waitingToSend.offsetBytes;
  return isList(asSender + waitingToReceive.offsetBytes) ? asSender : null;
}

/** Without CONFIG for tracing a queue does not say its type, but a mutex has no storage, a semaphore no items. */
function queueKind({ queue }: FreertosLayout, view: GuestView, address: number): string {
  const type = readField(view, address, queue?.type ?? null);
  if (type !== null) return queueTypes[type] ?? "queue";
  if (readField(view, address, queue?.head ?? null) === 0) return "mutex";
  return readField(view, address, queue?.itemSize ?? null) === 0 ? "semaphore" : "queue";
}

/** The name given with vQueueAddToRegistry. */
function registered({ registry }: FreertosLayout, view: GuestView, queue: number): string | null {
  if (registry?.field.type?.kind !== "array") return null;
  const element = registry.field.type.element();
  if (element?.kind !== "record") return null;
  const [name, handle] = ["pcQueueName", "xHandle"].map((one) => element.members().find((m) => m.name === one));
  if (!name || !handle) return null;
  for (let entry = registry.address; entry < registry.address + registry.field.sizeBytes; entry += element.sizeBytes) {
    if (view.word(entry + handle.offsetBytes) !== queue) continue;
    const text = view.word(entry + name.offsetBytes);
    return text ? readText(view, text, longestName) : null;
  }
  return null;
}

/** The variable that holds the handle; else the variable that the object itself is. */
function handleName(names: ObjectNames, view: GuestView, address: number): string | null {
  return names.pointerTo(view, address)?.name ?? names.partsAt(address)[0]?.name ?? names.symbolAt(address);
}

/** Stream and message buffers wait by notification; they know the task that does. */
function streamOf(layout: FreertosLayout, names: ObjectNames, view: GuestView, task: number): WaitObject | null {
  for (const { name, address } of names.pointersToType("StreamBufferDef_t")) {
    const stream = view.word(address);
    const waits = [layout.streamReceiver, layout.streamSender].some((field) => {
      return stream !== null && stream !== 0 && readField(view, stream, field) === task;
    });
    if (waits && stream !== null) return { address: stream, kind: "stream buffer", name };
  }
  return null;
}
