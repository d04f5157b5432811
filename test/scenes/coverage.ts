/** What the scenes have reached: transitions from where to which exception of whom, and bits of the fault registers. */
import { type Observation, readLine } from "./observations.ts";

const exceptions: Readonly<Record<number, string>> = {
  2: "NMI",
  3: "HardFault",
  4: "MemManage",
  5: "BusFault",
  6: "UsageFault",
  7: "SecureFault",
  11: "SVCall",
  14: "PendSV",
  15: "SysTick",
  16: "interrupt",
};
const origins = ["Secure Thread", "Secure Handler", "Non-secure Thread", "Non-secure Handler"] as const;

/** Bit names by register, lowest bit first. BFSR exists once and is told as Secure. */
const memory = ["IACCVIOL", "DACCVIOL", "", "MUNSTKERR", "MSTKERR", "MLSPERR", "", "MMARVALID"];
const bus = ["IBUSERR", "PRECISERR", "IMPRECISERR", "UNSTKERR", "STKERR", "LSPERR", "", "BFARVALID"];
const usage = ["UNDEFINSTR", "INVSTATE", "INVPC", "NOCP", "STKOF", "", "", "", "UNALIGNED", "DIVBYZERO"];
const secure = ["INVEP", "INVIS", "INVER", "AUVIOL", "INVTRAN", "LSPERR", "SFARVALID", "LSERR"];
const noBus = bus.map(() => "");
const syndromes: Readonly<Record<string, readonly string[]>> = {
  cfsr: [...memory, ...bus, ...usage],
  cfsr_n: [...memory, ...noBus, ...usage],
  sfsr: secure,
  hfsr: ["", "VECTTBL", ...Array.from({ length: 28 }, () => ""), "FORCED", "DEBUGEVT"],
};

export interface Unreachable {
  readonly name: string;
  readonly reason: string;
}

/** What no scene can reach, and why. */
export const unreachable: readonly Unreachable[] = [
  { name: "cfsr.IMPRECISERR", reason: "neither side has write buffers: every bus error is precise" },
  ...["Thread", "Handler"].map((mode) => ({
    name: `Non-secure ${mode} to Secure NMI`,
    reason: "only a device could: where NMI is Secure, Non-secure code cannot pend it",
  })),
];

export interface Coverage {
  readonly reached: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
}

const worldOf = (isSecure: boolean): string => (isSecure ? "Secure" : "Non-secure");

function transitionNames(): string[] {
  return origins.flatMap((from) =>
    [true, false].flatMap((isSecure) =>
      Object.entries(exceptions)
        .filter(([number]) => isSecure || number !== "7")
        .map(([, name]) => `${from} to ${worldOf(isSecure)} ${name}`),
    ),
  );
}

const syndromeNames = (): string[] =>
  Object.entries(syndromes).flatMap(([register, bits]) =>
    bits.filter((bit) => bit !== "").map((bit) => `${register}.${bit}`),
  );

/** Names reached by one line. */
function namesOf(text: string): string[] {
  const { back, secure: isSecure, exception, link, words } = readLine(text);
  const names: string[] = [];
  const to = exceptions[Math.min(exception, 16)];
  const origin = `${worldOf((link & 0x40) !== 0)} ${link & 8 ? "Thread" : "Handler"}`;
  if (!back && to !== undefined) names.push(`${origin} to ${worldOf(isSecure)} ${to}`);
  for (const [register, bits] of Object.entries(syndromes)) {
    const value = Number.parseInt(words.get(register) ?? "0", 16);
    for (const [index, bit] of bits.entries())
      if (bit !== "" && ((value >>> index) & 1) !== 0) names.push(`${register}.${bit}`);
  }
  return names;
}

export function coverageOf(all: readonly Observation[]): Coverage {
  const reached = new Map<string, number>([...transitionNames(), ...syndromeNames()].map((name) => [name, 0]));
  for (const { lines } of all)
    for (const line of lines) for (const name of namesOf(line)) reached.set(name, (reached.get(name) ?? 0) + 1);
  return { reached, missing: [...reached].flatMap(([name, times]) => (times === 0 ? [name] : [])) };
}

/** For people: how much of each kind, and what is missing, by name. */
export function coverageText({ reached, missing }: Coverage): string {
  const reasons = new Map(unreachable.map(({ name, reason }) => [name, reason]));
  const lines = [...reached].map(([name, times]) => `${String(times).padStart(5)} ${name}`);
  const left = missing.map((name) => `  ${name}: ${reasons.get(name) ?? "no scene gets there"}`);
  const total = `${reached.size - missing.length} of ${reached.size} transitions and syndromes reached`;
  return `${[...lines, "", `${total}${left.length > 0 ? "; not:" : ""}`, ...left].join("\n")}\n`;
}
