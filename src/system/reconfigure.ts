/** Which values of a configuration can change while its VMs run: the windows of memory and devices that VMs see. */
import { InputError } from "../base/diagnostic.ts";
import type { SystemModel } from "../config/model.ts";
import { applyOverrides, type Override } from "../config/override.ts";

/** Everything else has gone into the VMs when they were created. */
const changeable =
  /^(vms|vmlist)[.[].+[.](regions\[\w+\][.](base|size)|devs\[\w+\][.](pa|va|size)|ipcs\[\w+\][.](base|size))$/;

/** Null, or why it cannot be. */
export function reconfigure(
  model: SystemModel,
  values: readonly Override[],
  regrant: (model: SystemModel) => string | null,
): string | null {
  const fixed = values.find(({ path }) => !changeable.test(path.replace(/[.]platform\b/, "")));
  if (fixed !== undefined)
    return `\`${fixed.path}\` has its effect when VMs are created; windows of regions, devs and ipcs can change later`;
  try {
    return regrant(applyOverrides(model, values));
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ message }) => message).join("; ");
    throw error;
  }
}
