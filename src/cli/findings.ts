/** What went wrong in a run, as diagnostics. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { System } from "../system/system.ts";
import type { Ran } from "./run-system.ts";

export async function findingsOf(_system: System, _ran: Ran): Promise<Diagnostic[]> {
  return [];
}
