/** What a guest drives, it must have (fact sheets lpc55s69 section 14, crosscon-armv8m section 11). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { GuestDescription } from "../../config/guest.ts";
import { isSet } from "../../config/kconfig.ts";
import type { Partition } from "../../config/model.ts";
import { elementText, grantFix, windowOf } from "../add-device.ts";
import { checkDiagnostic } from "../codes.ts";
import { type DeviceUse, guestsOf, usesOf } from "../guest-use.ts";
import type { Rule, Subject } from "../rule.ts";
import { hex, labelAt, overlaps, placeText, windowsOf } from "../window.ts";

/** How something small in the `.config` came to need a device. */
function story({ kconfig }: GuestDescription, { device }: DeviceUse): string[] {
  if (device.name !== "rng" || kconfig === null || !isSet(kconfig, "NETWORKING")) return [];
  const line = kconfig.values.get("NETWORKING")?.span;
  const place = line === undefined ? "" : ` (${placeText(line)})`;
  return [`networking${place} wants random numbers, and this is where Zephyr takes them from`];
}

function judge(subject: Subject, partition: Partition, guest: GuestDescription, use: DeviceUse): Diagnostic[] {
  const { device, driver } = use;
  const { name } = partition;
  if (windowsOf(partition).some((one) => one.kind === "device" && overlaps(one, device))) return [];
  const taken = driver?.interrupt === "none" || driver === null ? [] : Object.values(device.interrupts);
  const ids = [...new Set(taken)].map((line) => line + 16);
  const { base } = windowOf(device);
  const last = partition.devices.at(-1);
  return [
    checkDiagnostic("DEV07", `${name} uses ${device.name} at ${hex(device.base)}, but does not get it`, {
      vm: name,
      labels: [labelAt(last?.span ?? partition.span, `no window of ${name} covers ${hex(base)}`), ...use.reasons],
      help: [
        ...story(guest, use),
        `add to \`.devs\` (\`.dev_num = ${partition.deviceCount.value + 1}\`):\n${elementText(device, ids, "  ")},`,
        "or switch the driver off, if the guest can do without it",
      ],
      fix: grantFix(subject, partition, device, ids),
    }),
  ];
}

export const deviceGrant: Rule = {
  title: "devices that a guest drives and does not get",
  codes: ["DEV07"],
  find: (subject) =>
    guestsOf(subject).flatMap(({ guest, partition }) => {
      // One message for a device, however many reasons there are.
      const uses = new Map(usesOf(subject, guest).map((use) => [use.device.name, use]));
      return [...uses.values()].flatMap((use) => judge(subject, partition, guest, use));
    }),
};
