/** Runs a system up to where the options say, in pieces, so that Ctrl-C and the clock on the wall are heard. */
import { type Beat, beatsPerSecond, never } from "../base/beat.ts";
import { nearestName } from "../base/suggest.ts";
import type { Machine, Stop } from "../machine/machine.ts";
import { powerOn } from "../system/power-on.ts";
import type { System } from "../system/system.ts";
import { createInputQueue, type Input, type InputQueue, recordedInputs } from "../time/input.ts";
import type { Recorder } from "../time/recorder.ts";
import { advance } from "../time/session.ts";
import { createEngine, type Engine, type EngineName } from "./engine.ts";
import { UsageError } from "./exit.ts";
import { createObserver, type Observer, type Watcher } from "./observer.ts";
import { createStandingLines, type StandingLines } from "./standing-lines.ts";
import type { Duration, LinePattern, TypedText } from "./words.ts";

export interface RunOptions {
  readonly engine: EngineName;
  readonly for: Duration | null;
  readonly until: LinePattern | null;
  readonly failOn: LinePattern | null;
  /** Virtual time after which `until` gives up. */
  readonly timeout: Beat | null;
  readonly sends: readonly TypedText[];
  /** VMs whose own handling of a fault is no failure of the run. */
  readonly mayFault: readonly string[];
  /** No faster than the board; null where nobody said so. */
  readonly realtime: boolean | null;
  /** Who keeps the run; null = nobody. */
  readonly recorder: ((machine: Machine) => Recorder) | null;
}

export type StopWord = "for" | "until" | "timeout" | "fail-on" | "fault" | "halt" | "interrupt";

export interface Ran {
  readonly machine: Machine;
  readonly observer: Observer;
  readonly stop: StopWord;
  /** What the machine itself said last. */
  readonly machineStop: Stop;
  readonly wallMilliseconds: number;
  readonly engine: "interp" | "jit";
  /** What `--send` wanted to type after the run had ended. */
  readonly untyped: readonly TypedText[];
}

/** Longest piece of virtual time between two looks at the host: 20 ms. */
export const pieceBeats = beatsPerSecond / 50;

/** Bits of the core's notes that cost nothing while nothing goes wrong: faults and lockup. */
const quietNotes = (1 << 3) | (1 << 5);

export interface Live {
  readonly machine: Machine;
  readonly observer: Observer;
  readonly inputs: InputQueue;
  readonly recorder: Recorder | undefined;
  readonly standing: StandingLines;
  readonly engine: Engine;
}

export interface Conductor extends Watcher {
  /** Between two pieces. Answer true to stop. */
  between?(live: Live): boolean | Promise<boolean>;
}

export function checkVmNames(system: System, observer: Observer, options: RunOptions): void {
  const wanted = [
    ...[options.until?.vm, options.failOn?.vm],
    ...options.sends.map((one) => one.vm).filter((one) => !observer.owners.has(one)),
    ...options.mayFault,
  ];
  const known = [...observer.names, "hypervisor"];
  for (const vm of wanted) {
    if (vm === undefined || known.includes(vm)) continue;
    const near = nearestName(vm, known);
    throw new UsageError(
      `${system.name} has no VM \`${vm}\``,
      near === null ? `its VMs: ${known.join(", ")}` : `did you mean \`${near}\`?`,
    );
  }
}

