/** The system as it stands at the cursor: a branch may have changed windows of its configuration on the way. */
import { applyOverrides } from "../../config/override.ts";
import type { System } from "../../system/system.ts";
import { changeDevice, readChange } from "../change.ts";
import type { Timeline } from "../timeline.ts";

export function systemNow({ system, inputs }: Timeline): System {
  const { hypervisor } = system;
  if (hypervisor.kind === "firmware") return system;
  // Each change says everything that is other from then on.
  const last = inputs.list
    .slice(0, inputs.delivered())
    .findLast(({ device, port }) => device === changeDevice && port === "config");
  const change = last === undefined ? null : readChange(last);
  if (change?.kind !== "config") return system;
  return { ...system, hypervisor: { ...hypervisor, model: applyOverrides(hypervisor.model, change.values) } };
}
