/** Question 1: how fast are the interpreter and compiled code, on five kernels, against their peers on the same C. */
import { hasQemu, runOurs, runOursAlone, runQemu, runRp2040js, type Timing } from "./engines.ts";
import { median, type Row } from "./row.ts";

/**
 * Iterations that keep each engine busy for about a second, and what is wanted: of the interpreter against `-icount`
 * and rp2040js, of compiled code against `-icount`.
 */
const kernels = [
  { name: "integer", iterations: 8000, icount: "0.5x", rp2040: "10x", jit: "1x" },
  { name: "strings", iterations: 1_000_000, icount: "1x", rp2040: "10x", jit: "" },
  { name: "copy", iterations: 60_000, icount: "", rp2040: "", jit: "" },
  { name: "interrupt", iterations: 800_000, icount: "", rp2040: "", jit: "" },
  { name: "float", iterations: 10_000, icount: "", rp2040: "", jit: "1x" },
] as const;

const rounds = 3;
/** How much longer compiled code has to run for a second. */
const compiledTimes = 5;
const icount = ["-icount", "shift=0,sleep=off"];

interface Rates {
  readonly ours: number[];
  readonly compiled: number[];
  readonly plain: number[];
  readonly icount: number[];
  readonly rp2040: number[];
}

/** Iterations per millisecond, start-up taken off by a second run of one iteration. */
const rate = (long: Timing, short: Timing, iterations: number): number =>
  (iterations - 1) / Math.max(1, long.milliseconds - short.milliseconds);

async function measure(name: string, iterations: number): Promise<{ rates: Rates; mips: number }> {
  const rates: Rates = { ours: [], compiled: [], plain: [], icount: [], rp2040: [] };
  const run = name === "float" ? runOursAlone : runOurs;
  const few = Math.max(2, Math.round(iterations / 40));
  const mips: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const short = await run(name, 1, "interp");
    const ours = await run(name, iterations, "interp");
    const compiled = await run(name, compiledTimes * iterations, "jit");
    rates.ours.push(rate(ours, short, iterations));
    rates.compiled.push(rate(compiled, short, compiledTimes * iterations));
    mips.push((ours.ticks - short.ticks) / 1000 / Math.max(1, ours.milliseconds - short.milliseconds));
    if (hasQemu()) {
      const counted = runQemu(name, iterations, icount);
      if (counted.checksum !== ours.checksum) throw new Error(`${name}: ${counted.checksum} is not ${ours.checksum}`);
      rates.icount.push(rate(counted, runQemu(name, 1, icount), iterations));
      rates.plain.push(rate(runQemu(name, iterations, []), runQemu(name, 1, []), iterations));
    }
    rates.rp2040.push(rate(runRp2040js(name, few), runRp2040js(name, 1), few));
  }
  return { rates, mips: median(mips) };
}

const ratio = (ours: readonly number[], theirs: readonly number[]): string =>
  theirs.length === 0 ? "not installed" : `${(median(ours) / median(theirs)).toFixed(2)}x`;

export async function kernelRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, iterations, icount: wanted, rp2040, jit } of kernels) {
    const { rates, mips } = await measure(name, iterations);
    rows.push({ question: `${name}: instructions per second`, measured: `${mips.toFixed(0)} MIPS`, target: "" });
    rows.push({ question: `${name}: against QEMU -icount`, measured: ratio(rates.ours, rates.icount), target: wanted });
    const compiled = ratio(rates.compiled, rates.icount);
    rows.push({ question: `${name}, compiled: against QEMU -icount`, measured: compiled, target: jit });
    rows.push({ question: `${name}: against QEMU`, measured: ratio(rates.ours, rates.plain), target: "" });
    // rp2040js counts SysTick too slowly, so that its interrupts are not the same work.
    if (name === "interrupt") continue;
    rows.push({ question: `${name}: against rp2040js`, measured: ratio(rates.ours, rates.rp2040), target: rp2040 });
  }
  return rows;
}
