/** What a lens knows: a guest's kernel, read from its symbols and debug information alone, without any effect. */
import type { StoppedState } from "../image/backtrace.ts";
import type { Image } from "../image/image.ts";
import type { Memory } from "./field.ts";
import type { GuestView } from "./guest-view.ts";

/** What a thread waits for. */
export interface WaitObject {
  readonly address: number;
  /** The kernel's word for it: "semaphore", "mutex", "queue"; null where it cannot be told. */
  readonly kind: string | null;
  /** As the source names it, "forks[2]"; null where no variable holds it or points at it. */
  readonly name: string | null;
}

/** Times are seconds of the guest's own uptime; null where the kernel's tick cannot be told. */
export type ThreadState =
  | { readonly kind: "running" | "ready" | "suspended" | "dead" | "new" }
  | { readonly kind: "sleeping"; readonly untilSeconds: number | null }
  /** `untilSeconds` is null where it waits without a limit as well; `limited` says which. */
  | {
      readonly kind: "waiting";
      readonly on: WaitObject | null;
      readonly limited: boolean;
      readonly untilSeconds: number | null;
    };

export interface ThreadStack {
  readonly base: number;
  readonly sizeBytes: number;
  /** Most that was ever used; null where the kernel does not fill stacks. */
  readonly highWaterBytes: number | null;
}

export interface Thread {
  /** Address of the thread's control block. */
  readonly id: number;
  readonly name: string;
  readonly state: ThreadState;
  /** As the kernel counts. */
  readonly priority: number;
  /** True of the thread that runs when no other can. */
  readonly idle: boolean;
  readonly stack: ThreadStack | null;
  /** The processor as the thread has it, or left it; null before its first instruction or where it cannot be read. */
  readonly processor: StoppedState | null;
}

export interface Heap {
  readonly sizeBytes: number;
  readonly freeBytes: number;
  /** Least that was ever free. */
  readonly leastFreeBytes: number;
}

export interface Lens {
  /** "zephyr", "freertos", or "kernel" for the small one of guests/kernel. */
  readonly kernel: string;
  readonly image: Image;
  /** The word that names the thread which has the processor. */
  readonly currentAt: number;
  /** Whether that word's value is an idle thread. */
  isIdle(memory: Memory, thread: number): boolean;
  /** All threads that can be found, the dead ones included; none before the kernel has started. */
  threads(view: GuestView): Thread[];
  /** Seconds that the kernel has counted, by what it takes for one; null where its tick cannot be told. */
  uptimeSeconds(view: GuestView): number | null;
  /** Clock that the guest believes its timer to have; null where the image does not say. */
  clockHertz(view: GuestView): number | null;
  heap(view: GuestView): Heap | null;
}
