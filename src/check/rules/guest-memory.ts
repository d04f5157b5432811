/** The memory that a device tree promises its guest is memory that the VM has. */
import type { Diagnostic, Severity } from "../../base/diagnostic.ts";
import { chosen, registersOf } from "../../config/devicetree/query.ts";
import type { GuestDescription } from "../../config/guest.ts";
import { isSet, type Kconfig, kconfigNumber } from "../../config/kconfig.ts";
import type { Partition } from "../../config/model.ts";
import { checkDiagnostic } from "../codes.ts";
import { guestsOf, shortName } from "../guest-use.ts";
import { isGranted, type Rule } from "../rule.ts";
import { endOf, hex, labelAt, overlaps, type Range, rangeText, windowsOf } from "../window.ts";

interface Promise {
  readonly name: string;
  readonly range: Range;
  readonly labels: readonly ReturnType<typeof labelAt>[];
}

/** Flash is the code partition where there is one. */
function promisesOf({ tree }: GuestDescription): Promise[] {
  if (tree === null) return [];
  const code = chosen(tree, "zephyr,code-partition") === null ? "zephyr,flash" : "zephyr,code-partition";
  return ["zephyr,sram", code].flatMap((name): Promise[] => {
    const found = chosen(tree, name);
    const [register] = found === null ? [] : registersOf(found.node);
    if (found === null || register === undefined) return [];
    const range = { base: register.address, sizeBytes: register.sizeBytes };
    const labels = [
      labelAt(register.span, rangeText(range)),
      labelAt(found.span, `\`${name}\` is ${shortName(found.node)}`),
    ];
    return [{ name, range, labels }];
  });
}

/** Whether the C library takes what RAM is left for `malloc`. */
const takesAllRam = (kconfig: Kconfig): boolean =>
  isSet(kconfig, "NEWLIB_LIBC") || kconfigNumber(kconfig, "COMMON_LIBC_MALLOC_ARENA_SIZE")?.value === -1;

function judge(partition: Partition, guest: GuestDescription): Diagnostic[] {
  const regions = windowsOf(partition).filter(({ kind }) => kind === "region");
  return promisesOf(guest).flatMap(({ name, range, labels }) => {
    if (isGranted(partition, range)) return [];
    const near = regions.find((one) => overlaps(one, range));
    const isRam = name === "zephyr,sram";
    const touched = near === undefined || (isRam && guest.kconfig !== null && takesAllRam(guest.kconfig));
    const severity: Severity = touched ? "error" : "warning";
    const what = isRam ? "RAM" : "flash";
    const lack = near === undefined ? "no region has any of it" : `${near.element} ends at ${hex(endOf(near))}`;
    const own = labelAt(near?.sizeSpan ?? near?.span ?? partition.span, lack);
    return [
      checkDiagnostic("MEM05", `the device tree promises ${partition.name} ${what} that the VM does not have`, {
        ...{ severity, vm: partition.name, labels: [own, ...labels] },
        help: [
          `make the region ${rangeText(range)}, or the node that \`${name}\` names as small as the region`,
          ...(near !== undefined && isRam && !touched ? ["the image itself may still fit; heaps take the rest"] : []),
        ],
      }),
    ];
  });
}

export const guestMemory: Rule = {
  title: "memory that a device tree promises and the VM does not have",
  codes: ["MEM05"],
  find: (subject) => guestsOf(subject).flatMap(({ guest, partition }) => judge(partition, guest)),
};
