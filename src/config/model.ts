/**
 * The neutral System model: what a hypervisor configuration says, in one shape for every hypervisor, each value with
 * the place it came from. Field meanings: fact sheet crosscon-armv8m section 1. Addresses and sizes are unsigned 32-bit
 * numbers.
 */
import type { Span } from "../base/diagnostic.ts";

/** A value and where the user wrote it; `span` is null where C's zero default applies and nothing was written. */
export interface Sourced<T> {
  readonly value: T;
  readonly span: Span | null;
}

/**
 * `.image`: where a partition's bytes are and where they belong. The load address of an embedded image is known to the
 * hypervisor's linker only, and its size is that of `file`; what is not known here is 0, with the macro call as its
 * span.
 */
export interface ImagePlacement {
  readonly span: Span;
  readonly baseAddress: Sourced<number>;
  readonly loadAddress: Sourced<number>;
  readonly sizeBytes: Sourced<number>;
  /**
   * True when flashed on its own (VM_IMAGE_LOADED); false when embedded in the hypervisor's image (VM_IMAGE_BUILTIN).
   */
  readonly separatelyLoaded: boolean;
  /** File named by VM_IMAGE(name, path), for embedded images. */
  readonly file: Sourced<string> | null;
}

export interface MemoryRegion {
  readonly span: Span;
  readonly base: Sourced<number>;
  readonly sizeBytes: Sourced<number>;
}

export interface DeviceWindow {
  readonly span: Span;
  readonly physicalAddress: Sourced<number>;
  readonly virtualAddress: Sourced<number>;
  readonly sizeBytes: Sourced<number>;
  /** Interrupt ids as written, 16 + external line: the first `interruptCount` of the list. */
  readonly interrupts: readonly Sourced<number>[];
  readonly interruptCount: Sourced<number>;
}

export interface IpcWindow {
  readonly span: Span;
  readonly base: Sourced<number>;
  readonly sizeBytes: Sourced<number>;
  readonly sharedMemoryIndex: Sourced<number>;
  readonly interrupts: readonly Sourced<number>[];
  readonly interruptCount: Sourced<number>;
}

export interface SharedMemory {
  readonly span: Span;
  readonly base: Sourced<number>;
  readonly sizeBytes: Sourced<number>;
}

/**
 * One VM. `name` is the C variable of a pointer-array vmlist, else `vm0`, `vm1`, ... by position; `span` is that
 * variable's name in its definition, else the VM's braces.
 */
export interface Partition {
  readonly name: string;
  readonly span: Span;
  readonly image: ImagePlacement | null;
  readonly entry: Sourced<number>;
  /** 0 = sdGPOS, the normal VM; 1 and 2 = sdTZ kinds. */
  readonly type: Sourced<number>;
  readonly cpuCount: Sourced<number>;
  readonly regionCount: Sourced<number>;
  readonly regions: readonly MemoryRegion[];
  readonly deviceCount: Sourced<number>;
  readonly devices: readonly DeviceWindow[];
  readonly ipcCount: Sourced<number>;
  readonly ipcs: readonly IpcWindow[];
}

export interface SystemModel {
  /** The configuration file as the user named it. */
  readonly file: string;
  /** `pointers` = CROSSCON's `struct vm_config*[]`, `array` = Bao's `struct vm_config[]`. */
  readonly vmListForm: "pointers" | "array";
  readonly vmCount: Sourced<number>;
  /** In vmlist order, which is the scheduling order. Counts shorter than the list are honoured as C would. */
  readonly partitions: readonly Partition[];
  readonly sharedMemories: readonly SharedMemory[];
}
