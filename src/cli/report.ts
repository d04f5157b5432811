/** What `run` says at its end: the contract's JSON object, and the same for people. */
import { beatsPerSecond, nanosecondsOf } from "../base/beat.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { loadHasher } from "../base/hash.ts";
import { hashedParts } from "../machine/snapshot.ts";
import type { Ran } from "./run-system.ts";

export type VmState = "running" | "idle" | "faulted" | "off";

export interface VmReport {
  readonly name: string;
  readonly ticks: number;
  readonly state: VmState;
  readonly console: Readonly<Record<string, string>>;
  readonly faults: readonly Diagnostic[];
}

export interface RunReport {
  readonly version: 1;
  readonly stop: string;
  readonly ticks: number;
  readonly cycles: number;
  readonly time_ns: number;
  readonly hash: string;
  readonly engine: "interp";
  readonly vms: readonly VmReport[];
  /** What a firmware that ended by semihosting said; null where none did. */
  readonly exit_status: number | null;
  readonly gaps: Readonly<Record<string, number>>;
  readonly wall_ms: number;
  readonly mips: number;
}

/** Above this share of the last stay asleep, a VM is called idle. */
const idleShare = 0.5;

function stateOf(ran: Ran, index: number, faults: readonly Diagnostic[]): VmState {
  const share = ran.observer.accounting.shares[index];
  if (share === undefined || !share.entered) return "off";
  if (faults.some((one) => one.severity === "error")) return "faulted";
  return share.lastIdle > idleShare ? "idle" : "running";
}

export async function makeReport(ran: Ran, faults: readonly Diagnostic[]): Promise<RunReport> {
  const { machine, observer, stop, wallMilliseconds } = ran;
  const hash = (await loadHasher()).hex(hashedParts(machine));
  const vms = observer.names.map((name, index): VmReport => {
    const own = faults.filter((one) => one.vm === name);
    const ports = [...observer.owners].filter(([, vm]) => vm === name).map(([device]) => device);
    const texts = ports.map((port) => [port, observer.lines.text(port)] as const).filter(([, text]) => text !== "");
    const ticks = observer.accounting.shares[index]?.ticks ?? 0;
    return { name, ticks, state: stateOf(ran, index, own), console: Object.fromEntries(texts), faults: own };
  });
  const ticks = machine.tick();
  return {
    version: 1,
    stop,
    ticks,
    cycles: machine.core.cycle(),
    time_ns: nanosecondsOf(machine.now()),
    hash,
    engine: "interp",
    vms,
    exit_status: ran.machineStop.reason === "exit" ? ran.machineStop.status : null,
    gaps: Object.fromEntries([...observer.gaps].sort((a, b) => b[1] - a[1])),
    wall_ms: Math.round(wallMilliseconds),
    mips: Number((ticks / 1000 / wallMilliseconds).toFixed(1)),
  };
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "0 %" : `${((100 * part) / whole).toFixed(1)} %`;

/** A few lines on stderr: what each VM did, where time went, what the model lacked. */
export function summarise(ran: Ran, report: RunReport): string[] {
  const { machine, observer } = ran;
  const { shares } = observer.accounting;
  const allCycles = shares.reduce((sum, one) => sum + one.cycles, 0);
  const seconds = machine.now() / beatsPerSecond;
  const width = Math.max(...report.vms.map((vm) => vm.name.length));
  const vms = report.vms.map((vm, index) => {
    const share = shares[index];
    const idle =
      share === undefined || share.cycles === 0 ? "" : `, ${percent(share.cycles - share.ticks, share.cycles)} asleep`;
    const last = observer.lastLine(vm.name);
    const said = last === null ? "has printed nothing" : `last line: ${last.text}`;
    const has = percent(share?.cycles ?? 0, allCycles);
    const head = `  ${vm.name.padEnd(width)}  ${vm.state.padEnd(7)}`;
    return `${head}  ${vm.ticks} instructions, ${has} of the time${idle}; ${said}`;
  });
  const speed =
    report.wall_ms === 0 ? "" : `, ${((seconds * 1000) / report.wall_ms).toFixed(1)} x real time, ${report.mips} MIPS`;
  const gaps = Object.entries(report.gaps);
  const told = gaps.slice(0, 10).map(([what, count]) => `  ${what} (${count} times)`);
  const rest = gaps.length > 10 ? [`  and ${gaps.length - 10} more`] : [];
  return [
    `stopped: ${stopText(report)} at ${seconds.toFixed(6)} s, tick ${report.ticks}${speed}`,
    ...vms,
    ...(gaps.length === 0 ? [] : ["model gaps touched:", ...told, ...rest]),
    `hash ${report.hash}`,
  ];
}

const stopTexts: Readonly<Record<string, string>> = {
  for: "the time given is over",
  until: "the line was seen",
  timeout: "timed out",
  "fail-on": "the line to fail on was seen",
  fault: "fault",
  halt: "nothing will happen any more",
  interrupt: "interrupted",
};
const stopText = ({ stop, exit_status }: RunReport): string =>
  exit_status === null ? (stopTexts[stop] ?? stop) : `the firmware ended with status ${exit_status}`;
