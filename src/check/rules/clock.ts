/** A guest counts time by the clock that it has (fact sheets crosscon-armv8m sections 6 and 8, lpc55s69 section 13). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { numberIn } from "../../config/devicetree/query.ts";
import { nodesOf } from "../../config/devicetree/tree.ts";
import type { GuestDescription } from "../../config/guest.ts";
import { kconfigNumber } from "../../config/kconfig.ts";
import { checkDiagnostic } from "../codes.ts";
import { coreClock, factorText, megahertz } from "../core-clock.ts";
import { guestsOf } from "../guest-use.ts";
import { partitionsOf, type Rule, type Subject } from "../rule.ts";
import { labelAt } from "../window.ts";

/** Where a device tree says the same. */
function cpuFrequency({ tree }: GuestDescription) {
  const node = tree === null ? undefined : [...nodesOf(tree.root)].find(({ path }) => /^\/cpus\/cpu@/.test(path));
  return node === undefined ? null : numberIn(node, "clock-frequency");
}

function judge(subject: Subject, vm: string, guest: GuestDescription): Diagnostic[] {
  const { kconfig } = guest;
  const claimed = kconfig === null ? null : kconfigNumber(kconfig, "SYS_CLOCK_HW_CYCLES_PER_SEC");
  const { hertz, switchedBy } = coreClock(subject);
  if (claimed === null || hertz === null || claimed.value === hertz || claimed.value <= 0) return [];
  const factor = claimed.value / hertz;
  const words =
    factor > 1
      ? `each of its seconds takes ${factorText(factor)}`
      : `its time runs ${factorText(1 / factor)} times too fast`;
  const owner =
    switchedBy === null
      ? `the hypervisor leaves the core at ${megahertz(hertz)} (PLAT_TIMER_FREQ), and nothing in the images switches it`
      : `\`${switchedBy.file}\` (${switchedBy.vm}) switches the core, and with it every VM, to ${megahertz(hertz)}`;
  const count = partitionsOf(subject).length;
  const frozen = subject.switches.vtimer === "frozen" && count > 1;
  const frequency = cpuFrequency(guest);
  return [
    checkDiagnostic(
      "CLK01",
      `${vm} counts ${megahertz(claimed.value)}, the core runs at ${megahertz(hertz)}: ${words}`,
      {
        vm,
        labels: [
          labelAt(claimed.span, `should be ${hertz}`),
          ...(frequency === null ? [] : [labelAt(frequency.span, "the device tree's word on it")]),
        ],
        help: [
          owner,
          `in \`prj.conf\`: CONFIG_SYS_CLOCK_HW_CYCLES_PER_SEC=${hertz}`,
          ...(frozen
            ? [`with ${count} VMs under this virtual timer, each second takes ${factorText(factor * count)} in all`]
            : []),
        ],
      },
    ),
  ];
}

export const clock: Rule = {
  title: "guests that count time by a clock there is not",
  codes: ["CLK01"],
  find: (subject) => guestsOf(subject).flatMap(({ guest, partition }) => judge(subject, partition.name, guest)),
};
