/**
 * Where the hypervisor stops for ever, one row each: the code by which the explanation beside it is looked up, and
 * the line the real one prints, if any (fact sheet crosscon-armv8m sections 1.3 and 11). `%d` is the
 * one number that some lines have.
 */

export interface StopRow {
  /** Text after `ERROR: `; null where the hypervisor says nothing. */
  readonly line: string | null;
}

export const stops = {
  /** A VM's range lies in no region of the platform description. */
  MEM01: { line: "couldn't create additional page pools" },
  /** A VM's or shared memory's range overlaps one that is already reserved. */
  MEM02: { line: "couldn't create additional page pools" },
  /** The same, inside the hypervisor's own data. */
  MEM03: { line: "failed reserving memory in root pool" },
  /** An ipc window does not start where its shared memory does. */
  IPC01: { line: "ipc base address must be equal to its shmem base address" },
  /** A base or size is no multiple of 64. */
  MEM04: { line: "trying to set mpu region which is not a multiple of granularity" },
  MAP01: { line: "Trying to map non identity" },
  SAU01: { line: "failed to register sau entry" },
  IRQ01: { line: "Failed to assign interrupt id %d" },
  /** The id is one that the hypervisor uses itself. */
  IRQ02: { line: "Trying to assign cpu interrupt multiple times" },
  IMG01: { line: "failed to install vm image: its load range overlaps its run range" },
  VMT01: { line: "unknown vm type %d" },
  /** Hypercall IPC with an event that the notified VM has no interrupt for. */
  IPC02: { line: "ipc event out of range" },
  /** A fault came to the hypervisor: it loops without a word. */
  FLT01: { line: null },
  /** The hypervisor itself faulted on an interrupt id below 16. */
  FLT02: { line: null },
  /** The bare interrupt handler of the hypervisor is an endless loop. */
  IRQ03: { line: null },
  /** The console never became ready: the hypervisor waits for it for ever. */
  CON01: { line: null },
  /** No VM to run: the processor is parked in WFI. */
  RUN01: { line: null },
} as const satisfies Readonly<Record<string, StopRow>>;

export type StopCode = keyof typeof stops;
