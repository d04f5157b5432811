/** A guest's memory protection unit has as many regions as the guest was built for (fact sheet lpc55s69 section 5). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { isCompatible, numberIn } from "../../config/devicetree/query.ts";
import { nodesOf } from "../../config/devicetree/tree.ts";
import type { GuestDescription } from "../../config/guest.ts";
import { isSet } from "../../config/kconfig.ts";
import { checkDiagnostic } from "../codes.ts";
import { guestsOf } from "../guest-use.ts";
import type { Rule, Subject } from "../rule.ts";
import { labelAt } from "../window.ts";

function judge({ board }: Subject, vm: string, { tree, kconfig }: GuestDescription): Diagnostic[] {
  const there = board.processor.mpuRegionsNonSecure;
  const units = tree === null ? [] : [...nodesOf(tree.root)].filter((one) => isCompatible(one, "arm,armv8m-mpu"));
  const used = kconfig === null || isSet(kconfig, "ARM_MPU");
  return units.flatMap((unit) => {
    const wanted = numberIn(unit, "arm,num-mpu-regions");
    if (wanted === null || wanted.value <= there) return [];
    const line = used ? kconfig?.values.get("ARM_MPU")?.span : undefined;
    return [
      checkDiagnostic("MPU01", `${vm} expects ${wanted.value} MPU regions, the processor has ${there}`, {
        severity: used ? "error" : "note",
        vm,
        labels: [
          labelAt(wanted.span, `${board.processor.name} has ${there} Non-secure ones`),
          ...(line === undefined ? [] : [labelAt(line, "the guest programs them")]),
        ],
        help: [used ? `\`arm,num-mpu-regions = <${there}>;\`` : "of no effect while CONFIG_ARM_MPU is not set"],
      }),
    ];
  });
}

export const guestMpu: Rule = {
  title: "guests that want more MPU regions than there are",
  codes: ["MPU01"],
  find: (subject) => guestsOf(subject).flatMap(({ guest, partition }) => judge(subject, partition.name, guest)),
};
