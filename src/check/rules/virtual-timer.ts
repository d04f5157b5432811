/** Which virtual timer the hypervisor has, and for how many VMs (fact sheet crosscon-armv8m section 8). */
import { isSet } from "../../config/kconfig.ts";
import { checkDiagnostic } from "../codes.ts";
import { guestsOf } from "../guest-use.ts";
import { partitionsOf, type Rule } from "../rule.ts";
import { labelAt } from "../window.ts";

export const virtualTimer: Rule = {
  title: "virtual timers that stand still while other VMs run",
  codes: ["CLK03"],
  find(subject) {
    const count = partitionsOf(subject).length;
    if (subject.switches.vtimer !== "frozen" || count < 2) return [];
    const timed = guestsOf(subject).flatMap(({ guest: { kconfig }, partition }) =>
      kconfig !== null && isSet(kconfig, "CORTEX_M_SYSTICK")
        ? [{ vm: partition.name, span: kconfig.values.get("CORTEX_M_SYSTICK")?.span }]
        : [],
    );
    const { vmCount, partitions } = subject.model;
    const place = vmCount.span ?? partitions[0]?.span;
    return [
      checkDiagnostic("CLK03", `a second of each guest takes ${count}: its timer stands still while others run`, {
        severity: timed.length > 0 ? "error" : "warning",
        labels: [
          ...(place === undefined ? [] : [labelAt(place, `${count} VMs take turns`)]),
          ...timed.flatMap(({ vm, span }) =>
            span === undefined ? [] : [labelAt(span, `${vm} keeps time by SysTick`)],
          ),
        ],
        help: ["newer versions of the hypervisor make up for the absence: `switches: { vtimer: compensated }`"],
      }),
    ];
  },
};
