/**
 * Who had the processor, and what they did with it: instructions and cycles per partition, from the switches of the
 * run.
 */

export interface Share {
  /** Instructions retired while this partition was in. */
  ticks: number;
  /** Processor cycles, sleep included. */
  cycles: number;
  /** Of the last stay: how much was spent asleep, 0 to 1. */
  lastIdle: number;
  entered: boolean;
}

export interface Accounting {
  readonly shares: readonly Share[];
  /** Partition that is in; -1 for none. */
  current(): number;
  /** From this tick and cycle on, `vm` is in. */
  enter(vm: number, tick: number, cycle: number): void;
  /** Count up to now without a change. */
  settle(tick: number, cycle: number): void;
}

export function createAccounting(partitions: number): Accounting {
  const shares: Share[] = Array.from({ length: partitions }, () => ({
    ticks: 0,
    cycles: 0,
    lastIdle: 0,
    entered: false,
  }));
  let current = -1;
  let sinceTick = 0;
  let sinceCycle = 0;
  const settle = (tick: number, cycle: number): void => {
    const share = shares[current];
    if (share !== undefined) {
      share.ticks += tick - sinceTick;
      share.cycles += cycle - sinceCycle;
      if (cycle > sinceCycle) share.lastIdle = 1 - (tick - sinceTick) / (cycle - sinceCycle);
    }
    sinceTick = tick;
    sinceCycle = cycle;
  };
  return {
    shares,
    current: () => current,
    settle,
    enter(vm, tick, cycle) {
      settle(tick, cycle);
      current = vm;
      const share = shares[vm];
      if (share !== undefined) share.entered = true;
    },
  };
}
