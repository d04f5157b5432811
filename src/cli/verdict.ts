/** The exit code of a run (contract.md, "Exit codes"). */
import type { Diagnostic } from "../base/diagnostic.ts";
import { exitCodes } from "./exit.ts";
import type { Ran, StopWord } from "./run-system.ts";

const stopCodes: Readonly<Record<StopWord, number>> = {
  for: exitCodes.yes,
  until: exitCodes.yes,
  halt: exitCodes.yes,
  timeout: exitCodes.virtualTimeout,
  "fail-on": exitCodes.no,
  fault: exitCodes.no,
  interrupt: exitCodes.interrupted,
};

/**
 * `signalCode` is what a signal that ended the run stands for; without one, a key did. A guest that handled its fault
 * and went on has faulted all the same; what we lack is ours, whatever else is so.
 */
export function verdictOf(
  { stop, machineStop }: Pick<Ran, "stop" | "machineStop">,
  found: readonly Diagnostic[],
  signalCode: number | null = null,
): number {
  if (machineStop.reason === "gap") return exitCodes.ourBug;
  if (machineStop.reason === "exit" && machineStop.status !== 0) return exitCodes.no;
  const code = stop === "interrupt" && signalCode !== null ? signalCode : stopCodes[stop];
  const fell = found.some(({ severity }) => severity === "error");
  return code === exitCodes.yes && fell ? exitCodes.no : code;
}
