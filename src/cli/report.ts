/** What `run` says at its end: the contract's JSON object, and the same for people. */
import { beatsPerSecond, nanosecondsOf } from "../base/beat.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { loadHasher } from "../base/hash.ts";
import type { Heap } from "../lens/lens.ts";
import { type Clock, threadsText } from "../lens/sentence.ts";
import { hashedParts } from "../machine/snapshot.ts";
import { type MachineView, machineView } from "../machine/view.ts";
import type { Guest } from "../system/guests.ts";
import { type DiagnosticJson, diagnosticJson } from "./diagnostic-json.ts";
import { lastLineText } from "./render/last-line.ts";
import type { Ran } from "./run-system.ts";
import { placeText, type ThreadReport, threadReport } from "./threads.ts";

export type VmState = "running" | "idle" | "faulted" | "off";

export interface VmReport {
  readonly name: string;
  readonly ticks: number;
  readonly state: VmState;
  readonly console: Readonly<Record<string, string>>;
  readonly faults: readonly DiagnosticJson[];
  readonly cycles: number;
  /** Of those cycles, the part with nothing to do: idle thread or processor asleep. 0 to 1; null without cycles. */
  readonly idle_share: number | null;
  readonly interrupts: number;
  readonly last_line: string | null;
  /** Which kernel is seen inside, and what it has counted; null where none is. */
  readonly kernel: { readonly name: string; readonly uptime_ns: number | null; readonly heap: Heap | null } | null;
  readonly current_thread: string | null;
  readonly threads: readonly ThreadReport[];
}

export interface RunReport {
  readonly version: 1;
  readonly stop: string;
  readonly ticks: number;
  readonly cycles: number;
  readonly time_ns: number;
  readonly hash: string;
  readonly engine: "interp" | "jit";
  readonly vms: readonly VmReport[];
  /** What a firmware that ended by semihosting said; null where none did. */
  readonly exit_status: number | null;
  readonly gaps: Readonly<Record<string, number>>;
  /** What is no fault and still wrong: codes WAT.. */
  readonly watch: readonly DiagnosticJson[];
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

export async function makeReport(
  ran: Ran,
  faults: readonly Diagnostic[],
  watch: readonly Diagnostic[],
): Promise<RunReport> {
  const { machine, observer, stop, wallMilliseconds, engine } = ran;
  const hash = (await loadHasher()).hex(hashedParts(machine));
  const view = machineView(machine);
  const vms = observer.names.map((name, index): VmReport => {
    const own = faults.filter((one) => one.vm === name);
    const ports = [...observer.owners].filter(([, vm]) => vm === name).map(([device]) => device);
    const texts = ports.map((port) => [port, observer.lines.text(port)] as const).filter(([, text]) => text !== "");
    const ticks = observer.accounting.shares[index]?.ticks ?? 0;
    const state = stateOf(ran, index, own);
    return {
      name,
      ticks,
      state,
      console: Object.fromEntries(texts),
      faults: own.map(diagnosticJson),
      ...insideOf(ran, view, index),
    };
  });
  const ticks = machine.tick();
  return {
    version: 1,
    stop,
    ticks,
    cycles: machine.core.cycle(),
    time_ns: nanosecondsOf(machine.now()),
    hash,
    engine,
    vms,
    exit_status: ran.machineStop.reason === "exit" ? ran.machineStop.status : null,
    watch: watch.map(diagnosticJson),
    gaps: Object.fromEntries([...observer.gaps].sort((a, b) => b[1] - a[1])),
    wall_ms: Math.round(wallMilliseconds),
    mips: Number((ticks / 1000 / wallMilliseconds).toFixed(1)),
  };
}

type Inside = Omit<VmReport, "name" | "ticks" | "state" | "console" | "faults">;

/** What accounting and lenses know of a VM. */
function insideOf({ observer }: Ran, machine: MachineView, index: number): Inside {
  const share = observer.accounting.shares[index];
  const guest = observer.guests[index];
  const view = guest?.view(machine);
  const lens = guest?.lens ?? null;
  const threads = view && lens ? lens.threads(view) : [];
  const uptime = view && lens ? lens.uptimeSeconds(view) : null;
  const kernel = lens &&
    view && { name: lens.kernel, uptime_ns: uptime && Math.round(uptime * 1e9), heap: lens.heap(view) };
  return {
    cycles: share?.cycles ?? 0,
    idle_share: share && share.cycles > 0 ? Number((share.idleCycles / share.cycles).toFixed(4)) : null,
    interrupts: share?.interrupts ?? 0,
    last_line: observer.lastLine(observer.names[index] ?? "")?.text ?? null,
    kernel: kernel ?? null,
    current_thread: threads.find(({ state }) => state.kind === "running")?.name ?? null,
    threads: view ? threads.map((thread) => threadReport(view, thread)) : [],
  };
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "0 %" : `${((100 * part) / whole).toFixed(1)} %`;

/** Farther apart than this, somebody would take a kernel's time for another moment of the board's. */
const sameClockSeconds = 0.05;

function clockOf({ kernel }: VmReport, boardSeconds: number): Clock {
  const uptime = kernel?.uptime_ns ?? null;
  return uptime === null || Math.abs(uptime / 1e9 - boardSeconds) > sameClockSeconds ? "guest" : "board";
}

/** "alive: 97.3 % idle, thread main sleeps until 3.000 s": the judgement on a VM in a sentence. */
function aliveText(vm: VmReport, guest: Guest | undefined, machine: MachineView, seconds: number): string {
  const view = guest?.view(machine);
  const threads = view && guest?.lens ? guest.lens.threads(view) : [];
  const clock = clockOf(vm, seconds);
  const inside = view ? threadsText(threads, (thread) => placeText(view, thread), clock) : null;
  const judgement = { running: "alive", idle: "alive", faulted: "faulted", off: "never entered" }[vm.state];
  const idle = vm.idle_share === null ? [] : [`${percent(vm.idle_share, 1)} idle`];
  const told = [...idle, ...(inside === null ? [] : [inside])];
  return told.length === 0 ? judgement : `${judgement}: ${told.join(", ")}`;
}

/** A few lines on stderr: what each VM did, where time went, what the model lacked. */
export function summarise(ran: Ran, report: RunReport): string[] {
  const { machine, observer } = ran;
  const { shares } = observer.accounting;
  const allCycles = shares.reduce((sum, one) => sum + one.cycles, 0);
  const seconds = machine.now() / beatsPerSecond;
  const width = Math.max(...report.vms.map((vm) => vm.name.length));
  const view = machineView(machine);
  const vms = report.vms.flatMap((vm, index) => {
    const has = `${percent(vm.cycles, allCycles)} of the time, ${vm.interrupts} interrupts`;
    const last = lastLineText(vm.last_line);
    const head = `  ${vm.name.padEnd(width)}  ${vm.state.padEnd(7)}  ${vm.ticks} instructions, ${has}; ${last}`;
    return [head, `  ${" ".repeat(width)}  ${aliveText(vm, observer.guests[index], view, seconds)}`];
  });
  const mips = report.mips >= 1 ? `, ${report.mips} MIPS` : "";
  const speed = report.wall_ms === 0 ? "" : `, ${((seconds * 1000) / report.wall_ms).toFixed(1)} x real time${mips}`;
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
