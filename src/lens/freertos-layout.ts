/** Where FreeRTOS keeps what in this build: its variables and the fields of its control blocks, by their own names. */
import type { DataIndex } from "../image/dwarf/data-index.ts";
import type { Image } from "../image/image.ts";
import { type Field, fieldOf } from "./field.ts";

/** A variable of a kernel: where it lies and what it is. */
export interface Place {
  readonly address: number;
  readonly field: Field;
}

/** `List_t` and `ListItem_t`. */
export interface ListFields {
  readonly sizeBytes: number;
  readonly end: Field;
  readonly endValue: Field | null;
  readonly next: Field;
  readonly value: Field;
  readonly owner: Field;
  readonly container: Field;
}

export interface TaskFields {
  readonly topOfStack: Field;
  readonly stateItem: Field;
  readonly eventItem: Field | null;
  readonly priority: Field | null;
  readonly stackBase: Field | null;
  readonly stackEnd: Field | null;
  readonly name: Field | null;
  readonly notifyState: Field | null;
}

export interface QueueFields {
  readonly head: Field | null;
  readonly itemSize: Field | null;
  readonly type: Field | null;
  readonly waitingToSend: Field;
  readonly waitingToReceive: Field;
}

export interface FreertosLayout {
  readonly current: Place;
  readonly ready: Place;
  /** Pointers to the two lists. */
  readonly delayed: Place;
  readonly overflowDelayed: Place;
  readonly pendingReady: Place | null;
  readonly suspended: Place | null;
  readonly terminated: Place | null;
  readonly tickCount: Place | null;
  readonly overflows: Place | null;
  readonly idleTask: Place | null;
  readonly registry: Place | null;
  readonly list: ListFields;
  readonly task: TaskFields;
  readonly queue: QueueFields | null;
  /** Where the list of waiting tasks lies in an event group. */
  readonly eventGroupList: Field | null;
  readonly streamReceiver: Field | null;
  readonly streamSender: Field | null;
  readonly heap: { readonly area: Place; readonly free: Place; readonly leastFree: Place | null } | null;
  /** Size of a heap block, in the header before it; and the size of that header. */
  readonly block: { readonly size: Field; readonly headerBytes: number } | null;
}

export function freertosLayout(image: Image): FreertosLayout | null {
  const data = image.debug?.data ?? null;
  if (data === null || image.symbols.named("pxReadyTasksLists") === null) return null;
  const place = (name: string, path = ""): Place | null => placeOf(data, name, path);
  const current = place("pxCurrentTCB") ?? place("pxCurrentTCBs", "[0]");
  const ready = place("pxReadyTasksLists");
  const delayed = place("pxDelayedTaskList");
  const overflowDelayed = place("pxOverflowDelayedTaskList");
  const list = listFields(data);
  const task = taskFields(data);
  if (!current || !ready || !delayed || !overflowDelayed || !list || !task) return null;
  const area = place("ucHeap");
  const free = place("xFreeBytesRemaining");
  const stream = data.type("StreamBufferDef_t");
  return {
    ...{ current, ready, delayed, overflowDelayed, list, task },
    pendingReady: place("xPendingReadyList"),
    suspended: place("xSuspendedTaskList"),
    terminated: place("xTasksWaitingTermination"),
    tickCount: place("xTickCount"),
    overflows: place("xNumOfOverflows"),
    idleTask: place("xIdleTaskHandles", "[0]") ?? place("xIdleTaskHandle"),
    registry: place("xQueueRegistry"),
    queue: queueFields(data),
    eventGroupList: fieldOf(data.type("EventGroupDef_t"), "xTasksWaitingForBits"),
    streamReceiver: fieldOf(stream, "xTaskWaitingToReceive"),
    streamSender: fieldOf(stream, "xTaskWaitingToSend"),
    heap: area && free && { area, free, leastFree: place("xMinimumEverFreeBytesRemaining") },
    block: blockFields(data),
  };
}

function placeOf(data: DataIndex, name: string, path: string): Place | null {
  const variable = data.variable(name);
  const field = variable && fieldOf(variable.type, path);
  return variable && field && field.type !== null ? { address: variable.address + field.offsetBytes, field } : null;
}

function listFields(data: DataIndex): ListFields | null {
  const list = data.type("xLIST");
  const item = data.type("xLIST_ITEM");
  const end = fieldOf(list, "xListEnd");
  const next = fieldOf(item, "pxNext");
  const value = fieldOf(item, "xItemValue");
  const owner = fieldOf(item, "pvOwner");
  const container = fieldOf(item, "pvContainer") ?? fieldOf(item, "pxContainer");
  if (!list || !end || !next || !value || !owner || !container) return null;
  return {
    sizeBytes: list.sizeBytes,
    end,
    endValue: fieldOf(list, "xListEnd.xItemValue"),
    next,
    value,
    owner,
    container,
  };
}

function taskFields(data: DataIndex): TaskFields | null {
  const task = data.type("tskTaskControlBlock") ?? data.type("tskTCB");
  const topOfStack = fieldOf(task, "pxTopOfStack");
  const stateItem = fieldOf(task, "xStateListItem") ?? fieldOf(task, "xGenericListItem");
  if (!topOfStack || !stateItem) return null;
  return {
    topOfStack,
    stateItem,
    eventItem: fieldOf(task, "xEventListItem"),
    priority: fieldOf(task, "uxPriority"),
    stackBase: fieldOf(task, "pxStack"),
    stackEnd: fieldOf(task, "pxEndOfStack"),
    name: fieldOf(task, "pcTaskName"),
    notifyState: fieldOf(task, "ucNotifyState") ?? fieldOf(task, "eNotifyState"),
  };
}

function queueFields(data: DataIndex): QueueFields | null {
  const queue = data.type("QueueDefinition");
  const waitingToSend = fieldOf(queue, "xTasksWaitingToSend");
  const waitingToReceive = fieldOf(queue, "xTasksWaitingToReceive");
  if (!waitingToSend || !waitingToReceive) return null;
  const field = (path: string): Field | null => fieldOf(queue, path);
  return {
    ...{ waitingToSend, waitingToReceive },
    head: field("pcHead"),
    itemSize: field("uxItemSize"),
    type: field("ucQueueType"),
  };
}

/** Heaps align blocks, and so the header before them, to 8 bytes. */
const blockAlignment = 8;

function blockFields(data: DataIndex): FreertosLayout["block"] {
  const block = data.type("A_BLOCK_LINK");
  const size = fieldOf(block, "xBlockSize");
  const headerBytes = Math.ceil((block?.sizeBytes ?? 0) / blockAlignment) * blockAlignment;
  return size && { size, headerBytes };
}
