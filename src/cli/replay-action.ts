/** What `replay` does: the recorded arguments once more, and a look at every check value where that is wanted. */

import { type Beat, beatsPerSecond, nanosecondsOf } from "../base/beat.ts";
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import { loadHasher } from "../base/hash.ts";
import { compileForSpeed } from "../core/compiler.ts";
import type { Machine } from "../machine/machine.ts";
import { hashedParts } from "../machine/snapshot.ts";
import { diskFiles } from "../system/files.ts";
import { openSystem } from "../system/open.ts";
import { powerOn } from "../system/power-on.ts";
import type { System } from "../system/system.ts";
import { createInputQueue, recordedInputs } from "../time/input.ts";
import { advance } from "../time/session.ts";
import { createVerifier, type Difference, type Verifier } from "../time/verify.ts";
import { recordingDiagnostic } from "../trace/codes.ts";
import type { Recording } from "../trace/recording.ts";
import { diagnosticJson } from "./diagnostic-json.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { formatLine } from "./line.ts";
import { createObserver, type Observer } from "./observer.ts";
import { printDiagnostics } from "./print.ts";
import type { ReplayFlags } from "./replay.ts";

/** Longest piece of virtual time between two looks at what was found. */
const pieceBeats: Beat = beatsPerSecond;

interface Replayed {
  readonly machine: Machine;
  readonly verifier: Verifier;
  readonly wallMilliseconds: number;
  readonly toTheEnd: boolean;
}

export async function replay(file: string, flags: ReplayFlags): Promise<number> {
  compileForSpeed();
  if (!/\.chv(\.partial)?$/.test(file)) {
    throw new UsageError(`replay: \`${file}\` is no recording`, "recordings are called FILE.chv; `run` runs systems");
  }
  const lastTick = flags.untilTick === undefined ? Number.MAX_SAFE_INTEGER : parseTick(flags.untilTick);
  const system = await openSystem({ path: file, images: [], loads: [], overrides: [] }, diskFiles);
  const { recording } = system;
  if (recording === null) throw new Error("a .chv opens as a recording");
  refuseOtherEngine(system, flags);
  printDiagnostics(system.warnings, system.texts);
  const json = flags.json === true;
  const observer = createObserver(system, {
    watches: false,
    line: (vm, line) => (json ? undefined : void process.stdout.write(`${formatLine(vm, line)}\n`)),
  });
  const replayed = runAgain(system, recording, observer, lastTick, flags.verify === true);
  const hash = (await loadHasher()).hex(hashedParts(replayed.machine));
  return tell(system, recording, replayed, { hash, verify: flags.verify === true, json });
}

/** Without --verify a run that may not be the recorded one is not shown as if it were. */
function refuseOtherEngine({ warnings, recording }: System, { verify }: ReplayFlags): void {
  const other = warnings.find(({ code }) => code === "REC05");
  if (other === undefined || verify || recording === null) return;
  throw new InputError([{ ...other, severity: "error" }]);
}

function parseTick(text: string): number {
  const tick = Number(text);
  if (Number.isSafeInteger(tick) && tick >= 0) return tick;
  throw new UsageError(`--until-tick: \`${text}\` is no tick`, "a whole number, as events and reports show");
}

function runAgain(
  system: System,
  recording: Recording,
  observer: Observer,
  lastTick: number,
  verify: boolean,
): Replayed {
  const started = performance.now();
  const machine = powerOn(system, observer.sink, (built) => observer.attach(built));
  const inputs = createInputQueue(recordedInputs(system));
  const verifier = createVerifier(machine, recording);
  const onlooker = verify ? verifier : null;
  // By time, not by tick: a processor that sleeps at the end has had its last tick long before.
  const { beat: end } = recording.upTo;
  let beat = machine.now();
  for (;;) {
    beat = Math.min(end, beat + pieceBeats);
    const stop = advance(machine, inputs, { beat, tick: lastTick }, onlooker);
    const over = stop.reason !== "limit" && stop.reason !== "frozen" && stop.reason !== "lockup";
    if (over || machine.tick() >= lastTick || beat >= end || verifier.difference() !== null) break;
  }
  const wallMilliseconds = performance.now() - started;
  return { machine, verifier, wallMilliseconds, toTheEnd: machine.now() >= end || machine.tick() < lastTick };
}

interface Telling {
  readonly hash: string;
  readonly verify: boolean;
  readonly json: boolean;
}

function tell(system: System, recording: Recording, replayed: Replayed, { hash, verify, json }: Telling): number {
  const { machine, verifier, wallMilliseconds, toTheEnd } = replayed;
  const difference = verifier.difference();
  const { end } = recording;
  const reachesEnd = difference === null && toTheEnd && end !== null;
  const endDiffers = verify && reachesEnd && end.hash !== hash;
  const isUnknown = verify && verifier.compared() === 0 && difference === null && !reachesEnd;
  const findings: Diagnostic[] = [
    ...(difference === null ? [] : [differs(recording, difference)]),
    ...(endDiffers ? [endsOtherwise(recording, hash)] : []),
    ...(isUnknown ? [comparesNothing(recording, machine.tick())] : []),
  ];
  const seconds = machine.now() / beatsPerSecond;
  if (json) {
    const answer = { version: 1, ticks: machine.tick(), time_ns: nanosecondsOf(machine.now()), hash };
    const verified = verify ? { verified: findings.length === 0, checks: verifier.compared() } : {};
    const wall = { wall_ms: Math.round(wallMilliseconds) };
    process.stdout.write(
      `${JSON.stringify({ ...answer, ...verified, difference, ...wall, findings: findings.map(diagnosticJson) })}\n`,
    );
  } else {
    printDiagnostics(findings, system.texts);
    const checked = verify ? `, ${verifier.compared()} of ${recording.checks.length} checks agree` : "";
    const pace = `${((seconds * 1000) / wallMilliseconds).toFixed(1)} x real time`;
    process.stderr.write(
      `replayed to ${seconds.toFixed(6)} s, tick ${machine.tick()}${checked}, ${pace}\nhash ${hash}\n`,
    );
  }
  return findings.length === 0 ? exitCodes.yes : exitCodes.no;
}

function differs({ file }: Recording, { agrees, recorded, replayed }: Difference): Diagnostic {
  const same = agrees === null ? "from the start" : `equal up to tick ${agrees.tick}, different`;
  const where =
    recorded.tick === replayed.tick
      ? `at tick ${recorded.tick}: check ${hex(replayed.value)} instead of ${hex(recorded.value)}`
      : `where tick ${recorded.tick} was recorded and this run is at tick ${replayed.tick}`;
  const message = `the run is ${agrees === null ? "different " : ""}${same} ${where}`;
  return recordingDiagnostic("REC06", file, message, { tick: agrees?.tick ?? 0 });
}

function endsOtherwise({ file, end }: Recording, hash: string): Diagnostic {
  const message = `every check agrees, but the run ends in state ${hash} instead of ${end?.hash ?? ""}`;
  return recordingDiagnostic("REC06", file, message, { tick: end?.tick ?? 0 });
}

/** No difference is no agreement where nothing was compared. */
function comparesNothing({ file }: Recording, tick: number): Diagnostic {
  const message = `nothing is verified: \`${file}\` holds no check up to tick ${tick}, where this replay ended`;
  return recordingDiagnostic("REC09", file, message, { tick });
}

const hex = (value: number): string => value.toString(16).padStart(8, "0");