export async function runSystem(system: System, options: RunOptions, conductor: Conductor): Promise<Ran> {
  const seen: { word: StopWord | null; machine: Machine | null } = { word: null, machine: null };
  const look = (vm: string, text: string): void => {
    const word =
      options.failOn?.vm === vm && options.failOn.pattern.test(text)
        ? "fail-on"
        : options.until?.vm === vm && options.until.pattern.test(text)
          ? "until"
          : null;
    if (word === null || seen.word !== null) return;
    seen.word = word;
    seen.machine?.requestStop();
  };
  const watched = new Set([options.until?.vm, options.failOn?.vm]);
  const standing = createStandingLines(look);
  const observer = createObserver(system, {
    ...conductor,
    line(vm, line) {
      conductor.line?.(vm, line);
      look(vm, line.text);
    },
    typed(vm, device, open, byte) {
      conductor.typed?.(vm, device, open, byte);
      if (watched.has(vm)) standing.typed(vm, device, open, byte);
    },
  });
  checkVmNames(system, observer, options);
  const engine = await createEngine(options.engine);
  const started = performance.now();
  const machine = powerOn(system, observer.sink, (built) => {
    seen.machine = built;
    built.core.scratch.noteMask = quietNotes;
    observer.attach(built);
    engine.attach(built);
  });
  const typed = options.sends.map((one) => typedInput(observer, one));
  const inputs = createInputQueue([...recordedInputs(system), ...typed]);
  const recorder = options.recorder?.(machine);
  const live: Live = { machine, observer, inputs, recorder, standing, engine };
  const { stop, machineStop } = await conduct(live, options, conductor, () => seen.word);
  recorder?.end(stop);
  observer.accounting.settle();
  observer.end();
  const wallMilliseconds = performance.now() - started;
  const waiting = new Set(inputs.waiting());
  const untyped = options.sends.filter((_, index) => waiting.has(typed[index] as Input));
  return {
    machine,
    observer,
    stop,
    machineStop,
    wallMilliseconds,
    engine: engine.used(),
    untyped,
  };
}

/** Text typed at a VM goes to its console; a serial port may be named instead. */
export function typedInput(observer: Observer, { vm, beat, bytes }: TypedText): Input {
  const device = observer.owners.has(vm) ? vm : consoleOf(observer, vm);
  return { beat, device, port: "rx", bytes };
}

/** The serial port that a VM prints on; before it has printed, the first one it was granted. */
export function consoleOf(observer: Observer, vm: string): string {
  const own = [...observer.owners].filter(([, owner]) => owner === vm).map(([device]) => device);
  const printing = observer.lastLine(vm)?.device;
  const device = printing ?? own[0];
  if (device === undefined) throw new UsageError(`VM \`${vm}\` has no serial port to send to`);
  return device;
}

const stoppedBefore: Stop = { reason: "stop" };

async function conduct(
  live: Live,
  options: RunOptions,
  conductor: Conductor,
  word: () => StopWord | null,
): Promise<{ stop: StopWord; machineStop: Stop }> {
  const { machine, inputs, recorder } = live;
  const lastTick = options.for?.unit === "ticks" ? options.for.ticks : Number.MAX_SAFE_INTEGER;
  const forBeat = options.for?.unit === "beats" ? options.for.beats : never;
  const lastBeat = Math.min(forBeat, options.timeout ?? never);
  const firstWall = performance.now();
  const save = createSaver(recorder);
  for (;;) {
    const piece = Math.min(machine.now() + pieceBeats, lastBeat);
    const machineStop =
      word() === null ? advance(machine, inputs, { tick: lastTick, beat: piece }, recorder) : stoppedBefore;
    live.observer.look();
    live.engine.look(machine);
    const isOver = machine.tick() >= lastTick || machine.now() >= lastBeat;
    live.standing.look(isOver || machineStop.reason !== "limit");
    save();
    const stopped = word();
    if (stopped !== null) return { stop: stopped, machineStop };
    if (machineStop.reason === "frozen" || machineStop.reason === "lockup") return { stop: "fault", machineStop };
    if (machineStop.reason === "gap" || machineStop.reason === "idle" || machineStop.reason === "exit")
      return { stop: "halt", machineStop };
    if (isOver) {
      const timedOut = options.until !== null || (options.timeout !== null && options.timeout < forBeat);
      return { stop: timedOut ? "timeout" : "for", machineStop };
    }
    await pause(
      options.realtime === true ? machine.now() / (beatsPerSecond / 1000) - (performance.now() - firstWall) : 0,
    );
    if (await conductor.between?.(live)) return { stop: "interrupt", machineStop };
  }
}

/** What a run that is killed may lose of its recording, in host time. */
const unsavedMilliseconds = 1000;

/** Asked between two pieces; writes out what has come in since, now and then. */
function createSaver(recorder: Recorder | undefined): () => void {
  let savedAt = performance.now();
  return () => {
    const now = performance.now();
    if (now - savedAt < unsavedMilliseconds) return;
    recorder?.flush();
    savedAt = now;
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => (milliseconds > 1 ? setTimeout(resolve, milliseconds) : setImmediate(resolve)));
