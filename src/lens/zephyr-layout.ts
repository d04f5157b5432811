/**
 * Where Zephyr keeps what in this build: from the debug information, or where that is stripped from the table that
 * CONFIG_DEBUG_THREAD_INFO puts into the image for debuggers (`_kernel_thread_info_offsets`).
 */
import { wordAt } from "../image/cursor.ts";
import type { DataType } from "../image/dwarf/data-type.ts";
import type { Image } from "../image/image.ts";
import { type Field, fieldOf, plainField } from "./field.ts";

/** Fields of `struct k_thread`, by their paths; null where this build has none. */
export interface ThreadFields {
  readonly state: Field | null;
  readonly priority: Field | null;
  readonly pendedOn: Field | null;
  readonly timeoutNode: Field | null;
  readonly timeoutTicks: Field | null;
  readonly timeoutFunction: Field | null;
  readonly queueNode: Field | null;
  readonly calleeSaved: Field | null;
  readonly stackPointer: Field | null;
  readonly exceptionReturn: Field | null;
  readonly entry: Field | null;
  readonly next: Field | null;
  readonly name: Field | null;
  readonly stackStart: Field | null;
  readonly stackSize: Field | null;
}

export interface ZephyrLayout {
  /** `_kernel`. */
  readonly kernel: number;
  /** `_kernel` itself, for the paths that only debug information knows; null without. */
  readonly kernelType: DataType | null;
  readonly currentThread: Field;
  readonly idleThread: Field | null;
  /** Head of the list of all threads (CONFIG_THREAD_MONITOR). */
  readonly firstThread: Field | null;
  readonly thread: ThreadFields;
}

export function zephyrLayout(image: Image): ZephyrLayout | null {
  const kernel = image.symbols.named("_kernel");
  if (kernel === null || kernel.kind !== "object") return null;
  return layoutByTypes(image, kernel.address) ?? layoutByTable(image, kernel.address);
}

function layoutByTypes(image: Image, kernel: number): ZephyrLayout | null {
  const data = image.debug?.data ?? null;
  const kernelType = data?.variable("_kernel")?.type ?? data?.type("z_kernel") ?? null;
  const thread = data?.type("k_thread") ?? null;
  const currentThread = fieldOf(kernelType, "cpus[0].current") ?? fieldOf(kernelType, "current");
  if (thread?.kind !== "record" || currentThread === null) return null;
  return {
    kernel,
    kernelType,
    currentThread,
    idleThread: fieldOf(kernelType, "cpus[0].idle_thread") ?? fieldOf(kernelType, "idle_thread"),
    firstThread: fieldOf(kernelType, "threads"),
    thread: {
      state: fieldOf(thread, "base.thread_state"),
      priority: fieldOf(thread, "base.prio"),
      pendedOn: fieldOf(thread, "base.pended_on"),
      timeoutNode: fieldOf(thread, "base.timeout.node"),
      timeoutTicks: fieldOf(thread, "base.timeout.dticks"),
      timeoutFunction: fieldOf(thread, "base.timeout.fn"),
      queueNode: fieldOf(thread, "base.qnode_dlist"),
      calleeSaved: fieldOf(thread, "callee_saved"),
      stackPointer: fieldOf(thread, "callee_saved.psp"),
      exceptionReturn: fieldOf(thread, "arch.mode_exc_return"),
      entry: fieldOf(thread, "entry.pEntry"),
      next: fieldOf(thread, "next_thread"),
      name: fieldOf(thread, "name"),
      stackStart: fieldOf(thread, "stack_info.start"),
      stackSize: fieldOf(thread, "stack_info.size"),
    },
  };
}

/** Order of the table's entries, as far as its version 1 goes. */
const entries = {
  version: 0,
  currentThread: 1,
  firstThread: 2,
  entry: 3,
  next: 4,
  state: 5,
  priority: 7,
  stackPointer: 8,
  name: 9,
  exceptionReturn: 13,
} as const;

const unimplemented = 0xffff_ffff;
/** CONFIG_THREAD_MAX_NAME_LEN, where nothing says how long names are. */
const usualNameBytes = 32;
/** V1 to V8 come before PSP. */
const calleeSavedBytes = 32;

function layoutByTable(image: Image, kernel: number): ZephyrLayout | null {
  const offsets = image.symbols.named("_kernel_thread_info_offsets");
  const count = image.symbols.named("_kernel_thread_info_num_offsets");
  const length = count && wordOf(image, count.address);
  if (offsets === null || length === null || (wordOf(image, offsets.address) ?? 2) > 1) return null;
  const offset = (index: number): number | null => {
    const value = index < length ? wordOf(image, offsets.address + 4 * index) : null;
    return value === unimplemented ? null : value;
  };
  const field = (index: number, sizeBytes: number, signed = false): Field | null => {
    const at = offset(index);
    return at === null ? null : plainField(at, sizeBytes, signed);
  };
  const currentThread = field(entries.currentThread, 4);
  const stackPointer = field(entries.stackPointer, 4);
  if (currentThread === null) return null;
  return {
    kernel,
    kernelType: null,
    currentThread,
    idleThread: null,
    firstThread: field(entries.firstThread, 4),
    thread: {
      ...noFields,
      state: field(entries.state, 1),
      priority: field(entries.priority, 1, true),
      calleeSaved: stackPointer && plainField(stackPointer.offsetBytes - calleeSavedBytes, calleeSavedBytes),
      stackPointer,
      exceptionReturn: field(entries.exceptionReturn, 1),
      entry: field(entries.entry, 4),
      next: field(entries.next, 4),
      name: field(entries.name, configured(image, "THREAD_MAX_NAME_LEN") ?? usualNameBytes),
    },
  };
}

const noFields: ThreadFields = {
  state: null,
  priority: null,
  pendedOn: null,
  timeoutNode: null,
  timeoutTicks: null,
  timeoutFunction: null,
  queueNode: null,
  calleeSaved: null,
  stackPointer: null,
  exceptionReturn: null,
  entry: null,
  next: null,
  name: null,
  stackStart: null,
  stackSize: null,
};

/** A constant of the image. */
function wordOf({ segments }: Image, address: number): number | null {
  const segment = segments.find((one) => address >= one.address && address + 4 <= one.address + one.bytes.length);
  return segment ? wordAt(segment.bytes, address - segment.address) : null;
}

/** A value of the build's configuration: Zephyr leaves them in its image as absolute symbols. */
export function configured(image: Image, option: string): number | null {
  const symbol = image.symbols.named(`CONFIG_${option}`);
  return symbol?.section === null ? symbol.address : null;
}
