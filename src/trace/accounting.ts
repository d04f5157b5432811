/**
 * Who had the processor, and what they did with it: instructions and cycles per partition, and how many of those went
 * by with nothing to do. A partition is idle while its idle thread has the processor, and while the processor sleeps.
 */

export interface Share {
  /** Instructions retired while this partition was in. */
  ticks: number;
  /** Processor cycles, sleep included. */
  cycles: number;
  /** Cycles of those with nothing to do. */
  idleCycles: number;
  /** Of the last stay: how much was spent idle, 0 to 1. */
  lastIdle: number;
  /** Interrupts that it took: SysTick and the external ones. */
  interrupts: number;
  entered: boolean;
}

/** Counters of the machine. */
export interface Reading {
  readonly tick: number;
  readonly cycle: number;
  /** Cycles asleep so far. */
  readonly asleepCycles: number;
}

export interface Accounting {
  readonly shares: readonly Share[];
  /** Partition that is in; -1 for none. */
  current(): number;
  /** From now on, `vm` is in. */
  enter(vm: number): void;
  /** From now on, the partition that is in runs its idle thread, or does not. */
  idle(yes: boolean): void;
  interrupt(): void;
  /** Count up to now without a change. */
  settle(): void;
}

const nothing = (): Share => ({ ticks: 0, cycles: 0, idleCycles: 0, lastIdle: 0, interrupts: 0, entered: false });

export function createAccounting(partitions: number, now: () => Reading): Accounting {
  const shares: Share[] = Array.from({ length: partitions }, nothing);
  const stay = { cycles: 0, idleCycles: 0 };
  let current = -1;
  let isIdle = false;
  let since: Reading = { tick: 0, cycle: 0, asleepCycles: 0 };
  const settle = (): void => {
    const share = shares[current];
    const reading = now();
    if (share !== undefined) {
      const cycles = reading.cycle - since.cycle;
      const idleCycles = isIdle ? cycles : reading.asleepCycles - since.asleepCycles;
      share.ticks += reading.tick - since.tick;
      share.cycles += cycles;
      share.idleCycles += idleCycles;
      stay.cycles += cycles;
      stay.idleCycles += idleCycles;
      if (stay.cycles > 0) share.lastIdle = stay.idleCycles / stay.cycles;
    }
    since = reading;
  };
  return {
    shares,
    current: () => current,
    settle,
    enter(vm) {
      settle();
      current = vm;
      isIdle = false;
      stay.cycles = 0;
      stay.idleCycles = 0;
      const share = shares[vm];
      if (share !== undefined) share.entered = true;
    },
    idle(yes) {
      if (yes === isIdle) return;
      settle();
      isIdle = yes;
    },
    interrupt() {
      const share = shares[current];
      if (share !== undefined) share.interrupts += 1;
    },
  };
}
