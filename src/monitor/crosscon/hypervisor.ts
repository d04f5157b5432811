/**
 * What every part of the monitor works with: the machine's face, the monitor's state, and what is constant during a
 * run.
 */
import type { SystemModel } from "../../config/model.ts";
import type { Switches } from "../../config/switches.ts";
import type { MomentFields } from "../../machine/sink.ts";
import type { MonitorHost } from "../monitor.ts";
import type { VmCells } from "./cells.ts";
import { print } from "./console.ts";
import { type StopCode, stops } from "./errors.ts";
import type { VmPlan } from "./plan.ts";
import type { RegisterLists } from "./registers.ts";
import { type CrossconState, phases } from "./state.ts";
import type { Variant } from "./variant.ts";

export interface Hypervisor {
  readonly host: MonitorHost;
  readonly state: CrossconState;
  readonly model: SystemModel;
  readonly vms: readonly VmPlan[];
  /** What a switch moves: registers over the bus, and cells of the processor's state. */
  readonly lists: RegisterLists;
  readonly cells: VmCells;
  readonly switches: Switches;
  readonly variant: Variant;
}

export type LogLevel = "INFO" | "WARNING" | "ERROR";

/** One line on the hypervisor's console, `PREFIX LEVEL: text`. False when the console hung, and with it everything. */
export function log(hypervisor: Hypervisor, level: LogLevel, text: string): boolean {
  hypervisor.host.moment("log", { level, text });
  return write(hypervisor, `${hypervisor.variant.logPrefix} ${level}: ${text}\n`);
}

export function write(hypervisor: Hypervisor, text: string): boolean {
  if (print(hypervisor.host, text)) return true;
  stop(hypervisor, "CON01", {});
  return false;
}

/**
 * Print the line of `code` if it has one, then spin for ever. Returns false, so that a caller can `return stop(...)`.
 */
export function stop(hypervisor: Hypervisor, code: StopCode, fields: MomentFields, value = 0): false {
  const { line } = stops[code];
  const text = line === null ? null : line.replace("%d", String(value));
  if (text !== null && !log(hypervisor, "ERROR", text)) return false;
  hypervisor.state.phase = phases.frozen;
  const report = hypervisor.switches.faultReport === "explain" ? { code, text, ...fields } : { code, text };
  hypervisor.host.freeze(text ?? "the hypervisor loops without a word", report);
  return false;
}

/** The VM `vm` by its plan. */
export function planOf(hypervisor: Hypervisor, vm: number): VmPlan {
  const plan = hypervisor.vms[vm];
  if (plan === undefined) throw new Error(`no VM ${vm}`);
  return plan;
}

export const hex = (value: number): string => `0x${(value >>> 0).toString(16)}`;
