/** At most one VM uses floating point: its registers are not saved (fact sheet crosscon-armv8m section 7). */
import type { Label } from "../../base/diagnostic.ts";
import { isSet } from "../../config/kconfig.ts";
import type { Partition } from "../../config/model.ts";
import { checkDiagnostic } from "../codes.ts";
import { hasFloatCode } from "../float-code.ts";
import { partitionsOf, type Rule, type Subject } from "../rule.ts";
import { labelAt } from "../window.ts";

/** Where a VM says that it uses floating point; null where it does not. */
function sign({ guests, images }: Subject, { name, span }: Partition): Label | null {
  const kconfig = guests.find(({ vm }) => vm === name)?.kconfig ?? null;
  const line = kconfig?.values.get("FPU")?.span;
  if (kconfig !== null && isSet(kconfig, "FPU") && line !== undefined) return labelAt(line, `${name} uses it`);
  const user = images.find(({ vm, image }) => vm === name && (image.hardFloat || hasFloatCode(image)));
  return user === undefined ? null : labelAt(span, `\`${user.image.file}\` has floating-point instructions`);
}

export const floatingPoint: Rule = {
  title: "two VMs that use floating point",
  codes: ["FPU01"],
  find(subject) {
    if (subject.switches.saveFp === "on") return [];
    const users = partitionsOf(subject).flatMap(([, partition]) => {
      const label = sign(subject, partition);
      return label === null ? [] : [{ vm: partition.name, label }];
    });
    if (users.length < 2) return [];
    const names = users.map(({ vm }) => vm).join(" and ");
    return [
      checkDiagnostic("FPU01", `${names} use floating point, whose registers the hypervisor does not save`, {
        labels: users.map(({ label }) => label),
        help: ["build all but one of them with `-mfloat-abi=soft` (Zephyr: `# CONFIG_FPU is not set`)"],
      }),
    ];
  },
};
