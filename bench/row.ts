/** One line of the table: a question, what was measured, what was wanted. */
export interface Row {
  readonly question: string;
  readonly measured: string;
  readonly target: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds of processor time that `work` takes, of all threads: other jobs on the machine do not count. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds that `work` takes. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const stretches = 120;

/**
 * What `extra` work costs, in percent of processor time: one machine, with it in every other stretch of a long run. Two
 * machines, or two runs in one process, differ by more than what is measured here: for where they lie in memory, and
 * for what the host's compiler made of the first.
 */
export function extraCost(stretch: (extra: boolean) => void): string {
  const times = { with: [] as number[], without: [] as number[] };
  for (let index = -stretches / 4; index < stretches; index++) {
    // One way, then the other way round: neither always finds what the other left in the caches.
    const extra = (index & 3) === 1 || (index & 3) === 2;
    const time = processorTime(() => stretch(extra));
    if (index >= 0) times[extra ? "with" : "without"].push(time);
  }
  return `${((quiet(times.with) / quiet(times.without) - 1) * 100).toFixed(1)} %`;
}

/** Mean of the shorter half: what disturbs a stretch only ever makes it longer. */
function quiet(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b).slice(0, times.length / 2);
  return sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
}
